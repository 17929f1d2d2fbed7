using System.Buffers;
using System.Globalization;
using System.Text;

namespace Syndication.Text;

/// <summary>Classes of characters that layout and languages give a meaning to.</summary>
internal static class Characters
{
    /// <summary>White space that HTML collapses (HTML §13.1 ASCII white space); no-break and ideographic spaces are text.</summary>
    public static readonly SearchValues<char> CollapsibleSpace = SearchValues.Create(" \t\r\n\f");

    /// <summary>Whether a character is a Han, kana or Hangul one: text without spaces between words, each worth about two Latin letters.</summary>
    public static bool IsEastAsian(char c) =>
        c is >= '\u1100' and <= '\u11FF' or >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFF9F';

    /// <summary>The width of text in Latin letters: East Asian characters count two.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        int width = text.Length;
        foreach (char c in text)
        {
            if (c >= '\u1100' && IsEastAsian(c)) width++;
        }

        return width;
    }

    /// <summary>A mark that ends a sentence, in any of the languages.</summary>
    public static bool EndsSentence(char c) => c is '.' or '!' or '?' or '。' or '！' or '？' or '…' or '｡' or '؟' or '۔' or '।';

    public static bool IsColon(char c) => c is ':' or '：' or '︰';

    public static bool IsOpening(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation || c is '"' or '\'';

    public static bool IsClosing(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation || c is '"' or '\'';

    /// <summary>White space, zero-width characters and the like: nothing that a reader sees.</summary>
    public static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u034F' or '\u180E' or '\u3164';

    /// <summary>How many characters the pictures (emoji, flags, dingbats) at the start of a text take, with the white space after them; 0 where it starts with none.</summary>
    public static int PicturesLength(ReadOnlySpan<char> text)
    {
        int end = 0;
        bool any = false;
        while (end < text.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf16(text[end..], out Rune rune, out int length);
            bool isPicture = status == OperationStatus.Done && rune.Value > '\u2000' && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol;
            if (!isPicture && !(any && (IsVariation(rune.Value) || IsInvisible(text[end])))) break;
            any = true;
            end += length;
        }

        return end;
    }

    private static bool IsVariation(int rune) => rune is >= 0xFE00 and <= 0xFE0F or >= 0x1F3FB and <= 0x1F3FF or 0x20E3;

    /// <summary>Whether a text has a letter of any script.</summary>
    public static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c)) return true;
        }

        return false;
    }
}
