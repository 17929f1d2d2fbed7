using Syndication.Feeds;

namespace Syndication.SampleHost.Archive;

/// <summary>A feed that a page offers.</summary>
/// <param name="Newsletter">Whose it is.</param>
/// <param name="Scope">What it carries.</param>
public sealed record OfferedFeed(Newsletter Newsletter, FeedScope Scope)
{
    /// <summary>The feeds of whole issues and of items.</summary>
    public static IEnumerable<OfferedFeed> Of(Newsletter newsletter) => FeedScope.Standard.Select(scope => new OfferedFeed(newsletter, scope));
}
