using System.Collections.Immutable;
using System.Text.Json;

namespace Syndication.Feeds;

/// <summary>
/// The memory of a feed from one publishing to the next, kept as JSON beside the output or in a store: what each entry said and when that last changed,
/// which archive document it stands in, and what was withdrawn. With it, dates of change follow the content and never the clock, and archive documents
/// keep their entries whatever happens to older issues.
/// </summary>
public sealed record PublishedFeed
{
    /// <summary>How many withdrawn entries a feed goes on to name.</summary>
    private const int MaxTombstones = 100;

    /// <summary>Nothing published yet.</summary>
    public static PublishedFeed Nothing { get; } = new();

    /// <summary>The entries in ordinal order of their ids, those withdrawn too.</summary>
    public ImmutableArray<PublishedEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// Brings a feed into line with what was published. An entry whose words and addresses are as before keeps the date of change that it was published with;
    /// one that changed takes its own date of change where that is later, else <paramref name="now"/>; a new one keeps the date that its issue gives it.
    /// Entries that are gone become <see cref="Feed.Tombstones"/>.
    /// </summary>
    /// <param name="feed">The whole feed, newest entry first.</param>
    /// <param name="now">The date for changes that are seen now.</param>
    /// <param name="published">What is to be kept for the next time.</param>
    /// <returns>The feed as it is to be published; entries that shared an id are told apart.</returns>
    public Feed Follow(Feed feed, DateTimeOffset now, out PublishedFeed published)
    {
        ArgumentNullException.ThrowIfNull(feed);
        now = now.ToUniversalTime();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        Dictionary<string, PublishedEntry> before = ById();
        var after = new Dictionary<string, PublishedEntry>(StringComparer.Ordinal);
        ImmutableArray<FeedEntry>.Builder entries = UniqueIds.Of(feed.Entries).ToBuilder();
        for (int i = 0; i < entries.Count; i++)
        {
            FeedEntry entry = entries[i];
            string digest = EntryDigest.Of(entry);
            PublishedEntry? known = before.GetValueOrDefault(entry.Id!);
            DateTimeOffset? updated = known is null ? entry.Updated
                : known.Digest == digest ? known.Updated
                : entry.Updated > (known.Updated ?? entry.Published ?? DateTimeOffset.MinValue) ? entry.Updated
                : now;
            if (updated != entry.Updated || updated?.Offset != entry.Updated?.Offset) entries[i] = entry with { Updated = updated };
            after.Add(entry.Id!, new PublishedEntry(entry.Id!, digest) { Updated = updated, Archive = known?.Archive });
        }

        foreach (PublishedEntry gone in before.Values.Where(known => !after.ContainsKey(known.Id)).ToArray()) after.Add(gone.Id, gone with { Withdrawn = gone.Withdrawn ?? now });
        published = new PublishedFeed { Entries = Sorted(after.Values) };
        ImmutableArray<FeedEntry> followed = entries.DrainToImmutable();
        return feed with
        {
            Entries = followed,
            Updated = EntryDates.Newest(followed) ?? feed.Updated,
            Tombstones = [.. published.Entries.Where(static entry => entry.Withdrawn is not null).OrderByDescending(static entry => entry.Withdrawn).Take(MaxTombstones)
                .Select(static entry => new FeedTombstone(entry.Id, entry.Withdrawn!.Value))],
        };
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">JSON as UTF-8.</param>
    /// <exception cref="JsonException">It is not that.</exception>
    public static PublishedFeed FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, PublishedFeedJson.Default.ImmutableArrayPublishedEntry) is { IsDefault: false } entries && !entries.Contains(null!)
            ? new PublishedFeed { Entries = Sorted(entries) } : throw new JsonException("A list of published entries was expected.");

    /// <summary>An array of entries, one a line, as UTF-8: a new issue is a few new lines to a version control system.</summary>
    public byte[] ToJson()
    {
        using var json = new MemoryStream();
        json.Write("[\n"u8);
        for (int i = 0; i < Entries.Length; i++)
        {
            json.Write(JsonSerializer.SerializeToUtf8Bytes(Entries[i], PublishedFeedJson.Default.PublishedEntry));
            json.Write(i + 1 < Entries.Length ? ",\n"u8 : "\n"u8);
        }

        json.Write("]"u8);
        return json.ToArray();
    }

    /// <inheritdoc/>
    public bool Equals(PublishedFeed? other) => other is not null && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Length;

    internal Dictionary<string, PublishedEntry> ById() => Entries.GroupBy(static entry => entry.Id, StringComparer.Ordinal).ToDictionary(static alike => alike.Key, static alike => alike.First(), StringComparer.Ordinal);

    internal static ImmutableArray<PublishedEntry> Sorted(IEnumerable<PublishedEntry> entries) => [.. entries.OrderBy(static entry => entry.Id, StringComparer.Ordinal)];
}
