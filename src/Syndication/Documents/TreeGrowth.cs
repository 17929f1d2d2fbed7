using AngleSharp.Dom;
using AngleSharp.Text;

namespace Syndication.Documents;

/// <summary>Watches AngleSharp's own tree while it grows, and stops it beyond a depth and a number of nodes.</summary>
internal sealed class TreeGrowth(int mostDepth, long mostNodes)
{
    private const int Interval = 64;

    private readonly List<(INode Node, int Seen)> path = [];
    private int created;
    private long nodes;

    /// <summary>Only elements that the source has are reported, before they stand in the tree: now and then what has grown since is walked.</summary>
    public void Count(IElement element, TextPosition position)
    {
        if (++created % Interval != 0 || element.Owner is not { } document) return;
        if (path.Count == 0) path.Add((document, 0));
        while (Next() is { } next)
        {
            if (next is IElement) path.Add((next, 0));
            if (path.Count > mostDepth || ++nodes > mostNodes) throw new BeyondBoundsException();
        }
    }

    /// <summary>The node after the last one walked, in the order of the document. The path to it stays: any element on it may be open and grow.</summary>
    private INode? Next()
    {
        for (int i = path.Count - 1; i >= 0; i--)
        {
            (INode node, int seen) = path[i];
            INodeList children = node.ChildNodes;
            if (seen >= children.Length) continue;
            path.RemoveRange(i + 1, path.Count - i - 1);
            path[i] = (node, seen + 1);
            return children[seen];
        }

        return null;
    }
}
