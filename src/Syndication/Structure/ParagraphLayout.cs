using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Items among paragraphs without a list: by ordinals, by linked or bold starts, by semicolons; else prose.</summary>
internal static class ParagraphLayout
{
    /// <summary>The ways in which paragraphs are set as items, the plainest first.</summary>
    private static readonly string[] plainestFirst = [ItemLayout.SemicolonLine, ItemLayout.Numbered, ItemLayout.LinkedLine, ItemLayout.BoldStart, ItemLayout.LinkStart];

    /// <summary>The items of a segment by the layout that fits best; of several that fit, by the one that the section has in other issues. None where no layout fits.</summary>
    public static List<ItemDraft> Items(Reading reading, List<int> segment, KnownLayout? usual = null)
    {
        List<ItemDraft> best = [];
        for (int i = 0; best.Count == 0 && i < plainestFirst.Length; i++) best = Fitting(reading, segment, plainestFirst[i]);
        if (usual is not { IsOfSection: true } known || best.Count == 0 || best[0].Layout == known.Layout || Fitting(reading, segment, known.Layout) is not { Count: > 0 } others || others[0].Layout != known.Layout) return best;
        foreach (ItemDraft item in others) item.Known = known;
        return others;
    }

    private static List<ItemDraft> Fitting(Reading reading, List<int> segment, string layout)
    {
        if (layout is ItemLayout.Numbered or ItemLayout.Bulleted) return Numbered(reading, segment);
        List<int> starts = StartsOf(reading, segment, layout);
        bool fits = starts.Count > 0 && layout switch
        {
            ItemLayout.SemicolonLine => IsSemicolonList(reading, segment),
            ItemLayout.LinkedLine => LeadText(segment, starts),
            ItemLayout.BoldStart => starts.Count >= 2 && starts[0] == segment[0],
            ItemLayout.LinkStart => starts.Count >= 2 && starts.Count * 3 >= TextBlocks(reading, segment) * 2,
            _ => false,
        };
        if (!fits) return [];
        if (layout == ItemLayout.LinkedLine) starts = WithLinkStarts(reading, segment, starts);
        return layout == ItemLayout.SemicolonLine ? Each(segment, layout) : From(segment, starts, layout);
    }

    /// <summary>The blocks that could each start an item set in one way; none for layouts that are not of paragraphs.</summary>
    public static List<int> StartsOf(Reading reading, List<int> blocks, string layout) => layout switch
    {
        ItemLayout.SemicolonLine => blocks.FindAll(block => reading.Blocks[block].Length > 0),
        ItemLayout.Numbered => Starts(reading, blocks, IsNumbered),
        ItemLayout.Bulleted => Starts(reading, blocks, IsBulleted),
        ItemLayout.LinkedLine => Starts(reading, blocks, IsTitleLine),
        ItemLayout.BoldStart => Starts(reading, blocks, IsRunIn),
        ItemLayout.LinkStart => Starts(reading, blocks, IsLinkStart),
        ItemLayout.BareParagraph => Starts(reading, blocks, static (reading, block) => StandsAlone(reading, block) && reading.Blocks[block].Box.ListDepth == 0),
        _ => [],
    };

    /// <summary>Paragraphs that are counted or have bullets typed before them, each with what follows it, lists included; none where nothing is counted.</summary>
    public static List<ItemDraft> Numbered(Reading reading, List<int> blocks)
    {
        List<int> numbered = Starts(reading, blocks, IsNumbered);
        List<int> bulleted = Starts(reading, blocks, IsBulleted);
        bool counts = numbered.Count >= 2 && IsAscending(reading, numbered);
        if (counts && !(bulleted.Count > numbered.Count && bulleted[0] < numbered[0])) return From(blocks, numbered, ItemLayout.Numbered);
        return bulleted.Count >= 2 || (bulleted.Count == 1 && bulleted[0] == blocks[0]) ? From(blocks, bulleted, ItemLayout.Bulleted) : [];
    }

    /// <summary>A segment that no layout fits: paragraphs of their own where each stands for something, else one item of prose.</summary>
    public static List<ItemDraft> Prose(Reading reading, List<int> segment, string? title, bool hasListedItems)
    {
        List<int> starts = Starts(reading, segment, StandsAlone);
        if (starts.Count >= 2 && AreSeparate(reading, starts, reading.Vocabulary.SectionKindOf(title), hasListedItems))
        {
            List<ItemDraft> paragraphs = From(segment, starts, ItemLayout.BareParagraph);
            paragraphs[0].Rest.InsertRange(0, segment.TakeWhile(block => block != starts[0]));
            return paragraphs;
        }

        return [OneText(reading, segment, title)];
    }

    /// <summary>All of a segment as one item of prose.</summary>
    public static ItemDraft OneText(Reading reading, List<int> segment, string? title)
    {
        int first = Math.Max(segment.FindIndex(block => reading.Blocks[block].Length > 0), 0);
        var draft = new ItemDraft
        {
            First = segment[first],
            Layout = ItemLayout.Prose,
            IsUntitled = !IsLabelLine(reading, segment, first) && !TellsOfItsLink(reading, segment[first]),
            Title = NamedInFirstSentence(reading, segment[first], title),
        };
        for (int i = 0; i < segment.Count; i++)
        {
            if (i != first) draft.Rest.Add(segment[i]);
        }

        return draft;
    }

    /// <summary>Whether text starts with the link that it is about; a mere list of links is about none of them.</summary>
    private static bool TellsOfItsLink(Reading reading, int block) => IsLinkStart(reading, block) && reading.Cues[block].PlainWidth * 3 > reading.Cues[block].Width;

    private static bool StandsAlone(Reading reading, int block) =>
        reading.Blocks[block] is { Kind: BlockKind.Paragraph, Length: > 0, AfterBreak: false } at && at.Box.Nearest(BoxKind.Quote) is null;

    /// <summary>
    /// Whether paragraphs are items each: nearly all lead somewhere, in a section that is called as lists of news are, or in an issue that has no
    /// other items; and in plain text, which has lost its links, in a list of readings.
    /// </summary>
    private static bool AreSeparate(Reading reading, List<int> starts, string? kind, bool hasListedItems)
    {
        int linked = starts.FindAll(block => reading.Cues[block].WebLinks > 0).Count;
        if (linked * 4 >= starts.Count * 3) return kind is not (null or "quote") || !hasListedItems;
        bool lostLinks = reading.Document.Format == DocumentFormat.PlainText && linked == 0;
        return lostLinks && kind is "reading" && starts.TrueForAll(block => !reading.Cues[block].EndsWithColon);
    }

    /// <summary>"The crate of the week is …": the first sentence names the section and one link, which is what the section tells of.</summary>
    private static TitleCut? NamedInFirstSentence(Reading reading, int block, string? title)
    {
        if (title is null || reading.Cues[block].WebLinks == 0) return null;
        Block at = reading.Blocks[block];
        foreach (Run run in reading.Document.RunsOf(at))
        {
            if (run.Link < 0 || run.Length == 0) continue;
            ReadOnlySpan<char> before = reading.Document.Text.AsSpan(at.Start, run.Start - at.Start);
            bool names = before.Length < 80 && before.Contains(title, StringComparison.OrdinalIgnoreCase) && before.IndexOfAny('.', '。', '!') < 0;
            return names && run.Length <= 60 ? new TitleCut(run.Start, run.End, at.Start, null, "the first sentence names it") : null;
        }

        return null;
    }

    /// <summary>Prose whose first line is short and linked, or that starts with a link and a dash or colon: the link names it.</summary>
    private static bool IsLabelLine(Reading reading, List<int> segment, int first)
    {
        BlockCues cues = reading.Cues[segment[first]];
        if (first + 1 < segment.Count && cues.IsLinked && cues.Width <= 140) return true;
        ReadOnlySpan<char> rest = reading.TextOf(segment[first])[cues.LinkLead..].TrimStart();
        return cues.LinkLead > 0 && !rest.IsEmpty && rest[0] is ':' or '：' or '—' or '–' or '-' or '|';
    }

    private static List<ItemDraft> Each(List<int> segment, string layout) => [.. segment.Select(block => new ItemDraft { First = block, FirstIsHeading = true, Layout = layout })];

    /// <summary>An item from each start to the next.</summary>
    public static List<ItemDraft> From(List<int> segment, List<int> starts, string layout)
    {
        List<ItemDraft> drafts = [];
        foreach (int block in segment)
        {
            if (starts.BinarySearch(block) >= 0) drafts.Add(new ItemDraft { First = block, Layout = layout });
            else if (drafts.Count > 0) drafts[^1].Rest.Add(block);
        }

        return drafts;
    }

    /// <summary>A link over several lines is one card: it starts where the link does.</summary>
    private static List<int> Starts(Reading reading, List<int> segment, Func<Reading, int, bool> isStart) => segment.FindAll(block => isStart(reading, block) && !GoesOnInLink(reading, block));

    private static bool GoesOnInLink(Reading reading, int block)
    {
        if (block == 0 || reading.Blocks[block].RunCount == 0 || reading.Blocks[block - 1].RunCount == 0) return false;
        int link = reading.Document.RunsOf(reading.Blocks[block])[0].Link;
        return link >= 0 && reading.Document.RunsOf(reading.Blocks[block - 1])[^1].Link == link;
    }

    private static bool IsNumbered(Reading reading, int block) => reading.Cues[block].Ordinal.Kind is OrdinalKind.Arabic or OrdinalKind.Circled && reading.Blocks[block].Box.ListDepth == 0;

    private static bool IsBulleted(Reading reading, int block) => reading.Cues[block].Ordinal.Kind is OrdinalKind.Bullet && reading.Blocks[block].Box.ListDepth == 0;

    /// <summary>Whether numbers count up; a hand may lose one on the way.</summary>
    private static bool IsAscending(Reading reading, List<int> blocks)
    {
        int wanted = reading.Cues[blocks[0]].Ordinal.Value;
        int hits = 0;
        foreach (int block in blocks)
        {
            int value = reading.Cues[block].Ordinal.Value;
            if (value - wanted is not (0 or 1)) continue;
            wanted = value + 1;
            hits++;
        }

        return hits * 5 >= blocks.Count * 4;
    }

    private static bool IsTitleLine(Reading reading, int block) =>
        reading.Cues[block] is { IsLinked: true, Width: <= 200 } cues && reading.Blocks[block].Kind == BlockKind.Paragraph && cues.ForeignWidth + cues.OwnWidth > 1 && !Folding.TrimToWords(reading.TextOf(block)).IsEmpty && !IsPointer(reading, block);

    private static bool IsPointer(Reading reading, int block) => reading.Vocabulary.Is(WordClass.Pointer, reading.TextOf(block));

    private static bool IsRunIn(Reading reading, int block)
    {
        BlockCues cues = reading.Cues[block];
        if (cues.BoldLead == 0 || cues.IsBold || reading.Blocks[block].AfterBreak) return false;
        return Characters.Width(reading.TextOf(block)[..cues.BoldLead]) is >= 3 and <= 130;
    }

    /// <summary>Whether a paragraph starts with a link that names something.</summary>
    public static bool IsLinkStart(Reading reading, int block) => reading.Cues[block] is { LinkLead: > 3, WebLinks: > 0 } && !IsPointer(reading, block);

    /// <summary>Whether the first line is a title, and most titles stand over text: a linked line at the end is no title.</summary>
    private static bool LeadText(List<int> segment, List<int> titles)
    {
        if (titles[0] != segment[0]) return false;
        if (titles.Count > 1 && titles[^1] == segment[^1] && titles.Count <= 2) titles.RemoveAt(titles.Count - 1);
        int over = titles.FindAll(title => title != segment[^1] && titles.BinarySearch(segment[segment.BinarySearch(title) + 1]) < 0).Count;
        return over * 2 >= titles.Count && segment.Count <= titles.Count * 12;
    }

    /// <summary>Some editors set the titles that have a line to say on that line: paragraphs that start with a link are items too where they are many, and no title stands right over them.</summary>
    private static List<int> WithLinkStarts(Reading reading, List<int> segment, List<int> titles)
    {
        List<int> others = segment.FindAll(block => IsLinkStart(reading, block) && !reading.Cues[block].IsLinked && !reading.Blocks[block].AfterBreak && titles.BinarySearch(block) < 0 && titles.BinarySearch(block - 1) < 0);
        return others.Count * 2 < titles.Count ? titles : [.. titles.Concat(others).Order()];
    }

    private static int TextBlocks(Reading reading, List<int> segment) => segment.FindAll(block => reading.Blocks[block].Length > 0).Count;

    private static bool IsSemicolonList(Reading reading, List<int> segment)
    {
        if (segment.Count < 2 || reading.Blocks[segment[0]].Box.ListDepth > 0) return false;
        for (int i = 0; i < segment.Count; i++)
        {
            BlockCues cues = reading.Cues[segment[i]];
            if (i < segment.Count - 1 ? !cues.EndsWithSemicolon : cues.Width > 300) return false;
        }

        return true;
    }
}
