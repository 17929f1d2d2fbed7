using System.Collections.Immutable;
using System.Globalization;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Says of an understanding what was decided, by which cue, and what came second.</summary>
internal static class Explanation
{
    public static ImmutableArray<BlockDecision> Decisions(Understanding understanding, SourceText source)
    {
        Reading reading = understanding.Reading;
        Dictionary<int, HeadingStyle> styleOf = [];
        foreach (HeadingStyle style in understanding.Styles)
        {
            foreach (int block in style.Blocks) styleOf[block] = style;
        }

        var decisions = ImmutableArray.CreateBuilder<BlockDecision>(reading.Count);
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.Blocks[i].Length == 0) continue;
            styleOf.TryGetValue(i, out HeadingStyle? style);
            int position = reading.Blocks[i].Position;
            (int Line, int Column)? at = position < 0 ? null : source.At(position);
            string cue = reading.ReasonOf(i) ?? Cue(understanding.Ledger, i, style);
            decisions.Add(new BlockDecision(
                reading.TextOf(i).ToString(), Name(reading.RoleOf(i)), understanding.Ledger.PlaceOf(i), style?.Rank ?? 0, cue, RunnerUp(style), at?.Line, at?.Column));
        }

        return decisions.ToImmutable();
    }

    /// <summary>One diagnostic that names the styles of sections and of items, each with the cue that decided.</summary>
    public static Diagnostic? OfStructure(Understanding understanding)
    {
        if (understanding.Styles.Count == 0) return null;
        IEnumerable<string> lines = understanding.Styles.OrderBy(style => style.Rank).Select(style =>
            string.Create(CultureInfo.InvariantCulture, $"{(style.LeadsItems ? "items" : "sections")}: {style.Name}, {style.Blocks.Count} {(style.Blocks.Count == 1 ? "block" : "blocks")} ({style.Cue})"));
        return new Diagnostic(DiagnosticCodes.StructureChosen, DiagnosticSeverity.Info, string.Join("; ", lines));
    }

    /// <summary>The name of a role in output: lower case.</summary>
    public static string Name(BlockRole role) => role switch
    {
        BlockRole.Content => "content",
        BlockRole.Title => "title",
        BlockRole.Masthead => "masthead",
        BlockRole.Byline => "byline",
        BlockRole.Navigation => "navigation",
        BlockRole.Contents => "contents",
        BlockRole.Hidden => "hidden",
        BlockRole.Share => "share",
        BlockRole.Form => "form",
        BlockRole.Label => "label",
        BlockRole.Related => "related",
        BlockRole.Comments => "comments",
        BlockRole.Sidebar => "sidebar",
        _ => "footer",
    };

    private static string Cue(Ledger ledger, int block, HeadingStyle? style)
    {
        string? layout = ledger.LayoutOf(block);
        string? cue = ledger.CueOf(block);
        if (style is not null) return string.Create(CultureInfo.InvariantCulture, $"{style.Name}: {style.Cue}{(cue is null || cue == "heading" ? "" : $"; {cue}")}");
        return layout is null ? cue ?? "follows what is above" : cue is null ? layout : $"{layout}; {cue}";
    }

    private static string? RunnerUp(HeadingStyle? style) =>
        style is null ? null : string.Create(CultureInfo.InvariantCulture, $"{(style.LeadsItems ? "section" : "item")} (by {Math.Abs(style.Score):0.0})");
}
