namespace Syndication.Documents;

/// <summary>What is known of a publication beside the issue at hand: pinned by a person or learned from the archive.</summary>
public sealed record PublicationProfile
{
    /// <summary>The publication's name.</summary>
    public string? Title { get; init; }

    /// <summary>The publication's home page, absolute.</summary>
    public string? Url { get; init; }

    /// <summary>The language as a BCP 47 tag.</summary>
    public string? Language { get; init; }
}
