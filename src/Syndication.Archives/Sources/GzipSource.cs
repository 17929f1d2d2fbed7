using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Syndication.Archives.Sources;

/// <summary>Reads what was packed by gzip (RFC 1952), however many members it has: a tar, a web archive, a single file.</summary>
internal static class GzipSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BoundedStream unpacked = Unpack(walk, stream);
        bool isFirst = true;
        await using (unpacked.ConfigureAwait(false))
        {
            ArchiveEntry inner = new(entry.Name, Open, entry.CanReopen)
            {
                Depth = entry.Depth + 1, Known = entry.Known, Alias = WithoutExtension(entry.Alias ?? entry.Name), Path = entry.Path is null ? null : WithoutExtension(entry.Path),
            };
            await foreach (ArchivedDocument document in walk.ReadAsync(inner, cancellationToken).ConfigureAwait(false)) yield return document;
        }

        BoundedStream Open()
        {
            if (!isFirst) return Unpack(walk, walk.Counted(entry.Open()));
            isFirst = false;
            return unpacked;
        }
    }

    private static BoundedStream Unpack(ArchiveWalk walk, Stream stream)
    {
        long packed = 0;
        var counted = new BoundedStream(stream, read => packed += read);
        return walk.Unpacked(new GZipStream(counted, CompressionMode.Decompress), () => packed);
    }

    /// <summary>The name tells what is inside: <c>a.tar.gz</c> is a <c>tar</c>.</summary>
    private static string WithoutExtension(string name) => FormSniffer.ExtensionOf(name).ToLowerInvariant() switch
    {
        ".gz" => name[..^3],
        ".tgz" => name[..^4] + ".tar",
        _ => name,
    };
}
