using Syndication.Documents;

namespace Syndication;

/// <summary>How issues are read. The defaults are safe for untrusted input.</summary>
public sealed record IssueReaderOptions
{
    /// <summary>How many bytes of one input are read at the most; the rest is left with a diagnostic. Default 64 MiB.</summary>
    public int MaxInputBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep elements may nest; deeper ones are flattened with a diagnostic. Default 512.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>How many blocks one input may have; text beyond goes into the last block with a diagnostic. Default 200 000.</summary>
    public int MaxBlocks { get; init; } = 200_000;

    /// <summary>What is known of the publication; the strongest cue where given. Default: nothing.</summary>
    public PublicationProfile? Profile { get; init; }

    /// <summary>
    /// The newsletter's address as a person states it beside the issues: its host is the authority of the ids (RFC 4151 §2.1), which tells newsletters of the same
    /// name apart. Keep it as it was at first when the newsletter moves. Default: the <see cref="PublicationProfile.Url"/> of a profile that a person wrote.
    /// </summary>
    public string? Home { get; init; }

    /// <summary>Whether <see cref="IssueResult.Decisions"/> is filled: what each block was taken for, and why. Default: no.</summary>
    public bool Explain { get; init; }
}
