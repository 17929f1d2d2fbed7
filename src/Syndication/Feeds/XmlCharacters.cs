using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Syndication.Feeds;

/// <summary>
/// Which UTF-16 code units a feed can carry: XML 1.0 <c>Char</c> without the controls it discourages (§2.2). Controls and noncharacters carry
/// no text and are removed; half a surrogate pair was a character once and becomes U+FFFD.
/// </summary>
internal static class XmlCharacters
{
    /// <summary>The text without what XML cannot carry; the same instance where nothing has to be done.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="count">How many code units were removed or replaced.</param>
    public static string Repair(string text, out int count)
    {
        count = 0;
        ReadOnlySpan<char> all = text;
        return all.ContainsAnyInRange('\0', '\u001F') || all.ContainsAnyInRange('\uD800', '\uDFFF') || HasHighRemoved(all) ? Repaired(text, out count) : text;
    }

    /// <summary>Whether a code unit that is no surrogate is removed.</summary>
    public static bool IsRemoved(char c) => c is < ' ' and not ('\t' or '\n' or '\r') or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF';

    /// <summary>Whether <see cref="IsRemoved"/> holds for some code unit above U+007E.</summary>
    public static bool HasHighRemoved(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u007F', '\u009F') || text.ContainsAnyInRange('\uFFFE', '\uFFFF');

    /// <summary>Whether something to read is left of a text when what XML cannot carry has gone.</summary>
    public static bool HasWords([NotNullWhen(true)] string? text)
    {
        foreach (char c in text.AsSpan())
        {
            if (!char.IsWhiteSpace(c) && !IsRemoved(c)) return true;
        }

        return false;
    }

    private static string Repaired(string text, out int count)
    {
        StringBuilder? repaired = null;
        count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            bool half = char.IsSurrogate(c) && !pair;
            if (half || IsRemoved(c))
            {
                repaired ??= new StringBuilder(text.Length).Append(text, 0, i);
                if (half) repaired.Append('\uFFFD');
                count++;
                continue;
            }

            repaired?.Append(c);
            if (!pair) continue;
            i++;
            repaired?.Append(text[i]);
        }

        return repaired?.ToString() ?? text;
    }
}
