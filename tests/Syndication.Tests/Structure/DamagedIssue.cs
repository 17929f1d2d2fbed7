using System.Text;
using System.Text.RegularExpressions;

namespace Syndication.Tests.Structure;

/// <summary>An issue as it may come out of a broken export: the same text with less, wrong or half of its markup. Without chance: the same damage every time.</summary>
internal static partial class DamagedIssue
{
    /// <summary>Every kind of damage, by name. What it does to markup that the issue does not have is nothing.</summary>
    public static readonly IReadOnlyDictionary<string, Func<string, string>> Kinds = new Dictionary<string, Func<string, string>>(StringComparer.Ordinal)
    {
        ["whole"] = static text => text,
        ["cut in half"] = static text => text[..(text.Length / 2)],
        ["cut at a fifth"] = static text => text[..(text.Length / 5)],
        ["cut near the end"] = static text => text[..(text.Length * 9 / 10)],
        ["without headings"] = static text => MarkdownHeading().Replace(Heading().Replace(text, "${open}p${rest}"), ""),
        ["without lists"] = static text => MarkdownItem().Replace(List().Replace(text, "<${end}div"), "\n${text}"),
        ["without bold"] = static text => Bold().Replace(text.Replace("**", "", StringComparison.Ordinal), ""),
        ["without styles"] = static text => Style().Replace(text, ""),
        ["without links"] = static text => MarkdownLink().Replace(Link().Replace(text, ""), "${text}"),
        ["without markup"] = static text => MarkdownItem().Replace(MarkdownHeading().Replace(Tag().Replace(text, " ").Replace("**", "", StringComparison.Ordinal), ""), "\n${text}"),
        ["in one line"] = static text => text.Contains("</", StringComparison.Ordinal) ? Block().Replace(text, " ") : text.ReplaceLineEndings(" "),
        ["tags shuffled"] = static text => Shuffled(text),
        ["headings shuffled"] = static text => ShuffledHeadings(text),
        ["decoded wrongly"] = static text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)),
        ["letters lost"] = static text => Lossy(text),
    };

    private static string Shuffled(string text)
    {
        string[] names = ["p", "h2", "li", "div", "h3", "blockquote", "td"];
        uint state = 12345;
        string html = AnyBlock().Replace(text, match => $"{match.Groups["open"].Value}{names[Next(ref state) % names.Length]}{match.Groups["rest"].Value}");
        return html != text ? html : string.Join('\n', text.Split('\n').Select(line => (Next(ref state) % 4) switch { 0 => "## " + line.TrimStart('#', '*', '-', ' '), 1 => line.TrimStart('#', '*', '-', ' '), _ => line }));
    }

    private static string ShuffledHeadings(string text)
    {
        uint state = 99;
        string html = Heading().Replace(text, match => $"{match.Groups["open"].Value}h{(Next(ref state) % 6) + 1}{match.Groups["rest"].Value}");
        return html != text ? html : MarkdownHeading().Replace(text, match => new string('#', (int)(Next(ref state) % 6) + 1) + " ");
    }

    private static string Lossy(string text)
    {
        uint state = 7;
        var lossy = new StringBuilder(text.Length);
        foreach (char c in text) lossy.Append(c > '\u007F' && Next(ref state) % 5 == 0 ? '\uFFFD' : c);
        return lossy.ToString();
    }

    private static uint Next(ref uint state)
    {
        state = (state * 1664525) + 1013904223;
        return state >> 8;
    }

    [GeneratedRegex(@"(?<open></?)h[1-6]\b(?<rest>[^>]*>)", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^#{1,6} +", RegexOptions.Multiline)]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"<(?<end>/?)(?:ul|ol|li|dl|dt|dd)\b", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"\n[ \t]*(?:[-*+]|\d+\.) +(?<text>.*)")]
    private static partial Regex MarkdownItem();

    [GeneratedRegex(@"</?(?:b|strong)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\b(?:style|bgcolor|color|size|align)=(?:""[^""]*""|'[^']*')", RegexOptions.IgnoreCase)]
    private static partial Regex Style();

    [GeneratedRegex(@"</?a\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<text>[^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"</?(?!br\b|p\b)[a-z][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"</?(?:p|h[1-6]|li|ul|ol|div|tr|td|table|br|section|article|dt|dd|dl)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<open></?)(?:p|h[1-6]|li|div|td)\b(?<rest>[^>]*>)", RegexOptions.IgnoreCase)]
    private static partial Regex AnyBlock();
}
