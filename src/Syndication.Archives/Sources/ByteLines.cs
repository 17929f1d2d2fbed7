using System.Runtime.CompilerServices;

namespace Syndication.Archives.Sources;

/// <summary>The lines of a stream as bytes, each with its end (LF); one without end is the last.</summary>
internal static class ByteLines
{
    /// <summary>Reads line by line; a memory is good until the next one is asked for.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="maxLine">A longer line comes in pieces of this many bytes.</param>
    /// <param name="end">The byte that ends a line.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream stream, int maxLine, byte end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(64 * 1024, Math.Max(1, maxLine))];
        int start = 0, length = 0, searched = 0;
        while (true)
        {
            int at = buffer.AsSpan(start + searched, length - searched).IndexOf(end);
            if (at >= 0)
            {
                int line = searched + at + 1;
                yield return buffer.AsMemory(start, line);
                (start, length, searched) = (start + line, length - line, 0);
                continue;
            }

            searched = length;
            if (length >= maxLine)
            {
                yield return buffer.AsMemory(start, length);
                (start, length, searched) = (0, 0, 0);
            }

            if (start > 0) buffer.AsSpan(start, length).CopyTo(buffer);
            start = 0;
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, Math.Max(maxLine, 1)));
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0) break;
            length += read;
        }

        if (length > 0) yield return buffer.AsMemory(start, length);
    }
}
