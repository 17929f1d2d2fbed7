using System.Buffers;
using System.Text;

namespace Syndication.Text;

/// <summary>What a media type or the first bytes of a text say about its encoding, before anything is decoded.</summary>
internal static class DeclaredCharset
{
    private static readonly SearchValues<char> TokenEnd = SearchValues.Create(" \t\r\n\"';,>/");

    private const int Prescan = 16 * 1024;

    /// <summary>The <c>charset</c> parameter of a media type (RFC 9110 §8.3.2); <see langword="null"/> where there is none.</summary>
    public static string? OfMediaType(string? contentType) => contentType is null ? null : Parameter(contentType, "charset");

    /// <summary>What the text says in its own first bytes: an XML declaration, HTML <c>meta</c> (HTML §13.2.3.2), a coding cookie in the first two lines.</summary>
    public static string? OfText(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)]);
        return OfXmlDeclaration(head) ?? OfMeta(head) ?? OfCookie(head);
    }

    private static string? OfXmlDeclaration(string head)
    {
        if (!head.StartsWith("<?xml", StringComparison.Ordinal)) return null;
        int end = head.IndexOf("?>", StringComparison.Ordinal);
        return end < 0 ? null : Unicode(Parameter(head[..end], "encoding"));
    }

    private static string? OfMeta(string head)
    {
        int at = 0;
        while ((at = head.IndexOf('<', at)) >= 0)
        {
            ReadOnlySpan<char> rest = head.AsSpan(at);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                int end = head.IndexOf("-->", at + 2, StringComparison.Ordinal);
                if (end < 0) return null;
                at = end + 3;
            }
            else if (rest.StartsWith("<body", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
            else if (rest.StartsWith("<meta", StringComparison.OrdinalIgnoreCase))
            {
                int end = rest.IndexOf('>');
                if (end < 0) return null;
                if (Parameter(rest[..end].ToString(), "charset") is { } charset) return Unicode(charset);
                at += end;
            }
            else
            {
                at++;
            }
        }

        return null;
    }

    private static string? OfCookie(string head)
    {
        ReadOnlySpan<char> rest = head;
        for (int line = 0; line < 2 && !rest.IsEmpty; line++)
        {
            int end = rest.IndexOf('\n');
            ReadOnlySpan<char> first = end < 0 ? rest : rest[..end];
            int open = first.IndexOf("-*-", StringComparison.Ordinal);
            int cookie = open < 0 ? -1 : first[open..].IndexOf("coding:", StringComparison.OrdinalIgnoreCase);
            if (cookie >= 0) return Token(first[(open + cookie + 7)..]);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return null;
    }

    /// <summary>Bytes in which an ASCII declaration can be read are not UTF-16, whatever it says.</summary>
    private static string? Unicode(string? label) =>
        label is not null && EncodingLabels.NameOf(label) is "utf-16le" or "utf-16be" or "utf-32le" or "utf-32be" ? "utf-8" : label;

    private static string? Parameter(string text, string name)
    {
        int at = 0;
        while ((at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            bool whole = at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]) && text[at - 1] != '-';
            at += name.Length;
            ReadOnlySpan<char> rest = text.AsSpan(at).TrimStart();
            if (whole && rest.StartsWith("=", StringComparison.Ordinal)) return Token(rest[1..]);
        }

        return null;
    }

    private static string? Token(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\r\n\"'");
        int end = text.IndexOfAny(TokenEnd);
        ReadOnlySpan<char> token = end < 0 ? text : text[..end];
        return token.IsEmpty || token.Length > 40 ? null : token.ToString();
    }
}
