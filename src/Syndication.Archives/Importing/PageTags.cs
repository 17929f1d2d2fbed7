using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Syndication.Archives.Importing;

/// <summary>What the tags of a page tell without its text: where its relative links lead, and what the page looks like. Reads the tags alone, in one pass, as far as they can be told apart without a parser.</summary>
internal sealed class PageTags
{
    private const int MostLinks = 100, MostTokens = 20_000;

    /// <summary>A pair of tags that follow each other this often belongs to the layout, and not to what one writer wrote one day.</summary>
    private const int Recurring = 3;

    /// <summary>Tags that every page has, or any text.</summary>
    private static readonly HashSet<string> everywhere = new(StringComparer.Ordinal) { "html", "head", "meta", "title", "body", "link", "script", "style", "a", "p", "br", "img", "em", "strong", "b", "i", "u", "code", "span", "sup", "sub", "small", "wbr" };

    private static readonly SearchValues<char> nameEnd = SearchValues.Create("=> \t\r\n<");

    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);
    private readonly SortedSet<string> links = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> pairs = [];
    private string before = "";

    /// <summary>Tags with their classes and styles, and pairs of tags that follow each other again and again, each once: pages of one template have most of them in common.</summary>
    public IReadOnlyCollection<string> Tokens => [.. tokens, .. pairs.Where(pair => pair.Value >= Recurring).Select(pair => $"{pair.Key.Item1} {pair.Key.Item2}")];

    /// <summary>Relative addresses, as they are written but for the fragment and the query, in ordinal order.</summary>
    public IReadOnlyCollection<string> Links => links;

    public static PageTags Of(string page)
    {
        var tags = new PageTags();
        ReadOnlySpan<char> rest = page;
        while (rest.IndexOf('<') is >= 0 and int start && start + 1 < rest.Length)
        {
            rest = rest[(start + 1)..];
            if (!char.IsAsciiLetter(rest[0])) continue;
            int end = EndOfName(rest);
            string name = rest[..end].ToString().ToLowerInvariant();
            rest = tags.Attributes(name, rest[end..]);
            // What stands in these is no markup.
            if (name is "script" or "style" && rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is >= 0 and int close) rest = rest[close..];
        }

        return tags;
    }

    /// <summary>The links of Markdown: <c>](address)</c>, with or without angle brackets and title.</summary>
    public static PageTags OfMarkdown(string text)
    {
        PageTags tags = Of(text);
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOf("](") is >= 0 and int start)
        {
            rest = rest[(start + 2)..];
            int end = rest.IndexOfAny(')', '\n');
            if (end < 0) break;
            tags.AddLink(rest[..end].ToString().Trim().Split(' ')[0].Trim('<', '>'));
        }

        return tags;
    }

    /// <summary>Reads attributes up to the end of the tag; returns what follows.</summary>
    private ReadOnlySpan<char> Attributes(string tag, ReadOnlySpan<char> rest)
    {
        if (tokens.Count < MostTokens && !everywhere.Contains(tag)) tokens.Add(tag);
        if (pairs.Count < MostTokens) CollectionsMarshal.GetValueRefOrAddDefault(pairs, (before, tag), out _)++;
        before = tag;
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n\f/");
            if (rest.IsEmpty || rest[0] is '>' or '<') return rest;
            int end = rest.IndexOfAny(nameEnd);
            if (end < 0) return [];
            string name = rest[..end].ToString().ToLowerInvariant();
            rest = rest[end..].TrimStart(" \t\r\n\f");
            if (rest.IsEmpty || rest[0] != '=')
            {
                if (end == 0 && !rest.IsEmpty && rest[0] is not ('>' or '<')) rest = rest[1..];
                continue;
            }

            rest = rest[1..].TrimStart(" \t\r\n\f");
            if (rest.IsEmpty) return [];
            char quote = rest[0];
            bool isQuoted = quote is '"' or '\'';
            if (isQuoted) rest = rest[1..];
            int close = isQuoted ? rest.IndexOf(quote) : rest.IndexOfAny("> \t\r\n");
            if (close < 0) return [];
            Add(tag, name, rest[..close].ToString());
            rest = isQuoted ? rest[(close + 1)..] : rest[close..];
        }
    }

    private void Add(string tag, string name, string value)
    {
        if (name is "href" or "src") AddLink(value);
        if (tokens.Count >= MostTokens) return;
        // A number in a class is that of a post or a column.
        if (name == "class") tokens.UnionWith(value.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(c => $"{tag}.{WithoutDigits(c)}"));
        else if (name == "style") tokens.Add($"{tag}{{{value.Replace(" ", "", StringComparison.Ordinal)}}}");
    }

    private void AddLink(string address)
    {
        string path = address.Trim().Split('#', '?')[0];
        if (path.Length is 0 or > 1000 || links.Count >= MostLinks || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('{', StringComparison.Ordinal)) return;
        int colon = path.IndexOf(':', StringComparison.Ordinal), slash = path.IndexOf('/', StringComparison.Ordinal);
        if (colon >= 0 && (slash < 0 || colon < slash)) return;
        links.Add(System.Net.WebUtility.HtmlDecode(path));
    }

    private static string WithoutDigits(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c)) plain.Append(c);
        }

        return plain.ToString();
    }

    private static int EndOfName(ReadOnlySpan<char> text)
    {
        int end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or ':')) end++;
        return end;
    }
}
