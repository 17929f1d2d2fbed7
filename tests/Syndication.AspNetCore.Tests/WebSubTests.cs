using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Syndication.AspNetCore.Tests;

/// <summary>The publisher's part of WebSub (W3C), against a hub on this machine.</summary>
public sealed class WebSubTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_is_told_of_each_changed_feed_after_it_is_online_and_again_where_it_fails()
    {
        var told = new ConcurrentQueue<(string Topic, bool Online)>();
        int refusals = 2;
        FeedServer? server = null;
        await using WebApplication hub = await StartHubAsync(async context =>
        {
            if (Interlocked.Decrement(ref refusals) >= 0)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            Assert.Equal("publish", form["hub.mode"]);
            string topic = form["hub.url"].ToString();
            Assert.Equal(topic, form["hub.topic"]);
            string document = server is null ? "" : await server.Client.GetStringAsync(topic[(FeedServer.Address.Length - 1)..], Cancel);
            told.Enqueue((topic, document.Contains("Volume 4", StringComparison.Ordinal)));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        string address = hub.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await using FeedServer started = server = await FeedServer.StartAsync(options =>
        {
            options.Hubs.Add(address);
            options.ScopesAtLeast = 0;
        });
        while (told.Count < 6) await Task.Delay(20, Cancel);
        told.Clear();

        await server.PublishAsync(Issues.Of(4));
        while (told.Count < 6) await Task.Delay(20, Cancel);
        Assert.Equal(
            ["issues.atom", "issues.json", "issues.rss", "items.atom", "items.json", "items.rss"],
            told.Select(static each => each.Topic[(FeedServer.Address.Length + "weekly/".Length)..]).Order(StringComparer.Ordinal));
        Assert.All(told, static each => Assert.True(each.Online, each.Topic));

        told.Clear();
        await server.PublishAsync(Issues.Of(4));
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_holds_up_no_request()
    {
        var never = new TaskCompletionSource();
        await using WebApplication hub = await StartHubAsync(_ => never.Task);
        string address = hub.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await using FeedServer server = await FeedServer.StartAsync(options => options.Hubs.Add(address));
        await server.PublishAsync(Issues.Of(4));
        using HttpResponseMessage answer = await server.GetAsync("/weekly/issues.atom");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Volume 4", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        never.SetResult();
    }

    private static async Task<WebApplication> StartHubAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.MapPost("/", answer);
        await app.StartAsync(Cancel);
        return app;
    }
}
