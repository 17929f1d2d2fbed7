using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>Limits of <see cref="FeedReader"/>, and what a feed does not say itself.</summary>
public sealed record FeedReaderOptions
{
    /// <summary>The defaults.</summary>
    public static FeedReaderOptions Default { get; } = new();

    /// <summary>How many bytes are read at the most. Default 64 MiB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many entries are read at the most. Default 1 000 000.</summary>
    public int MaxEntries { get; init; } = 1_000_000;

    /// <summary>Where the feed was fetched from: relative addresses are resolved against it unless the feed names another base. Optional.</summary>
    public string? Address { get; init; }

    /// <summary>The media type that came with the bytes, for its <c>charset</c>: the HTTP header <c>Content-Type</c>. Optional.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Names of time zones and their offsets from UTC, asked before the well-known ones: <c>CST</c> is China's time in one feed and Chicago's in another, so
    /// that a date with it is not read unless this says which. Names in capitals.
    /// </summary>
    public ImmutableDictionary<string, TimeSpan> Zones { get; init; } = ImmutableDictionary<string, TimeSpan>.Empty;
}
