using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Syndication.Feeds;

/// <summary>
/// Ids that entries had in a feed that existed before, so that those who subscribe to it do not see everything as unread: a JSON object with the old id
/// (<c>guid</c>) as name and the new feed's id or address of the same entry as value.
/// </summary>
/// <remarks>
/// An old id is written as it is in RSS and JSON Feed; Atom takes it only where it is an IRI. Ids of feeds in several formats that differ want a map each.
/// </remarks>
public sealed record EntryIdMap
{
    /// <summary>The new id or address of each old id.</summary>
    public ImmutableSortedDictionary<string, string> Entries { get; init => field = value ?? Empty; } = Empty;

    private static ImmutableSortedDictionary<string, string> Empty { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Finds the entries of an old feed in a new one: by address, else by title, each where it is that of one entry only in both feeds. Entries that have
    /// the same id already need no map.
    /// </summary>
    /// <param name="old">The feed that subscribers have.</param>
    /// <param name="fresh">The feed that is to take its place.</param>
    public static EntryIdMap Match(Feed old, Feed fresh)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(fresh);
        var map = Empty.ToBuilder();
        foreach ((FeedEntry before, FeedEntry after) in EntryMatches.Of(old.Entries, fresh.Entries))
        {
            if (!string.IsNullOrWhiteSpace(before.Id) && !string.IsNullOrWhiteSpace(after.Id) && before.Id != after.Id) map[before.Id] = after.Id;
        }

        return new EntryIdMap { Entries = map.ToImmutable() };
    }

    /// <summary>The feed with the old ids where the map knows them.</summary>
    /// <param name="feed">A feed.</param>
    public Feed Apply(Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        if (Entries.IsEmpty) return feed;
        var old = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string id, string entry) in Entries)
        {
            old.TryAdd(entry, id);
            if (EntryMatches.Address(entry) is { } address) old.TryAdd(address, id);
        }

        // An old id is given once: two entries that lead to one address are two entries.
        var given = new HashSet<string>(StringComparer.Ordinal);
        FeedEntry[] entries = [.. feed.Entries];
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i].Id is { } own && old.TryGetValue(own, out string? id) && given.Add(id)) entries[i] = entries[i] with { Id = id };
        }

        for (int i = 0; i < entries.Length; i++)
        {
            if (!given.Contains(entries[i].Id ?? "") && EntryMatches.Address(entries[i].Url) is { } address && old.TryGetValue(address, out string? id) && given.Add(id)) entries[i] = entries[i] with { Id = id };
        }

        return feed with { Entries = [.. entries] };
    }

    /// <summary>Reads a map.</summary>
    /// <param name="json">A JSON object of strings as UTF-8.</param>
    /// <exception cref="JsonException">It is not that.</exception>
    public static EntryIdMap FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, PublishedFeedJson.Default.DictionaryStringString) is { } entries && !entries.ContainsValue(null!)
            ? new EntryIdMap { Entries = Empty.AddRange(entries) } : throw new JsonException("An object of strings was expected.");

    /// <summary>The map as an indented JSON object in UTF-8, which a person can read and correct.</summary>
    public byte[] ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach ((string id, string entry) in Entries) json.WriteString(id, entry);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public bool Equals(EntryIdMap? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Count;
}
