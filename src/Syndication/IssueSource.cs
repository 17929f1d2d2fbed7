using System.Collections.Immutable;

namespace Syndication;

/// <summary>What is known of an issue's bytes beside the bytes: where they come from and what they are said to be.</summary>
public sealed record IssueSource
{
    /// <summary>The absolute address that the issue was fetched from: the base of its relative addresses (RFC 3986 §5.1).</summary>
    public string? Address { get; init; }

    /// <summary>The file name or path: evidence for format, number and date.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type with its parameters, as HTTP or mail gave it (RFC 9110 §8.3): evidence for format and encoding.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// What the issue's envelope says of it (the header of a mail, the entry of an old feed, the row of a table): names and values, plain text. Known names:
    /// <c>title</c>, <c>date</c> (RFC 3339), <c>author</c> (one name each), <c>publication</c>, <c>sender</c> (a person or the publication, whichever the
    /// issue bears out), <c>url</c> (the issue's own address), <c>home</c> (the publication's) and <c>language</c> (BCP 47). Counts after the issue's own
    /// front matter and before all else in it; other names are passed over.
    /// </summary>
    public ImmutableArray<KeyValuePair<string, string>> Metadata { get; init => field = value.IsDefault ? [] : value; } = [];
}
