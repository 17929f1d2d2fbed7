using System.Globalization;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Compares characters as a reader does: case, width and the shape of apostrophes make no difference.</summary>
internal static class Folding
{
    /// <summary>The character that stands for all that look alike: lower case, half width, a plain space.</summary>
    public static char Fold(char c) => c switch
    {
        < '\u0080' => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '\t' or '\n' or '\r' or '\f' ? ' ' : c,
        >= '\uFF01' and <= '\uFF5E' => Fold((char)(c - 0xFEE0)),
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => '\'',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        _ => char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c),
    };

    /// <summary>Folds every character, drops the invisible ones and makes one space of many.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            char f = Fold(c);
            if (f == ' ' ? length == 0 || folded[length - 1] == ' ' : Characters.IsInvisible(c)) continue;
            folded[length++] = f;
        }

        return new string(folded[..length].TrimEnd(' '));
    }

    /// <summary>Whether no word of an alphabetic script goes on from one character to the next.</summary>
    public static bool IsBoundary(char before, char after) => !IsWordCharacter(before) || !IsWordCharacter(after);

    /// <summary>A letter, mark or digit of a script that puts spaces between words, and the non-joiner that Persian has within them.</summary>
    public static bool IsWordCharacter(char c) => c == '\u200C' || c < '\u0080' ? char.IsAsciiLetterOrDigit(c) : IsLetterMarkOrDigit(c) && !Characters.IsEastAsian(c) && c is not (>= '\uFF00' and <= '\uFFEF');

    /// <summary>The text without the punctuation, white space and pictures at its ends.</summary>
    public static ReadOnlySpan<char> TrimToWords(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && !IsLetterMarkOrDigit(text[start])) start++;
        while (end > start && !IsLetterMarkOrDigit(text[end - 1])) end--;
        while (end > start && char.GetUnicodeCategory(text[end - 1]) == UnicodeCategory.NonSpacingMark && text[end - 1] is '\uFE0F' or '\u20E3') end--;
        return text[start..end];
    }

    private static bool IsLetterMarkOrDigit(char c) => char.IsLetterOrDigit(c) || (c is not ('\uFE0F' or '\u20E3') && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
