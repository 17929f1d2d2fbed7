using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Syndication.Archives;
using Syndication.Documents;

namespace Syndication.Tool;

/// <summary>
/// <c>syndication extract --jsonl --stdin</c>: a filter without state. Standard input holds paths (one a line, or each ended by NUL) or JSON records (one a line:
/// <c>source</c> and <c>text</c> or <c>base64</c>, optionally <c>address</c> and <c>contentType</c>); each gives its lines on standard output, in order. Nothing is learned, so that
/// any number of workers agree; what is known of the newsletter comes as a pinned profile.
/// </summary>
internal static class ExtractStream
{
    internal static async Task<int> RunAsync(PublicationProfile? profile, CancellationToken cancellationToken)
    {
        bool failed = false;
        var importer = new ArchiveImporter(new ArchiveImporterOptions { Reading = new IssueReaderOptions { Profile = profile }, Learn = false });
        var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        await using (output)
        {
            await foreach (ImportedIssue imported in importer.ImportAsync(DocumentsAsync(cancellationToken), cancellationToken))
            {
                var reading = new FileReading(imported.Source, imported.Result is { } result ? result with { Diagnostics = imported.Diagnostics } : null, imported.Result is null ? imported.Diagnostics.FirstOrDefault()?.Message ?? "not read" : null);
                failed |= !reading.IsGood;
                reading.Report();
                if (reading.Result is null) continue;
                await output.WriteAsync(Encoding.UTF8.GetBytes(IssueResultJson.Serialize(reading.Result, imported.Source) + "\n"), cancellationToken);
            }
        }

        return failed ? ExitCode.SomethingFailed : ExitCode.AllRead;
    }

    private static async IAsyncEnumerable<ArchivedDocument> DocumentsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new ArchiveReader();
        int number = 0;
        await foreach (byte[] record in RecordsAsync(Console.OpenStandardInput(), cancellationToken))
        {
            number++;
            IAsyncEnumerable<ArchivedDocument> documents = record[0] == '{'
                ? reader.ReadAsync(new MemoryStream(record), string.Create(CultureInfo.InvariantCulture, $"stdin-{number}.jsonl"), cancellationToken)
                : reader.ReadAsync(Encoding.UTF8.GetString(record), cancellationToken);
            await foreach (ArchivedDocument document in documents) yield return record[0] == '{' && document.Source.FileName is { } name ? document with { Name = name } : document;
        }
    }

    /// <summary>The records of a stream: ended by NUL where the first of them is, else by a line break.</summary>
    private static async IAsyncEnumerable<byte[]> RecordsAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var record = new MemoryStream();
        byte[] chunk = new byte[64 * 1024];
        byte? end = null;
        while (await input.ReadAsync(chunk, cancellationToken) is > 0 and int read)
        {
            for (int i = 0; i < read; i++)
            {
                bool ends = end is { } known ? chunk[i] == known : chunk[i] is 0 or (byte)'\n';
                if (!ends)
                {
                    record.WriteByte(chunk[i]);
                    continue;
                }

                end ??= chunk[i];
                if (Whole(record) is { } whole) yield return whole;
                record.SetLength(0);
            }
        }

        if (Whole(record) is { } last) yield return last;
    }

    private static byte[]? Whole(MemoryStream record)
    {
        ReadOnlySpan<byte> bytes = record.GetBuffer().AsSpan(0, (int)record.Length).TrimEnd("\r\n"u8);
        return bytes.IsEmpty ? null : bytes.ToArray();
    }
}
