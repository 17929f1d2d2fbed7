using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>A document of a feed that is made when it is asked for.</summary>
/// <param name="Publication">The newsletter.</param>
/// <param name="Scope">The scope; <see langword="null"/>: a search, whose words stand in the query.</param>
/// <param name="Format">The format.</param>
/// <param name="Archive">0: what readers subscribe to; from 1: an archive document.</param>
internal sealed record FeedRequest(ServedPublication Publication, FeedScope? Scope, FeedFormat Format, int Archive);
