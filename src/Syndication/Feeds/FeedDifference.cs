using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>What a subscriber's reader will show when one version of a feed takes the place of another: readers know entries by their ids alone.</summary>
public sealed record FeedDifference
{
    /// <summary>The entries that will show as unread: their ids were not there before.</summary>
    public ImmutableArray<FeedEntry> New { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Of <see cref="New"/>, those that were there under another id: the pairs that an <see cref="EntryIdMap"/> would keep.</summary>
    public EntryIdMap Renamed { get; init; } = new();

    /// <summary>The entries whose words, addresses or date of change differ.</summary>
    public ImmutableArray<FeedEntry> Changed { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The entries of the old version that are not in the new one; readers that have them keep them.</summary>
    public ImmutableArray<FeedEntry> Gone { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many entries show as before.</summary>
    public int Unchanged { get; init; }

    /// <summary>Compares two versions of a feed.</summary>
    /// <param name="old">What subscribers have.</param>
    /// <param name="fresh">What they will get.</param>
    public static FeedDifference Between(Feed old, Feed fresh)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(fresh);
        ImmutableArray<FeedEntry> before = UniqueIds.Of(old.Entries);
        ImmutableArray<FeedEntry> after = UniqueIds.Of(fresh.Entries);
        Dictionary<string, FeedEntry> known = before.ToDictionary(static entry => entry.Id!, StringComparer.Ordinal);
        HashSet<string> kept = [.. after.Select(static entry => entry.Id!)];
        ImmutableArray<FeedEntry> added = [.. after.Where(entry => !known.ContainsKey(entry.Id!))];
        ImmutableArray<FeedEntry> gone = [.. before.Where(entry => !kept.Contains(entry.Id!))];
        ImmutableArray<FeedEntry> changed = [.. after.Where(entry => known.TryGetValue(entry.Id!, out FeedEntry? was) && Differ(was, entry))];
        return new FeedDifference
        {
            New = added,
            Renamed = EntryIdMap.Match(new Feed { Entries = gone }, new Feed { Entries = added }),
            Changed = changed,
            Gone = gone,
            Unchanged = after.Length - added.Length - changed.Length,
        };
    }

    /// <inheritdoc/>
    public bool Equals(FeedDifference? other) =>
        other is not null && Unchanged == other.Unchanged && Renamed == other.Renamed && New.AsSpan().SequenceEqual(other.New.AsSpan())
        && Changed.AsSpan().SequenceEqual(other.Changed.AsSpan()) && Gone.AsSpan().SequenceEqual(other.Gone.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(New.Length, Changed.Length, Gone.Length, Unchanged);

    private static bool Differ(FeedEntry was, FeedEntry now) =>
        EntryDigest.Of(was) != EntryDigest.Of(now) || (was.Updated is { } before && now.Updated is { } after && before != after);
}
