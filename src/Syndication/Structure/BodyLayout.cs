using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Lays out the blocks under one heading as items: lists, then paragraphs by the way they start; prose always fits.</summary>
/// <param name="reading">The document.</param>
/// <param name="hasListedItems">Elsewhere in the document items are entries of lists or have headings: paragraphs without either are prose.</param>
internal sealed class BodyLayout(Reading reading, bool hasListedItems)
{
    /// <summary>Lays out a body.</summary>
    /// <param name="blocks">The blocks in reading order.</param>
    /// <param name="title">The section's title; <see langword="null"/> where there is none.</param>
    /// <param name="introduces">Items or sections follow below: prose without a layout of items introduces them.</param>
    /// <param name="known">What the publication's profile says of the section's items; <see langword="null"/> where nothing.</param>
    public SectionBody Read(List<int> blocks, string? title, bool introduces, KnownLayout? known = null)
    {
        ProfileLayout? profile = known is { } layout ? new ProfileLayout(reading, layout) : null;
        if (known is { IsPinned: true } && profile!.Pinned(blocks, title, introduces) is { } pinned) return pinned;
        KnownLayout? usual = known is { IsPinned: false } ? known : null;
        SectionBody body = Infer(blocks, title, introduces, usual);
        if (!introduces && Parted(blocks) is { Count: >= 3 } parts && body.Items.Count * 2 < parts.Count) return OfParts(parts);
        bool isOpen = usual is not null && !introduces && body.Items.TrueForAll(static item => item.Layout == ItemLayout.Prose);
        return isOpen ? profile!.Filled(blocks) ?? body : body;
    }

    /// <summary>What rules (<c>&lt;hr></c>) part, without what holds nothing.</summary>
    private List<List<int>> Parted(List<int> blocks)
    {
        List<List<int>> parts = [[]];
        foreach (int block in blocks)
        {
            if (reading.Blocks[block].Kind != BlockKind.Rule) parts[^1].Add(block);
            else if (parts[^1].Exists(inner => reading.Blocks[inner].Length > 0)) parts.Add([]);
        }

        if (parts.Count > 1 && !parts[^1].Exists(inner => reading.Blocks[inner].Length > 0))
        {
            parts[^2].AddRange(parts[^1]);
            parts.RemoveAt(parts.Count - 1);
        }

        return parts;
    }

    /// <summary>Texts that rules part and nothing else names: an item each.</summary>
    private SectionBody OfParts(List<List<int>> parts)
    {
        var body = new SectionBody();
        body.Items.AddRange(parts.Select(part => ParagraphLayout.OneText(reading, part, null)));
        return body;
    }

    private SectionBody Infer(List<int> blocks, string? title, bool introduces, KnownLayout? usual)
    {
        var body = new SectionBody();
        if (ParagraphLayout.Numbered(reading, blocks) is { Count: > 0 } numbered)
        {
            body.Intro.AddRange(blocks.TakeWhile(block => block != numbered[0].First));
            body.Items.AddRange(numbered);
            return body;
        }

        List<List<int>> segments = BodySegments.Of(reading, blocks);
        if (usual is { } layout && new ProfileLayout(reading, layout).OverLists(blocks, segments) is { } overLists) return overLists;
        List<ItemDraft>?[] lists = [.. segments.Select(segment => BodySegments.IsList(reading, segment) ? ListLayout.Read(reading, segment) : null)];
        bool listsAreItems = ListsAreItems(segments, lists, usual);
        for (int i = 0; i < segments.Count; i++)
        {
            List<int> segment = segments[i];
            if (lists[i] is { } entries && listsAreItems) body.Items.AddRange(entries);
            else if (BodySegments.IsTable(reading, segment) && TableLayout.Fits(reading, segment))
            {
                body.Intro.AddRange(TableLayout.Header(reading, segment));
                body.Items.AddRange(TableLayout.Read(reading, segment));
            }
            else if (listsAreItems) AddAround(body, segment, usual);
            else AddParagraphs(body, segment, title, introduces, usual);
        }

        return body;
    }

    /// <summary>Paragraphs before, between and after lists of items.</summary>
    private void AddAround(SectionBody body, List<int> segment, KnownLayout? usual)
    {
        if (ParagraphLayout.Items(reading, segment, usual) is { Count: > 0 } items && items[0].First == segment[0])
        {
            body.Items.AddRange(items);
        }
        else if (body.Items.Count == 0)
        {
            body.Intro.AddRange(segment);
        }
        else
        {
            body.Trailing.AddRange(segment);
        }
    }

    private void AddParagraphs(SectionBody body, List<int> segment, string? title, bool introduces, KnownLayout? usual)
    {
        if (ParagraphLayout.Items(reading, segment, usual) is { Count: > 0 } items)
        {
            foreach (int block in segment)
            {
                if (block >= items[0].First) break;
                body.Intro.Add(block);
            }

            body.Items.AddRange(items);
        }
        else if (body.Items.Count > 0 && body.Items[^1].Layout == ItemLayout.Prose)
        {
            body.Items[^1].Rest.AddRange(segment);
        }
        else if (body.Items.Count > 0)
        {
            body.Trailing.AddRange(segment);
        }
        else if (introduces)
        {
            body.Intro.AddRange(segment);
        }
        else
        {
            body.Items.AddRange(ParagraphLayout.Prose(reading, segment, title, hasListedItems));
        }
    }

    /// <summary>Lists are items unless they only support prose: points without links between paragraphs of text. Where that is open, they are what they are in other issues.</summary>
    private bool ListsAreItems(List<List<int>> segments, List<ItemDraft>?[] lists, KnownLayout? usual)
    {
        int entries = 0, linked = 0, prose = 0, links = 0, listed = 0, paragraphs = 0;
        bool announced = false;
        for (int i = 0; i < segments.Count; i++)
        {
            List<int> segment = segments[i];
            if (lists[i] is { } drafts)
            {
                announced |= i > 0 && reading.Cues[segments[i - 1][^1]] is { EndsWithColon: true, Width: > 60 };
                foreach (int block in segment) listed += reading.Cues[block].Width;
                entries += drafts.Count;
                linked += drafts.FindAll(draft => draft.Links > 0).Count;
            }
            else
            {
                foreach (int block in segment)
                {
                    if (reading.Cues[block].IsSentence && !reading.Cues[block].EndsWithColon)
                    {
                        prose += reading.Cues[block].Width;
                        paragraphs++;
                    }

                    links += reading.Cues[block].WebLinks;
                }
            }
        }

        if (entries == 0) return false;
        if (paragraphs >= 4 && prose >= listed * 3) return false;
        if (linked * 2 >= entries) return true;

        if (linked == 0 && entries > 2 && lists.Sum(drafts => drafts?.Count(NamesPerson) ?? 0) * 4 >= entries * 3) return false;

        // "We will talk about three topics:" and three lines: the points of a sentence.
        bool fits = prose < 160 && links <= 2 && !(announced && linked == 0);
        bool decided = usual switch
        {
            { IsOfSection: true, Layout: ItemLayout.ListEntry or ItemLayout.Definition } => true,
            { IsOfSection: true, Layout: ItemLayout.Prose } => paragraphs == 0 && fits,
            _ => fits,
        };
        if (decided && !fits)
        {
            foreach (List<ItemDraft>? drafts in lists) drafts?.ForEach(draft => draft.Known = usual);
        }

        return decided;
    }

    /// <summary>Two to four words that look like a name: one of those who made the issue.</summary>
    private bool NamesPerson(ItemDraft draft)
    {
        ReadOnlySpan<char> text = reading.TextOf(draft.First).Trim();
        return draft.Rest.Count == 0 && text.Length <= 40 && text.Count(' ') is >= 1 and <= 3 && NameReader.LooksLikeName(text);
    }
}
