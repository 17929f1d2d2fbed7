using System.Collections.Immutable;

namespace Syndication.Structure;

/// <summary>What reading one issue shows of its publication beyond what stands in the model: a few short texts, kept with the result for learning.</summary>
/// <param name="Signature">The looks of its headings and what they lead, in one string: issues set in the same template have equal ones, or nearly.</param>
/// <param name="Lines">Texts of the introduction, of sections and of the end that may be the same in every issue.</param>
/// <param name="Sources">Where each field of the metadata stands, in words.</param>
/// <param name="Layouts">How the items of each section are set, where all or nearly all are set in one way; without a title where they stand in none.</param>
/// <param name="Root">The shape of the way to the box that holds the issue; <see langword="null"/> where there is none.</param>
internal sealed record IssueTraits(string Signature, ImmutableArray<string> Lines, ImmutableArray<(string Field, string Source)> Sources, ImmutableArray<(string? Section, string Layout)> Layouts, string? Root)
{
    /// <summary>How many lines of one issue are looked at: bounds what learning keeps.</summary>
    private const int MostLines = 48;

    /// <summary>How far from the end lines are looked at that were taken as the text of an item.</summary>
    private const int EndBlocks = 6;

    public static IssueTraits Of(Understanding understanding, IssueMetadata metadata) =>
        new(Template.SignatureOf(understanding.Styles), LinesOf(understanding), metadata.Sources, [.. understanding.Parts.Layouts], understanding.Reading.Root is { } root ? BoxPath.Of(root) : null);

    private static ImmutableArray<string> LinesOf(Understanding understanding)
    {
        Reading reading = understanding.Reading;
        var lines = ImmutableArray.CreateBuilder<string>();
        int end = reading.Count;
        for (int left = EndBlocks; end > 0 && left > 0; end--)
        {
            if (reading.IsContent(end - 1) && reading.Blocks[end - 1].Length > 0) left--;
        }

        for (int i = 0; i < reading.Count && lines.Count < MostLines; i++)
        {
            if (!reading.IsContent(i) || reading.Cues[i].Width < 4 || !ProfileLabeler.MayRecur(reading, i)) continue;
            bool mayRecur = understanding.Ledger.PlaceOf(i) switch
            {
                "preface" or "section" or "closing" => true,
                "item" => i >= end && understanding.Ledger.LayoutOf(i) is null,
                _ => false,
            };
            if (mayRecur) lines.Add(reading.TextOf(i).ToString());
        }

        return lines.DrainToImmutable();
    }
}
