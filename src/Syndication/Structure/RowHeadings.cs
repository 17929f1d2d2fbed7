using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Finds headings within data tables: header cells that have a row for themselves and stand over rows of cells, several in a table.</summary>
internal static class RowHeadings
{
    private const int Widest = 80;

    /// <summary>The blocks; none where a table has but one, which names its columns or the table.</summary>
    public static HashSet<int> Find(Reading reading)
    {
        Dictionary<Box, List<int>> byTable = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < reading.Count; i++)
        {
            Box box = reading.Blocks[i].Box;
            if (!reading.IsContent(i) || reading.Cues[i].Width is 0 or > Widest || box.Nearest(BoxKind.TableHeaderCell) is null || box.Nearest(BoxKind.TableRow) is not { } row) continue;
            if (row.Nearest(BoxKind.Table) is not { } table || IsIn(reading, i - 1, row) || IsIn(reading, i + 1, row) || i + 1 >= reading.Count || !reading.Blocks[i + 1].Box.IsWithin(table)) continue;
            if (!byTable.TryGetValue(table, out List<int>? rows)) byTable[table] = rows = [];
            rows.Add(i);
        }

        return [.. byTable.Values.Where(rows => rows.Count > 1).SelectMany(rows => rows)];
    }

    private static bool IsIn(Reading reading, int block, Box row) => block >= 0 && block < reading.Count && reading.Blocks[block].Box.IsWithin(row);
}
