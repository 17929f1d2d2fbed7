namespace Syndication.Feeds;

/// <summary>The feed that an entry was taken over from. RSS 2.0 <c>source</c> · Atom 1.0 <c>source</c> (RFC 4287 §4.2.11) · JSON Feed 1.1 <c>_newsletter.source</c>.</summary>
public sealed record FeedSource
{
    /// <summary>The other feed's id. Atom <c>id</c> · JSON <c>id</c> · not in RSS. Optional.</summary>
    public string? Id { get; init; }

    /// <summary>The other feed's title. RSS the element's text · Atom <c>title</c> · JSON <c>title</c>. Optional.</summary>
    public string? Title { get; init; }

    /// <summary>The other feed's own address. RSS <c>url</c> (required: without it RSS carries no source) · Atom <c>link rel="self"</c> · JSON <c>url</c>.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>The page that the other feed belongs to. Atom <c>link rel="alternate"</c> · JSON <c>home_page_url</c> · not in RSS. Optional.</summary>
    public string? HomePageUrl { get; init; }

    /// <summary>When the other feed was last changed. Atom <c>updated</c> · JSON <c>updated</c> · not in RSS. Optional.</summary>
    public DateTimeOffset? Updated { get; init; }
}
