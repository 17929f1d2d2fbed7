using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Syndication.AspNetCore.Http;
using Syndication.AspNetCore.Telemetry;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>Answers for every path of the site: what is served, what is elsewhere now, what is gone, and what cannot be said yet.</summary>
internal sealed class SiteEndpoint : IDisposable
{
    /// <summary>The route value with the path.</summary>
    public const string Path = "syndicationPath";

    private readonly FeedPublisher publisher;
    private readonly ResourceResponse response;
    private readonly FeedMetrics metrics;
    private readonly PollGuard guard;
    private readonly FrozenDictionary<string, string> renamed;
    private readonly FrozenSet<string> withdrawn;
    private readonly int renamedStatus;

    public SiteEndpoint(FeedPublisher publisher, ResourceResponse response, FeedMetrics metrics, IOptions<SyndicationOptions> options)
    {
        this.publisher = publisher;
        this.response = response;
        this.metrics = metrics;
        guard = new PollGuard(options.Value.PollLimit);
        var address = new SiteAddress(options.Value.Address);
        renamed = options.Value.Renamed.ToFrozenDictionary(
            static each => each.Key.TrimStart('/'), each => Uri.IsWellFormedUriString(each.Value, UriKind.Absolute) ? each.Value : address.Absolute(each.Value.TrimStart('/')), StringComparer.Ordinal);
        withdrawn = options.Value.Withdrawn.Select(static path => path.TrimStart('/')).ToFrozenSet(StringComparer.Ordinal);
        renamedStatus = options.Value.RenamedStatusCode;
    }

    /// <summary>Whether there is an answer for a path. Until the store was read, every address that a feed could have is answered with "later".</summary>
    public bool Knows(string path) =>
        renamed.ContainsKey(path) || withdrawn.Contains(path) || (publisher.Site is { } site ? site.Find(path) is not null || site.IsGone(path) : CouldBeFeed(path));

    public async Task AnswerAsync(HttpContext context)
    {
        string path = context.GetRouteValue(Path) as string ?? "";
        if (response.RefusesMethod(context)) return;
        if (guard.Refuses(context))
        {
            metrics.Request("other", response.Empty(context, StatusCodes.Status429TooManyRequests));
            return;
        }

        if (renamed.TryGetValue(path, out string? elsewhere))
        {
            context.Response.Headers.Location = elsewhere;
            context.Response.Headers.CacheControl = "public, max-age=86400";
            metrics.Request("other", response.Empty(context, renamedStatus));
        }
        else if (!withdrawn.Contains(path) && publisher.Site?.Find(path) is { } resource)
        {
            metrics.Reader(path, context.Request.Headers.UserAgent);
            metrics.Request(resource.Format, await response.AnswerAsync(context, resource).ConfigureAwait(false));
        }
        else if (publisher.Site is null && !withdrawn.Contains(path))
        {
            context.Response.Headers.RetryAfter = "30";
            context.Response.Headers.CacheControl = "no-store";
            metrics.Request("other", response.Empty(context, StatusCodes.Status503ServiceUnavailable));
        }
        else
        {
            context.Response.Headers.CacheControl = "public, max-age=86400";
            metrics.Request("other", response.Empty(context, StatusCodes.Status410Gone));
        }
    }

    public void Dispose() => guard.Dispose();

    private static bool CouldBeFeed(string path) =>
        FeedFormat.ForReaders.Any(format => path.EndsWith(format.FileExtension, StringComparison.Ordinal)) || path.EndsWith(SiteAddress.OpmlFile, StringComparison.Ordinal);
}
