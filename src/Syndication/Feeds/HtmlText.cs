using System.Buffers;
using System.Net;
using System.Text;

namespace Syndication.Feeds;

/// <summary>The words of HTML that a feed carries, where only plain text has a place. Not for showing as HTML.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly string[] Breaking =
        ["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre", "section", "article", "figure", "hr", "dt", "dd"];

    private static readonly string[] Paragraphs = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul", "ol"];

    /// <summary>Whether a text that may be either is HTML: it has a tag or a character reference.</summary>
    public static bool IsLikely(string text)
    {
        for (int i = text.AsSpan().IndexOfAny('<', '&'); i >= 0 && i + 2 < text.Length;)
        {
            if (text[i] == '<' ? IsTag(text, i) : IsReference(text.AsSpan(i + 1))) return true;
            int next = text.AsSpan(i + 1).IndexOfAny('<', '&');
            if (next < 0) return false;
            i += next + 1;
        }

        return false;
    }

    /// <summary>The text: tags, comments, scripts and styles are removed, blocks become lines, character references become characters.</summary>
    public static string Of(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return html;
        var text = new StringBuilder(html.Length);
        int at = 0;
        while (at < html.Length)
        {
            int open = html.IndexOf('<', at);
            if (open < 0) break;
            if (!IsTag(html, open))
            {
                text.Append(WebUtility.HtmlDecode(html[at..(open + 1)]));
                at = open + 1;
                continue;
            }

            text.Append(WebUtility.HtmlDecode(html[at..open]));
            at = AfterTag(html, open);
            ReadOnlySpan<char> name = NameOf(html.AsSpan(open));
            if (IsOneOf(name, Breaking)) Break(text, IsOneOf(name, Paragraphs) ? 2 : 1);
            if (html[open + 1] != '/' && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                int end = html.IndexOf("</" + name.ToString(), at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? html.Length : end;
            }
        }

        text.Append(WebUtility.HtmlDecode(html[at..]));
        return text.ToString().Trim();
    }

    private static void Break(StringBuilder text, int lines)
    {
        int have = 0;
        while (have < text.Length && text[^(have + 1)] == '\n') have++;
        if (have == text.Length) return;
        for (; have < lines; have++) text.Append('\n');
    }

    private static bool IsTag(string text, int open) =>
        open + 2 < text.Length && (char.IsAsciiLetter(text[open + 1]) || (text[open + 1] is '/' or '!' && (char.IsAsciiLetter(text[open + 2]) || text[open + 2] == '-')));

    private static bool IsReference(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(';');
        return end is > 1 and < 12 && (text[0] == '#' ? char.IsAsciiLetterOrDigit(text[1]) : !text[..end].ContainsAnyExcept(NameCharacters));
    }

    private static int AfterTag(string html, int open)
    {
        if (html.AsSpan(open).StartsWith("<!--"))
        {
            int end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        char quote = '\0';
        for (int i = open + 1; i < html.Length; i++)
        {
            char c = html[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && html[i - 1] == '=') quote = c;
            else if (c == '>') return i + 1;
        }

        return html.Length;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        tag = tag[1..].TrimStart('/');
        int end = 0;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end])) end++;
        return tag[..end];
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, string[] names)
    {
        foreach (string other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
