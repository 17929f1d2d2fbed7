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
    public SectionBody Read(List<int> blocks, string? title, bool introduces)
    {
        var body = new SectionBody();
        if (ParagraphLayout.Numbered(reading, blocks) is { Count: > 0 } numbered)
        {
            body.Intro.AddRange(blocks.TakeWhile(block => block != numbered[0].First));
            body.Items.AddRange(numbered);
            return body;
        }

        List<List<int>> segments = Segments(blocks);
        List<ItemDraft>?[] lists = [.. segments.Select(segment => IsList(segment) ? ListLayout.Read(reading, segment) : null)];
        bool listsAreItems = ListsAreItems(segments, lists);
        for (int i = 0; i < segments.Count; i++)
        {
            List<int> segment = segments[i];
            if (lists[i] is { } entries && listsAreItems) body.Items.AddRange(entries);
            else if (IsTable(segment) && TableLayout.Fits(reading, segment))
            {
                body.Intro.AddRange(TableLayout.Header(reading, segment));
                body.Items.AddRange(TableLayout.Read(reading, segment));
            }
            else if (listsAreItems) AddAround(body, segment);
            else AddParagraphs(body, segment, title, introduces);
        }

        return body;
    }

    /// <summary>Paragraphs before, between and after lists of items.</summary>
    private void AddAround(SectionBody body, List<int> segment)
    {
        if (ParagraphLayout.Items(reading, segment) is { Count: > 0 } items && items[0].First == segment[0])
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

    private void AddParagraphs(SectionBody body, List<int> segment, string? title, bool introduces)
    {
        if (ParagraphLayout.Items(reading, segment) is { Count: > 0 } items)
        {
            foreach (int block in segment)
            {
                if (block >= items[0].First) break;
                body.Intro.Add(block);
            }

            body.Items.AddRange(items);
        }
        else if (body.Items.Count > 0 && body.Items[^1].Layout == "prose")
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

    /// <summary>Lists are items unless they only support prose: points without links between paragraphs of text.</summary>
    private bool ListsAreItems(List<List<int>> segments, List<ItemDraft>?[] lists)
    {
        int entries = 0, linked = 0, prose = 0, links = 0, listed = 0, paragraphs = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            List<int> segment = segments[i];
            if (lists[i] is { } drafts)
            {
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
        return prose < 160 && links <= 2;
    }

    private bool IsList(List<int> segment) => reading.Blocks[segment[0]].Box.ListDepth > 0 || reading.Blocks[segment[0]].Box.Nearest(BoxKind.DefinitionList) is not null;

    private bool IsTable(List<int> segment) => reading.Blocks[segment[0]].Box.Nearest(BoxKind.Table) is not null;

    /// <summary>Splits where lists or tables begin and end. A list right after a numbered one that ends with a colon belongs to its last item.</summary>
    private List<List<int>> Segments(List<int> blocks)
    {
        List<List<int>> segments = [];
        Box? container = null;
        Box? adopted = null;
        foreach (int block in blocks)
        {
            Box? own = ContainerOf(reading.Blocks[block].Box);
            bool goesOn = segments.Count > 0 && own is not null && container is not null && !ReferenceEquals(own, container)
                && (ReferenceEquals(own, adopted) || (own.Kind is BoxKind.UnorderedList && container.Kind is BoxKind.OrderedList && reading.Cues[segments[^1][^1]].EndsWithColon));
            if (segments.Count == 0 || (!ReferenceEquals(own, container) && !goesOn)) segments.Add([]);
            segments[^1].Add(block);
            if (goesOn) adopted = own;
            else container = own;
        }

        return segments;
    }

    /// <summary>The outermost list, definition list or data table around a block.</summary>
    private static Box? ContainerOf(Box box)
    {
        Box? outer = null;
        for (Box? at = box; at is not null; at = at.Parent)
        {
            if (at.Kind is BoxKind.UnorderedList or BoxKind.OrderedList or BoxKind.DefinitionList or BoxKind.Table) outer = at;
        }

        return outer;
    }
}
