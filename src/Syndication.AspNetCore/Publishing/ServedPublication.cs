using System.Collections.Frozen;
using System.Collections.Immutable;
using Syndication.AspNetCore.Http;

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
    /// <summary>The last versions of each subscription document, by path, the newest first.</summary>
    public FrozenDictionary<string, ImmutableArray<FeedVersion>> Versions { get; init; } = FrozenDictionary<string, ImmutableArray<FeedVersion>>.Empty;
}
