namespace Syndication.Documents;

/// <summary>A container of blocks: an element of a page, a list of a Markdown file. Boxes form a tree; blocks point into it.</summary>
internal sealed class Box(int index, BoxKind kind, Box? parent)
{
    /// <summary>Position in <see cref="FlatDocument.Boxes"/>; a box has a higher index than its parent.</summary>
    public int Index { get; } = index;

    public BoxKind Kind { get; set; } = kind;

    public Box? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Lists around this box, itself included.</summary>
    public int ListDepth { get; } = (parent?.ListDepth ?? 0) + (kind is BoxKind.UnorderedList or BoxKind.OrderedList ? 1 : 0);

    /// <summary>The first number of an ordered list, or the number of a list item where it is printed; 0 where it is neither.</summary>
    public int Ordinal { get; set; }

    /// <summary>Whether it is not to be shown (<c>hidden</c>, <c>display:none</c>, a preheader), and with it what stands in it.</summary>
    public bool Hides { get; set; }

    /// <summary>Columns and rows that a table cell spans; 1 unless the source says otherwise.</summary>
    public int ColumnSpan { get; set; } = 1;

    public int RowSpan { get; set; } = 1;

    /// <summary>The nearest box of a kind, from this one upwards.</summary>
    public Box? Nearest(BoxKind wanted)
    {
        for (Box? box = this; box is not null; box = box.Parent)
        {
            if (box.Kind == wanted) return box;
        }

        return null;
    }

    public bool IsWithin(Box ancestor)
    {
        Box? box = this;
        while (box is not null && box.Depth > ancestor.Depth) box = box.Parent;
        return ReferenceEquals(box, ancestor);
    }
}
