using System.Collections.Immutable;
using System.Text.Json;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>
/// The memory of a newsletter's feeds from one publishing to the next, kept in the store so that all nodes and every start agree on dates of change, archive
/// documents and validators.
/// </summary>
internal sealed record PublicationMemory
{
    public static PublicationMemory Nothing { get; } = new();

    /// <summary>The revision of the store that was published.</summary>
    public long Revision { get; init; }

    /// <summary>What was published of each feed, by the name of its scope.</summary>
    public ImmutableSortedDictionary<string, PublishedFeed> Feeds { get; init; } = ImmutableSortedDictionary.Create<string, PublishedFeed>(StringComparer.Ordinal);

    /// <summary>What was published at each address.</summary>
    public ImmutableSortedDictionary<string, DocumentMemory> Documents { get; init; } = ImmutableSortedDictionary.Create<string, DocumentMemory>(StringComparer.Ordinal);

    /// <summary>What feeds that are made on request are made of; since when is their date of change.</summary>
    public DocumentMemory? Content { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is not that.</exception>
    public static PublicationMemory FromJson(ReadOnlySpan<byte> json)
    {
        MemoryForm form = JsonSerializer.Deserialize(json, MemoryJson.Default.MemoryForm) ?? throw new JsonException("The memory of a newsletter was expected.");
        return new PublicationMemory
        {
            Revision = form.Revision,
            Feeds = form.Feeds.ToImmutableSortedDictionary(static feed => feed.Key, static feed => PublishedFeed.FromJson(JsonSerializer.SerializeToUtf8Bytes(feed.Value, MemoryJson.Default.JsonElement)), StringComparer.Ordinal),
            Documents = form.Documents.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Content = form.Content,
        };
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new MemoryForm
        {
            Revision = Revision,
            Feeds = Feeds.ToDictionary(static feed => feed.Key, static feed => JsonSerializer.Deserialize(feed.Value.ToJson(), MemoryJson.Default.JsonElement), StringComparer.Ordinal),
            Documents = Documents.ToDictionary(StringComparer.Ordinal),
            Content = Content,
        },
        MemoryJson.Default.MemoryForm);
}
