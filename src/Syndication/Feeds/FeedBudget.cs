namespace Syndication.Feeds;

/// <summary>
/// How large the document that readers subscribe to may grow before its oldest entries move to an archive document (RFC 5005). An archive document takes
/// up to half of it, so that the subscription document always keeps at least that much of what is new. One entry that is larger than the whole budget is
/// never cut: it has a document of its own.
/// </summary>
public sealed record FeedBudget
{
    /// <summary>The most entries. Default 50; less than 2 counts as 2.</summary>
    public int Entries { get; init; } = 50;

    /// <summary>The most bytes, estimated from the texts of the entries so that it is the same in every format and version. Default 512 KB (524 288).</summary>
    public int Bytes { get; init; } = 512 * 1024;
}
