using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Syndication.Archives.Stores;
using Syndication.AspNetCore;

namespace Syndication.ChildProcess;

/// <summary>One of several nodes of a host, on a shared PostgreSQL and Redis.</summary>
internal static class Node
{
    /// <summary>Runs it until it is told to stop; says when it serves.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="database">PostgreSQL, as Npgsql takes it.</param>
    /// <param name="redis">Redis, host and port.</param>
    public static async Task RunAsync(string address, string database, string redis)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddSingleton<IIssueStore>(_ => new PostgresIssueStore(database));
        builder.Services.AddStackExchangeRedisCache(options =>
        {
            options.ConfigurationOptions = ConfigurationOptions.Parse(redis);
            options.ConfigurationOptions.AbortOnConnectFail = false;

            // While Redis is away a node makes for itself what it is asked for, and does not wait.
            options.ConfigurationOptions.BacklogPolicy = BacklogPolicy.FailFast;
        });
        builder.Services.AddSyndication(static options =>
        {
            options.Address = "https://feeds.example.org/";

            // So seldom that what is seen in time was told and not found.
            options.RefreshInterval = TimeSpan.FromHours(1);
        });
        WebApplication app = builder.Build();
        app.MapFeeds();
        app.MapHealthChecks("/health");
        await app.StartAsync();
        Console.WriteLine("serves");
        await app.WaitForShutdownAsync();
    }
}
