using Syndication.Text;

namespace Syndication.Structure;

/// <summary>A number or letter that a line starts with: <c>1.</c>, <c>2）</c>, <c>（3）</c>, <c>一、</c>, <c>a)</c>, <c>①</c>, or a bullet typed by hand.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Length">Characters that it takes, with the mark and white space after it; 0 where there is none.</param>
/// <param name="Value">Its value from 1; 0 where there is none.</param>
internal readonly record struct Ordinal(OrdinalKind Kind, int Length, int Value)
{
    private const string Han = "一二三四五六七八九十";
    private const string Bullets = "•·・･▪▫■□►▸▶‣○●◦◆◇★☆▍▎▌▐┃❖➤→✦✧";

    /// <summary>Reads the ordinal at the start of a line.</summary>
    public static Ordinal Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return default;
        if (text[0] is >= '①' and <= '⑳') return new Ordinal(OrdinalKind.Circled, WithSpace(text, 1), text[0] - '①' + 1);
        if (Bullets.Contains(text[0], StringComparison.Ordinal) && text.Length > 1) return new Ordinal(OrdinalKind.Bullet, WithSpace(text, 1), 0);
        if (text[0] is '-' or '–' or '—' or '*' && text.Length > 2 && char.IsWhiteSpace(text[1])) return new Ordinal(OrdinalKind.Bullet, WithSpace(text, 1), 0);
        if (text[0] is 'o' or '§' or 'Ø' or 'ü' or 'v' && text.Length > 3 && text[1] == '\u00A0' && text[2] is '\u00A0' or ' ') return new Ordinal(OrdinalKind.Bullet, WithSpace(text, 1), 0);
        if (OutlineLength(text) is > 0 and int length) return new Ordinal(OrdinalKind.Outline, WithSpace(text, length), text[0] - '0');
        bool bracketed = text[0] is '(' or '（' or '[' or '【';
        int start = bracketed ? 1 : 0;
        int end = start;
        while (end < text.Length && end - start < 4 && char.IsDigit(text[end])) end++;
        if (end > start)
        {
            int value = 0;
            for (int i = start; i < end; i++) value = value * 10 + (int)char.GetNumericValue(text[i]);
            return Close(OrdinalKind.Arabic, text, bracketed, end, value);
        }

        if (!bracketed && Numeral.ReadRoman(text, 0, out int roman) is > 0 and int capitals && roman <= 30) return Close(OrdinalKind.Roman, text, false, capitals, roman);
        while (end < text.Length && end - start < 3 && Han.Contains(text[end], StringComparison.Ordinal)) end++;
        if (end > start) return Close(bracketed ? OrdinalKind.BracketedHan : OrdinalKind.Han, text, bracketed, end, HanValue(text[start..end]));
        if (text.Length > start + 1 && char.IsAsciiLetter(text[start]) && text[start + 1] is ')' or '）')
        {
            return new Ordinal(OrdinalKind.Letter, WithSpace(text, start + 2), char.ToLowerInvariant(text[start]) - 'a' + 1);
        }

        return default;
    }

    /// <summary>"1.2 Title", "1.2.3. Title": digits and dots, then a space; not a decimal number alone.</summary>
    private static int OutlineLength(ReadOnlySpan<char> text)
    {
        int i = 0, dots = 0;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i > 0 && text[i - 1] != '.')))
        {
            if (text[i] == '.') dots++;
            i++;
        }

        bool hasInner = i > 2 && text[..(i - 1)].Contains('.');
        return hasInner && i <= 8 && i + 1 < text.Length && char.IsWhiteSpace(text[i]) && char.IsUpper(text[i + 1]) && dots <= 4 ? i : 0;
    }

    private static Ordinal Close(OrdinalKind kind, ReadOnlySpan<char> text, bool bracketed, int end, int value)
    {
        if (end >= text.Length || value is 0 or > 200) return default;
        char mark = text[end];
        if (bracketed) return mark is ')' or '）' or ']' or '】' ? new Ordinal(kind, WithSpace(text, end + 1), value) : default;
        bool closes = mark is '、' or ')' or '）' or '．' || (mark is '.' && !(end + 1 < text.Length && char.IsDigit(text[end + 1])))
            || (mark == '-' && kind == OrdinalKind.Arabic && end + 2 < text.Length && text[end + 1] == ' ' && char.IsLetter(text[end + 2]))
            || (mark is ':' or '：' && kind == OrdinalKind.Arabic && end + 1 < text.Length && !char.IsDigit(text[end + 1]));
        if (!closes || (mark == '.' && IsDay(text, end + 1))) return default;
        return new Ordinal(kind, WithSpace(text, end + 1), value);
    }

    /// <summary>"12. März", "1. April 2019": a day, unless words follow the month.</summary>
    private static bool IsDay(ReadOnlySpan<char> text, int at)
    {
        at = WithSpace(text, at);
        if (at >= text.Length || Vocabulary.Default.MonthAt(text, at, out int length) == 0) return false;
        at = WithSpace(text, at + length);
        return at >= text.Length || !char.IsLetter(text[at]);
    }

    private static int WithSpace(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && Characters.IsInvisible(text[end])) end++;
        return end;
    }

    private static int HanValue(ReadOnlySpan<char> han)
    {
        int value = 0;
        int digit = 0;
        foreach (char c in han)
        {
            int at = Han.IndexOf(c, StringComparison.Ordinal) + 1;
            if (at == 10)
            {
                value += Math.Max(digit, 1) * 10;
                digit = 0;
            }
            else
            {
                digit = at;
            }
        }

        return value + digit;
    }
}
