using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Syndication.AspNetCore.Http;
using Syndication.AspNetCore.Telemetry;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>Answers for every path of the site: what is served, what is elsewhere now, what is gone, and what cannot be said yet.</summary>
internal sealed partial class SiteEndpoint : IDisposable
{
    /// <summary>The route value with the path.</summary>
    public const string Path = "syndicationPath";

    /// <summary>The route value with what was found there already when the route was chosen.</summary>
    public const string Found = "syndicationResource";

    private readonly FeedPublisher publisher;
    private readonly RequestedFeeds requested;
    private readonly ResourceResponse response;
    private readonly FeedMetrics metrics;
    private readonly ILogger<SiteEndpoint> logger;
    private readonly SyndicationOptions options;
    private readonly SiteAddress address;
    private readonly PollGuard guard;
    private readonly FrozenDictionary<string, string> renamed;
    private readonly FrozenSet<string> withdrawn;

    public SiteEndpoint(FeedPublisher publisher, RequestedFeeds requested, ResourceResponse response, FeedMetrics metrics, ILogger<SiteEndpoint> logger, IOptions<SyndicationOptions> options)
    {
        this.publisher = publisher;
        this.requested = requested;
        this.response = response;
        this.metrics = metrics;
        this.logger = logger;
        this.options = options.Value;
        address = new SiteAddress(this.options);
        guard = new PollGuard(options.Value.PollLimit);
        renamed = options.Value.Renamed.ToFrozenDictionary(
            static each => each.Key.TrimStart('/'), each => Uri.IsWellFormedUriString(each.Value, UriKind.Absolute) ? each.Value : address.Absolute(each.Value.TrimStart('/')), StringComparer.Ordinal);
        withdrawn = options.Value.Withdrawn.Select(static path => path.TrimStart('/')).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether there is an answer for a path. Until the store was read, every address that a feed could have is answered with "later".</summary>
    /// <param name="path">The path.</param>
    /// <param name="resource">What is served there, prepared; <see langword="null"/> where the answer is another.</param>
    public bool Knows(string path, out Resource? resource)
    {
        resource = null;
        if (renamed.ContainsKey(path) || withdrawn.Contains(path)) return true;
        if (publisher.Site is not { } site) return CouldBeFeed(path);
        resource = site.Find(path);
        return resource is not null || Request(site, path) is not null || site.IsGone(path);
    }

    public Task AnswerAsync(HttpContext context)
    {
        RouteValueDictionary values = context.Request.RouteValues;
        string path = values[Path] as string ?? "";
        if (response.RefusesMethod(context)) return Task.CompletedTask;
        if (guard.Refuses(context)) metrics.Request("other", response.Empty(context, StatusCodes.Status429TooManyRequests));
        else if (values.TryGetValue(Found, out object? found) && found is Resource resource) return AnswerAsync(context, path, resource);
        else if (renamed.TryGetValue(path, out string? elsewhere)) Redirect(context, elsewhere, options.RenamedStatusCode);
        else if (withdrawn.Contains(path)) Gone(context);
        else if (publisher.Site is not { } site) Later(context);
        else if (Request(site, path) is { } request) return AnswerAsync(context, path, request);
        else Gone(context);
        return Task.CompletedTask;
    }

    /// <summary>Counts and sends: what the answer is, is known before it is sent, and nothing is left to do after it.</summary>
    private Task AnswerAsync(HttpContext context, string path, Resource resource)
    {
        ReadOnlyMemory<byte> body = response.Begin(context, resource);
        metrics.Reader(path, context.Request.Headers.UserAgent);
        metrics.Request(resource.Format, context.Response.StatusCode);
        return ResourceResponse.SendAsync(context, body);
    }

    private async Task AnswerAsync(HttpContext context, string path, FeedRequest request)
    {
        FeedScope? scope = request.Scope;
        if (scope is null)
        {
            if (RequestedSearch.Read(context.Request.Query, options.MaxSearchLength) is not { } search)
            {
                context.Response.Headers.CacheControl = "no-store";
                metrics.Request("other", response.Empty(context, StatusCodes.Status400BadRequest));
                return;
            }

            scope = search.Scope;
            if (!search.IsCanonical || !address.HasQuery(scope))
            {
                Redirect(context, address.Absolute(request.Publication.Key, scope, request.Format, request.Archive), StatusCodes.Status301MovedPermanently);
                return;
            }
        }

        try
        {
            if (await requested.FindAsync(request, scope, context.RequestAborted).ConfigureAwait(false) is { } resource) await AnswerAsync(context, path, resource).ConfigureAwait(false);
            else metrics.Request("other", response.Empty(context, StatusCodes.Status404NotFound));
        }
        catch (RequestedFeedException failure)
        {
            LogNotMade(failure, path);
            Later(context);
        }
    }

    private FeedRequest? Request(FeedSite site, string path) => options.MakeOnRequest ? site.Request(path) : null;

    private void Redirect(HttpContext context, string elsewhere, int status)
    {
        context.Response.Headers.Location = elsewhere;
        context.Response.Headers.CacheControl = "public, max-age=86400";
        metrics.Request("other", response.Empty(context, status));
    }

    private void Gone(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        metrics.Request("other", response.Empty(context, StatusCodes.Status410Gone));
    }

    private void Later(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "30";
        context.Response.Headers.CacheControl = "no-store";
        metrics.Request("other", response.Empty(context, StatusCodes.Status503ServiceUnavailable));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be made.")]
    private partial void LogNotMade(Exception failure, string path);

    public void Dispose() => guard.Dispose();

    private static bool CouldBeFeed(string path) =>
        FeedFormat.All.Any(format => path.EndsWith(format.FileExtension, StringComparison.Ordinal)) || path.EndsWith(SiteAddress.OpmlFile, StringComparison.Ordinal);
}
