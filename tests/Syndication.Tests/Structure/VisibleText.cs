using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Syndication.Tests.Structure;

/// <summary>What a reader of a page can see, by a walk of its own: every text that is not within an element that browsers do not show.</summary>
internal static class VisibleText
{
    private static readonly HashSet<string> unseen = new(StringComparer.Ordinal)
    {
        "head", "title", "script", "style", "template", "iframe", "object", "embed", "noembed", "noframes", "datalist", "canvas", "rp", "desc", "metadata", "defs",
    };

    /// <summary>The visible characters of a page in order, without white space.</summary>
    public static string Of(string html)
    {
        using IDocument page = new HtmlParser(new HtmlParserOptions { MaximumDepth = int.MaxValue }).ParseDocument(html);
        var text = new StringBuilder();
        var open = new Stack<INode>();
        if (page.Body is not null) open.Push(page.Body);
        while (open.TryPop(out INode? at))
        {
            if (at is IText { Data: var data }) AddTo(text, data);
            if (at is IElement element && unseen.Contains(element.LocalName)) continue;
            for (int i = at.ChildNodes.Length - 1; i >= 0; i--) open.Push(at.ChildNodes[i]);
        }

        return text.ToString();
    }

    /// <summary>A text without its white space.</summary>
    public static string WithoutSpace(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        AddTo(kept, text);
        return kept.ToString();
    }

    /// <summary>A text without its white space and what else takes no room, such as zero-width characters and byte order marks.</summary>
    public static string Seen(string text) => string.Concat(WithoutSpace(text).Where(static c => c is not ('\u00AD' or '\u034F' or '\u180E' or '\u3164' or '\uFEFF' or >= '\u200B' and <= '\u200D' or '\u2060')));

    private static void AddTo(StringBuilder kept, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c)) kept.Append(c);
        }
    }
}
