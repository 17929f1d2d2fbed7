using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Syndication.Model;

/// <summary>
/// Writes the HTML of an entry as Markdown (CommonMark 0.31) that reads back to the same text and links. What CommonMark has no words for
/// (tables, definitions, underlined words) stays HTML, as it allows.
/// </summary>
internal static class HtmlMarkdown
{
    private const int MaxDepth = 200;

    /// <summary>The Markdown without a line break at its end; <see langword="null"/> where the HTML is empty, not well-formed XML, or nested beyond reason.</summary>
    public static string? Of(string html)
    {
        try
        {
            var body = XElement.Parse($"<body>{html}</body>", LoadOptions.PreserveWhitespace);
            if (DepthOf(body) > MaxDepth) return null;
            List<string> lines = Blocks(body);
            return lines.Count == 0 ? null : string.Join('\n', lines);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static int DepthOf(XElement body)
    {
        int deepest = 0;
        using XmlReader reader = body.CreateReader();
        while (reader.Read()) deepest = Math.Max(deepest, reader.Depth);
        return deepest;
    }

    private static List<string> Blocks(XElement parent)
    {
        var lines = new List<string>();
        var words = new List<XNode>();
        string? before = null;
        foreach (XNode node in parent.Nodes())
        {
            if (node is not XElement element || !IsBlock(element))
            {
                words.Add(node);
                continue;
            }

            if (Paragraph(lines, words)) before = null;
            string name = element.Name.LocalName;
            List<string> block = Block(element);
            if (block.Count == 0) continue;
            if (lines.Count > 0) lines.Add("");
            if (name is "ul" or "ol" && before == name) lines.AddRange(["<!-- -->", ""]); // else the two lists would be one
            lines.AddRange(block);
            before = name;
        }

        Paragraph(lines, words);
        return lines;
    }

    private static bool IsBlock(XElement element) => element.Name.LocalName is "p" or "ul" or "ol" or "blockquote" or "pre" or "hr" or "table" or "dl" or "figure"
        or "figcaption" or "details" or "div" or "section" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static List<string> Block(XElement element)
    {
        string name = element.Name.LocalName;
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                string heading = string.Join(' ', MarkdownInlines.Lines(element.Nodes()));
                return heading.Length == 0 ? [] : [new string('#', name[1] - '0') + " " + heading];
            case "ul" or "ol":
                return Items(element);
            case "blockquote":
                return [.. Blocks(element).Select(static line => line.Length == 0 ? ">" : "> " + line)];
            case "pre":
                return Code(element);
            case "hr":
                return ["***"];
            case "table" or "dl" or "details":
                return [MarkdownInlines.Html(element)];
            default:
                return Blocks(element);
        }
    }

    private static List<string> Items(XElement list)
    {
        bool isOrdered = list.Name.LocalName == "ol";
        int number = int.TryParse(list.Attribute("start")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int start) && start < 900_000_000 ? start : 1;
        var lines = new List<string>();
        foreach (XElement item in list.Elements())
        {
            string marker = isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            string indent = new(' ', marker.Length);
            List<string> inner = Blocks(item);
            if (inner.Count == 0) continue;
            for (int i = 0; i < inner.Count; i++) lines.Add(i == 0 ? marker + inner[i] : inner[i].Length == 0 ? "" : indent + inner[i]);
        }

        return lines;
    }

    private static List<string> Code(XElement pre)
    {
        string code = pre.Value.Trim('\n');
        string fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return code.Length == 0 ? [] : [fence, .. code.Split('\n'), fence];
    }

    private static bool Paragraph(List<string> lines, List<XNode> words)
    {
        List<string> paragraph = MarkdownInlines.Lines(words);
        words.Clear();
        if (paragraph.Count == 0) return false;
        if (lines.Count > 0) lines.Add("");
        for (int i = 0; i < paragraph.Count; i++) lines.Add(i < paragraph.Count - 1 ? paragraph[i] + "\\" : paragraph[i]);
        return true;
    }
}
