using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Syndication.Archives.Sources;

/// <summary>An HTTP response as it went over the wire (RFC 9112), out of a web archive.</summary>
internal sealed record HttpMessage(int Status, string? ContentType, byte[] Body)
{
    /// <summary>Reads a response: status line, fields, body without its transfer and content codings; <see langword="null"/> where it is none.</summary>
    public static HttpMessage? Parse(ReadOnlySpan<byte> message, int limit)
    {
        if (!message.StartsWith("HTTP/"u8)) return null;
        int end = message.IndexOf("\r\n\r\n"u8), gap = 4;
        if (end < 0) (end, gap) = (message.IndexOf("\n\n"u8), 2);
        if (end < 0) return null;
        string[] lines = Encoding.Latin1.GetString(message[..end]).Split('\n');
        string[] status = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code)) return null;
        byte[] body = message[(end + gap)..].ToArray();
        // A crawler may keep the header and take the codings off: what does not look coded is left.
        if (Field(lines, "Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Unchunk(body) ?? body;
        return new HttpMessage(code, Field(lines, "Content-Type"), Decode(body, Field(lines, "Content-Encoding"), limit));
    }

    private static string? Field(string[] lines, string name)
    {
        foreach (string line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return line[(colon + 1)..].Trim();
        }

        return null;
    }

    /// <summary>A body without its chunks (RFC 9112 §7.1); <see langword="null"/> where it has none.</summary>
    private static byte[]? Unchunk(ReadOnlySpan<byte> body)
    {
        using var whole = new MemoryStream(body.Length);
        while (true)
        {
            int end = body.IndexOf((byte)'\n');
            if (end < 0) return null;
            string size = Encoding.ASCII.GetString(body[..end]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0) return null;
            body = body[(end + 1)..];
            if (length == 0) return whole.ToArray();
            // A body that was cut is read as far as it goes.
            if (length > body.Length)
            {
                whole.Write(body);
                return whole.ToArray();
            }

            whole.Write(body[..length]);
            body = body[length..].TrimStart("\r\n"u8);
        }
    }

    private static byte[] Decode(byte[] body, string? coding, int limit)
    {
        Stream? decoder = coding?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body.Length > 1 && body[0] == 0x1F && body[1] == 0x8B => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            "deflate" when body.Length > 1 && (body[0] & 0x0F) == 8 => new ZLibStream(new MemoryStream(body), CompressionMode.Decompress),
            "br" when body.Length > 0 && body[0] != '<' => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => null,
        };
        if (decoder is null) return body;
        using (decoder)
        {
            using var whole = new MemoryStream();
            byte[] chunk = new byte[32 * 1024];
            while (decoder.Read(chunk) is > 0 and int read)
            {
                whole.Write(chunk, 0, read);
                if (whole.Length > limit) throw new ArchiveLimitException($"It is larger than {limit} bytes, the limit of one document.");
            }

            return whole.ToArray();
        }
    }
}
