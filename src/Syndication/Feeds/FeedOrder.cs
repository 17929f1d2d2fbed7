namespace Syndication.Feeds;

/// <summary>The order of the entries; items always keep the order of their issue.</summary>
public enum FeedOrder
{
    /// <summary>The newest issue first, as feed readers expect it.</summary>
    NewestFirst,

    /// <summary>The oldest issue first, for reading a series from its beginning.</summary>
    OldestFirst,
}
