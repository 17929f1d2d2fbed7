using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Tests;

/// <summary>Browsers show a feed with its style sheet only where it is called XML; readers are told what it is.</summary>
public sealed class BrowserTests
{
    private const string Chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/weekly/issues.rss", Chromium, "application/xml; charset=utf-8")]
    [InlineData("/weekly/issues.atom", Chromium, "application/xml; charset=utf-8")]
    [InlineData("/weekly/issues.atom", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml; charset=utf-8")]
    [InlineData("/weekly/issues.rss", "application/xml", "application/xml; charset=utf-8")]
    [InlineData("/weekly/search.rss?q=news", Chromium, "application/xml; charset=utf-8")]
    [InlineData("/weekly/issues.rss", null, "application/rss+xml; charset=utf-8")]
    [InlineData("/weekly/issues.rss", "*/*", "application/rss+xml; charset=utf-8")]
    [InlineData("/weekly/issues.rss", "application/rss+xml, application/atom+xml;q=0.9, application/xml;q=0.8, */*;q=0.1", "application/rss+xml; charset=utf-8")]
    [InlineData("/weekly/issues.atom", "application/rss+xml, application/rdf+xml;q=0.8, application/atom+xml;q=0.6, application/xml;q=0.4, text/xml;q=0.4", "application/atom+xml; charset=utf-8")]
    [InlineData("/weekly/issues.atom", "application/xml, application/atom+xml", "application/atom+xml; charset=utf-8")]
    [InlineData("/weekly/issues.atom", "application/xml;q=0, */*", "application/atom+xml; charset=utf-8")]
    [InlineData("/weekly/issues.atom", "application/xml;;=,q", "application/atom+xml; charset=utf-8")]
    [InlineData("/weekly/items.json", Chromium, "application/feed+json; charset=utf-8")]
    [InlineData("/weekly/items.html", Chromium, "text/html; charset=utf-8")]
    [InlineData("/weekly/feeds.opml", Chromium, "text/x-opml; charset=utf-8")]
    public async Task Who_likes_xml_better_than_the_type_of_a_feed_is_given_it(string path, string? accepted, string type)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync(path, accepted is null ? [] : [("Accept", accepted)]);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Fact]
    public async Task The_bytes_and_their_validators_are_the_same_and_caches_are_told_what_they_were_chosen_by()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage reader = await server.GetAsync("/weekly/issues.rss");
        using HttpResponseMessage browser = await server.GetAsync("/weekly/issues.rss", ("Accept", Chromium));
        Assert.Equal(await reader.Content.ReadAsByteArrayAsync(Cancel), await browser.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(reader.Headers.ETag, browser.Headers.ETag);
        using HttpResponseMessage unchanged = await server.GetAsync("/weekly/issues.rss", ("Accept", Chromium), ("If-None-Match", browser.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Null(unchanged.Content.Headers.ContentType);
        foreach (HttpResponseMessage answer in new[] { reader, browser, unchanged }) Assert.Equal("Accept, Accept-Encoding", string.Join(", ", answer.Headers.Vary));
        Assert.Equal("no-referrer", Assert.Single(browser.Headers.GetValues("Referrer-Policy")));
        using HttpResponseMessage list = await server.GetAsync("/weekly/feeds.opml", ("Accept", Chromium));
        Assert.Equal("Accept-Encoding", string.Join(", ", list.Headers.Vary));
    }

    [Theory]
    [InlineData("/styled", "application/xml")]
    [InlineData("/plain", "application/atom+xml")]
    public async Task A_feed_of_one_s_own_is_called_xml_where_it_has_a_style(string path, string type)
    {
        await using FeedServer server = await FeedServer.StartAsync(map: static app =>
        {
            app.MapGet("/styled", static () => Results.Feed(new Feed { Id = "https://example.org/", Title = "Own", Stylesheet = "/feed.css" }, FeedFormat.Atom));
            app.MapGet("/plain", static () => Results.Feed(new Feed { Id = "https://example.org/", Title = "Own" }, FeedFormat.Atom));
        });
        using HttpResponseMessage answer = await server.GetAsync(path, ("Accept", Chromium));
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }
}
