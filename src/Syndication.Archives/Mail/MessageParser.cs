using System.Text;
using MimeKit;
using Syndication.Text;

namespace Syndication.Archives.Mail;

/// <summary>Parses bytes as a MIME message, however broken: whatever is read as one comes through here.</summary>
internal static class MessageParser
{
    /// <summary>The parser looks once, at its first use in the process, which encodings there are; without this it knows hardly any of East Asia's from then on.</summary>
    static MessageParser() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A message that must be one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Task<MimeMessage> LoadAsync(Stream stream, CancellationToken cancellationToken) => MimeMessage.LoadAsync(stream, cancellationToken);

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
