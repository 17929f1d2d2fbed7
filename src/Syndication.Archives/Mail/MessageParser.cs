using System.Text;
using MimeKit;
using Syndication.Text;

namespace Syndication.Archives.Mail;

/// <summary>Parses bytes as a MIME message, however broken.</summary>
internal static class MessageParser
{
    /// <summary>The parser looks encodings up by name in the process; without this it knows hardly any of East Asia's.</summary>
    static MessageParser() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The message; <see langword="null"/> where the bytes have no header fields at all.</summary>
    public static MimeMessage? Parse(ReadOnlyMemory<byte> bytes, MailReaderOptions options, List<Diagnostic> noticed, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> body = HeaderSniffer.Body(bytes.Span);
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            ParserOptions parsing = ParserOptions.Default.Clone();
            parsing.MaxMimeDepth = Math.Max(1, options.MaxDepth);
            MimeMessage message = MimeMessage.Load(parsing, stream, cancellationToken);
            if (message.Headers.Count > 0 || message.Body is { Headers.Count: > 0 }) return message;
        }
        catch (FormatException)
        {
            // The parser says so of what has no header: read as text below.
        }

        noticed.Add(new Diagnostic(DiagnosticCodes.MailHeadersMissing, DiagnosticSeverity.Warning, "The message has no header fields; all of it was read as its text."));
        return null;
    }
}
