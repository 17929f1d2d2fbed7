namespace Syndication.Feeds;

/// <summary>
/// A link from a feed or an entry to something else than itself: the issue an item stands in, a WebSub hub, the next page. RSS 2.0
/// <c>atom:link</c> · Atom 1.0 <c>link</c> (RFC 4287 §4.2.7) · JSON Feed 1.1 <c>hubs</c> for <c>hub</c>, <c>next_url</c> for <c>next</c> and
/// <c>prev-archive</c>, <c>_newsletter.links</c> for the rest.
/// </summary>
/// <param name="Relation">A link relation (RFC 8288): <c>via</c>, <c>related</c>, <c>up</c>, <c>hub</c>, <c>prev-archive</c>, … An empty one is written as <c>related</c>.</param>
/// <param name="Url">The absolute address; a link without a usable one is left out with a diagnostic.</param>
public sealed record FeedLink(string Relation, string Url)
{
    /// <summary>What is at the other end, for people. <c>title</c> in all three. Optional.</summary>
    public string? Title { get; init; }

    /// <summary>The media type at the other end. <c>type</c> in all three. Optional.</summary>
    public string? MediaType { get; init; }
}
