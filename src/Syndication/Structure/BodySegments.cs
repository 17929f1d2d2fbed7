using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>The blocks under a heading, split where lists or tables begin and end.</summary>
internal static class BodySegments
{
    /// <summary>Splits a body. A list right after a numbered one that ends with a colon belongs to its last item.</summary>
    public static List<List<int>> Of(Reading reading, List<int> blocks)
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

    public static bool IsList(Reading reading, List<int> segment) => reading.Blocks[segment[0]].Box.ListDepth > 0 || reading.Blocks[segment[0]].Box.Nearest(BoxKind.DefinitionList) is not null;

    public static bool IsTable(Reading reading, List<int> segment) => reading.Blocks[segment[0]].Box.Nearest(BoxKind.Table) is not null;

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
