using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Items that are the rows of a data table.</summary>
internal static class TableLayout
{
    /// <summary>Whether most rows, of as many as there have to be, lead somewhere: a table of news rather than of figures.</summary>
    public static bool Fits(Reading reading, List<int> segment, int atLeast = 2)
    {
        int rows = 0, linked = 0;
        foreach (ItemDraft draft in Read(reading, segment))
        {
            rows++;
            if (reading.Cues[draft.First].ForeignWidth > 0 || draft.Rest.Exists(block => reading.Cues[block].ForeignWidth > 0)) linked++;
        }

        return rows >= atLeast && linked * 2 >= rows;
    }

    /// <summary>The cells that only name the columns: rows of header cells before the first other.</summary>
    public static List<int> Header(Reading reading, List<int> segment) =>
        [.. segment.TakeWhile(block => reading.Blocks[block].Box.Nearest(BoxKind.TableHeaderCell) is not null || reading.Blocks[block].Box.Kind == BoxKind.Caption)];

    public static List<ItemDraft> Read(Reading reading, List<int> segment)
    {
        List<ItemDraft> drafts = [];
        Box? row = null;
        foreach (int block in segment[Header(reading, segment).Count..])
        {
            Box box = reading.Blocks[block].Box;
            Box? own = box.Nearest(BoxKind.TableRow);
            if (own is not null && ReferenceEquals(own, row)) drafts[^1].Rest.Add(block);
            else drafts.Add(new ItemDraft { First = block, Layout = ItemLayout.TableRow });
            row = own;
        }

        return drafts;
    }
}
