using System.Collections.Immutable;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>A feed that is served, for discovery and for what is compared with its next version.</summary>
/// <param name="Scope">Its scope.</param>
/// <param name="Feed">The document that readers subscribe to, without what differs by format.</param>
/// <param name="Addresses">Its path in each format.</param>
internal sealed record ServedFeed(FeedScope Scope, Feed Feed, ImmutableDictionary<FeedFormat, string> Addresses);
