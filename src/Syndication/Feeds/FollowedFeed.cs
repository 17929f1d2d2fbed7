namespace Syndication.Feeds;

/// <summary>A feed in line with what was published before: what <see cref="PublishedFeed.Follow"/> gives.</summary>
/// <param name="Feed">The feed as it is to be published; entries that shared an id are told apart.</param>
/// <param name="Published">What is to be kept for the next time.</param>
public sealed record FollowedFeed(Feed Feed, PublishedFeed Published);
