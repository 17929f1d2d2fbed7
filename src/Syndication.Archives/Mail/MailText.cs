using System.Text;
using MimeKit;

namespace Syndication.Archives.Mail;

/// <summary>One text of a mail, with its transfer encoding undone: what the reader of issues is given.</summary>
/// <param name="MediaType">Type and subtype, lower case.</param>
/// <param name="Charset">The declared charset; <see langword="null"/> where there is none.</param>
/// <param name="Bytes">The text in that charset.</param>
/// <param name="Location">The absolute web address that the part says it was taken from (RFC 2557 §4.2); <see langword="null"/> where it says none.</param>
internal sealed record MailText(string MediaType, string? Charset, byte[] Bytes, string? Location = null)
{
    private static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);

    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>The field as a reader of bytes wants it.</summary>
    public string ContentType => Charset is null ? MediaType : $"{MediaType}; charset=\"{Charset}\"";

    /// <summary>Of two that say as much, the one with the lower rank shows more of its structure.</summary>
    public int Rank => MediaType switch { "text/html" or "application/xhtml+xml" => 0, "text/markdown" or "text/x-markdown" => 1, "text/plain" => 2, _ => 3 };

    /// <summary>Whether a media type is a text that an issue can be written in.</summary>
    public static bool IsReadable(ContentType type) => (type.MediaType.ToLowerInvariant(), type.MediaSubtype.ToLowerInvariant()) switch
    {
        ("text", "html" or "plain" or "markdown" or "x-markdown" or "enriched" or "org" or "x-org" or "x-rst") => true,
        ("application", "xhtml+xml") => true,
        _ => false,
    };

    /// <summary>Undoes the transfer encoding and the flowed form of a part.</summary>
    public static MailText Of(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        byte[] text = bytes.ToArray();
        ContentType type = part.ContentType;
        if (type.IsMimeType("text", "plain") && string.Equals(type.Parameters["format"], "flowed", StringComparison.OrdinalIgnoreCase))
        {
            text = FlowedText.Unfold(text, string.Equals(type.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase));
        }

        string? charset = type.Parameters["charset"]?.Trim();
        bool named = !string.IsNullOrEmpty(charset) && charset.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '+');
        string? location = part.Headers[HeaderId.ContentLocation] is { } said && HeaderValue.Web(said) is { } web ? web : null;
        return new MailText($"{type.MediaType}/{type.MediaSubtype}".ToLowerInvariant(), named ? charset : null, text, location);
    }

    /// <summary>A text made here.</summary>
    public static MailText Made(string mediaType, string text) => new(mediaType, "utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>The text decoded, for what is put together of several; what is read alone goes to the reader as bytes, which looks closer.</summary>
    public string Decode()
    {
        bool wide = Bytes.AsSpan().IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;
        try
        {
            if (wide || Charset is null) return strict.GetString(Bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8, whatever it says: the declared charset, else Latin letters.
        }

        return EncodingOf(Charset).GetString(Bytes);
    }

    /// <summary>The encoding of a charset's name; Windows-1252 where it is unknown or none.</summary>
    public static Encoding EncodingOf(string? charset)
    {
        try
        {
            if (charset is not null) return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            // An unknown name.
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }
}
