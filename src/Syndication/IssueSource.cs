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
}
