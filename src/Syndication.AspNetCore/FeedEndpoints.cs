using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Syndication.AspNetCore.Description;
using Syndication.AspNetCore.Publishing;

namespace Syndication.AspNetCore;

/// <summary>Maps the feeds of the store.</summary>
public static class FeedEndpoints
{
    /// <summary>Routes with parameters take any path, a feed's too; feeds take none but their own, and so are asked first.</summary>
    private const int BeforePages = -1;

    /// <summary>
    /// Maps every feed: <c>{newsletter}/{scope}.rss</c>, <c>.atom</c>, <c>.json</c> and <c>.html</c>, their archive documents <c>{newsletter}/{scope}-archive-{n}.…</c>,
    /// searches <c>{newsletter}/search.rss?q=etcd</c> and other scopes on request (<see cref="SyndicationOptions.MakeOnRequest"/>), the lists <c>{newsletter}/feeds.opml</c> and <c>feeds.opml</c>, and <c>feed.css</c>. Paths that are none of these stay with the application's other endpoints.
    /// Map a group to have them beneath a prefix, which <see cref="SyndicationOptions.Address"/> then ends with.
    /// </summary>
    /// <param name="endpoints">The application or a group of it.</param>
    /// <returns>The endpoint, to add conventions to.</returns>
    /// <exception cref="InvalidOperationException">The services are missing: <c>AddSyndication</c> was not called.</exception>
    public static IEndpointConventionBuilder MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        SiteEndpoint site = endpoints.ServiceProvider.GetService<SiteEndpoint>() ?? throw new InvalidOperationException("Call builder.Services.AddSyndication(…) before app.MapFeeds().");
        return endpoints.Map($"{{**{SiteEndpoint.Path}:{SiteRouteConstraint.Name}}}", site.AnswerAsync)
            .WithDisplayName("Feeds").WithMetadata(FeedsMetadata.Instance).WithOrder(BeforePages);
    }
}
