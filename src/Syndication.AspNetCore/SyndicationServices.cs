using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Description;
using Syndication.AspNetCore.Discovery;
using Syndication.AspNetCore.Http;
using Syndication.AspNetCore.Publishing;
using Syndication.AspNetCore.Telemetry;
using Syndication.AspNetCore.WebSub;

namespace Syndication.AspNetCore;

/// <summary>Adds what serves feeds to an application.</summary>
public static class SyndicationServices
{
    /// <summary>What a distributed cache may be given: more than any feed has.</summary>
    private const long MaxSharedBytes = 64 * 1024 * 1024;

    /// <summary>
    /// Adds the store (an embedded SQLite file, unless the application registers an <see cref="IIssueStore"/> of its own), the publishing of its feeds, a health
    /// check named <c>syndication</c> and metrics of the meter <c>Syndication.AspNetCore</c>. <see cref="FeedEndpoints.MapFeeds"/> serves them.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options; <see cref="SyndicationOptions.Address"/> at least.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSyndication(this IServiceCollection services, Action<SyndicationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<SyndicationOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SyndicationOptions>, SyndicationOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIssueStore>(static provider => new SqliteIssueStore(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, provider.GetRequiredService<IOptions<SyndicationOptions>>().Value.Database)));
        services.AddMetrics();
        services.TryAddSingleton<FeedMetrics>();
        services.TryAddSingleton(static provider => new ResourceResponse(
            new ResponseClock(provider.GetRequiredService<TimeProvider>()), provider.GetRequiredService<IOptions<SyndicationOptions>>().Value.AllowAnyOrigin));
        services.TryAddSingleton<HubPing>();
        services.TryAddSingleton(static provider => new FeedPublisher(
            provider.GetRequiredService<IIssueStore>(), provider.GetRequiredService<IOptions<SyndicationOptions>>(), provider.GetRequiredService<HubPing>(),
            provider.GetRequiredService<ILogger<FeedPublisher>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedHybridCache(RequestedFeeds.Cache, static cache => cache.MaximumPayloadBytes = MaxSharedBytes);
        services.TryAddSingleton(static provider => new RequestedFeeds(
            provider.GetRequiredService<IIssueStore>(), provider.GetRequiredService<FeedPublisher>(), provider.GetRequiredService<IOptions<SyndicationOptions>>(),
            provider.GetRequiredKeyedService<HybridCache>(RequestedFeeds.Cache)));
        services.TryAddSingleton<SiteEndpoint>();
        services.TryAddSingleton<FeedDirectory>();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, FeedApiDescriptions>());
        services.AddHostedService(static provider => provider.GetRequiredService<FeedPublisher>());
        services.AddHostedService(static provider => provider.GetRequiredService<HubPing>());
        services.AddHttpClient(HubPing.Client).AddResilienceHandler(HubPing.Client, static pipeline => pipeline
            .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 8, Delay = TimeSpan.FromSeconds(1), BackoffType = DelayBackoffType.Exponential, UseJitter = true, MaxDelay = TimeSpan.FromMinutes(5) })
            .AddTimeout(TimeSpan.FromSeconds(20)));
        services.AddHealthChecks().AddCheck<StoreHealthCheck>("syndication");
        services.AddRouting();
        services.Configure<RouteOptions>(static routes => routes.SetParameterPolicy<SiteRouteConstraint>(SiteRouteConstraint.Name));
        return services;
    }
}
