using System.Formats.Tar;
using System.Runtime.CompilerServices;

namespace Syndication.Archives.Sources;

/// <summary>Reads tar archives (POSIX.1-2001 pax, ustar, GNU), entry by entry as they come.</summary>
internal static class TarSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new TarReader(stream, leaveOpen: true);
        await using (reader.ConfigureAwait(false))
        {
            while (!walk.IsExhausted && await reader.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } packed)
            {
                if (EntryPath.Safe(packed.Name) is not { } path)
                {
                    yield return EntryPath.Refuse(entry, packed.Name);
                    continue;
                }

                if (packed.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink && FormSniffer.MayBeRead(path))
                {
                    yield return EntryPath.RefuseLink(entry, path);
                    continue;
                }

                if (packed.DataStream is not { } data || EntryPath.IsDropping(path) || !FormSniffer.MayBeRead(path)) continue;
                ArchiveEntry inner = entry.Inner(path, () => ArchiveWalk.OfLength(data, packed.Length), canReopen: false);
                await foreach (ArchivedDocument document in walk.ReadAsync(inner, cancellationToken).ConfigureAwait(false)) yield return document;
            }
        }
    }
}
