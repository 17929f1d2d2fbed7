using System.Collections.Immutable;
using System.IO.Pipelines;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>Writes a feed into a pipe, entry by entry: what is written goes on as soon as it is some tens of kilobytes, so that memory stays the same.</summary>
internal sealed class FeedPipe : IDisposable
{
    private const int FlushAt = 32 * 1024;
    private const int EntriesBetweenFlushes = 64;

    private readonly PipeWriter pipe;
    private readonly WriteLog log = new();
    private readonly FeedWriter writer;
    private int entries;

    public FeedPipe(PipeWriter pipe, FeedFormat format, WrittenIds ids)
    {
        this.pipe = pipe;
        writer = format.Open(pipe, log, ids);
    }

    public static async Task<ImmutableArray<Diagnostic>> WriteAsync(PipeWriter pipe, FeedFormat format, Feed feed, CancellationToken cancellationToken)
    {
        using var output = new FeedPipe(pipe, format, WrittenIds.All());
        DateTimeOffset[] dates = EntryDates.Assume(feed.Entries);
        output.writer.WriteHead(feed);
        for (int i = 0; i < feed.Entries.Length && await output.GoesOnAsync(cancellationToken).ConfigureAwait(false); i++) output.writer.WriteEntry(feed.Entries[i], dates[i]);
        return await output.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As above with entries that come one by one: an undated one takes the date of the one before it.</summary>
    public static async Task<ImmutableArray<Diagnostic>> WriteAsync(PipeWriter pipe, FeedFormat format, Feed head, IAsyncEnumerable<FeedEntry> entries, CancellationToken cancellationToken)
    {
        using var output = new FeedPipe(pipe, format, WrittenIds.Latest());
        DateTimeOffset near = DateTimeOffset.UnixEpoch;
        output.writer.WriteHead(head with { Entries = [] });
        await foreach (FeedEntry entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!await output.GoesOnAsync(cancellationToken).ConfigureAwait(false)) break;
            near = entry.Published ?? entry.Updated ?? entry.AssumedDate ?? near;
            output.writer.WriteEntry(entry, near);
        }

        return await output.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => writer.Dispose();

    /// <returns>Whether anybody still reads.</returns>
    private async ValueTask<bool> GoesOnAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // A pipe whose reader has gone counts no bytes, and only a flush tells.
        if (pipe.UnflushedBytes < FlushAt && ++entries < EntriesBetweenFlushes) return true;
        entries = 0;
        FlushResult result = await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
        return !result.IsCompleted;
    }

    private async Task<ImmutableArray<Diagnostic>> EndAsync(CancellationToken cancellationToken)
    {
        writer.WriteTail();
        await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
        return log.ToImmutable();
    }
}
