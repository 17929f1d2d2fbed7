using System.Collections.Immutable;
using Syndication.Archives.Mail;
using Syndication.Text;

namespace Syndication.Archives;

/// <summary>
/// Reads an issue that was sent as mail (RFC 5322, MIME of RFC 2045 to 2049): its HTML or its text, whichever says more, with what the header says of it
/// as evidence for title, date, author, publication and language. Inline images are not embedded. Thread-safe.
/// </summary>
/// <remarks>
/// Registers <see cref="System.Text.CodePagesEncodingProvider"/> with the process, for the charsets of old mails. An application that uses MimeKit or MailKit
/// before its first <see cref="MailReader"/> registers it itself at its start: MimeKit looks only once which encodings there are.
/// </remarks>
public sealed class MailReader
{
    private readonly IssueReader reader;
    private readonly MailReaderOptions options;

    /// <summary>A reader with the default options.</summary>
    public static MailReader Default { get; } = new();

    /// <summary>Makes a reader.</summary>
    /// <param name="reader">Understands the text of the mails; <see cref="IssueReader.Default"/> where left out.</param>
    /// <param name="options">The options; the defaults where left out.</param>
    public MailReader(IssueReader? reader = null, MailReaderOptions? options = null)
    {
        this.reader = reader ?? IssueReader.Default;
        this.options = options ?? new MailReaderOptions();
    }

    /// <summary>Whether bytes begin as a mail does: with header fields (RFC 5322 §2.2), among them such as only mails have.</summary>
    /// <param name="head">The first bytes of the input; 4 KiB are enough.</param>
    public static bool IsMail(ReadOnlySpan<byte> head) => HeaderSniffer.IsMail(head);

    /// <summary>Reads an issue from a file with one message (<c>.eml</c>).</summary>
    /// <param name="path">The file; its name is evidence for number and date.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was understood. Never throws for what is in the file; a file that cannot be opened throws as <see cref="File"/> does.</returns>
    public async Task<IssueResult> ReadFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            return await ReadAsync(stream, new IssueSource { FileName = path }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads an issue from a stream with one message, to its end or to <see cref="MailReaderOptions.MaxMessageBytes"/>.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="source">What is known of the message; its <see cref="IssueSource.Metadata"/> counts before what the header says.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was understood. Never throws for what is in the stream.</returns>
    public async Task<IssueResult> ReadAsync(Stream stream, IssueSource? source = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        while (bytes.Length <= options.MaxMessageBytes)
        {
            int read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0) break;
            bytes.Write(buffer, 0, read);
        }

        return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), source, cancellationToken);
    }

    /// <summary>Reads an issue from the bytes of one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="source">What is known of the message; its <see cref="IssueSource.Metadata"/> counts before what the header says.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was understood. Never throws for what is in the bytes.</returns>
    public IssueResult Read(ReadOnlyMemory<byte> message, IssueSource? source = null, CancellationToken cancellationToken = default)
    {
        source ??= new IssueSource();
        var noticed = new List<Diagnostic>();
        if (message.Length > options.MaxMessageBytes)
        {
            noticed.Add(new Diagnostic(DiagnosticCodes.InputTruncated, DiagnosticSeverity.Warning, $"The message has more than {options.MaxMessageBytes} bytes; the rest was not read."));
            message = message[..Math.Max(0, options.MaxMessageBytes)];
        }

        IssueResult result = MessageParser.Parse(message, options, noticed, cancellationToken) is { } parsed
            ? new MessageReading(reader, options, source, noticed, cancellationToken).Read(parsed)
            : reader.Read(message.Span, source);
        return result with { Diagnostics = [.. noticed, .. result.Diagnostics] };
    }
}
