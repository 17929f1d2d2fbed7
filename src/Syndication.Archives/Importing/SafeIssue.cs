using System.Collections.Immutable;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Syndication.Model;

namespace Syndication.Archives.Importing;

/// <summary>Issues whose HTML another program wrote: a content that holds anything but what this library writes itself is replaced by its text.</summary>
internal static class SafeIssue
{
    private static readonly HashSet<string> elements = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var", "wbr",
    };

    private static readonly HashSet<string> attributes = new(StringComparer.Ordinal)
    {
        "href", "src", "alt", "title", "lang", "dir", "start", "value", "reversed", "type", "colspan", "rowspan", "width", "height", "datetime", "cite", "open", "class", "rel", "span", "align", "id", "loading", "scope", "headers",
    };

    private static readonly HashSet<string> addresses = new(StringComparer.Ordinal) { "href", "src", "cite" };

    /// <summary>The issue, with the contents that are not safe as plain text.</summary>
    public static Issue Of(Issue issue, out int unsafeContents)
    {
        int count = 0;
        Issue safe = issue with
        {
            Preface = Safe(issue.Preface),
            Closing = Safe(issue.Closing),
            Sections = Each(issue.Sections, SafeSection),
            Url = IsWeb(issue.Url) ? issue.Url : null,
            Related = Each(issue.Related, r => IsWeb(r.Url) ? r : r with { Url = null }),
        };
        unsafeContents = count;
        return safe;

        Content? Safe(Content? content)
        {
            if (content is null || IsSafe(content.Html)) return content;
            count++;
            return content with { Html = string.Concat(content.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>")) };
        }

        Section SafeSection(Section section) => section with { Content = Safe(section.Content), Items = Each(section.Items, SafeItem), Sections = Each(section.Sections, SafeSection) };

        Item SafeItem(Item item) => item with { Content = Safe(item.Content), Items = Each(item.Items, SafeItem), Links = [.. item.Links.Where(l => IsWeb(l.Url))] };
    }

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> values, Func<T, T> change) => values.IsEmpty ? values : [.. values.Select(change)];

    private static bool IsWeb(string? url) => url is null || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static bool IsSafe(string html)
    {
        // No content has it, and a long one would cost the parser the square of its length.
        if (html.Contains("<meta", StringComparison.OrdinalIgnoreCase)) return false;
        IDocument page = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}</body>");
        if (page.Head is { HasChildNodes: true } || page.Body is not { } body || body.Attributes.Length > 0) return false;
        foreach (INode node in body.GetDescendants())
        {
            if (node is IComment) return false;
            if (node is not IElement element) continue;
            if (!elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml") return false;
            foreach (IAttr attribute in element.Attributes)
            {
                if (!attributes.Contains(attribute.Name)) return false;
                if (addresses.Contains(attribute.Name) && !IsAllowed(attribute.Value)) return false;
            }
        }

        return true;
    }

    private static bool IsAllowed(string address) =>
        IsWeb(address) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || address.StartsWith('#') || !address.Contains(':', StringComparison.Ordinal) && !address.StartsWith('\\');
}
