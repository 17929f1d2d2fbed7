using System.Globalization;
using AngleSharp.Dom;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Syndication.Documents;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Syndication.Tool.Rendering;

/// <summary>A Markdown text as a page, as Markdig writes it.</summary>
internal static class MarkdownPage
{
    private const string Offset = "data-offset";

    /// <summary>The page; <see langword="null"/> where the text nests too deeply for one.</summary>
    internal static string? Of(string text)
    {
        FrontMatter front = FrontMatter.Take(text);
        if (MarkdownDocumentReader.Parse(front.Body) is not { } document) return null;
        foreach (MarkdownBlock block in document.Descendants<MarkdownBlock>())
            block.GetAttributes().AddPropertyIfNotExist(Offset, (block.Span.Start + front.Offset).ToString(CultureInfo.InvariantCulture));
        try
        {
            return $"<body dir=\"auto\">{document.ToHtml(MarkdownDocumentReader.Pipeline)}";
        }
        catch (ArgumentException)
        {
            // Brackets that nothing closes nest as deep as the text is long, beyond what Markdig writes.
            return null;
        }
    }

    /// <summary>Where in the text an element of the page begins; -1 where unknown.</summary>
    internal static int OffsetOf(IElement element) => int.TryParse(element.GetAttribute(Offset), NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset : -1;
}
