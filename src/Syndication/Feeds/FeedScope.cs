using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>What becomes an entry of a feed.</summary>
public sealed record FeedScope
{
    private FeedScope(string name) => Name = name;

    /// <summary>One entry per issue: its preface, sections, items and closing as one text.</summary>
    public static FeedScope Issues { get; } = new("issues");

    /// <summary>One entry per item at the top of its section; the items nested in it are part of its content.</summary>
    public static FeedScope Items { get; } = new("items");

    /// <summary>Every scope that needs no argument.</summary>
    public static ImmutableArray<FeedScope> All { get; } = [Issues, Items];

    /// <summary>The key, fit for a file name or a path segment: <c>issues</c>, <c>items</c>.</summary>
    public string Name { get; }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
