using System.Text;
using MimeKit;
using Syndication.Text;

namespace Syndication.Archives.Mail;

/// <summary>Makes something to read of a multipart in which no part begins with the boundary that its header names.</summary>
internal static class MultipartRepair
{
    /// <summary>The parts as the delimiter lines in the body part them, else the body as text; <see langword="null"/> where there is nothing in it.</summary>
    public static MimeEntity? Of(Multipart multipart, List<Diagnostic> noticed)
    {
        using var stream = new MemoryStream();
        multipart.WriteTo(stream, contentOnly: true);
        byte[] body = stream.ToArray();
        if (body.AsSpan().Trim(" \t\r\n-"u8).IsEmpty) return null;
        if (Delimiter(body) is not { } boundary)
        {
            noticed.Add(new Diagnostic(DiagnosticCodes.MailPartBroken, DiagnosticSeverity.Warning, "A multipart has no parts; all of it was read as text."));
            return Text(body);
        }

        noticed.Add(new Diagnostic(DiagnosticCodes.MailPartBroken, DiagnosticSeverity.Warning, "The boundary that a multipart names is not the one that parts it; the one in its body was taken."));
        var type = new ContentType("multipart", multipart.ContentType.MediaSubtype) { Boundary = boundary };
        try
        {
            using var again = new MemoryStream(body, writable: false);
            return MimeEntity.Load(ParserOptions.Default, type, again) is Multipart { Count: > 0 } parted ? parted : Text(body);
        }
        catch (FormatException)
        {
            return Text(body);
        }
    }

    private static TextPart Text(byte[] body) => new("plain") { Content = new MimeContent(new MemoryStream(body, writable: false)) };

    /// <summary>The first line that starts with two hyphens and is followed by a header field, as a delimiter is (RFC 2046 §5.1.1).</summary>
    private static string? Delimiter(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            int end = body.IndexOf((byte)'\n');
            if (end < 0) return null;
            ReadOnlySpan<byte> line = body[..end].TrimEnd(" \t\r"u8);
            body = body[(end + 1)..];
            if (line.Length is <= 2 or > 72 || !line.StartsWith("--"u8) || line.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0) continue;
            if (body.StartsWith("Content-"u8) || body.StartsWith("content-"u8)) return Encoding.ASCII.GetString(line[2..]);
        }

        return null;
    }
}
