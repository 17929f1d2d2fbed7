using System.Diagnostics;
using System.Globalization;
using Syndication.Feeds;

namespace Syndication.Benchmarks;

/// <summary>Streams up to a million entries of 2 KB and prints time, what is allocated for an entry, and the peak working set: the first shall be linear, the last constant.</summary>
internal static class MillionEntries
{
    public static async Task PrintAsync(TextWriter output, FeedFormat format)
    {
        Feed head = LongFeed.Of(0);
        FeedEntry[] entries = [.. LongFeed.Of(20).Entries]; // few, since what counts is the writer's memory and not theirs
        long source = GC.GetTotalAllocatedBytes(precise: true);
        await foreach (FeedEntry _ in OneByOne(entries, 10_000).ConfigureAwait(false)) { }
        source = GC.GetTotalAllocatedBytes(precise: true) - source;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"the entries themselves: {source / 10_000} B each")).ConfigureAwait(false);
        foreach (int count in new[] { 10_000, 250_000, 500_000, 1_000_000 })
        {
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            long start = Stopwatch.GetTimestamp();
            await head.WriteAsync(Stream.Null, format, OneByOne(entries, count)).ConfigureAwait(false);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
            using var process = Process.GetCurrentProcess();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{format.Name,-9} {count,9} entries {seconds,6:0.00} s {1e6 * seconds / count,5:0.0} µs and {allocated / count,5} B an entry, peak working set {process.PeakWorkingSet64 / 1048576.0:0} MB")).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<FeedEntry> OneByOne(FeedEntry[] entries, int count)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        for (int i = 0; i < count; i++)
        {
            FeedEntry entry = entries[i % entries.Length];
            string n = i.ToString(CultureInfo.InvariantCulture);
            yield return entry with { Id = "tag:weekly.example,2024:entry/" + n, Url = "https://weekly.example/entry/" + n };
        }
    }
}
