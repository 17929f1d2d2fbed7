using System.Globalization;
using AngleSharp.Dom;

namespace Syndication.Tool.Rendering;

/// <summary>Marks blocks in a page: what was found of each stands in elements of a name that no style sheet of a page knows, with its number before.</summary>
internal sealed class BlockMarks(IDocument page, IssueResult result)
{
    private readonly int[] anchors = InspectOutline.AnchorsOf(result);

    /// <summary>Marks what is still in the tree of the pieces of a block; false where nothing is.</summary>
    /// <param name="index">Which block.</param>
    /// <param name="pieces">Its pieces, which stand before those of blocks that were marked already.</param>
    internal bool Mark(int index, IEnumerable<TextPiece> pieces)
    {
        IElement? first = null;
        foreach (TextPiece piece in pieces)
        {
            if (!IsShown(piece.Node)) continue;
            IElement mark = Wrap(piece);
            mark.SetAttribute("data-b", Number(index));
            mark.SetAttribute("data-r", BlockCategory.Of(result.Decisions[index]).Key);
            first ??= mark;
        }

        if (first is not null) AddNumber(first, index);
        return first is not null;
    }

    private bool IsShown(IText text)
    {
        INode? at = text;
        while (at is not null && at != page.Body) at = at.Parent;
        return at is not null;
    }

    /// <summary>Puts a piece of a text into an element of its own; the node keeps what stands before it.</summary>
    private IElement Wrap(TextPiece piece)
    {
        IElement mark = page.CreateElement("issue-block");
        string text = piece.Node.Data;
        INode parent = piece.Node.Parent!;
        INode? next = piece.Node.NextSibling;
        parent.InsertBefore(mark, next);
        mark.AppendChild(page.CreateTextNode(text[piece.Start..piece.End]));
        if (piece.End < text.Length) parent.InsertBefore(page.CreateTextNode(text[piece.End..]), next);
        piece.Node.Data = text[..piece.Start];
        return mark;
    }

    /// <summary>The number is a link and so must not stand in one of the page.</summary>
    private void AddNumber(IElement mark, int index)
    {
        IElement before = mark;
        for (IElement? at = mark.ParentElement; at is not null; at = at.ParentElement)
        {
            if (at.LocalName == "a") before = at;
        }

        if (before.ParentElement is not { } parent || parent.LocalName is "table" or "tbody" or "thead" or "tfoot" or "tr" or "colgroup") return;
        IElement number = page.CreateElement("a");
        number.SetAttribute("data-n", Number(index));
        number.SetAttribute("data-r", BlockCategory.Of(result.Decisions[index]).Key);
        number.SetAttribute("href", string.Create(CultureInfo.InvariantCulture, $"#o{anchors[index]}"));
        number.SetAttribute("target", "_parent");
        number.SetAttribute("aria-label", $"Block {Number(index)}: {BlockCategory.Of(result.Decisions[index]).Label}");
        number.TextContent = Number(index);
        parent.InsertBefore(number, before);
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
