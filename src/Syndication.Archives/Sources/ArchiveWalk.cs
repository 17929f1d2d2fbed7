using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using Syndication.Text;

namespace Syndication.Archives.Sources;

/// <summary>One reading of an archive: goes from entry to entry, keeps count of what the limits bound, and lets no damage end more than the entry that has it.</summary>
internal sealed class ArchiveWalk(ArchiveLimits limits)
{
    private readonly HashSet<long> names = [];
    private long bytes, entries;

    public ArchiveLimits Limits => limits;

    /// <summary>Where the root of the folder or archive was published, if that is known: gives its pages their addresses.</summary>
    public string? Address { get; init; }

    /// <summary>Whether files that are no issues come too, as <see cref="ArchivedKind.File"/>.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>Takes the name of every file and entry, also of those that are passed over.</summary>
    public ArchiveNames? Names { get; init; }

    /// <summary>Notes that a file or entry is there.</summary>
    public void See(string name) => Names?.Add(name);

    /// <summary>Whether an entry of this name is looked into.</summary>
    public bool MayBeRead(string path) => TakesFiles || FormSniffer.MayBeRead(path);

    /// <summary>Whether a limit that holds for the whole reading is reached.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Reads whatever an entry is; what is damaged or beyond the limits comes as a refused document.</summary>
    public async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveEntry entry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<ArchivedDocument> documents = OpenAsync(entry, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (documents.ConfigureAwait(false))
        {
            while (true)
            {
                ArchivedDocument document;
                bool ended = false;
                try
                {
                    if (!await documents.MoveNextAsync().ConfigureAwait(false)) yield break;
                    document = documents.Current;
                }
                catch (Exception e) when (e is InvalidDataException or IOException or XmlException or JsonException or FormatException or NotSupportedException or ArchiveLimitException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
                {
                    document = Refused(entry, e);
                    ended = true;
                }

                yield return entry.Depth == 0 ? document with { Name = Unique(document.Name) } : document;
                if (ended) yield break;
            }
        }
    }

    /// <summary>A document that is not read, with the reason.</summary>
    public static ArchivedDocument Refuse(string name, string code, string reason) => new(name, default) { Diagnostics = [new Diagnostic(code, DiagnosticSeverity.Error, reason)] };

    /// <summary>Counts an entry.</summary>
    public void CountEntry()
    {
        if (++entries <= limits.MaxEntries) return;
        IsExhausted = true;
        throw new ArchiveLimitException($"The archive has more than {limits.MaxEntries} entries; the rest was not read.");
    }

    /// <summary>A stream of an entry that says how long it is: one that ends before is damaged.</summary>
    public static BoundedStream OfLength(Stream stream, long length)
    {
        long given = 0;
        return new BoundedStream(stream, read =>
        {
            given += read;
            if (read == 0 && given < length) throw new InvalidDataException($"It has {given} bytes in place of {length}.");
        });
    }

    /// <summary>A stream of unpacked bytes, refused where it grows beyond all measure of the packed ones.</summary>
    /// <param name="unpacked">The stream.</param>
    /// <param name="packed">How many packed bytes were read until now.</param>
    public BoundedStream Unpacked(Stream unpacked, Func<long> packed)
    {
        long given = 0;
        return new BoundedStream(unpacked, read =>
        {
            given += read;
            if (given > 1 << 20 && given > packed() * limits.MaxRatio) throw new ArchiveLimitException($"It unpacks to more than {limits.MaxRatio} times its size, which nothing that is read here does.");
        });
    }

    /// <summary>A stream of a file's own bytes: counted.</summary>
    public BoundedStream Counted(Stream stream) => new(stream, Count);

    /// <summary>All bytes of a document.</summary>
    public async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[32 * 1024];
        while (await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            if (buffer.Length + read > limits.MaxDocumentBytes) throw TooLarge();
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    public ArchiveLimitException TooLarge() => new($"It is larger than {limits.MaxDocumentBytes} bytes, the limit of one document.");

    private void Count(int read)
    {
        bytes += read;
        if (bytes <= limits.MaxTotalBytes) return;
        IsExhausted = true;
        throw new ArchiveLimitException($"The archive unpacks to more than {limits.MaxTotalBytes} bytes; the rest was not read.");
    }

    private async IAsyncEnumerable<ArchivedDocument> OpenAsync(ArchiveEntry entry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CountEntry();
        if (entry.Depth > limits.MaxDepth) throw new ArchiveLimitException($"It stands in more than {limits.MaxDepth} archives, one in the other.");
        (ReadOnlyMemory<byte> head, PrefixedStream stream) = await PrefixedStream.PeekAsync(Counted(entry.Open()), FormSniffer.HeadBytes, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (head.IsEmpty && FormSniffer.IsArchive(entry.FileName)) throw new InvalidDataException("There is nothing in it.");
            ArchiveForm form = FormSniffer.FormOf(entry.FileName, head.Span);
            await foreach (ArchivedDocument document in ReadAsync(form, entry, stream, cancellationToken).ConfigureAwait(false)) yield return document;
        }
    }

    /// <summary>Every form and who reads it.</summary>
    private IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveForm form, ArchiveEntry entry, Stream stream, CancellationToken cancellationToken) => form switch
    {
        ArchiveForm.Page => SingleAsync(entry, stream, ArchivedKind.Page, cancellationToken),
        ArchiveForm.Mail => SingleAsync(entry, stream, ArchivedKind.Mail, cancellationToken),
        ArchiveForm.Gzip => GzipSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Zip => ZipSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Tar => TarSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Mbox => MboxSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Mhtml => MhtmlSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Warc => WarcSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Feed => FeedDocumentSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.WordPress => WordPressSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Json => JsonSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.JsonLines => JsonLinesSource.ReadAsync(this, entry, stream, cancellationToken),
        ArchiveForm.Table => TableSource.ReadAsync(this, entry, stream, cancellationToken),
        _ => TakesFiles ? SingleAsync(entry, stream, ArchivedKind.File, cancellationToken) : AsyncEnumerable.Empty<ArchivedDocument>(),
    };

    private async IAsyncEnumerable<ArchivedDocument> SingleAsync(ArchiveEntry entry, Stream stream, ArchivedKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] all = await ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        IssueSource source = entry.Known with { FileName = entry.Known.FileName ?? entry.Alias ?? entry.Name };
        if (Address is not null && kind != ArchivedKind.Mail && source.Address is null && entry.Path is { } path) source = source with { Address = AddressOf(path) };
        yield return new ArchivedDocument(entry.Name, all) { Kind = kind, Source = source, Path = entry.Path };
    }

    private string AddressOf(string path) => $"{Address!.TrimEnd('/')}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private static ArchivedDocument Refused(ArchiveEntry entry, Exception e) => e switch
    {
        ArchiveLimitException => Refuse(entry.Name, DiagnosticCodes.ArchiveLimited, e.Message),
        UnauthorizedAccessException => Refuse(entry.Name, DiagnosticCodes.ArchiveBroken, "It cannot be opened: access is denied."),
        FileNotFoundException or DirectoryNotFoundException => Refuse(entry.Name, DiagnosticCodes.ArchiveBroken, "There is no such file."),
        _ => Refuse(entry.Name, DiagnosticCodes.ArchiveBroken, $"It is damaged; what stands before the damage was read. {e.Message}"),
    };

    /// <summary>The name, with a number where another document had it before.</summary>
    private string Unique(string name)
    {
        string unique = name;
        for (int i = 2; !names.Add(BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(unique)))); i++) unique = $"{name}#{i}";
        return unique;
    }
}
