using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Syndication.AspNetCore.Http;

/// <summary>Counts how often a reader asks for a feed, where that is limited.</summary>
internal sealed class PollGuard : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext>? limiter;
    private readonly int window;

    public PollGuard(PollLimit? limit)
    {
        if (limit is null) return;
        window = (int)Math.Min(int.MaxValue, Math.Ceiling(limit.Window.TotalSeconds));
        limiter = PartitionedRateLimiter.Create<HttpContext, (IPAddress?, string, string, string)>(context => RateLimitPartition.GetFixedWindowLimiter(
            (context.Connection.RemoteIpAddress, context.Request.Headers.UserAgent.ToString(), context.Request.Path.Value ?? "", context.Request.Query["q"].ToString()),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = limit.Requests, Window = limit.Window, QueueLimit = 0 }));
    }

    /// <summary>Whether the request is one too many; then the response has <c>Retry-After</c>.</summary>
    public bool Refuses(HttpContext context)
    {
        if (limiter is null) return false;
        using RateLimitLease lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired) return false;
        int seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : window;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return true;
    }

    public void Dispose() => limiter?.Dispose();
}
