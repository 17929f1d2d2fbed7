using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace Syndication.Archives.Exporting;

/// <summary>The way back: exported Markdown as HTML, and what it says.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    private static readonly HashSet<string> blocks = new(StringComparer.Ordinal) { "p", "div", "ul", "ol", "blockquote", "pre", "table", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "figure", "section" };

    private static readonly HashSet<string> lines = new(StringComparer.Ordinal) { "li", "tr", "dt", "dd", "br" };

    public static string Of(string markdown) => Markdown.ToHtml(markdown, pipeline).Trim('\n');

    /// <summary>The plain text of HTML: paragraphs parted by a blank line, list items by a line break.</summary>
    public static string TextOf(string html)
    {
        var text = new StringBuilder();
        Walk(text, Parse(html), isCode: false);
        return text.ToString().Trim();
    }

    /// <summary>The web links of HTML in order, each with its words.</summary>
    public static List<(string Url, string? Text)> LinksOf(string html) =>
        [.. Parse(html).QuerySelectorAll("a[href]").Select(a => (a.GetAttribute("href")!, NullIfEmpty(a.TextContent))).Where(l => l.Item1.StartsWith("http", StringComparison.OrdinalIgnoreCase))];

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Parse(string html) => new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}</body>").Body!;

    private static void Walk(StringBuilder text, INode node, bool isCode)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText words)
            {
                if (isCode) text.Append(words.Data);
                else Append(text, words.Data);
            }
            else if (child is IElement element)
            {
                if (blocks.Contains(element.LocalName)) Break(text, 2);
                else if (lines.Contains(element.LocalName)) Break(text, 1);
                else if (element.LocalName == "td" && text.Length > 0 && text[^1] is not ('\n' or ' ')) text.Append(' ');
                Walk(text, element, isCode || element.LocalName == "pre");
                if (blocks.Contains(element.LocalName)) Break(text, 2);
            }
        }
    }

    private static void Append(StringBuilder text, string words)
    {
        foreach (char c in words)
        {
            if (c is not (' ' or '\t' or '\n' or '\r')) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    private static void Break(StringBuilder text, int count)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length == 0) return;
        int there = 0;
        while (there < text.Length && there < count && text[^(there + 1)] == '\n') there++;
        text.Append('\n', count - there);
    }
}
