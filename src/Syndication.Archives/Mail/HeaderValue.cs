using System.Buffers;
using System.Text;
using MimeKit;

namespace Syndication.Archives.Mail;

/// <summary>Reads values of header fields as a person would.</summary>
internal static class HeaderValue
{
    private static readonly SearchValues<char> addressEnd = SearchValues.Create(" <>\",\t\r\n");
    private static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The decoded value in one line (RFC 2047), without control characters; <see langword="null"/> where the field is missing or empty.</summary>
    /// <param name="headers">The header.</param>
    /// <param name="id">The field.</param>
    /// <param name="otherwise">The charset of bytes that are neither ASCII, nor encoded words, nor UTF-8, which old mailers wrote.</param>
    public static string? Text(HeaderList headers, HeaderId id, string? otherwise = null)
    {
        int at = headers.IndexOf(id);
        if (at < 0) return null;
        Header header = headers[at];
        return Line(IsUtf8(header.RawValue) ? header.Value : header.GetValue(MailText.EncodingOf(otherwise)));
    }

    /// <summary>Text in one line without control characters; <see langword="null"/> where nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (text is null) return null;
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        string trimmed = line.ToString().Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    /// <summary>The first web address of a field, in angle brackets (RFC 2369 §2, RFC 5064 §2) or bare; <see langword="null"/> where there is none.</summary>
    public static string? Web(string value)
    {
        int start = value.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        int end = value.AsSpan(start).IndexOfAny(addressEnd);
        string address = end < 0 ? value[start..] : value.Substring(start, end);
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? address : null;
    }

    /// <summary>Whether the field is ASCII or UTF-8, as it must be (RFC 6532), or missing.</summary>
    public static bool IsUtf8(HeaderList headers, HeaderId id) => headers.IndexOf(id) is var at && (at < 0 || IsUtf8(headers[at].RawValue));

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
