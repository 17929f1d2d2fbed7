namespace Syndication.Archives.Sources;

/// <summary>A stream that refuses to give more than it is allowed to.</summary>
/// <param name="inner">The stream.</param>
/// <param name="count">Told of every reading and how many bytes it gave; throws where it is too much.</param>
internal sealed class BoundedStream(Stream inner, Action<int> count) : ForwardStream(inner)
{
    // A reading of nothing is not the end: who reads a tar asks for the rest of an entry, also where there is none.
    public override int Read(Span<byte> buffer) => buffer.IsEmpty ? 0 : Counted(Inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => buffer.IsEmpty ? 0 : Counted(await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    private int Counted(int read)
    {
        count(read);
        return read;
    }
}
