using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Items among paragraphs without a list: by ordinals, by linked or bold starts, by semicolons; else prose.</summary>
internal static class ParagraphLayout
{
    /// <summary>The items of a segment by the layout that fits best; none where no layout fits.</summary>
    public static List<ItemDraft> Items(Reading reading, List<int> segment)
    {
        if (IsSemicolonList(reading, segment)) return Each(segment, "line that ends with a semicolon");
        if (Starts(reading, segment, IsNumbered) is { Count: >= 2 } numbered && IsAscending(reading, numbered)) return From(segment, numbered, "numbered paragraph");
        if (Starts(reading, segment, IsTitleLine) is { Count: >= 1 } titles && (titles.Count >= 2 || titles[0] == segment[0]) && HasTextBetween(segment, titles)) return From(segment, titles, "linked line over its text");
        if (Starts(reading, segment, IsRunIn) is { Count: >= 2 } bold && bold[0] == segment[0]) return From(segment, bold, "paragraph that starts bold");
        if (Starts(reading, segment, IsLinkStart) is { Count: >= 2 } linked && linked.Count * 3 >= TextBlocks(reading, segment) * 2) return From(segment, linked, "paragraph that starts with a link");
        return [];
    }

    /// <summary>A segment that no layout fits: paragraphs of their own where each stands for something, else one item of prose.</summary>
    public static List<ItemDraft> Prose(Reading reading, List<int> segment, string? sectionKind)
    {
        List<int> starts = Starts(reading, segment, (r, block) => r.Blocks[block].Kind == BlockKind.Paragraph && r.Blocks[block].Length > 0 && r.Blocks[block].Box.Nearest(BoxKind.Quote) is null);
        int linked = starts.FindAll(block => reading.Cues[block].WebLinks > 0).Count;
        bool areSeparate = starts.Count >= 2 && (linked * 4 >= starts.Count * 3 || (sectionKind is "reading" && reading.Document.Format == DocumentFormat.PlainText && starts.TrueForAll(block => !reading.Cues[block].EndsWithColon)));
        if (areSeparate) return From(segment, starts, "bare paragraph");
        int first = segment.FindIndex(block => reading.Blocks[block].Length > 0);
        if (first < 0) first = 0;
        var draft = new ItemDraft { First = segment[first], Layout = "prose", IsUntitled = !IsLabelLine(reading, segment, first) };
        for (int i = 0; i < segment.Count; i++)
        {
            if (i != first) draft.Rest.Add(segment[i]);
        }

        draft.Rest.Sort();
        return [draft];
    }

    /// <summary>Prose whose first line is short and linked: the line names it.</summary>
    private static bool IsLabelLine(Reading reading, List<int> segment, int first) =>
        first + 1 < segment.Count && reading.Cues[segment[first]].IsLinked && reading.Cues[segment[first]].Width <= 140;

    private static List<ItemDraft> Each(List<int> segment, string layout) => [.. segment.Select(block => new ItemDraft { First = block, FirstIsHeading = true, Layout = layout })];

    private static List<ItemDraft> From(List<int> segment, List<int> starts, string layout)
    {
        List<ItemDraft> drafts = [];
        foreach (int block in segment)
        {
            if (starts.Contains(block)) drafts.Add(new ItemDraft { First = block, Layout = layout });
            else if (drafts.Count > 0) drafts[^1].Rest.Add(block);
        }

        return drafts;
    }

    private static List<int> Starts(Reading reading, List<int> segment, Func<Reading, int, bool> isStart) => segment.FindAll(block => isStart(reading, block));

    private static bool IsNumbered(Reading reading, int block) => reading.Cues[block].Ordinal.Kind is OrdinalKind.Arabic or OrdinalKind.Circled && !reading.Blocks[block].AfterBreak;

    private static bool IsAscending(Reading reading, List<int> blocks)
    {
        int wanted = reading.Cues[blocks[0]].Ordinal.Value;
        int hits = 0;
        foreach (int block in blocks)
        {
            if (reading.Cues[block].Ordinal.Value == wanted)
            {
                wanted++;
                hits++;
            }
        }

        return hits * 5 >= blocks.Count * 4;
    }

    private static bool IsTitleLine(Reading reading, int block) =>
        reading.Cues[block] is { IsLinked: true, Width: <= 200 } cues && reading.Blocks[block].Kind == BlockKind.Paragraph && cues.ForeignWidth + cues.OwnWidth > 3 && !IsPointer(reading, block);

    private static bool IsPointer(Reading reading, int block) => reading.Vocabulary.Is(VocabularyCategory.Pointer, reading.TextOf(block));

    private static bool IsRunIn(Reading reading, int block)
    {
        BlockCues cues = reading.Cues[block];
        if (cues.BoldLead == 0 || cues.IsBold || reading.Blocks[block].AfterBreak) return false;
        return Characters.Width(reading.TextOf(block)[..cues.BoldLead]) is >= 3 and <= 130;
    }

    private static bool IsLinkStart(Reading reading, int block) => reading.Cues[block] is { LinkLead: > 3, WebLinks: > 0 } && !IsPointer(reading, block);

    private static bool HasTextBetween(List<int> segment, List<int> titles) => segment.Count > titles.Count && segment.Count <= titles.Count * 12;

    private static int TextBlocks(Reading reading, List<int> segment) => segment.FindAll(block => reading.Blocks[block].Length > 0).Count;

    private static bool IsSemicolonList(Reading reading, List<int> segment)
    {
        if (segment.Count < 2) return false;
        for (int i = 0; i < segment.Count; i++)
        {
            BlockCues cues = reading.Cues[segment[i]];
            if (i < segment.Count - 1 ? !cues.EndsWithSemicolon : cues.Width > 300) return false;
        }

        return true;
    }
}
