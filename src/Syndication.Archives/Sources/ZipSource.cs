using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Syndication.Archives.Sources;

/// <summary>Reads zip files (APPNOTE 6.3), among them the exports of Substack, Mailchimp and Buttondown with their tables.</summary>
internal static class ZipSource
{
    private const int UnixTypeMask = 0xF000, UnixLink = 0xA000;

    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A zip is read from its end: one in another archive has to be held.
        Stream seekable = entry.CanReopen && entry.Open() is { CanSeek: true } own ? own : new MemoryStream(await walk.ReadAllAsync(stream, cancellationToken).ConfigureAwait(false), writable: false);
        await using (seekable.ConfigureAwait(false))
        {
            ZipEnd.Check(seekable, walk.Limits);
            using var zip = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            ExportTable table = await ExportTable.OfAsync(walk, zip.Entries.Where(e => EntryPath.Safe(e.FullName) is not null).Select(e => (e.FullName, (Func<Stream>)(() => Open(walk, e)))), cancellationToken).ConfigureAwait(false);
            foreach (ZipArchiveEntry packed in zip.Entries)
            {
                if (walk.IsExhausted) yield break;
                if (EntryPath.Safe(packed.FullName) is not { } path)
                {
                    yield return EntryPath.Refuse(entry, packed.FullName);
                    continue;
                }

                walk.See(entry.InnerName(path));
                if (EntryPath.IsDropping(path) || !walk.MayBeRead(path) || table.Holds(path)) continue;
                if ((packed.ExternalAttributes >> 16 & UnixTypeMask) == UnixLink)
                {
                    yield return EntryPath.RefuseLink(entry, path);
                    continue;
                }

                ArchiveEntry inner = entry.Inner(path, () => Open(walk, packed), canReopen: true);
                if (table.Of(path) is { } row)
                {
                    if (row.IsDraft) continue;
                    inner = inner with { Known = row.Source };
                }

                await foreach (ArchivedDocument document in walk.ReadAsync(inner, cancellationToken).ConfigureAwait(false)) yield return document;
            }
        }
    }

    private static BoundedStream Open(ArchiveWalk walk, ZipArchiveEntry packed) => walk.Unpacked(ArchiveWalk.OfLength(packed.Open(), packed.Length), () => packed.CompressedLength);
}
