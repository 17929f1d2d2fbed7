namespace Syndication.Feeds;

/// <summary>
/// An entry that was withdrawn (RFC 6721), so that readers that have it can remove it. Atom 1.0 <c>at:deleted-entry</c> · JSON Feed 1.1
/// <c>_newsletter.deleted</c> · not in RSS.
/// </summary>
/// <param name="Id">The id that the entry had. Atom <c>ref</c> (an IRI) · JSON <c>id</c>.</param>
/// <param name="Deleted">When it was withdrawn. Atom <c>when</c> · JSON <c>when</c>.</param>
public sealed record FeedTombstone(string Id, DateTimeOffset Deleted)
{
    /// <summary>Why, as plain text. Atom <c>at:comment</c> · JSON <c>comment</c>. Optional.</summary>
    public string? Comment { get; init; }
}
