using System.Diagnostics;
using System.Globalization;
using Syndication.Feeds;

namespace Syndication.Benchmarks;

/// <summary>Streams up to a million entries of 2 KB and prints time and peak working set: the one shall be linear, the other constant.</summary>
internal static class MillionEntries
{
    public static async Task PrintAsync(TextWriter output)
    {
        Feed head = LongFeed.Of(0);
        FeedEntry[] entries = [.. LongFeed.Of(20).Entries]; // few, since what counts is the writer's memory and not theirs
        foreach (FeedFormat format in FeedFormat.All)
        {
            foreach (int count in new[] { 10_000, 250_000, 500_000, 1_000_000 })
            {
                long start = Stopwatch.GetTimestamp();
                await head.WriteAsync(Stream.Null, format, OneByOne(entries, count)).ConfigureAwait(false);
                double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                using var process = Process.GetCurrentProcess();
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{format.Name,-9} {count,9} entries {seconds,6:0.00} s {1e6 * seconds / count,5:0.0} µs an entry, peak working set {process.PeakWorkingSet64 / 1048576.0:0} MB")).ConfigureAwait(false);
            }
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
