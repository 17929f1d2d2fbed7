namespace Syndication.Feeds;

/// <summary>How much of an issue or item its entry carries.</summary>
public enum FeedContent
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>A sentence or two as summary and no content; in a digest the titles and links of its items.</summary>
    Excerpt,
}
