using Microsoft.AspNetCore.Http;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Tests;

/// <summary>What OpenAPI says of the feeds in an application that describes itself.</summary>
public sealed class DescriptionTests
{
    private static readonly Feed own = new() { Title = "Own", Id = "https://own.example/" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_of_feed_is_described_with_its_path_parameters_and_answers()
    {
        await using FeedServer server = await StartAsync(static app => app.MapFeeds());
        JsonElement paths = await PathsAsync(server);
        Assert.Equal(
            ["/feed.css", "/feeds.opml", "/{newsletter}/feeds.opml", .. Each("search"), .. Each("{scope}")],
            paths.EnumerateObject().Select(static path => path.Name).Order(StringComparer.Ordinal));
        JsonElement feed = paths.GetProperty("/{newsletter}/{scope}.atom").GetProperty("get");
        Assert.Equal("Feeds", feed.GetProperty("tags")[0].GetString());
        Assert.Contains("Atom", feed.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("feed-atom", feed.GetProperty("operationId").GetString());
        Assert.Equal([("newsletter", "path", true), ("scope", "path", true)], Parameters(feed));
        Assert.Equal(["200", "304", "410", "503"], feed.GetProperty("responses").EnumerateObject().Select(static each => each.Name));
        Assert.Equal("application/atom+xml", Assert.Single(feed.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject()).Name);
        JsonElement search = paths.GetProperty("/{newsletter}/search.json").GetProperty("get");
        Assert.Equal([("newsletter", "path", true), ("q", "query", true)], Parameters(search));
        Assert.Equal(["200", "301", "304", "400", "503"], search.GetProperty("responses").EnumerateObject().Select(static each => each.Name));

        static string[] Each(string name) => [.. new[] { "atom", "html", "json", "rss" }.Select(format => $"/{{newsletter}}/{name}.{format}")];
    }

    [Fact]
    public async Task What_is_described_is_what_is_answered()
    {
        await using FeedServer server = await StartAsync(static app => app.MapFeeds());
        foreach (JsonProperty path in (await PathsAsync(server)).EnumerateObject())
        {
            string query = Parameters(path.Value.GetProperty("get")).Any(static each => each.Name == "q") ? "?q=first" : "";
            using HttpResponseMessage answer = await server.GetAsync(path.Name.Replace("{newsletter}", "weekly", StringComparison.Ordinal).Replace("{scope}", "items", StringComparison.Ordinal) + query);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Assert.Single(path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject()).Name, answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_prefix_options_and_conventions_are_heeded()
    {
        await using (FeedServer server = await StartAsync(static app => app.MapGroup("/news").MapFeeds().WithTags("News"), static options =>
        {
            options.MakeOnRequest = false;
            options.PollLimit = new PollLimit(5, TimeSpan.FromMinutes(1));
        }))
        {
            JsonElement paths = await PathsAsync(server);
            Assert.All(paths.EnumerateObject(), static path => Assert.StartsWith("/news/", path.Name, StringComparison.Ordinal));
            Assert.DoesNotContain(paths.EnumerateObject(), static path => path.Name.Contains("search", StringComparison.Ordinal));
            JsonElement feed = paths.GetProperty("/news/{newsletter}/{scope}.rss").GetProperty("get");
            Assert.Equal("News", Assert.Single(feed.GetProperty("tags").EnumerateArray()).GetString());
            Assert.True(feed.GetProperty("responses").TryGetProperty("429", out _));
        }

        await using FeedServer silent = await StartAsync(static app => app.MapFeeds().ExcludeFromDescription());
        Assert.Empty((await PathsAsync(silent)).EnumerateObject());
    }

    [Fact]
    public async Task Feeds_of_own_endpoints_are_described_by_their_types()
    {
        await using FeedServer server = await StartAsync(static app => app.MapGet("/own", static () => new FeedResult(own)));
        JsonElement responses = (await PathsAsync(server)).GetProperty("/own").GetProperty("get").GetProperty("responses");
        Assert.Equal(["application/rss+xml", "application/atom+xml", "application/feed+json"], responses.GetProperty("200").GetProperty("content").EnumerateObject().Select(static each => each.Name));
        Assert.True(responses.TryGetProperty("304", out _));
    }

    private static (string Name, string In, bool Required)[] Parameters(JsonElement operation) => operation.TryGetProperty("parameters", out JsonElement parameters)
        ? [.. parameters.EnumerateArray().Select(static each => (each.GetProperty("name").GetString()!, each.GetProperty("in").GetString()!, each.GetProperty("required").GetBoolean()))]
        : [];

    private static Task<FeedServer> StartAsync(Action<WebApplication> map, Action<SyndicationOptions>? configure = null) => FeedServer.StartAsync(
        configure,
        map: app =>
        {
            map(app);
            app.MapOpenApi();
        },
        services: static services => services.AddOpenApi());

    private static async Task<JsonElement> PathsAsync(FeedServer server)
    {
        using JsonDocument document = JsonDocument.Parse(await server.Client.GetStringAsync("/openapi/v1.json", Cancel));
        return document.RootElement.GetProperty("paths").Clone();
    }
}
