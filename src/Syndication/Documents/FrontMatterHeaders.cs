using System.Collections.Frozen;

namespace Syndication.Documents;

/// <summary>Reads plain <c>Key: value</c> lines at the very start of a text, as Pelican and mail have them (RFC 5322 §2.2): two at least, then an empty line.</summary>
internal static class FrontMatterHeaders
{
    /// <summary>One of these must be among the keys: capitalised words with a colon alone may well be prose.</summary>
    private static readonly FrozenSet<string> Telling =
        new[] { "title", "subject", "date", "slug", "category", "categories", "tags", "published", "permalink", "layout" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known =
        new[]
        {
            "author", "authors", "number", "issue", "volume", "summary", "description", "status", "lang", "language", "modified", "updated", "keywords", "series", "from", "to", "cc", "reply-to",
            "sender", "message-id", "mime-version", "content-type", "content-transfer-encoding", "list-id", "list-unsubscribe", "url", "link", "cover", "image", "template", "draft", "save_as", "id",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>The entries and where the text begins after them; <see langword="null"/> where the text does not begin so.</returns>
    public static (int End, List<(string Key, string Value)> Entries)? Read(string text, int start)
    {
        var entries = new List<(string Key, string Value)>();
        bool telling = false;
        int at = start;
        while (at < text.Length)
        {
            ReadOnlySpan<char> line = FrontMatter.Line(text, at);
            if (line.IsWhiteSpace()) break;
            if (line[0] is ' ' or '\t' && entries.Count > 0)
            {
                entries[^1] = (entries[^1].Key, (entries[^1].Value + " " + line.Trim().ToString()).Trim());
            }
            else
            {
                int colon = line.IndexOf(':');
                if (colon <= 0 || colon > 32 || entries.Count >= 64 || line.Length > 2000) return null;
                string key = line[..colon].ToString();
                if (!Telling.Contains(key) && !Known.Contains(key) && !IsTitleCase(key)) return null;
                if (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t')) return null;
                telling |= Telling.Contains(key);
                entries.Add((key, line[(colon + 1)..].Trim().ToString()));
            }

            at = FrontMatter.After(text, at);
        }

        return telling && entries.Count >= 2 ? (at, entries) : null;
    }

    /// <summary>Where the <c>---</c> stands that closes YAML without an opening one, as Hexo's front matter is written; <see langword="null"/> where the text does not begin so.</summary>
    public static int? CloseOf(string text, int start)
    {
        int keys = 0;
        bool telling = false;
        for (int at = start, lines = 0; at < text.Length && lines < 64; at = FrontMatter.After(text, at), lines++)
        {
            ReadOnlySpan<char> line = FrontMatter.Line(text, at);
            if (line.TrimEnd() is "---") return telling && keys >= 2 ? at : null;
            if (keys > 0 && (line.IsWhiteSpace() || line.TrimStart() is ['-', ' ', ..] || (line is [' ' or '\t', ..] && !line.IsWhiteSpace()))) continue;
            int colon = line.IndexOf(':');
            if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t'))) return null;
            string key = line[..colon].ToString();
            if (!Telling.Contains(key) && !Known.Contains(key) && !key.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-')) return null;
            telling |= Telling.Contains(key);
            keys++;
        }

        return null;
    }

    private static bool IsTitleCase(ReadOnlySpan<char> key)
    {
        bool first = true;
        foreach (char c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_') || first && !char.IsAsciiLetterUpper(c)) return false;
            first = c == '-';
        }

        return true;
    }
}
