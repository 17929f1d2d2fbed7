using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>Dates for entries that have none, for the formats that require one: such that order is kept and the date stays when newer entries come.</summary>
internal static class EntryDates
{
    /// <summary>The entries with <see cref="FeedEntry.AssumedDate"/> where they have no date: to be done before a feed is cut into documents.</summary>
    /// <param name="entries">All entries of a feed, newest first.</param>
    public static ImmutableArray<FeedEntry> Settle(ImmutableArray<FeedEntry> entries)
    {
        DateTimeOffset[] dates = Assume(entries);
        return [.. entries.Select((entry, i) => Lasting(entry) is null && dates[i] != DateTimeOffset.UnixEpoch ? entry with { AssumedDate = dates[i] } : entry)];
    }

    /// <summary>For each entry its own date, else that of the nearest older entry, else of the nearest newer one, else 1970-01-01.</summary>
    /// <param name="entries">The entries, newest first.</param>
    public static DateTimeOffset[] Assume(ImmutableArray<FeedEntry> entries)
    {
        var dates = new DateTimeOffset?[entries.Length];
        DateTimeOffset? near = null;
        for (int i = entries.Length - 1; i >= 0; i--) dates[i] = near = Lasting(entries[i]) ?? near;
        near = DateTimeOffset.UnixEpoch;
        var assumed = new DateTimeOffset[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            near = dates[i] ?? near;
            assumed[i] = near.Value;
        }

        return assumed;
    }

    /// <summary>The newest date of an entry; <see langword="null"/> where none has one.</summary>
    public static DateTimeOffset? Newest(ImmutableArray<FeedEntry> entries)
    {
        DateTimeOffset? newest = null;
        foreach (FeedEntry entry in entries)
        {
            if (Latest(entry) is { } date && (newest is null || date > newest)) newest = date;
        }

        return newest;
    }

    // A neighbour lends the date that will not change any more.
    private static DateTimeOffset? Lasting(FeedEntry entry) => entry.Published ?? entry.Updated ?? entry.AssumedDate;

    private static DateTimeOffset? Latest(FeedEntry entry) => entry.Updated ?? entry.Published;
}
