using System.Globalization;

namespace Syndication.Documents;

/// <summary>Integers in attributes (HTML Living Standard §2.3.4.2): what follows the digits does not matter.</summary>
internal static class HtmlNumber
{
    public static int Of(ReadOnlySpan<char> value, int otherwise)
    {
        ReadOnlySpan<char> digits = value.Trim();
        int end = 0;
        while (end < digits.Length && char.IsAsciiDigit(digits[end])) end++;
        return int.TryParse(digits[..end], CultureInfo.InvariantCulture, out int number) ? number : otherwise;
    }
}
