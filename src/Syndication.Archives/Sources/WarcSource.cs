using System.Globalization;
using System.Runtime.CompilerServices;
using Syndication.Text;

namespace Syndication.Archives.Sources;

/// <summary>
/// Reads web archives (WARC 1.0 and 1.1, ISO 28500): the pages among its responses, resources and conversions, each with the address it was captured from. Where
/// a record's length is wrong, reading goes on at the next line that begins one.
/// </summary>
internal static class WarcSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var warc = new WarcStream(stream);
        int limit = walk.Limits.MaxDocumentBytes, number = 0;
        while (!walk.IsExhausted)
        {
            (WarcRecord? record, bool skipped) = await warc.NextAsync(cancellationToken).ConfigureAwait(false);
            if (skipped) yield return ArchiveWalk.Refuse(entry.InnerName($"before {number + 1}"), DiagnosticCodes.ArchiveBroken, "There are bytes that belong to no record: the length of the record before is wrong. They were passed over.");
            if (record is null) yield break;
            number++;
            walk.CountEntry();
            string name = entry.InnerName(record.Target ?? number.ToString(CultureInfo.InvariantCulture));
            if (record.Length is not { } length)
            {
                yield return ArchiveWalk.Refuse(name, DiagnosticCodes.ArchiveBroken, "The record does not say its length.");
                continue;
            }

            if (record.Type is not ("response" or "resource" or "conversion"))
            {
                await warc.SkipAsync(length, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (length > limit && !MayBePage(record)) await warc.SkipAsync(length, cancellationToken).ConfigureAwait(false);
            else if (length > limit)
            {
                await warc.SkipAsync(length, cancellationToken).ConfigureAwait(false);
                yield return ArchiveWalk.Refuse(name, DiagnosticCodes.ArchiveLimited, walk.TooLarge().Message);
            }
            else if (Document(name, record, await warc.BlockAsync(length, limit, cancellationToken).ConfigureAwait(false), limit) is { } document && (document.Kind != ArchivedKind.File || walk.TakesFiles))
            {
                yield return document;
            }
        }
    }

    /// <summary>A recording that is plainly no page is not worth a word, however large.</summary>
    private static bool MayBePage(WarcRecord record) => record.Target is null || FormSniffer.MayBeRead(record.Target.Split('?', '#')[0]);

    private static ArchivedDocument? Document(string name, WarcRecord record, byte[] block, int limit)
    {
        string? contentType = record["Content-Type"];
        byte[] body = block;
        if (contentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true)
        {
            HttpMessage? message;
            try
            {
                message = HttpMessage.Parse(block, limit);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                return ArchiveWalk.Refuse(name, DiagnosticCodes.ArchiveBroken, $"The response in the record is damaged. {e.Message}");
            }
            catch (ArchiveLimitException e)
            {
                return ArchiveWalk.Refuse(name, DiagnosticCodes.ArchiveLimited, e.Message);
            }

            if (message is not { Status: 200 }) return null;
            (contentType, body) = (message.ContentType, message.Body);
        }

        return new ArchivedDocument(name, body) { Kind = IsPage(contentType, body) ? ArchivedKind.Page : ArchivedKind.File, Source = new IssueSource { Address = record.Target, ContentType = contentType } };
    }

    private static bool IsPage(string? contentType, byte[] body)
    {
        string type = contentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        return type is "text/html" or "application/xhtml+xml" or "text/plain" or "text/markdown" || type.Length == 0 && FormSniffer.FormOf("", body.AsSpan(0, Math.Min(body.Length, FormSniffer.HeadBytes))) == ArchiveForm.Page;
    }
}
