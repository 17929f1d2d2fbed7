using System.Collections.Immutable;
using System.Text.Json;

namespace Syndication.Feeds;

/// <summary>
/// The memory of a feed from one publishing to the next, kept as JSON beside the output or in a store: what each entry said and when that last changed,
/// which archive document it stands in, what was withdrawn, and the feed's own id. With it, dates of change follow the content and never the clock, and archive documents
/// keep their entries whatever happens to older issues.
/// </summary>
public sealed record PublishedFeed
{
    /// <summary>How many withdrawn entries a feed goes on to name.</summary>
    private const int MaxTombstones = 100;

    /// <summary>Nothing published yet.</summary>
    public static PublishedFeed Nothing { get; } = new();

    /// <summary>The id that the feed was published with, which it keeps wherever it moves and whatever it is called; <see langword="null"/> where it had none.</summary>
    public string? Id { get; init; }

    /// <summary>The date of change that the feed was last published with; it never runs backwards.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The entries in ordinal order of their ids, those withdrawn too.</summary>
    public ImmutableArray<PublishedEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// Brings a feed into line with what was published. The feed keeps its id. An entry whose words and addresses are as before keeps the date of change that it
    /// was published with; one that changed takes its own date of change where that is later, else <paramref name="now"/>; a new one keeps the date that its
    /// issue gives it. Entries that are gone become <see cref="Feed.Tombstones"/>; of a feed that <see cref="FeedOptions.MaxEntries"/> cut, nothing is taken for gone.
    /// </summary>
    /// <param name="feed">The whole feed, in the order that <see cref="Feed.FromIssues"/> gave it, else newest entry first.</param>
    /// <param name="now">The date for changes that are seen now.</param>
    /// <returns>The feed as it is to be published, and what is to be kept for the next time.</returns>
    public FollowedFeed Follow(Feed feed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(feed);
        now = now.ToUniversalTime();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        Dictionary<string, PublishedEntry> before = ById();
        var after = new Dictionary<string, PublishedEntry>(StringComparer.Ordinal);
        ImmutableArray<FeedEntry>.Builder entries = UniqueIds.Of(feed.NewestFirst).ToBuilder();
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

        foreach (PublishedEntry gone in before.Values.Where(known => !after.ContainsKey(known.Id)).ToArray()) after.Add(gone.Id, gone with { Withdrawn = gone.Withdrawn ?? (feed.IsCut ? null : now) });
        ImmutableArray<PublishedEntry> withdrawn = [.. after.Values.Where(static entry => entry.Withdrawn is not null).OrderByDescending(static entry => entry.Withdrawn).ThenBy(static entry => entry.Id, StringComparer.Ordinal)];
        ImmutableArray<FeedEntry> followed = entries.DrainToImmutable();
        DateTimeOffset? changed = new[] { EntryDates.Newest(followed) ?? feed.Updated, withdrawn.IsEmpty ? null : withdrawn[0].Withdrawn, Updated }.Max();
        Feed kept = feed with
        {
            Id = Id ?? feed.Id,
            Entries = feed.InItsOrder(followed),
            Updated = changed,
            Tombstones = [.. withdrawn.Take(MaxTombstones).Select(static entry => new FeedTombstone(entry.Id, entry.Withdrawn!.Value))],
        };
        return new FollowedFeed(kept, new PublishedFeed { Id = kept.Id, Updated = changed, Entries = Sorted(after.Values) });
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">JSON as UTF-8.</param>
    /// <exception cref="JsonException">It is not that.</exception>
    public static PublishedFeed FromJson(ReadOnlySpan<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json.ToArray());
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("entries", out JsonElement list)) throw new JsonException("A feed with its published entries was expected.");
        Head head = root.Deserialize(PublishedFeedJson.Default.Head)!;
        return list.Deserialize(PublishedFeedJson.Default.ImmutableArrayPublishedEntry) is { IsDefault: false } entries && !entries.Contains(null!)
            ? new PublishedFeed { Id = head.Id, Updated = head.Updated, Entries = Sorted(entries) } : throw new JsonException("A list of published entries was expected.");
    }

    /// <summary>An object with the entries one a line, as UTF-8: a new issue is a few new lines to a version control system.</summary>
    public byte[] ToJson()
    {
        using var json = new MemoryStream();
        byte[] head = JsonSerializer.SerializeToUtf8Bytes(new Head(Id, Updated), PublishedFeedJson.Default.Head);
        json.Write(head.AsSpan(..^1));
        json.Write(head.Length > 2 ? ",\"entries\":[\n"u8 : "\"entries\":[\n"u8);
        for (int i = 0; i < Entries.Length; i++)
        {
            json.Write(JsonSerializer.SerializeToUtf8Bytes(Entries[i], PublishedFeedJson.Default.PublishedEntry));
            json.Write(i + 1 < Entries.Length ? ",\n"u8 : "\n"u8);
        }

        json.Write("]}"u8);
        return json.ToArray();
    }

    /// <inheritdoc/>
    public bool Equals(PublishedFeed? other) => other is not null && Id == other.Id && Nullable.Equals(Updated, other.Updated) && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Updated, Entries.Length);

    internal Dictionary<string, PublishedEntry> ById() => Entries.GroupBy(static entry => entry.Id, StringComparer.Ordinal).ToDictionary(static alike => alike.Key, static alike => alike.First(), StringComparer.Ordinal);

    internal static ImmutableArray<PublishedEntry> Sorted(IEnumerable<PublishedEntry> entries) => [.. entries.OrderBy(static entry => entry.Id, StringComparer.Ordinal)];

    /// <summary>All but the entries, which are written one a line.</summary>
    internal sealed record Head(string? Id = null, DateTimeOffset? Updated = null);
}
