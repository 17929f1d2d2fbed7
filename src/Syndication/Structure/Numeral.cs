using System.Globalization;

namespace Syndication.Structure;

/// <summary>Reads numbers as the scripts of the world write them: decimal digits of any script and width, Chinese numerals, Roman numerals.</summary>
internal static class Numeral
{
    /// <summary>Reads decimal digits at a place in the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the digits start.</param>
    /// <param name="value">Their value; -1 where there are more than nine.</param>
    /// <returns>How many characters were read.</returns>
    public static int ReadDigits(ReadOnlySpan<char> text, int at, out int value)
    {
        value = 0;
        int i = at;
        for (; i < text.Length && char.IsDigit(text[i]); i++)
        {
            value = value < 0 || i - at >= 9 ? -1 : value * 10 + CharUnicodeInfo.GetDecimalDigitValue(text[i]);
        }

        return i - at;
    }

    /// <summary>Reads a Chinese numeral below ten thousand: with units (一千一百一十), digit by digit (一一一〇), with 廿 and 卅, or in the forms for documents (壹).</summary>
    /// <returns>How many characters were read; 0 where none stands there or they make no number.</returns>
    public static int ReadHan(ReadOnlySpan<char> text, int at, out int value) => ReadWritten(text, at, DigitOf, UnitOf, isOneWritten: true, out value);

    /// <summary>Reads a Sino-Korean numeral below ten thousand (십팔, 백이십삼).</summary>
    /// <returns>How many characters were read; 0 where none stands there or they make no number.</returns>
    public static int ReadHangul(ReadOnlySpan<char> text, int at, out int value) =>
        ReadWritten(text, at, static c => "영일이삼사오육칠팔구".IndexOf(c), static c => c switch { '십' => 10, '백' => 100, '천' => 1000, _ => 0 }, isOneWritten: false, out value);

    private static int ReadWritten(ReadOnlySpan<char> text, int at, Func<char, int> digitOf, Func<char, int> unitOf, bool isOneWritten, out int value)
    {
        value = 0;
        int i = at, section = 0, digit = -1, lastUnit = int.MaxValue;
        int run = 0, positional = 0;
        bool anyUnit = false;
        for (; i < text.Length && i - at < 10; i++)
        {
            int d = digitOf(text[i]);
            if (d >= 0)
            {
                positional = positional * 10 + d;
                run++;
                digit = d;
                continue;
            }

            int unit = unitOf(text[i]);
            if (unit == 0) break;
            int factor = unit is 20 or 30 or 40 ? unit / 10 : digit < 0 || (run == 1 && digit == 0) ? 1 : digit;
            int weight = unit is 20 or 30 or 40 ? 10 : unit;
            if (weight >= lastUnit || run > 2 || (run == 2 && positional >= 10) || (isOneWritten && factor == 1 && digit < 0 && weight > 10)) return 0;
            section += factor * weight;
            lastUnit = weight;
            anyUnit = true;
            digit = -1;
            run = positional = 0;
        }

        int length = i - at;
        if (length == 0) return 0;
        if (!anyUnit)
        {
            if (run > 4) return 0;
            value = positional;
            return length;
        }

        if (run > 2 || (run == 2 && positional >= 10)) return 0;
        value = section + (run > 0 ? positional : 0);
        return length;
    }

    /// <summary>Reads a Roman numeral in capitals, written as the rules want it, as a whole word.</summary>
    public static int ReadRoman(ReadOnlySpan<char> text, int at, out int value)
    {
        value = 0;
        int i = at;
        while (i < text.Length && i - at < 12 && RomanOf(text[i]) > 0) i++;
        if (i == at || (i < text.Length && !Folding.IsBoundary(text[i - 1], text[i]))) return 0;
        for (int j = at; j < i; j++)
        {
            int digit = RomanOf(text[j]);
            value += j + 1 < i && RomanOf(text[j + 1]) > digit ? -digit : digit;
        }

        if (value is > 0 and < 4000 && text[at..i].SequenceEqual(ToRoman(value))) return i - at;
        value = 0;
        return 0;
    }

    /// <summary>The digit that a Chinese character stands for; -1 where it is none.</summary>
    public static int DigitOf(char c) => c switch
    {
        '〇' or '零' or '○' => 0,
        '一' or '壹' or '弌' => 1,
        '二' or '贰' or '貳' or '两' or '兩' => 2,
        '三' or '叁' or '參' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' or '陸' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static int UnitOf(char c) => c switch
    {
        '十' or '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    private static int RomanOf(char c) => c switch
    {
        'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, 'M' => 1000, _ => 0,
    };

    private static string ToRoman(int value)
    {
        ReadOnlySpan<int> weights = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        ReadOnlySpan<string> signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var roman = new System.Text.StringBuilder();
        for (int i = 0; i < weights.Length; i++)
        {
            for (; value >= weights[i]; value -= weights[i]) roman.Append(signs[i]);
        }

        return roman.ToString();
    }
}
