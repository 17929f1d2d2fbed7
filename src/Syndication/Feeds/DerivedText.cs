using System.Globalization;

namespace Syndication.Feeds;

/// <summary>Titles and summaries for entries whose source prints none, taken from their text: only feeds have them, the model never.</summary>
internal static class DerivedText
{
    /// <summary>How long an excerpt is.</summary>
    public const int SummaryLength = 280;

    private const int TitleLength = 100;

    public static string TitleOf(FeedEntry entry)
    {
        if (XmlCharacters.HasWords(entry.Title)) return entry.Title;
        if (FirstSentence(entry.Content?.Text) is { } fromContent) return fromContent;
        if (FirstSentence(entry.Summary) is { } fromSummary) return fromSummary;
        return XmlCharacters.HasWords(entry.Url) ? entry.Url : XmlCharacters.HasWords(entry.Id) ? entry.Id : "…";
    }

    /// <summary>The first sentence of a text, shortened to about a hundred characters; <see langword="null"/> where there are no words.</summary>
    public static string? FirstSentence(string? text)
    {
        string? line = FirstLine(text);
        if (line is null) return null;
        for (int i = 0; i < line.Length; i++)
        {
            if (!IsSentenceEnd(line, i)) continue;
            if (i + 1 >= 4) return Shorten(line[i] is '.' or '。' or '．' ? line[..i] : line[..(i + 1)], TitleLength);
        }

        return Shorten(line.TrimEnd('.', '。', '：', ':'), TitleLength);
    }

    /// <summary>The beginning of a text in one line, cut at a word; <see langword="null"/> where the whole is no longer than that.</summary>
    public static string? Excerpt(string? text, int length)
    {
        if (text is null || text.Length <= length) return null;
        string line = string.Join(' ', text[..Math.Min(text.Length, 4 * length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? null : Shorten(line, length);
    }

    /// <summary>What an entry without a summary begins with, in one line; the whole where it is short; <see langword="null"/> where it has no words.</summary>
    public static string? Beginning(FeedEntry entry)
    {
        string? text = string.IsNullOrEmpty(entry.Content?.Text) && !string.IsNullOrEmpty(entry.Content?.Html) ? HtmlText.Of(entry.Content.Html) : entry.Content?.Text;
        if (!XmlCharacters.HasWords(text)) return null;
        return XmlCharacters.Repair(Excerpt(text, SummaryLength) ?? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), out _);
    }

    private static string? FirstLine(string? text)
    {
        if (text is null) return null;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> words = line.Trim();
            foreach (char c in words)
            {
                if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return words.Length > 2000 ? words[..2000].ToString() : words.ToString();
            }
        }

        return null;
    }

    private static bool IsSentenceEnd(string line, int i) => line[i] switch
    {
        '。' or '！' or '？' or '；' => true,
        '!' or '?' => i + 1 == line.Length || line[i + 1] == ' ',
        '.' => i + 1 == line.Length || (line[i + 1] == ' ' && i + 2 < line.Length && !char.IsLower(line[i + 2]) && !IsAbbreviation(line, i)),
        _ => false,
    };

    // "J. Smith", "e.g. X", "No. 5": a capital letter alone or a short word with a dot before ends no sentence.
    private static bool IsAbbreviation(string line, int dot)
    {
        int start = dot;
        while (start > 0 && line[start - 1] != ' ') start--;
        ReadOnlySpan<char> word = line.AsSpan(start, dot - start);
        return word.Length == 1 || word.Contains('.') || word is "No" or "Vol" or "vs" or "Dr" or "Mr" or "Ms" or "St";
    }

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        int cut = 0;
        int word = 0;
        while (cut < text.Length)
        {
            int next = StringInfo.GetNextTextElementLength(text, cut);
            if (cut + next > length - 1) break;
            cut += next;
            if (cut < text.Length && (text[cut] == ' ' || text[cut] > '\u2E80')) word = cut;
        }

        return string.Concat(text.AsSpan(0, word > length / 2 ? word : cut).TrimEnd(), "…");
    }
}
