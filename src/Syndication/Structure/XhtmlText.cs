using System.Buffers;
using System.Text;

namespace Syndication.Structure;

/// <summary>Escapes text for HTML and XML alike; characters that XML 1.0 §2.2 cannot carry become U+FFFD.</summary>
internal static class XhtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create([.. "&<>\"", .. Enumerable.Range(0, 32).Select(c => (char)c).Except("\t\n\r")]);

    public static void Append(StringBuilder html, ReadOnlySpan<char> value)
    {
        bool isPlain = !value.ContainsAnyInRange('\uD800', '\uDFFF') && !value.ContainsAnyInRange('\uFFFE', '\uFFFF');
        while (isPlain && !value.IsEmpty)
        {
            int at = value.IndexOfAny(Special);
            html.Append(at < 0 ? value : value[..at]);
            if (at < 0) return;
            AppendSpecial(html, value[at]);
            value = value[(at + 1)..];
        }

        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair) html.Append(c).Append(value[++i]);
            else if (char.IsSurrogate(c) || c >= '\uFFFE' || Special.Contains(c)) AppendSpecial(html, c);
            else html.Append(c);
        }
    }

    private static void AppendSpecial(StringBuilder html, char c) => html.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "\uFFFD" });
}
