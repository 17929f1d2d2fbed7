using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Tests;

/// <summary>Feeds of one's own endpoints.</summary>
public sealed class FeedResultTests
{
    private static readonly Feed feed = new()
    {
        Title = "Own", Id = "https://own.example/", HomePageUrl = "https://own.example/", Updated = new DateTimeOffset(2024, 1, 2, 3, 4, 5, 600, TimeSpan.Zero),
        Entries = [new FeedEntry { Id = "https://own.example/1", Url = "https://own.example/1", Title = "One", Published = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) }],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "application/rss+xml")]
    [InlineData("*/*", "application/rss+xml")]
    [InlineData("application/atom+xml", "application/atom+xml")]
    [InlineData("application/feed+json, */*;q=0.1", "application/feed+json")]
    [InlineData("application/rss+xml;q=0.5, application/atom+xml;q=0.9", "application/atom+xml")]
    [InlineData("application/rss+xml;q=0, application/*", "application/atom+xml")]
    [InlineData("text/html", "application/rss+xml")]
    [InlineData("nonsense", "application/rss+xml")]
    public async Task The_reader_chooses_the_format(string? accepted, string type)
    {
        await using FeedServer server = await StartAsync();
        using HttpResponseMessage answer = await server.GetAsync("/own", accepted is null ? [] : [("Accept", accepted)]);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Accept, Accept-Encoding", string.Join(", ", answer.Headers.Vary));
    }

    [Fact]
    public async Task Its_answers_are_as_exact_as_those_of_the_store()
    {
        await using FeedServer server = await StartAsync();
        using HttpResponseMessage first = await server.GetAsync("/own.json", ("Accept-Encoding", "br"));
        Assert.Equal(("application/feed+json", "br"), (first.Content.Headers.ContentType?.MediaType, Assert.Single(first.Content.Headers.ContentEncoding)));
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 6, TimeSpan.Zero), first.Content.Headers.LastModified);
        using HttpResponseMessage unchanged = await server.GetAsync("/own.json", ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using HttpResponseMessage head = await server.SendAsync(HttpMethod.Head, "/own.json");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    private static Task<FeedServer> StartAsync() => FeedServer.StartAsync(map: static app =>
    {
        app.MapGet("/own", static () => Results.Feed(feed));
        app.MapMethods("/own.json", ["GET", "HEAD"], static () => new FeedResult(feed, FeedFormat.Json));
    });
}
