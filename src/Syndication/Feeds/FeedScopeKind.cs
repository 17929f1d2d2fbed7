namespace Syndication.Feeds;

/// <summary>By what a <see cref="FeedScope"/> chooses.</summary>
public enum FeedScopeKind
{
    /// <summary>One entry per issue.</summary>
    Issues,

    /// <summary>One entry per item.</summary>
    Items,

    /// <summary>The items of one section, in whatever issue it stands.</summary>
    Section,

    /// <summary>The items with one printed label.</summary>
    Label,

    /// <summary>The items of one author.</summary>
    Author,

    /// <summary>The items that link to one domain.</summary>
    Domain,

    /// <summary>The items that a search expression finds.</summary>
    Search,

    /// <summary>One entry per week, month or year.</summary>
    Digest,
}
