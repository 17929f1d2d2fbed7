using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Syndication.AspNetCore.Telemetry;

/// <summary>Unhealthy while the store cannot be read, whatever is still served from memory.</summary>
internal sealed class StoreHealthCheck(FeedPublisher publisher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        publisher.Failure is { } failure ? HealthCheckResult.Unhealthy(publisher.Site is null ? "The store cannot be read; nothing is served." : "The store cannot be read; what was published before is served.", failure)
        : publisher.Site is null ? HealthCheckResult.Unhealthy("Nothing has been published yet.")
        : HealthCheckResult.Healthy());
}
