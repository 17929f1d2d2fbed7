using System.Buffers;
using System.Text;

namespace Syndication.Structure;

/// <summary>Escapes text for HTML and XML alike; characters that XML 1.0 §2.2 cannot carry become U+FFFD.</summary>
internal static class XhtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"\uFFFE\uFFFF", .. Enumerable.Range(0, 32).Select(c => (char)c).Except("\t\n\r"), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static void Append(StringBuilder html, ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            int at = value.IndexOfAny(Special);
            if (at < 0)
            {
                html.Append(value);
                return;
            }

            html.Append(value[..at]);
            char c = value[at];
            if (char.IsSurrogate(c))
            {
                bool pair = char.IsHighSurrogate(c) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]);
                if (pair) html.Append(c).Append(value[at + 1]);
                else html.Append('\uFFFD');
                value = value[(at + (pair ? 2 : 1))..];
                continue;
            }

            html.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "\uFFFD" });
            value = value[(at + 1)..];
        }
    }
}
