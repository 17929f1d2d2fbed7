using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Net.Http.Headers;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.AspNetCore.Publishing;

/// <summary>How the feeds of this site are put together, those prepared at a publishing and those made on request alike: contents, links and header fields.</summary>
internal sealed class FeedDocuments(SyndicationOptions options, SiteAddress address, Action<string, ImmutableArray<Diagnostic>> report)
{
    private const string FeedPolicy = "default-src 'none'; style-src 'self'; img-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; media-src http: https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private readonly string cacheControl = string.Create(
        CultureInfo.InvariantCulture, $"public, max-age={(long)options.MaxAge.TotalSeconds}, stale-while-revalidate={(long)options.StaleWhileRevalidate.TotalSeconds}");

    /// <summary>The formats of every feed, its page among them.</summary>
    public static ImmutableArray<FeedFormat> Formats { get; } = [.. FeedFormat.ForReaders, FeedFormat.Html];

    /// <summary>A newsletter with its address at this site.</summary>
    public Publication Of(StoredPublication stored) =>
        stored.Publication with { Title = stored.Publication.Title ?? stored.Key, Url = options.PublicationUrl?.Invoke(stored) ?? stored.Publication.Url };

    /// <summary>Issues with their addresses at this site.</summary>
    public ImmutableArray<Issue> Of(IEnumerable<StoredIssue> stored) =>
        [.. stored.Select(issue => options.IssueUrl?.Invoke(issue) is { } url ? issue.Issue with { Url = url } : issue.Issue)];

    /// <summary>A whole feed.</summary>
    /// <param name="key">The newsletter's key.</param>
    /// <param name="publication">The newsletter.</param>
    /// <param name="issues">Its issues.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="announced">Whether the hubs are told when it changes.</param>
    public Feed Whole(string key, Publication publication, IEnumerable<Issue> issues, FeedScope scope, bool announced)
    {
        FeedOptions own = announced ? options.Feeds with { Links = [.. options.Feeds.Links, .. options.Hubs.Select(static hub => new FeedLink("hub", hub))] } : options.Feeds;
        own = own with { IssuesFeedUrl = address.Absolute(key, FeedScope.Issues, FeedFormat.Atom) };
        if (scope.Kind == FeedScopeKind.Digest) own = own with { Content = FeedContent.Excerpt };
        return Feed.FromIssues(publication, issues, scope, own) with { Stylesheet = address.Absolute(SiteAddress.Stylesheet) };
    }

    /// <summary>One of a feed's documents: 0 is that which readers subscribe to, others are archives.</summary>
    public Feed Document(string publication, FeedScope scope, FeedFormat format, ArchivedFeed archived, int number)
    {
        string AddressOf(int each) => address.Absolute(publication, scope, format, each);
        Feed document = number == 0 ? archived.Subscription(AddressOf) : archived.Archive(number, AddressOf);
        IEnumerable<FeedLink> others = format == FeedFormat.Html
            ? FeedFormat.ForReaders.Select(each => new FeedLink("alternate", address.Absolute(publication, scope, each)) { Title = each.Name, MediaType = each.MediaType.Split(';')[0] })
            : number == 0 ? [new FeedLink("related", address.Absolute(publication, scope, FeedFormat.Html)) { Title = FeedFormat.Html.Name, MediaType = "text/html" }] : [];
        return document with { Links = [.. document.Links, .. others] };
    }

    /// <summary>The bytes of a document.</summary>
    public ReadOnlyMemory<byte> Write(string path, Feed document, FeedFormat format)
    {
        var body = new ArrayBufferWriter<byte>();
        report(path, document.Write(body, format));
        return body.WrittenMemory;
    }

    /// <summary>A document as it is served.</summary>
    /// <param name="self">Its absolute address.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="format">What it is called in metrics.</param>
    /// <param name="identity">Its bytes.</param>
    /// <param name="lastModified">Since when they are so.</param>
    /// <param name="announced">Whether the hubs are told when it changes.</param>
    public Resource Resource(string self, string contentType, string format, Representation identity, DateTimeOffset? lastModified, bool announced) => new(contentType, identity)
    {
        LastModified = lastModified,
        CacheControl = cacheControl,
        Format = format,
        IsStyled = AcceptedTypes.IsXml(contentType),
        Vary = AcceptedTypes.IsXml(contentType) ? $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}" : HeaderNames.AcceptEncoding,
        IsPage = contentType == FeedFormat.Html.MediaType,
        ContentSecurityPolicy = contentType == FeedFormat.Html.MediaType ? PagePolicy : FeedPolicy,
        Link = string.Join(", ", (announced ? options.Hubs : []).Select(static hub => $"<{hub}>; rel=\"hub\"").Append($"<{self}>; rel=\"self\"")),
    };
}
