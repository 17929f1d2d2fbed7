using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Syndication.Archives.Exporting;

/// <summary>Writes the HTML of a content as Markdown (CommonMark with tables). What Markdown has no words for stays HTML.</summary>
internal static class HtmlMarkdown
{
    private static readonly HashSet<string> containers = new(StringComparer.Ordinal) { "div", "section", "article", "figure", "figcaption", "details", "summary", "body" };

    private static readonly HashSet<string> kept = new(StringComparer.Ordinal) { "table", "dl" };

    private static readonly HashSet<string> inlineKept = new(StringComparer.Ordinal) { "sub", "sup", "ruby", "mark", "u", "ins", "small", "kbd", "samp", "var", "q", "abbr", "dfn", "cite", "bdi", "bdo" };

    /// <summary>What ends an address that stands without brackets.</summary>
    private static readonly SearchValues<char> awkward = SearchValues.Create(" ()<>\\");

    /// <summary>The Markdown of a content, without a line break at its end.</summary>
    public static string Of(string html)
    {
        IElement body = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}</body>").Body!;
        var text = new StringBuilder();
        Blocks(text, body, "");
        return text.ToString().Trim('\n');
    }

    /// <summary>A text with everything escaped that Markdown would read as markup.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '~' or '|' or '!' or '$' || (c == '&' && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] == '#'))) escaped.Append('\\');
            escaped.Append(c is '\r' or '\n' ? ' ' : c);
        }

        return escaped.ToString();
    }

    private static void Blocks(StringBuilder text, INode parent, string indent)
    {
        var inline = new List<INode>();
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IElement element && IsBlock(element))
            {
                Paragraph(text, inline, indent);
                Block(text, element, indent);
            }
            else
            {
                inline.Add(node);
            }
        }

        Paragraph(text, inline, indent);
    }

    private static bool IsBlock(IElement element) => containers.Contains(element.LocalName) || kept.Contains(element.LocalName) || element.LocalName is "p" or "ul" or "ol" or "blockquote" or "pre" or "hr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static void Block(StringBuilder text, IElement element, string indent)
    {
        switch (element.LocalName)
        {
            case "p":
                Paragraph(text, [.. element.ChildNodes], indent);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                // A heading within a content is no part of the issue's outline.
                Start(text, indent).Append('<').Append(element.LocalName).Append('>').Append(element.InnerHtml.ReplaceLineEndings(" ")).Append("</").Append(element.LocalName).Append(">\n");
                break;
            case "ul" or "ol":
                List(text, element, indent);
                break;
            case "blockquote":
                var quoted = new StringBuilder();
                Blocks(quoted, element, "");
                Start(text, indent);
                text.Length -= indent.Length;
                foreach (string line in quoted.ToString().Trim('\n').Split('\n')) text.Append(indent).Append(line.Length == 0 ? ">" : "> ").Append(line).Append('\n');
                break;
            case "pre":
                Code(text, element, indent);
                break;
            case "hr":
                Start(text, indent).Append("* * *\n");
                break;
            case string name when kept.Contains(name):
                Start(text, indent).Append(Html(element)).Append('\n');
                break;
            default:
                Blocks(text, element, indent);
                break;
        }
    }

    private static void List(StringBuilder text, IElement list, string indent)
    {
        int number = int.TryParse(list.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int start) ? start : 1;
        if (list.HasAttribute("reversed") || list.Children.Any(c => c.HasAttribute("value") || c.LocalName != "li") || number < 0)
        {
            Start(text, indent).Append(Html(list)).Append('\n');
            return;
        }

        bool isFirst = true;
        foreach (IElement item in list.Children)
        {
            string marker = list.LocalName == "ul" ? "- " : string.Create(CultureInfo.InvariantCulture, $"{number++}. ");
            var inner = new StringBuilder();
            Blocks(inner, item, "");
            string[] lines = inner.ToString().Trim('\n').Split('\n');
            if (isFirst) Start(text, indent);
            else text.Append(indent);
            isFirst = false;
            text.Append(marker).Append(lines[0]).Append('\n');
            string further = indent + new string(' ', marker.Length);
            foreach (string line in lines.AsSpan(1)) text.Append(line.Length == 0 ? "" : further).Append(line).Append('\n');
        }
    }

    private static void Code(StringBuilder text, IElement pre, string indent)
    {
        string code = pre.TextContent.ReplaceLineEndings("\n").Trim('\n');
        string fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal)) fence += "`";
        Start(text, indent).Append(fence).Append('\n');
        foreach (string line in code.Split('\n')) text.Append(indent).Append(line).Append('\n');
        text.Append(indent).Append(fence).Append('\n');
    }

    private static void Paragraph(StringBuilder text, List<INode> nodes, string indent)
    {
        var line = new StringBuilder();
        foreach (INode node in nodes) Inline(line, node);
        nodes.Clear();
        string[] lines = [.. line.ToString().Split('\n').Select(l => l.Trim(' ', '\t'))];
        if (lines.All(l => l.Length == 0)) return;
        Start(text, indent).AppendJoin("\n" + indent, lines.Select(Guard)).Append('\n');
    }

    /// <summary>A line that would begin something else than a paragraph.</summary>
    private static string Guard(string line)
    {
        if (line.Length == 0) return line;
        if (line[0] is '-' or '+' or '=' or ':') return "\\" + line;
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
    }

    private static void Inline(StringBuilder text, INode node)
    {
        if (node is IText words)
        {
            text.Append(Escape(Collapse(words.Data)));
            return;
        }

        if (node is not IElement element) return;
        switch (element.LocalName)
        {
            case "br":
                text.Append("\\\n");
                break;
            case "a" when element.GetAttribute("href") is { } href:
                text.Append('[');
                Children(text, element);
                text.Append("](").Append(Address(href)).Append(')');
                break;
            case "img":
                text.Append("![").Append(Escape(element.GetAttribute("alt") ?? "")).Append("](").Append(Address(element.GetAttribute("src") ?? "")).Append(')');
                break;
            case "code" when !element.TextContent.Contains('`', StringComparison.Ordinal) && element.TextContent.Trim().Length > 0:
                text.Append('`').Append(element.TextContent.ReplaceLineEndings(" ")).Append('`');
                break;
            case "strong" or "b":
                Wrapped(text, element, "**");
                break;
            case "em" or "i":
                Wrapped(text, element, "*");
                break;
            case "code" or "s" or "del":
                text.Append(Html(element));
                break;
            case string name when inlineKept.Contains(name):
                text.Append(Html(element));
                break;
            default:
                Children(text, element);
                break;
        }
    }

    /// <summary>Emphasis is markup only where no space stands within its ends, and safely so only between spaces or the like.</summary>
    private static void Wrapped(StringBuilder text, IElement element, string mark)
    {
        var inner = new StringBuilder();
        Children(inner, element);
        string words = inner.ToString();
        string trimmed = words.Trim();
        bool isPlain = trimmed.Length > 0 && !trimmed.Contains('\n', StringComparison.Ordinal) && trimmed == words && !char.IsPunctuation(trimmed[0]) && !char.IsPunctuation(trimmed[^1]) && (text.Length == 0 || text[^1] is ' ' or '\n');
        if (isPlain) text.Append(mark).Append(words).Append(mark);
        else text.Append(Html(element));
    }

    private static void Children(StringBuilder text, IElement element)
    {
        foreach (INode child in element.ChildNodes) Inline(text, child);
    }

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!isSpace) collapsed.Append(c);
            else if (collapsed.Length == 0 || collapsed[^1] != ' ') collapsed.Append(' ');
        }

        return collapsed.ToString();
    }

    private static string Address(string url) => url.AsSpan().ContainsAny(awkward) ? $"<{url.Replace("\\", "%5C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>" : url;

    /// <summary>An element as HTML in which no blank line ends it.</summary>
    private static string Html(IElement element) => element.OuterHtml.ReplaceLineEndings("\n").Replace("\n\n", "\n&#10;", StringComparison.Ordinal).Replace("\n", element.LocalName is "pre" ? "&#10;" : " ", StringComparison.Ordinal);

    private static StringBuilder Start(StringBuilder text, string indent)
    {
        if (text.Length > 0) text.Append('\n');
        return text.Append(indent);
    }
}
