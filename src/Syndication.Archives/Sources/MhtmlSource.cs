using System.Runtime.CompilerServices;
using MimeKit;
using Syndication.Archives.Mail;

namespace Syndication.Archives.Sources;

/// <summary>Reads pages that a browser saved with all that belongs to them (MHTML, RFC 2557): the root page and its address; the date is that of the saving and says nothing.</summary>
internal static class MhtmlSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] bytes = await walk.ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        using var all = new MemoryStream(bytes, writable: false);
        MimeMessage message = await MessageParser.LoadAsync(all, cancellationToken).ConfigureAwait(false);
        if (Root(message) is not { Content: { } content } page) throw new InvalidDataException("There is no page in it.");
        using var decoded = new MemoryStream();
        await content.DecodeToAsync(decoded, cancellationToken).ConfigureAwait(false);
        string? address = page.ContentLocation?.OriginalString ?? message.Headers["Snapshot-Content-Location"] ?? message.Headers["Content-Location"];
        yield return new ArchivedDocument(entry.Name, decoded.ToArray())
        {
            Source = entry.Known with
            {
                Address = address is not null && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : entry.Known.Address,
                ContentType = page.ContentType.Charset is { } charset ? $"{page.ContentType.MimeType}; charset={charset}" : page.ContentType.MimeType,
                FileName = entry.Name,
            },
        };
    }

    private static MimePart? Root(MimeMessage message)
    {
        if (message.Body is MultipartRelated { Root: MimePart root } && root.ContentType.IsMimeType("text", "html")) return root;
        return message.BodyParts.OfType<MimePart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "html"));
    }
}
