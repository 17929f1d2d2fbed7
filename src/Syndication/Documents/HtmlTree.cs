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
    private int created;
    private long nodes;
    private INode? reached;

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
        var parser = new HtmlParser(Options with { OnCreated = tree.Count, MaximumDepth = tree.mostDepth + 2 * Interval });
        try
        {
            return parser.ParseDocument(html);
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }

    private void Count(IElement element, TextPosition position)
    {
        if (++created % Interval != 0)
        {
            reached ??= element;
            return;
        }

        // Only elements that the source has are reported, and before they have a parent: the tree grown since the last look is walked.
        if (reached?.Parent is null) reached = element.Owner?.DocumentElement;
        if (reached is null) return;
        int depth = 0;
        for (INode? at = reached; at is not null; at = at.Parent) depth++;
        while (Next(reached, ref depth) is { } next)
        {
            reached = next;
            nodes++;
            if (depth > mostDepth || nodes > mostNodes) throw new BeyondBoundsException();
        }
    }

    /// <summary>The node that follows in the order of the document; <see langword="null"/> at its end.</summary>
    private static INode? Next(INode node, ref int depth)
    {
        if (node.FirstChild is { } child)
        {
            depth++;
            return child;
        }

        int up = 0;
        for (INode? at = node; at is not null; at = at.Parent, up++)
        {
            if (at.NextSibling is not { } sibling) continue;
            depth -= up;
            return sibling;
        }

        return null;
    }

    private sealed class BeyondBoundsException : Exception;
}
