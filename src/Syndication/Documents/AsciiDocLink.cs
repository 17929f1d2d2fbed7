namespace Syndication.Documents;

/// <summary>The words that AsciiDoc has right after an address (<c>https://example.org[the words]</c>, AsciiDoc Language, "URL Macro" and "Link Macro"), or that a picture has there (<c>image::https://example.org/a.png[the words]</c>).</summary>
internal static class AsciiDocLink
{
    private const int Longest = 300;
    private static readonly string[] Macros = ["link:", "image::", "image:"];
    private static readonly string[] Attributes = ["window=", "role=", "rel=", "opts=", "options=", "id=", "title="];

    /// <summary>The brackets that a text begins with, the text being what follows an address.</summary>
    /// <returns>How long they are, 0 where they are none of AsciiDoc, and the words within; no words where the address stands for itself.</returns>
    public static (int Length, Range Words) At(ReadOnlySpan<char> text)
    {
        int close = CloseOf(text);
        if (close < 0 || text[(close + 1)..] is ['(' or '[' or '=' or '&', ..]) return default;
        ReadOnlySpan<char> words = text[1..close];
        return words is ['^' or '!', ..] || (!words.IsEmpty && !words.ContainsAnyExceptInRange('0', '9')) ? default : (close + 1, Words(words));
    }

    /// <summary>The macro's name that a text ends with, and whether it shows a picture; no length where it ends with none.</summary>
    public static (int Length, bool IsImage) MacroBefore(ReadOnlySpan<char> text)
    {
        foreach (string macro in Macros)
        {
            if (text.EndsWith(macro, StringComparison.Ordinal) && (text.Length == macro.Length || !char.IsLetterOrDigit(text[^(macro.Length + 1)]))) return (macro.Length, macro.StartsWith('i'));
        }

        return default;
    }

    private static int CloseOf(ReadOnlySpan<char> text)
    {
        int depth = 0;
        for (int at = 0; at < text.Length && at < Longest; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '[') depth++;
            else if (at == 0 || (text[at] == ']' && --depth == 0)) return at == 0 ? -1 : at;
        }

        return -1;
    }

    /// <summary>The words without quotes, attributes and the caret that asks for a new window; counted from the bracket before them.</summary>
    private static Range Words(ReadOnlySpan<char> text)
    {
        int start = 0, end = AttributesStart(text);
        if (text is ['"', ..] && text[1..end].IndexOf('"') is >= 0 and int quote && text[(quote + 2)..end].IsWhiteSpace()) (start, end) = (1, quote + 1);
        if (text[start..end].TrimEnd() is [.., '^'] marked) end = start + marked.Length - 1;
        return text[start..end].IsWhiteSpace() ? default : (start + 1)..(end + 1);
    }

    private static int AttributesStart(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (at > 0 && text[at] != ',') continue;
            ReadOnlySpan<char> name = text[at..].TrimStart(", ");
            foreach (string attribute in Attributes)
            {
                if (name.StartsWith(attribute, StringComparison.Ordinal)) return at;
            }
        }

        return text.Length;
    }
}
