using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Syndication.Text;

namespace Syndication.Archives.Sources;

/// <summary>
/// Reads JSON Lines: issues as <c>syndication extract --jsonl</c> writes them, or records of bytes (<c>source</c>, <c>address</c>, <c>contentType</c>, and
/// <c>text</c> or <c>base64</c>).
/// </summary>
internal static class JsonLinesSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int number = 0;
        bool isRest = false;
        await foreach (ReadOnlyMemory<byte> line in ByteLines.ReadAsync(stream, walk.Limits.MaxDocumentBytes, (byte)'\n', cancellationToken).ConfigureAwait(false))
        {
            bool ends = line.Span[^1] == '\n';
            bool isCut = isRest || !ends && line.Length >= walk.Limits.MaxDocumentBytes;
            bool isFirst = !isRest;
            isRest = isCut && !ends;
            if (isCut)
            {
                if (isFirst) yield return ArchiveWalk.Refuse(entry.InnerName((++number).ToString(CultureInfo.InvariantCulture)), DiagnosticCodes.ArchiveLimited, walk.TooLarge().Message);
                continue;
            }

            number++;
            if (line.Span.Trim(" \t\r\n\uFEFF"u8).IsEmpty) continue;
            walk.CountEntry();
            yield return Document(entry.InnerName(number.ToString(CultureInfo.InvariantCulture)), line);
        }
    }

    public static async IAsyncEnumerable<ArchivedDocument> SingleAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] all = await walk.ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        yield return Document(entry.Name, all);
    }

    /// <summary>The document of one line.</summary>
    public static ArchivedDocument Document(string name, ReadOnlyMemory<byte> line)
    {
        JsonElement record;
        try
        {
            record = JsonElement.Parse(line.Span.StartsWith("\uFEFF"u8) ? line.Span[3..] : line.Span, new JsonDocumentOptions { MaxDepth = 4096 });
        }
        catch (JsonException e)
        {
            return ArchiveWalk.Refuse(name, DiagnosticCodes.ArchiveBroken, $"The line is no JSON. {e.Message}");
        }

        if (record.ValueKind != JsonValueKind.Object) return ArchiveWalk.Refuse(name, DiagnosticCodes.ArchiveBroken, "The line is no JSON object.");
        string? text = JsonSource.Text(record, "text");
        byte[]? bytes = text is not null ? System.Text.Encoding.UTF8.GetBytes(text) : null;
        if (bytes is null && record.TryGetProperty("base64", out JsonElement packed) && (packed.ValueKind != JsonValueKind.String || !packed.TryGetBytesFromBase64(out bytes))) return ArchiveWalk.Refuse(name, DiagnosticCodes.ArchiveBroken, "What \"base64\" holds is not Base64.");
        if (bytes is null) return new ArchivedDocument(name, line.ToArray()) { Kind = ArchivedKind.Issue, Source = new IssueSource { FileName = JsonSource.Text(record, "source") } };

        string? source = JsonSource.Text(record, "source"), type = JsonSource.Text(record, "contentType");
        if (text is not null && type is not null) type = $"{type.Split(';')[0]}; charset=utf-8";
        bool isMail = type?.StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase) == true || type is null && FormSniffer.FormOf(source ?? "", bytes.AsSpan(0, Math.Min(bytes.Length, FormSniffer.HeadBytes))) == ArchiveForm.Mail;
        return new ArchivedDocument(name, bytes)
        {
            Kind = isMail ? ArchivedKind.Mail : ArchivedKind.Page,
            Source = new IssueSource { FileName = source, Address = JsonSource.Text(record, "address"), ContentType = isMail ? null : type },
        };
    }
}
