using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Syndication.Tests.Structure;

/// <summary>HtmlSanitizer with its defaults (and <c>mailto:</c>, which content may carry as well): it must find nothing to remove.</summary>
internal static class SanitizingJudge
{
    private static readonly HashSet<string> elements = new(StringComparer.Ordinal)
    {
        "p", "h3", "h4", "h5", "h6", "pre", "code", "br", "hr", "a", "img", "ul", "ol", "li", "blockquote", "table", "tbody", "tr", "td", "th", "caption",
        "dl", "dt", "dd", "figure", "figcaption", "details", "summary", "strong", "em", "s", "mark", "q", "small", "u", "sub", "sup", "ruby", "rt",
    };

    private static readonly HashSet<string> attributes = new(StringComparer.Ordinal) { "href", "src", "alt", "width", "height", "start", "colspan", "rowspan" };

    /// <summary>Fails where the judge would change a piece of HTML, or where it holds an element or attribute that the writer does not know.</summary>
    public static void Pass(string html)
    {
        List<string> removed = [];
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.RemovingTag += (_, e) => removed.Add($"<{e.Tag.LocalName}>: {e.Reason}");
        sanitizer.RemovingAttribute += (_, e) => removed.Add($"{e.Attribute.Name}={e.Attribute.Value}: {e.Reason}");
        sanitizer.RemovingStyle += (_, e) => removed.Add($"{e.Style.Name}: {e.Reason}");
        sanitizer.RemovingAtRule += (_, e) => removed.Add("at-rule");
        sanitizer.RemovingComment += (_, e) => removed.Add($"<!--{e.Comment.Data}-->");
        string clean = sanitizer.Sanitize(html);
        Assert.Empty(removed);
        Assert.Equal(Serialized(html), Serialized(clean));
        CheckNames(html);
    }

    private static string Serialized(string html)
    {
        using IDocument page = new HtmlParser().ParseDocument(html);
        return page.Body!.InnerHtml;
    }

    private static void CheckNames(string html)
    {
        using IDocument page = new HtmlParser().ParseDocument($"<body>{html}");
        Assert.Empty(page.Head!.ChildNodes);
        Assert.All(page.Body!.QuerySelectorAll("*"), static element =>
        {
            Assert.Contains(element.LocalName, elements);
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            Assert.All(element.Attributes, static attribute => Assert.Contains(attribute.Name, attributes));
        });
        Assert.DoesNotContain(page.Body!.Descendants(), static node => node is IComment);
    }
}
