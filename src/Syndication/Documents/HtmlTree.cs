using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Syndication.Documents;

/// <summary>
/// Makes AngleSharp's tree of a page, within bounds: tags that nest without end take it time by the square of their depth, and forty kilobytes of
/// formatting that is never closed become millions of elements (HTML Living Standard §13.2.4.3: each paragraph reopens all of it).
/// </summary>
internal sealed class HtmlTree
{
    private const int Interval = 64;
    private const int NodesPerBlock = 10;
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true, IsScripting = false };

    private readonly int mostDepth;
    private readonly long mostNodes;
    private readonly List<(INode Node, int Seen)> path = [];
    private int created;
    private long nodes;

    private HtmlTree(Limits limits)
    {
        mostDepth = Math.Clamp(limits.MaxDepth, HtmlParserOptions.DefaultMaximumDepth, 8 * HtmlParserOptions.DefaultMaximumDepth);
        mostNodes = (long)limits.MaxBlocks * NodesPerBlock;
    }

    /// <summary>Parses a page; <see langword="null"/> where its tree would be deeper or larger than is good.</summary>
    public static IDocument? Parse(string html, Limits limits)
    {
        var tree = new HtmlTree(limits);

        // Where elements are deeper than the parser's own limit it puts text out of order, so that limit is beyond ours.
        var parser = new HtmlParser(Options with { OnCreated = tree.Count, MaximumDepth = tree.mostDepth + 2 * Interval, IsKeepingSourceReferences = limits.KeepPositions });
        try
        {
            return parser.ParseDocument(html);
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }

    /// <summary>Only elements that the source has are reported, before they stand in the tree: now and then what has grown since is walked.</summary>
    private void Count(IElement element, TextPosition position)
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

    private sealed class BeyondBoundsException : Exception;
}
