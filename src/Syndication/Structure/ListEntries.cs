using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>
/// The entries of lists and definition lists around each box, so that the entry at any depth is found in a few steps: lists stand hundreds of levels
/// deep in hostile pages, and every level asks for the entries of its own. Each entry has its parent and one jump further up (skew-binary pointers).
/// </summary>
internal sealed class ListEntries
{
    private readonly Box?[] nearest;
    private readonly Box?[] parent;
    private readonly Box?[] jump;
    private readonly int[] depth;
    private readonly int[] last;

    public ListEntries(FlatDocument document)
    {
        int count = document.Boxes.Count;
        nearest = new Box?[count];
        parent = new Box?[count];
        jump = new Box?[count];
        depth = new int[count];
        last = new int[count];
        for (int i = 0; i < count; i++)
        {
            Box box = document.Boxes[i];
            Box? above = box.Parent is null ? null : nearest[box.Parent.Index];
            if (!IsEntry(box))
            {
                nearest[i] = above;
                continue;
            }

            nearest[i] = box;
            parent[i] = above;
            depth[i] = DepthOf(above) + 1;

            // Two jumps of one length above each other are joined to one of twice the length.
            Box? far = above is null ? null : jump[above.Index];
            Box? further = far is null ? null : jump[far.Index];
            jump[i] = above is not null && DepthOf(above) - DepthOf(far) == DepthOf(far) - DepthOf(further) ? further : above;
        }

        for (int i = 0; i < document.Blocks.Count; i++)
        {
            if (nearest[document.Blocks[i].Box.Index] is { } entry) last[entry.Index] = i;
        }

        for (int i = count - 1; i > 0; i--)
        {
            if (parent[i] is { } around && ReferenceEquals(nearest[i], document.Boxes[i])) last[around.Index] = Math.Max(last[around.Index], last[i]);
        }
    }

    /// <summary>The last block that stands within an entry.</summary>
    public int LastBlock(Box entry) => last[entry.Index];

    /// <summary>How many entries are around a box, itself included.</summary>
    public int Around(Box box) => DepthOf(nearest[box.Index]);

    /// <summary>The entry around a box that has so many entries around it, itself included; <see langword="null"/> where it has not.</summary>
    public Box? At(Box box, int wanted)
    {
        Box? at = nearest[box.Index];
        if (wanted < 1) return null;
        while (at is not null && depth[at.Index] > wanted) at = DepthOf(jump[at.Index]) >= wanted ? jump[at.Index] : parent[at.Index];
        return at is not null && depth[at.Index] == wanted ? at : null;
    }

    private int DepthOf(Box? entry) => entry is null ? 0 : depth[entry.Index];

    private static bool IsEntry(Box box) => box.Kind is BoxKind.ListItem or BoxKind.DefinitionTerm or BoxKind.DefinitionDescription;
}
