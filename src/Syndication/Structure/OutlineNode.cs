namespace Syndication.Structure;

/// <summary>A heading with what stands under it; the root has no heading.</summary>
internal sealed class OutlineNode(int heading, HeadingStyle? style, OutlineNode? parent)
{
    /// <summary>The block of the heading; -1 for the root.</summary>
    public int Heading { get; } = heading;

    public HeadingStyle? Style { get; } = style;

    public OutlineNode? Parent { get; } = parent;

    /// <summary>Blocks of content between the heading and the first heading under it.</summary>
    public List<int> Body { get; } = [];

    public List<OutlineNode> Children { get; } = [];

    /// <summary>On the root: blocks after the list of related issues that stand under no heading any more.</summary>
    public List<int> Tail { get; } = [];

    /// <summary>Adds the blocks of the heading and of all below it, in reading order.</summary>
    public void FoldInto(List<int> blocks)
    {
        blocks.Add(Heading);
        blocks.AddRange(Body);
        foreach (OutlineNode child in Children) child.FoldInto(blocks);
    }
}
