using System.IO.Compression;

namespace Syndication.AspNetCore.Http;

/// <summary>A content coding (RFC 9110 §8.4.1) that representations are prepared in.</summary>
/// <param name="Name">Its token.</param>
/// <param name="Encode">Makes the coded bytes; the same of the same.</param>
internal sealed record ContentCoding(string Name, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Encode)
{
    /// <summary>None.</summary>
    public static ContentCoding Identity { get; } = new("identity", static bytes => bytes);

    /// <summary>All, those that make feeds smallest first.</summary>
    public static IReadOnlyList<ContentCoding> All { get; } = [new("br", Brotli), new("zstd", Zstandard), new("gzip", Gzip), Identity];

    private static ReadOnlyMemory<byte> Brotli(ReadOnlyMemory<byte> bytes)
    {
        byte[] coded = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes.Span, coded, out int length, quality: 9, window: 22)
            ? coded.AsSpan(0, length).ToArray() : throw new InvalidOperationException("Brotli needed more than its own bound.");
    }

    private static ReadOnlyMemory<byte> Zstandard(ReadOnlyMemory<byte> bytes)
    {
        using var compressor = new ZstdSharp.Compressor(12);
        return compressor.Wrap(bytes.Span).ToArray();
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlyMemory<byte> bytes)
    {
        using var coded = new MemoryStream();
        using (var gzip = new GZipStream(coded, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes.Span);
        return coded.ToArray();
    }
}
