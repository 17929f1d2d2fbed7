using AngleSharp.Dom;
using AngleSharp.Text;

namespace Syndication.Documents;

/// <summary>Copies a page that AngleSharp has in its own tree into ours, so that there is one way to read a page.</summary>
internal static class PageCopy
{
    public static Page Of(IDocument document, PinnedElements? pinned = null)
    {
        var page = new Page(new TextSource(""));
        if (document.DocumentElement is not { } root) return page;
        PageElement copy = Element(root, pinned);
        page.AddNode(copy);
        var pending = new Stack<(INode From, PageNode To)>();
        pending.Push((root, copy));
        while (pending.TryPop(out (INode From, PageNode To) next))
        {
            foreach (INode node in next.From.ChildNodes)
            {
                if (node is IText text)
                {
                    next.To.AppendText(text.Data);
                }
                else if (node is IElement element)
                {
                    PageElement inner = Element(element, pinned);
                    next.To.AddNode(inner);
                    pending.Push((element, inner));
                }
            }
        }

        return page;
    }

    private static PageElement Element(IElement element, PinnedElements? pinned)
    {
        var copy = new PageElement(HtmlElements.KindOf(element.LocalName), element.Flags) { Position = element.SourceReference?.Position.Position - 1 ?? -1, Pins = pinned?.Of(element) ?? BlockPins.None };
        foreach (IAttr attribute in element.Attributes) copy.Add(attribute.Name.AsMemory(), attribute.Value.AsMemory());
        return copy;
    }
}
