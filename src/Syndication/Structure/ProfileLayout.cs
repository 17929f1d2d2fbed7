using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Lays out the blocks under one heading as the publication's profile says: as a person pinned it, or as other issues have it where this one leaves it open.</summary>
/// <param name="reading">The document.</param>
/// <param name="known">What the profile says.</param>
internal sealed class ProfileLayout(Reading reading, KnownLayout known)
{
    /// <summary>A body set as a person says; <see langword="null"/> where nothing in it is.</summary>
    /// <param name="blocks">The blocks in reading order.</param>
    /// <param name="title">The section's title; <see langword="null"/> where there is none.</param>
    /// <param name="introduces">Items or sections follow below.</param>
    public SectionBody? Pinned(List<int> blocks, string? title, bool introduces)
    {
        if (blocks.Count == 0) return null;
        switch (known.Layout)
        {
            case ItemLayout.Heading:
                return introduces ? Whole(blocks) : null;
            case ItemLayout.Prose:
                return introduces ? null : Marked([], [ParagraphLayout.OneText(reading, blocks, title)]);
            case ItemLayout.ListEntry or ItemLayout.Definition:
                return FromSegments(blocks, BodySegments.IsList, static (_, _) => [], ListLayout.Read);
            case ItemLayout.TableRow:
                return FromSegments(blocks, BodySegments.IsTable, TableLayout.Header, TableLayout.Read);
            default:
                return FromStarts(blocks, ParagraphLayout.StartsOf(reading, blocks, known.Layout));
        }
    }

    /// <summary>A body in which nothing is plainly set as an item, as other issues have it; <see langword="null"/> where it does not look so.</summary>
    public SectionBody? Filled(List<int> blocks)
    {
        if (known.Layout == ItemLayout.TableRow)
        {
            return FromSegments(blocks, (_, segment) => BodySegments.IsTable(reading, segment) && TableLayout.Fits(reading, segment, known.IsOfSection ? 1 : 2), TableLayout.Header, TableLayout.Read);
        }

        List<int> starts = ParagraphLayout.StartsOf(reading, blocks, known.Layout);
        return starts.Count > 0 && LooksSo(blocks, starts) ? FromStarts(blocks, starts) : null;
    }

    /// <summary>
    /// A body of items that other issues set as paragraphs, with lists under them: the lists belong to the paragraphs. <see langword="null"/> where it does
    /// not look so.
    /// </summary>
    public SectionBody? OverLists(List<int> blocks, List<List<int>> segments)
    {
        if (!known.IsOfSection || known.Layout is not (ItemLayout.BoldStart or ItemLayout.LinkedLine)) return null;
        List<int> starts = ParagraphLayout.StartsOf(reading, blocks, known.Layout);
        if (starts.Count == 0 || starts[0] != FirstText(blocks)) return null;
        int lists = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            if (!BodySegments.IsList(reading, segments[i])) continue;
            if (i == 0 || !segments[i - 1].Exists(block => starts.BinarySearch(block) >= 0)) return null;
            lists++;
        }

        return lists > 0 ? FromStarts(blocks, starts) : null;
    }

    /// <summary>In a section that other issues have, one item at its head is enough; elsewhere there must be several, and not much beside them.</summary>
    private bool LooksSo(List<int> blocks, List<int> starts)
    {
        int texts = blocks.FindAll(block => reading.Blocks[block].Length > 0).Count;
        bool leads = known.IsOfSection && starts[0] == FirstText(blocks);
        bool several = starts.Count >= 2 && starts.Count * (known.IsOfSection ? 4 : 3) >= texts;
        return known.Layout switch
        {
            ItemLayout.Numbered => leads && reading.Cues[starts[0]].Ordinal.Value == 1,
            ItemLayout.BareParagraph => known.IsOfSection && starts.FindAll(block => reading.Cues[block].WebLinks > 0).Count * 4 >= starts.Count * 3,
            ItemLayout.LinkedLine => leads && starts[^1] != blocks[^1],
            ItemLayout.LinkStart => leads || (several && known.IsOfSection),
            ItemLayout.SemicolonLine => false,
            _ => leads || several,
        };
    }

    private SectionBody? FromStarts(List<int> blocks, List<int> starts) =>
        starts.Count == 0 ? null : Marked(blocks.TakeWhile(block => block != starts[0]), ParagraphLayout.From(blocks, starts, known.Layout));

    private SectionBody? FromSegments(List<int> blocks, Func<Reading, List<int>, bool> holds, Func<Reading, List<int>, List<int>> header, Func<Reading, List<int>, List<ItemDraft>> read)
    {
        var body = new SectionBody();
        foreach (List<int> segment in BodySegments.Of(reading, blocks))
        {
            if (holds(reading, segment))
            {
                body.Intro.AddRange(header(reading, segment));
                body.Items.AddRange(read(reading, segment));
            }
            else
            {
                (body.Items.Count == 0 ? body.Intro : body.Trailing).AddRange(segment);
            }
        }

        return body.Items.Count == 0 ? null : Marked(body);
    }

    private static SectionBody Whole(List<int> blocks)
    {
        var body = new SectionBody();
        body.Intro.AddRange(blocks);
        return body;
    }

    private SectionBody Marked(IEnumerable<int> intro, List<ItemDraft> items)
    {
        var body = new SectionBody();
        body.Intro.AddRange(intro);
        body.Items.AddRange(items);
        return Marked(body);
    }

    private SectionBody Marked(SectionBody body)
    {
        foreach (ItemDraft item in body.Items) item.Known = known;
        return body;
    }

    private int FirstText(List<int> blocks) => blocks.Find(block => reading.Blocks[block].Length > 0);
}
