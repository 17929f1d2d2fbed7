using System.Collections.Immutable;
using System.Globalization;
using Syndication.Documents;
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

        var paths = new PartPaths(understanding.Parts);
        var decisions = ImmutableArray.CreateBuilder<BlockDecision>(reading.Count);
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.Blocks[i].Length == 0) continue;
            styleOf.TryGetValue(i, out HeadingStyle? style);
            int position = reading.Blocks[i].Position;
            (int Line, int Column)? at = position < 0 ? null : source.At(position);
            string cue = reading.ReasonOf(i) ?? Cue(understanding.Ledger, i, style);
            decisions.Add(new BlockDecision(
                reading.TextOf(i).ToString(), Name(reading.RoleOf(i)), understanding.Ledger.PlaceOf(i), style?.Rank ?? 0, cue, RunnerUp(reading.RoleOf(i), understanding.Ledger.LayoutOf(i), style), at?.Line, at?.Column)
            {
                Position = position,
                Kind = Kind(reading.Blocks[i]),
                Path = paths.Of(reading.RoleOf(i), understanding.Ledger.PlaceOf(i), understanding.Ledger.OwnerOf(i)),
                Links = Links(reading.Document, reading.Blocks[i]),
            });
        }

        return decisions.ToImmutable();
    }

    /// <summary>What is to be said of an understanding as a whole.</summary>
    public static IEnumerable<Diagnostic> Diagnostics(Understanding understanding, string? whyNot, double coverage)
    {
        if (whyNot is not null) yield return new Diagnostic(DiagnosticCodes.NotAnIssue, DiagnosticSeverity.Warning, $"This does not look like an issue of a newsletter: {whyNot}.");
        if (coverage < 1)
        {
            yield return new Diagnostic(DiagnosticCodes.TextNotCovered, DiagnosticSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{(1 - coverage) * 100:0.##} % of the visible text stands in no part of the issue."));
        }

        if (understanding.Styles.Count > 0)
        {
            IEnumerable<string> lines = understanding.Styles.OrderBy(style => style.Rank).Select(Describe);
            yield return new Diagnostic(DiagnosticCodes.StructureChosen, DiagnosticSeverity.Info, string.Join("; ", lines));
        }

        int unusable = understanding.Reading.Document.Links.Count(link => link.Reach == LinkReach.Unusable && link.Href.Length > 0);
        int relative = understanding.Reading.Document.Links.Count(link => link.Reach == LinkReach.Own && link.Url is null);
        if (unusable > 0) yield return new Diagnostic(DiagnosticCodes.LinkUnusable, DiagnosticSeverity.Warning, $"{unusable} links lead to no address that a feed can carry; their text was kept.");
        if (relative > 0) yield return new Diagnostic(DiagnosticCodes.LinkUnusable, DiagnosticSeverity.Info, $"{relative} relative links could not be made absolute, since the page's own address is not known; their text was kept.");
    }

    private static string Describe(HeadingStyle style) => string.Create(
        CultureInfo.InvariantCulture, $"{(style.LeadsItems ? "items" : "sections")}: {style.Name}, {style.Blocks.Count} {(style.Blocks.Count == 1 ? "block" : "blocks")} ({style.Cue})");

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
        BlockRole.Furniture => "furniture",
        _ => "footer",
    };

    private static string Cue(Ledger ledger, int block, HeadingStyle? style)
    {
        string? layout = ledger.LayoutOf(block);
        string? cue = ledger.CueOf(block);
        if (style is not null) return string.Create(CultureInfo.InvariantCulture, $"{style.Name}: {style.Cue}{(cue is null || cue == "heading" ? "" : $"; {cue}")}");
        return layout is null ? cue ?? "follows what is above" : cue is null ? layout : $"{layout}; {cue}";
    }

    /// <summary>What a block would have been without what decided: the other side of its heading style, content where it was set aside, prose where a layout took it.</summary>
    private static string? RunnerUp(BlockRole role, string? layout, HeadingStyle? style)
    {
        if (style is not null) return string.Create(CultureInfo.InvariantCulture, $"{(style.LeadsItems ? "section" : "item")} (by {Math.Abs(style.Score):0.0})");
        if (role is not BlockRole.Content) return "content";
        return layout switch
        {
            null or ItemLayout.Prose or ItemLayout.Heading => null,
            ItemLayout.ListEntry or ItemLayout.Definition => "point of a list in the text",
            ItemLayout.TableRow => "row of a table in the text",
            _ => "prose",
        };
    }

    private static string Kind(Block block)
    {
        if (block.Kind == BlockKind.Heading) return string.Create(CultureInfo.InvariantCulture, $"heading {block.Level}");
        if (block.Kind == BlockKind.Code) return "code";
        for (Box? box = block.Box; box is not null; box = box.Parent)
        {
            switch (box.Kind)
            {
                case BoxKind.ListItem or BoxKind.DefinitionTerm or BoxKind.DefinitionDescription:
                    return "list item";
                case BoxKind.Quote:
                    return "quote";
                case BoxKind.TableCell or BoxKind.TableHeaderCell:
                    return "table cell";
                case BoxKind.Caption:
                    return "caption";
            }
        }

        return "paragraph";
    }

    private static ImmutableArray<BlockLink> Links(FlatDocument document, Block block)
    {
        var links = ImmutableArray.CreateBuilder<BlockLink>();
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Link < 0 || run.Length == 0 || document.Links[run.Link].Url is not { } url) continue;
            if (links.Count > 0 && links[^1] is var last && last.Url == url && last.Start + last.Length == run.Start - block.Start) links[^1] = last with { Length = last.Length + run.Length };
            else links.Add(new BlockLink(run.Start - block.Start, run.Length, url));
        }

        return links.ToImmutable();
    }
}
