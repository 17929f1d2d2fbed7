using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Items that are the rows of a data table.</summary>
internal static class TableLayout
{
    /// <summary>Whether most rows lead somewhere: a table of news rather than of figures.</summary>
    public static bool Fits(Reading reading, List<int> segment)
    {
        int rows = 0, linked = 0;
        foreach (ItemDraft draft in Read(reading, segment))
        {
            rows++;
            int links = reading.Cues[draft.First].WebLinks;
            foreach (int block in draft.Rest) links += reading.Cues[block].WebLinks;
            if (links > 0) linked++;
        }

        return rows >= 2 && linked * 3 >= rows * 2;
    }

    public static List<ItemDraft> Read(Reading reading, List<int> segment)
    {
        List<ItemDraft> drafts = [];
        Box? row = null;
        foreach (int block in segment)
        {
            Box box = reading.Blocks[block].Box;
            Box? own = box.Nearest(BoxKind.TableRow);
            if (own is not null && ReferenceEquals(own, row)) drafts[^1].Rest.Add(block);
            else drafts.Add(new ItemDraft { First = block, Layout = "table row" });
            row = own;
        }

        return drafts;
    }
}
