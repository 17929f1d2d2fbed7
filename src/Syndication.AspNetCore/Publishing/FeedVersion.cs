using System.Collections.Immutable;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>A version of a feed that some readers may still have.</summary>
/// <param name="Resource">What was served.</param>
/// <param name="Entries">Its entries.</param>
internal sealed record FeedVersion(Resource Resource, ImmutableHashSet<FeedEntry> Entries);
