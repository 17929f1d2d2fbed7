using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Tells the language of a text by its script and its most frequent words, and brings declared tags into one form (BCP 47, RFC 5646).</summary>
internal static class LanguageDetector
{
    private const int Sample = 20_000;

    /// <summary>The language of a text; <see langword="null"/> where there is too little of it.</summary>
    /// <param name="text">Running text; more than the first 20 000 characters is not looked at.</param>
    /// <param name="isSure">Whether the text leaves hardly a doubt.</param>
    public static string? Detect(ReadOnlySpan<char> text, out bool isSure)
    {
        if (text.Length > Sample) text = text[..Sample];
        var scripts = new ScriptCount(text);
        isSure = false;
        int eastAsian = scripts.Han + scripts.Kana + scripts.Hangul;
        int alphabetic = scripts.Latin + scripts.Cyrillic + scripts.Arabic + scripts.Hebrew + scripts.Greek + scripts.Thai + scripts.Devanagari;

        // One East Asian character says about as much as two and a half letters.
        int weight = eastAsian * 5 / 2;
        if (weight + alphabetic < 8) return null;
        if (weight >= alphabetic / 2)
        {
            isSure = eastAsian >= 40 && weight > alphabetic;
            if (scripts.Hangul > scripts.Han + scripts.Kana) return "ko";
            if (scripts.Kana * 12 > scripts.Han + scripts.Kana) return "ja";
            int simplified = 0, traditional = 0;
            foreach (char c in text)
            {
                if (Vocabulary.Default.Simplified.Contains(c)) simplified++;
                else if (Vocabulary.Default.Traditional.Contains(c)) traditional++;
            }

            return traditional > simplified ? "zh-Hant" : "zh-Hans";
        }

        int most = Math.Max(Math.Max(scripts.Latin, scripts.Cyrillic), Math.Max(scripts.Arabic, scripts.Hebrew));
        most = Math.Max(most, Math.Max(scripts.Greek, Math.Max(scripts.Thai, scripts.Devanagari)));
        isSure = most >= 100 && most * 10 > alphabetic * 7;
        if (most == scripts.Latin) return ByWords(text, ref isSure);
        if (most == scripts.Cyrillic) return scripts.Ukrainian * 50 > scripts.Cyrillic ? "uk" : "ru";
        if (most == scripts.Arabic) return scripts.Persian * 50 > scripts.Arabic ? "fa" : "ar";
        if (most == scripts.Hebrew) return "he";
        return most == scripts.Greek ? "el" : most == scripts.Thai ? "th" : "hi";
    }

    /// <summary>The language tag to use: the declared one, unless the text is plainly in another language.</summary>
    /// <param name="declared">The tag that the source declares, in any form.</param>
    /// <param name="text">The text of the issue.</param>
    /// <param name="contradicted">Whether the text decided against the declared tag.</param>
    public static string? Decide(string? declared, ReadOnlySpan<char> text, out bool contradicted)
    {
        contradicted = false;
        string? tag = Normalize(declared);
        string? detected = Detect(text, out bool isSure);
        if (tag is null || detected is null) return tag ?? detected;
        if (Primary(tag).SequenceEqual(Primary(detected)))
        {
            if (tag == detected || !Primary(tag).SequenceEqual("zh") || !isSure) return tag;
            contradicted = declared!.Trim().Length > 2;
            return detected;
        }

        contradicted = isSure;
        return isSure ? detected : tag;
    }

    /// <summary>A declared language in the form of BCP 47: <c>zh_CN</c> → <c>zh-Hans</c>, <c>en-us</c> → <c>en-US</c>; <see langword="null"/> where it is no tag.</summary>
    public static string? Normalize(string? declared)
    {
        if (declared is null) return null;
        ReadOnlySpan<char> value = declared.AsSpan().Trim();
        int end = value.IndexOfAny('.', ',', ';');
        if (end > 0) value = value[..end].TrimEnd();
        string[] parts = value.ToString().Split('-', '_');
        if (parts.Length > 5 || Array.Exists(parts, part => part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit))) return null;
        string language = parts[0].ToLowerInvariant() switch
        {
            "cn" or "cmn" or "zho" or "chi" => "zh",
            "jp" or "jpn" => "ja",
            "kr" or "kor" => "ko",
            "eng" => "en",
            "ger" or "deu" => "de",
            "iw" => "he",
            var other => other,
        };
        if (language.Length is < 2 or > 3 || language is "und" or "mul" or "zxx" || !language.All(char.IsAsciiLetter)) return null;
        if (language == "zh")
        {
            bool traditional = parts.Skip(1).Any(part => part.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO")
                && !parts.Contains("Hans", StringComparer.OrdinalIgnoreCase);
            return traditional ? "zh-Hant" : "zh-Hans";
        }

        for (int i = 1; i < parts.Length; i++)
        {
            parts[i] = parts[i].Length switch
            {
                2 when i > 0 && parts[i - 1].Length != 1 => parts[i].ToUpperInvariant(),
                4 when char.IsLetter(parts[i][0]) => char.ToUpperInvariant(parts[i][0]) + parts[i][1..].ToLowerInvariant(),
                _ => parts[i].ToLowerInvariant(),
            };
        }

        parts[0] = language;
        return string.Join('-', parts);
    }

    private static ReadOnlySpan<char> Primary(string tag)
    {
        int end = tag.IndexOf('-', StringComparison.Ordinal);
        return end < 0 ? tag : tag.AsSpan(0, end);
    }

    private static string? ByWords(ReadOnlySpan<char> text, ref bool isSure)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Span<char> word = stackalloc char[12];
        int words = 0;
        for (int i = 0; i < text.Length;)
        {
            int length = 0;
            int start = i;
            while (i < text.Length && char.IsLetter(text[i]) && !Characters.IsEastAsian(text[i]))
            {
                if (length < word.Length) word[length] = char.ToLowerInvariant(text[i]);
                length++;
                i++;
            }

            if (i == start)
            {
                i++;
                continue;
            }

            words++;
            if (length > word.Length) continue;
            foreach (string language in Vocabulary.Default.LanguagesOf(word[..length])) counts[language] = counts.GetValueOrDefault(language) + 1;
        }

        string? best = null;
        int most = 0, second = 0;
        foreach ((string language, int count) in counts)
        {
            if (count > most) (best, most, second) = (language, count, most);
            else second = Math.Max(second, count);
        }

        // Titles and names in a list of links have few small words; of running text every fourth is one.
        isSure &= most >= 12 && most * 2 > second * 3 && most * 20 > words;
        return most >= 2 && most > second ? best : null;
    }
}
