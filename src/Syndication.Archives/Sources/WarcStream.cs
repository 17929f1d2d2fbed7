using System.Text;

namespace Syndication.Archives.Sources;

/// <summary>Reads the bytes of a WARC file (ISO 28500:2017 §4) forward: lines of headers, blocks of a length, and on to the next record where a length lies.</summary>
internal sealed class WarcStream(Stream stream)
{
    private const int LongestLine = 64 * 1024, MostFields = 200;

    private readonly byte[] buffer = new byte[64 * 1024];
    private int start, end;

    /// <summary>The header of the next record, <see langword="null"/> at the end of the file; and whether bytes that belong to no record were passed over.</summary>
    public async Task<(WarcRecord? Record, bool Skipped)> NextAsync(CancellationToken cancellationToken)
    {
        bool skipped = false;
        while (await LineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (!line.StartsWith("WARC/", StringComparison.Ordinal) || line.Length > 12)
            {
                skipped |= line.Length > 0;
                continue;
            }

            var record = new WarcRecord();
            for (int fields = 0; await LineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } field && fields < MostFields; fields++) record.Add(field);
            return (record, skipped);
        }

        return (null, skipped);
    }

    /// <summary>The block of a record, up to a limit; the rest of it is passed over.</summary>
    public async Task<byte[]> BlockAsync(long length, int limit, CancellationToken cancellationToken)
    {
        using var block = new MemoryStream();
        while (length > 0 && await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            int count = (int)Math.Min(length, end - start);
            if (block.Length < limit) block.Write(buffer, start, (int)Math.Min(count, limit - block.Length));
            start += count;
            length -= count;
        }

        if (length > 0) throw new InvalidDataException("The last record is shorter than it says.");
        return block.ToArray();
    }

    /// <summary>Passes over a block.</summary>
    public async Task SkipAsync(long length, CancellationToken cancellationToken)
    {
        while (length > 0 && await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            int count = (int)Math.Min(length, end - start);
            start += count;
            length -= count;
        }
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new MemoryStream();
        await using (line.ConfigureAwait(false))
        {
            while (await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                int at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
                int count = at < 0 ? end - start : at + 1;
                if (line.Length < LongestLine) line.Write(buffer, start, count);
                start += count;
                if (at >= 0) return Text(line);
            }

            return line.Length > 0 ? Text(line) : null;
        }
    }

    private static string Text(MemoryStream line) => Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r', '\n');

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start < end) return true;
        (start, end) = (0, await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
        return end > 0;
    }
}
