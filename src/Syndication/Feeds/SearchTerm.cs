using System.Globalization;
using System.Text;

namespace Syndication.Feeds;

/// <summary>One condition of a search.</summary>
/// <param name="Field">Where to look; <see langword="null"/>: everywhere.</param>
/// <param name="Words">What to look for, folded.</param>
/// <param name="Excludes">Whether it must not be there.</param>
/// <param name="GoesOn">Whether the last word may be longer.</param>
internal sealed record SearchTerm(string? Field, string Words, bool Excludes, bool GoesOn)
{
    /// <summary>Whether the words stand in a folded text, as whole words where their script has spaces.</summary>
    public bool IsIn(string text)
    {
        for (int at = text.IndexOf(Words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Words, at + 1, StringComparison.Ordinal))
        {
            int end = at + Words.Length;
            bool begins = at == 0 || !Joins(text, at);
            bool ends = GoesOn || end == text.Length || !Joins(text, end);
            if (begins && ends) return true;
        }

        return false;
    }

    /// <summary>Whether a word goes on from one side of a place in a text to the other.</summary>
    private static bool Joins(string text, int at)
    {
        Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out Rune before, out _);
        Rune.DecodeFromUtf16(text.AsSpan(at), out Rune after, out _);
        return IsOfWord(before) && IsOfWord(after);
    }

    private static bool IsOfWord(Rune rune) =>
        (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) && !IsWithoutSpaces(rune.Value);

    // Scripts written without spaces, and Korean, whose words carry their particles: Thai to Myanmar, Khmer, Hangul, kana, Han, and their extensions.
    private static bool IsWithoutSpaces(int code) =>
        code is (>= 0x0E00 and <= 0x109F) or (>= 0x1100 and <= 0x11FF) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F)
            or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x1B000 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFF);
}
