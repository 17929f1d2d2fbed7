using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Syndication.Archives.Sources;

/// <summary>Reads what was packed by gzip (RFC 1952), however many members it has: a tar, a web archive, a single file.</summary>
internal static class GzipSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long packed = 0;
        var counted = new BoundedStream(stream, read => packed += read);
        BoundedStream unpacked = walk.Unpacked(new GZipStream(counted, CompressionMode.Decompress), () => packed);
        await using (unpacked.ConfigureAwait(false))
        {
            ArchiveEntry inner = new(WithoutExtension(entry.Name), () => unpacked, CanReopen: false) { Depth = entry.Depth + 1, Known = entry.Known };
            await foreach (ArchivedDocument document in walk.ReadAsync(inner, cancellationToken).ConfigureAwait(false))
                yield return document with { Name = entry.Name + document.Name[inner.Name.Length..] };
        }
    }

    /// <summary>The name tells what is inside: <c>a.tar.gz</c> is a <c>tar</c>.</summary>
    private static string WithoutExtension(string name) => FormSniffer.ExtensionOf(name).ToLowerInvariant() switch
    {
        ".gz" => name[..^3],
        ".tgz" => name[..^4] + ".tar",
        _ => name,
    };
}
