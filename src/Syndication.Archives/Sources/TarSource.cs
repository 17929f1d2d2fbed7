using System.Formats.Tar;
using System.Runtime.CompilerServices;

namespace Syndication.Archives.Sources;

/// <summary>Reads tar archives (POSIX.1-2001 pax, ustar, GNU), entry by entry as they come.</summary>
internal static class TarSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ExportTable table = entry.CanReopen ? await TableAsync(walk, entry, cancellationToken).ConfigureAwait(false) : ExportTable.None;
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

                if (packed.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile) walk.See(entry.InnerName(path));
                if (packed.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink && FormSniffer.MayBeRead(path))
                {
                    yield return EntryPath.RefuseLink(entry, path);
                    continue;
                }

                if (packed.DataStream is not { } data || EntryPath.IsDropping(path) || !walk.MayBeRead(path) || table.Holds(path)) continue;
                ArchiveEntry inner = entry.Inner(path, () => ArchiveWalk.OfLength(data, packed.Length), canReopen: false);
                if (table.Of(path) is { } row)
                {
                    if (row.IsDraft) continue;
                    inner = inner with { Known = row.Source };
                }

                await foreach (ArchivedDocument document in walk.ReadAsync(inner, cancellationToken).ConfigureAwait(false)) yield return document;
            }
        }
    }

    /// <summary>A tar is read forward, and a table may stand behind the pages that it speaks of: it is looked for first.</summary>
    private static async Task<ExportTable> TableAsync(ArchiveWalk walk, ArchiveEntry entry, CancellationToken cancellationToken)
    {
        Stream first = entry.Open();
        await using (first.ConfigureAwait(false))
        {
            var reader = new TarReader(first, leaveOpen: true);
            await using (reader.ConfigureAwait(false))
            {
                var table = new ExportTable();
                try
                {
                    while (await reader.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } packed)
                    {
                        if (packed.DataStream is { } data && EntryPath.Safe(packed.Name) is { } path) await table.AddAsync(walk, path, () => data, cancellationToken).ConfigureAwait(false);
                    }
                }
                catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArchiveLimitException)
                {
                    // The reading that follows comes to the same damage, and tells of it.
                }

                return table;
            }
        }
    }
}
