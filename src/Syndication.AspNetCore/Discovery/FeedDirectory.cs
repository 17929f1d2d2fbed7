using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Syndication.AspNetCore.Publishing;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Discovery;

/// <summary>Knows the feeds that are served at the moment, for pages that lead to them.</summary>
public sealed class FeedDirectory
{
    private readonly FeedPublisher publisher;
    private readonly SiteAddress address;

    /// <summary>Made by the application's services.</summary>
    /// <param name="publisher">What is served.</param>
    /// <param name="options">The options.</param>
    public FeedDirectory(FeedPublisher publisher, IOptions<SyndicationOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.publisher = publisher;
        address = new SiteAddress(options.Value);
    }

    /// <summary>The feeds of whole issues and of items in every format; none where the newsletter is not served.</summary>
    /// <param name="publication">The newsletter's key; <see langword="null"/>: those of all.</param>
    public ImmutableArray<DiscoveryLink> Links(string? publication = null) =>
    [
        .. from served in publisher.Site?.Publications ?? []
           where publication is null || served.Key == publication
           from feed in served.Feeds
           where FeedScope.All.Contains(feed.Scope)
           from format in FeedFormat.All
           select new DiscoveryLink(address.Absolute(feed.Addresses[format]), format.MediaType.Split(';')[0], $"{feed.Feed.Title} ({format.Name})"),
    ];

    /// <summary>
    /// The absolute address of a feed of any scope, served already or made on request: <c>…/weekly/items.rss</c>, <c>…/weekly/digest-week.atom</c>,
    /// <c>…/weekly/search.rss?q=etcd%20backup</c>. A page for a search offers by it to subscribe to what it finds.
    /// </summary>
    /// <param name="publication">The newsletter's key; whether there is one is not looked up.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="format">The format; <see cref="FeedFormat.Html"/> is the page of the feed.</param>
    public string Address(string publication, FeedScope scope, FeedFormat format)
    {
        ArgumentException.ThrowIfNullOrEmpty(publication);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(format);
        return address.Absolute(publication, scope, format);
    }

    /// <summary>The scopes that a newsletter has feeds of, the most general first; none where it is not served.</summary>
    /// <param name="publication">The newsletter's key.</param>
    public ImmutableArray<FeedScope> Scopes(string publication) =>
        [.. (publisher.Site?.Publications ?? []).Where(served => served.Key == publication).SelectMany(static served => served.Feeds).Select(static feed => feed.Scope)];
}
