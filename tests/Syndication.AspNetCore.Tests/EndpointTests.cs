using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Syndication.AspNetCore.Tests;

/// <summary>Methods, addresses and what no request may change.</summary>
public sealed class EndpointTests
{
    private const string Feed = "/weekly/issues.atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/weekly/issues.rss", "application/rss+xml; charset=utf-8")]
    [InlineData("/weekly/issues.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/weekly/items.json", "application/feed+json; charset=utf-8")]
    [InlineData("/weekly/items.html", "text/html; charset=utf-8")]
    [InlineData("/weekly/label-kep.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/weekly/domain-example.org.rss", "application/rss+xml; charset=utf-8")]
    [InlineData("/weekly/feeds.opml", "text/x-opml; charset=utf-8")]
    [InlineData("/feeds.opml", "text/x-opml; charset=utf-8")]
    [InlineData("/feed.css", "text/css; charset=utf-8")]
    public async Task Every_scope_and_format_has_an_address_and_its_type(string path, string type)
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Scopes.Add(Feeds.FeedScope.Domain("example.org")), store: null);
        using HttpResponseMessage answer = await server.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Fact]
    public async Task Every_address_in_the_list_of_feeds_leads_to_a_feed_that_names_itself_so()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        XElement list = XElement.Parse(await server.Client.GetStringAsync("/feeds.opml", Cancel));
        string[] addresses = [.. list.Descendants("outline").Select(static line => line.Attribute("xmlUrl")?.Value).OfType<string>()];
        Assert.Contains(FeedServer.Address + "weekly/items.atom", addresses);
        foreach (string address in addresses)
        {
            Assert.StartsWith(FeedServer.Address, address, StringComparison.Ordinal);
            XElement feed = XElement.Parse(await server.Client.GetStringAsync(address[(FeedServer.Address.Length - 1)..], Cancel));
            Assert.Equal(address, Assert.Single(feed.Elements(), static each => each.Name.LocalName == "link" && each.Attribute("rel")?.Value == "self").Attribute("href")?.Value);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    public async Task Other_methods_are_405_with_those_allowed(string method)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.SendAsync(new HttpMethod(method), Feed);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_page_of_another_site_may_ask_conditionally()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage preflight = await server.SendAsync(HttpMethod.Options, Feed, ("Origin", "https://reader.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("If-None-Match", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        using HttpResponseMessage answer = await server.GetAsync(Feed, ("Origin", "https://reader.example"));
        Assert.Contains("ETag", Assert.Single(answer.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));

        await using FeedServer closed = await FeedServer.StartAsync(static options => options.AllowAnyOrigin = false);
        using HttpResponseMessage refused = await closed.GetAsync(Feed, ("Origin", "https://reader.example"));
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Renamed_feeds_redirect_and_withdrawn_ones_are_gone()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options =>
        {
            options.Renamed["/old/feed.xml"] = "weekly/issues.rss";
            options.Renamed["moved.rss"] = "https://elsewhere.example/feed";
            options.Withdrawn.Add("/weekly/issues.json");
        });
        using HttpResponseMessage renamed = await server.GetAsync("/old/feed.xml");
        Assert.Equal((HttpStatusCode.MovedPermanently, FeedServer.Address + "weekly/issues.rss"), (renamed.StatusCode, renamed.Headers.Location?.ToString()));
        using HttpResponseMessage moved = await server.SendAsync(HttpMethod.Head, "/moved.rss");
        Assert.Equal((HttpStatusCode.MovedPermanently, "https://elsewhere.example/feed"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        using HttpResponseMessage gone = await server.GetAsync("/weekly/issues.json");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);

        await using FeedServer strict = await FeedServer.StartAsync(static options =>
        {
            options.Renamed["old.xml"] = "weekly/issues.rss";
            options.RenamedStatusCode = 308;
        });
        using HttpResponseMessage permanent = await strict.GetAsync("/old.xml");
        Assert.Equal(HttpStatusCode.PermanentRedirect, permanent.StatusCode);
    }

    [Theory]
    [InlineData(true, 2, HttpStatusCode.OK)]
    [InlineData(true, 0, HttpStatusCode.Gone)]
    [InlineData(false, 2, HttpStatusCode.Gone)]
    public async Task A_feed_that_nothing_is_left_of_is_gone(bool makeOnRequest, int left, HttpStatusCode status)
    {
        await using FeedServer server = await FeedServer.StartAsync(options => options.MakeOnRequest = makeOnRequest);
        using HttpResponseMessage there = await server.GetAsync("/weekly/label-kep.atom");
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        for (int number = left + 1; number <= 3; number++) await server.Store.RemoveIssueAsync("weekly", $"vol-{number}", Cancel);
        await server.PublishAsync();
        using HttpResponseMessage after = await server.GetAsync("/weekly/label-kep.atom");
        Assert.Equal(status, after.StatusCode);
    }

    [Fact]
    public async Task Who_polls_too_often_is_told_when_to_come_back()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.PollLimit = new PollLimit(2, TimeSpan.FromHours(1)));
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage fine = await server.GetAsync(Feed, ("User-Agent", "eager"));
            Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
        }

        using HttpResponseMessage refused = await server.GetAsync(Feed, ("User-Agent", "eager"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        Assert.Equal("no-store", refused.Headers.CacheControl?.ToString());
        using HttpResponseMessage other = await server.GetAsync("/weekly/items.atom", ("User-Agent", "eager"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using HttpResponseMessage another = await server.GetAsync(Feed, ("User-Agent", "patient"));
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Theory]
    [InlineData("Host: evil.example")]
    [InlineData("X-Forwarded-Host: evil.example")]
    [InlineData("X-Forwarded-Prefix: /evil.example")]
    [InlineData("X-Original-URL: /evil.example")]
    [InlineData("Forwarded: host=evil.example;proto=http")]
    public async Task No_field_of_a_request_comes_into_a_feed(string field)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        string[] host = field.StartsWith("Host", StringComparison.Ordinal) ? [field] : ["Host: x", field];
        string answer = await server.RawAsync([$"GET {Feed}?q=evil.example&callback=evil.example HTTP/1.1", .. host]);
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
        using HttpResponseMessage plain = await server.GetAsync(Feed);
        Assert.Contains("ETag: " + plain.Headers.ETag, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/weekly/../weekly/missing.atom")]
    [InlineData("/weekly/..%2f..%2fissues.db")]
    [InlineData("/%2e%2e/issues.db")]
    [InlineData("/weekly/issues.atom/")]
    [InlineData("/WEEKLY/issues.atom")]
    [InlineData("/weekly/issues.atom%00")]
    [InlineData("/weekly//issues.atom")]
    [InlineData("/")]
    public async Task An_address_that_is_none_stays_the_applications(string path)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        string answer = await server.RawAsync($"GET {path} HTTP/1.1", "Host: x");
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
    }

    [Fact]
    public async Task Pages_beside_the_feeds_keep_their_routes()
    {
        await using FeedServer server = await FeedServer.StartAsync(map: static app =>
        {
            app.MapGet("/weekly/{page}", static (string page) => "page " + page);
            app.MapGet("/{**all}", static () => "all");
            app.MapFeeds();
        });
        Assert.Equal("page vol-1", await server.Client.GetStringAsync("/weekly/vol-1", Cancel));
        Assert.Equal("all", await server.Client.GetStringAsync("/else/where", Cancel));
        Assert.StartsWith("<?xml", await server.Client.GetStringAsync("/feeds.opml", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_route_takes_any_path_hides_no_feed()
    {
        await using FeedServer server = await FeedServer.StartAsync(map: static app =>
        {
            app.MapGet("/{newsletter}/{page}", static (string page) => "page " + page);
            app.MapFeeds();
        });
        Assert.Equal("page vol-1", await server.Client.GetStringAsync("/weekly/vol-1", Cancel));
        Assert.StartsWith("<?xml", await server.Client.GetStringAsync(Feed, Cancel), StringComparison.Ordinal);
        using HttpResponseMessage refused = await server.SendAsync(HttpMethod.Post, Feed);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    [Fact]
    public async Task Feeds_may_be_mapped_beneath_a_prefix()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Address = "https://feeds.example.org/news/", map: static app => app.MapGroup("/news").MapFeeds());
        Assert.Contains("\"https://feeds.example.org/news/weekly/issues.atom\"", await server.Client.GetStringAsync("/news/weekly/issues.atom", Cancel), StringComparison.Ordinal);
        using HttpResponseMessage elsewhere = await server.GetAsync(Feed);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task HTTP_2_gives_the_same()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpClient client = FeedServer.NewClient(server.Http2);
        using HttpResponseMessage first = await server.GetAsync(Feed);
        using var request = new HttpRequestMessage(HttpMethod.Get, Feed) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using HttpResponseMessage answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpVersion.Version20, answer.Version);
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancel), await answer.Content.ReadAsByteArrayAsync(Cancel));
        using var again = new HttpRequestMessage(HttpMethod.Get, Feed) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using HttpResponseMessage unchanged = await client.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Wrong_options_keep_the_application_from_starting_and_are_all_named()
    {
        OptionsValidationException wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => FeedServer.StartAsync(static options =>
        {
            options.Address = "feeds.example.org";
            options.RenamedStatusCode = 302;
            options.Renamed["a"] = "b";
            options.Renamed["b"] = "c";
            options.Hubs.Add("ftp://hub.example");
            options.PollLimit = new PollLimit(0, TimeSpan.Zero);
            options.MaxSearchLength = 501;
            options.RequestedBytes = -1;
        }));
        foreach (string word in new[] { "Address", "302", "'a' leads to 'b'", "ftp://hub.example", "PollLimit", "MaxSearchLength", "RequestedBytes" }) Assert.Contains(word, wrong.Message, StringComparison.Ordinal);
    }
}
