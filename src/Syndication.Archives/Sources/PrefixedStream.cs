namespace Syndication.Archives.Sources;

/// <summary>A stream whose first bytes were looked at already.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream(rest)
{
    private ReadOnlyMemory<byte> head = head;

    /// <summary>Looks at the first bytes of a stream.</summary>
    public static async Task<(ReadOnlyMemory<byte> Head, PrefixedStream Whole)> PeekAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[count];
        int read = await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return (bytes.AsMemory(0, read), new PrefixedStream(bytes.AsMemory(0, read), stream));
    }

    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty) return Inner.Read(buffer);
        int count = Math.Min(head.Length, buffer.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        head.IsEmpty ? Inner.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Read(buffer.Span));
}
