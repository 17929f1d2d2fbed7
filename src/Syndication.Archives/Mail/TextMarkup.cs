using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Syndication.Archives.Mail;

/// <summary>Writes the text of a mail as HTML where it stands in one page with others: paragraphs, quotes, lists, addresses.</summary>
internal static partial class TextMarkup
{
    private const int ShortLine = 50;

    /// <summary>Appends a text.</summary>
    public static void Append(StringBuilder page, string text)
    {
        var paragraph = new List<string>();
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            string line = raw.TrimEnd().ToString();
            if (line.Length == 0 || paragraph.Count > 0 && Kind(line) != Kind(paragraph[0]) && !(Kind(paragraph[0]) == 'l' && line[0] is ' ' or '\t'))
            {
                Flush(page, paragraph);
            }

            if (line.Length > 0) paragraph.Add(line);
        }

        Flush(page, paragraph);
    }

    /// <summary>A line of a quote, of a list, or of a paragraph.</summary>
    private static char Kind(string line) => line[0] == '>' ? 'q' : Marker().IsMatch(line) ? 'l' : 'p';

    private static void Flush(StringBuilder page, List<string> lines)
    {
        if (lines.Count == 0) return;
        switch (Kind(lines[0]))
        {
            case 'q':
                page.Append("<blockquote>\n");
                AppendParagraph(page, lines.ConvertAll(line => line.TrimStart('>', ' ')));
                page.Append("</blockquote>\n");
                break;
            case 'l':
                AppendList(page, lines);
                break;
            default:
                AppendParagraph(page, lines);
                break;
        }

        lines.Clear();
    }

    private static void AppendParagraph(StringBuilder page, List<string> lines)
    {
        bool areLines = lines.Count > 1 && lines.TrueForAll(line => line.Length < ShortLine);
        page.Append("<p>");
        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0) page.Append(areLines ? "<br>\n" : "\n");
            AppendLine(page, lines[i].Trim());
        }

        page.Append("</p>\n");
    }

    private static void AppendList(StringBuilder page, List<string> lines)
    {
        page.Append("<ul>\n");
        for (int i = 0; i < lines.Count; i++)
        {
            if (Marker().Match(lines[i]) is { Success: true } marker)
            {
                page.Append(i == 0 ? "<li>" : "</li>\n<li>");
                AppendLine(page, lines[i][marker.Length..]);
            }
            else
            {
                page.Append('\n');
                AppendLine(page, lines[i].Trim());
            }
        }

        page.Append("</li>\n</ul>\n");
    }

    private static void AppendLine(StringBuilder page, string line)
    {
        int at = 0;
        foreach (Match address in Address().Matches(line))
        {
            string url = address.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"');
            if (url.EndsWith(')') && !url.Contains('(', StringComparison.Ordinal)) url = url[..^1];
            page.Append(WebUtility.HtmlEncode(line[at..address.Index]));
            page.Append("<a href=\"").Append(WebUtility.HtmlEncode(url)).Append("\">").Append(WebUtility.HtmlEncode(url)).Append("</a>");
            at = address.Index + url.Length;
        }

        page.Append(WebUtility.HtmlEncode(line[at..]));
    }

    [GeneratedRegex(@"^\s{0,3}[-*•‣·]\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
