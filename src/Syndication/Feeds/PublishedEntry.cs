namespace Syndication.Feeds;

/// <summary>What subscribers have been given of an entry.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Digest">A hash of its words and addresses.</param>
public sealed record PublishedEntry(string Id, string Digest)
{
    /// <summary>The date of its last change, as it was published; <see langword="null"/> where it has none.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The number of the archive document that it stands in, from 1; <see langword="null"/> while it is in the subscription document.</summary>
    public int? Archive { get; init; }

    /// <summary>When it was found to be withdrawn; <see langword="null"/> while it is published.</summary>
    public DateTimeOffset? Withdrawn { get; init; }
}
