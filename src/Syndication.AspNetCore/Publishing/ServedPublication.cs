using System.Collections.Frozen;
using System.Collections.Immutable;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>A newsletter as it is served.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its name.</param>
/// <param name="Feeds">Its feeds, the most general first.</param>
/// <param name="Resources">What there is at each path.</param>
/// <param name="Gone">Paths of feeds that it has no more.</param>
/// <param name="Memory">What is remembered of it.</param>
internal sealed record ServedPublication(
    string Key, string Title, ImmutableArray<ServedFeed> Feeds, FrozenDictionary<string, Resource> Resources, FrozenSet<string> Gone, PublicationMemory Memory)
{
    /// <summary>It as the store had it.</summary>
    public required StoredPublication Stored { get; init; }

    /// <summary>The scopes whose feeds are made when somebody asks for them, by name; searches beside them.</summary>
    public required FrozenDictionary<string, FeedScope> Requestable { get; init; }

    /// <summary>The last versions of each subscription document, by path, the newest first.</summary>
    public FrozenDictionary<string, ImmutableArray<FeedVersion>> Versions { get; init; } = FrozenDictionary<string, ImmutableArray<FeedVersion>>.Empty;
}
