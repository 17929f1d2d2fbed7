using System.Text;
using System.Xml.Linq;

namespace Syndication.Model;

/// <summary>Writes the words of a paragraph as Markdown: emphasis, links, pictures, code, and everything escaped that would read as markup.</summary>
internal static class MarkdownInlines
{
    /// <summary>The lines of a paragraph, parted where the HTML breaks them; none is empty.</summary>
    public static List<string> Lines(IEnumerable<XNode> nodes)
    {
        var text = new StringBuilder();
        foreach (XNode node in nodes) Append(text, node, isStyled: false);
        return [.. text.ToString().Split('\n').Select(static line => line.Trim(' ')).Where(static line => line.Length > 0).Select(Guarded)];
    }

    /// <summary>An element as HTML in one line: a blank line would end it.</summary>
    public static string Html(XElement element)
    {
        var copy = new XElement(element);
        foreach (XElement empty in copy.DescendantsAndSelf().Where(static one => one.IsEmpty && one.Name.LocalName is not ("img" or "br" or "hr"))) empty.Add("");
        return copy.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("&#10;");
    }

    private static void Append(StringBuilder text, XNode node, bool isStyled)
    {
        if (node is XText words) Escape(text, words.Value);
        if (node is not XElement element) return;
        string name = element.Name.LocalName;
        switch (name)
        {
            case "br":
                text.Append('\n');
                break;
            case "a" when element.Attribute("href") is { } href:
                if (text.Length > 0 && text[^1] == '!') text.Insert(text.Length - 1, '\\');
                text.Append('[');
                AppendAll(text, element, isStyled);
                AppendAddress(text.Append(']'), href.Value);
                break;
            case "img" when element.Attribute("src") is { } source:
                Escape(text.Append("!["), element.Attribute("alt")?.Value ?? "");
                AppendAddress(text.Append(']'), source.Value);
                break;
            case "strong" or "em" when !isStyled && IsSafelyStyled(text, element):
                string mark = name == "strong" ? "**" : "*";
                AppendAll(text.Append(mark), element, isStyled: true);
                text.Append(mark);
                break;
            case "code" when !element.HasElements && IsPlainCode(text, element.Value):
                text.Append('`').Append(element.Value).Append('`');
                break;
            case "strong" or "em" or "s" or "mark" or "q" or "small" or "u" or "sub" or "sup" or "code" or "ruby" or "rt":
                text.Append('<').Append(name).Append('>');
                AppendAll(text, element, isStyled: true);
                text.Append("</").Append(name).Append('>');
                break;
            default:
                AppendAll(text, element, isStyled);
                break;
        }
    }

    private static void AppendAll(StringBuilder text, XElement parent, bool isStyled)
    {
        foreach (XNode node in parent.Nodes()) Append(text, node, isStyled);
    }

    // Where a letter stands at both inner ends, asterisks are emphasis whatever stands around them (CommonMark 0.31 §6.2).
    private static bool IsSafelyStyled(StringBuilder text, XElement element) =>
        element is { FirstNode: XText { Value: [var first, ..] }, LastNode: XText { Value: [.., var last] } } && char.IsLetterOrDigit(first) && char.IsLetterOrDigit(last)
        && (text.Length == 0 || text[^1] != '*') && !element.Descendants().Any(static inner => inner.Name.LocalName == "br");

    private static bool IsPlainCode(StringBuilder text, string code) =>
        code.Length > 0 && code[0] != ' ' && code[^1] != ' ' && code.AsSpan().IndexOfAny('`', '\n', '\t') < 0 && (text.Length == 0 || text[^1] != '`');

    private static void Escape(StringBuilder text, string words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            char c = words[i];
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
                continue;
            }

            bool isMarkup = c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '|'
                || (c == '&' && i + 1 < words.Length && (char.IsAsciiLetter(words[i + 1]) || words[i + 1] == '#'))
                || (c == '#' && (text.Length == 0 || !char.IsLetterOrDigit(text[^1])));
            if (isMarkup) text.Append('\\');
            text.Append(c);
        }
    }

    private static void AppendAddress(StringBuilder text, string url)
    {
        bool isBare = url.Length > 0 && url.AsSpan().IndexOfAny(" ()<>") < 0;
        text.Append(isBare ? "(" : "(<");
        foreach (char c in url)
        {
            if (c is '\\' or '<' or '>') text.Append('\\');
            if (c == '&' && url.Contains(';', StringComparison.Ordinal)) text.Append("&amp;"); // Markdig takes an escaped one for a reference
            else if (c is not ('\n' or '\r')) text.Append(c);
        }

        text.Append(isBare ? ")" : ">)");
    }

    /// <summary>A line that would begin a list, or make a heading of the line before.</summary>
    private static string Guarded(string line)
    {
        if (line[0] is '-' or '+' or '=') return "\\" + line;
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
    }
}
