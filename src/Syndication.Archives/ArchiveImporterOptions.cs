using Syndication.Documents;

namespace Syndication.Archives;

/// <summary>How an archive is imported. The defaults are safe for untrusted archives.</summary>
public sealed record ArchiveImporterOptions
{
    /// <summary>How much is read at the most.</summary>
    public ArchiveLimits Limits { get; init; } = new();

    /// <summary>
    /// The absolute address that the root of the archive was published at; <see langword="null"/> where it is not known. Pages have their addresses by their
    /// paths then, and their relative links are kept.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>How issues are read. Its profile, where it has one, is pinned: nothing is learned then.</summary>
    public IssueReaderOptions Reading { get; init; } = new();

    /// <summary>How mails are read.</summary>
    public MailReaderOptions Mail { get; init; } = new();

    /// <summary>Whether what the issues have in common is learned from some of them before all are read. Default: yes.</summary>
    public bool Learn { get; init; } = true;

    /// <summary>From how many documents, spread evenly over the archive, is learned at the most. Default 200.</summary>
    public int LearnFrom { get; init; } = 200;

    /// <summary>How many documents are read at once. Default: as many as there are processors. The result is the same whatever it is.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>What is known of the publication without the archive; <see langword="null"/> where nothing was pinned.</summary>
    internal PublicationProfile? Pinned => Reading.Profile;
}
