using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Items that are entries of a list, or terms of a definition list with what follows them.</summary>
internal static class ListLayout
{
    /// <summary>One draft per entry of the outermost list; entries of lists within are items within where they have links, text else.</summary>
    public static List<ItemDraft> Read(Reading reading, List<int> segment)
    {
        int depth = DepthOf(reading.Blocks[segment[0]].Box);
        List<ItemDraft> drafts = [];
        List<int> own = [];
        Box? entry = null;
        Box? list = null;
        Box? adopted = null;
        foreach (int block in segment)
        {
            Box? at = EntryAt(reading.Blocks[block].Box, depth);
            bool starts = at is not null && !ReferenceEquals(at, entry) && at.Kind != BoxKind.DefinitionDescription;

            // A second list that the entry before announces with a colon is that entry's.
            if (starts && list is not null && !ReferenceEquals(at!.Parent, list) && (ReferenceEquals(at.Parent, adopted) || reading.Cues[own[^1]].EndsWithColon))
            {
                adopted = at.Parent;
                starts = false;
            }

            if (starts) list ??= at!.Parent;
            if (starts && own.Count > 0)
            {
                drafts.Add(Draft(reading, own, depth));
                own = [];
            }

            if (starts) entry = at;
            own.Add(block);
        }

        if (own.Count > 0) drafts.Add(Draft(reading, own, depth));
        return drafts;
    }

    private static ItemDraft Draft(Reading reading, List<int> blocks, int depth)
    {
        int first = blocks.FindIndex(block => reading.Blocks[block].Length > 0);
        first = Math.Max(first, 0);
        var draft = new ItemDraft { First = blocks[first], Layout = "list entry" };
        for (int i = 0; i < first; i++) draft.Rest.Add(blocks[i]);
        List<int> inner = [];
        for (int i = first + 1; i < blocks.Count; i++)
        {
            (EntryAt(reading.Blocks[blocks[i]].Box, depth + 1) is { Kind: BoxKind.ListItem } ? inner : draft.Rest).Add(blocks[i]);
        }

        if (inner.Count > 0)
        {
            List<ItemDraft> items = Read(reading, inner);
            int linked = items.FindAll(item => Links(reading, item) > 0).Count;
            if (linked * 2 >= items.Count && draft.Rest.TrueForAll(block => block < inner[0])) draft.Items.AddRange(items);
            else draft.Rest.AddRange(inner);
            draft.Rest.Sort();
        }

        return draft;
    }

    private static int Links(Reading reading, ItemDraft draft)
    {
        int links = reading.Cues[draft.First].WebLinks;
        foreach (int block in draft.Rest) links += reading.Cues[block].WebLinks;
        foreach (ItemDraft item in draft.Items) links += Links(reading, item);
        return links;
    }

    /// <summary>How many lists are around the outermost entry of a block, itself included.</summary>
    private static int DepthOf(Box box)
    {
        int depth = 0;
        for (Box? at = box; at is not null; at = at.Parent)
        {
            if (IsEntry(at)) depth++;
        }

        return depth == 0 ? 1 : depth;
    }

    private static Box? EntryAt(Box box, int depth)
    {
        int level = 0;
        for (Box? at = box; at is not null; at = at.Parent)
        {
            if (IsEntry(at)) level++;
        }

        for (Box? at = box; at is not null; at = at.Parent)
        {
            if (!IsEntry(at)) continue;
            if (level == depth) return at;
            level--;
        }

        return null;
    }

    private static bool IsEntry(Box box) => box.Kind is BoxKind.ListItem or BoxKind.DefinitionTerm or BoxKind.DefinitionDescription;
}
