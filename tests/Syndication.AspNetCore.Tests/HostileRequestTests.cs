using System.Globalization;
using System.Net;
using Syndication.AspNetCore.Telemetry;

namespace Syndication.AspNetCore.Tests;

/// <summary>Requests that no reader sends: too large, made to be slow, or made to leave something behind.</summary>
public sealed class HostileRequestTests
{
    private const string Feed = "/weekly/issues.atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Fields => new()
    {
        { "If-None-Match", Many("\"x\",", 20_000) },
        { "If-None-Match", Many("\"", 20_000) },
        { "If-None-Match", Many("W/", 20_000) },
        { "If-None-Match", Many(",", 20_000) },
        { "If-Match", "*" + Many(" ", 20_000) },
        { "If-Modified-Since", Many("Mon, 01 Jan 2024 00:00:00 GMT ", 20_000) },
        { "Accept-Encoding", Many("gzip;q=0.001,", 20_000) },
        { "Accept-Encoding", Many("*;", 20_000) },
        { "Range", "bytes=" + Many("0-0,", 20_000) },
        { "Range", "bytes=" + Many("9", 5_000) + "-" + Many("9", 5_000) },
        { "If-Range", Many("\"", 20_000) },
        { "A-IM", Many("feed;q=0,", 20_000) },
        { "User-Agent", Many("1 subscribers", 20_000) },
        { "User-Agent", Many("11111111 ", 500) },
        { "Accept", Many("a/b;", 20_000) },
        { "Cookie", Many("a=b;", 20_000) },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_was_made_to_be_slow_to_read_is_answered_as_any(string name, string value)
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Deltas = true);
        string answer = await server.RawAsync($"GET {Feed} HTTP/1.1", "Host: x", $"{name}: {value}");
        Assert.Matches("^HTTP/1.1 (200|412|416) ", answer);
        string after = await server.RawAsync($"GET {Feed} HTTP/1.1", "Host: x");
        Assert.StartsWith("HTTP/1.1 200 ", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /weekly/issues.atom?{0} HTTP/1.1", "X: y", 9_000, 414)]
    [InlineData("GET /{0} HTTP/1.1", "X: y", 9_000, 414)]
    [InlineData("GET /weekly/issues.atom HTTP/1.1", "X: {0}", 40_000, 431)]
    [InlineData("GET /{0}.atom HTTP/1.1", "X: y", 7_000, 404)]
    [InlineData("GET /weekly/{0}-archive-1.atom HTTP/1.1", "X: y", 7_000, 404)]
    [InlineData("GET /weekly/search.rss?q={0} HTTP/1.1", "X: y", 7_000, 400)]
    [InlineData("GET /weekly/search.rss?{0}=1 HTTP/1.1", "X: y", 7_000, 400)]
    public async Task What_is_too_large_is_refused(string line, string field, int length, int status)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        string large = Many("x", length);
        string answer = await server.RawAsync(line.Replace("{0}", large, StringComparison.Ordinal), "Host: x", field.Replace("{0}", large, StringComparison.Ordinal));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), answer, StringComparison.Ordinal);
        Assert.DoesNotContain(large, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("a* ")]
    [InlineData("-a ")]
    [InlineData("title:")]
    [InlineData("\\")]
    [InlineData("(((a+)+)+$")]
    [InlineData("' OR '1'='1")]
    [InlineData("\u202E")]
    [InlineData("\uFDFA")]
    public async Task Any_search_is_answered_and_nothing_of_it_gets_out_of_its_place(string part)
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.MaxSearchLength = 500);
        using HttpResponseMessage answer = await FollowAsync(server, "/weekly/search.rss?q=" + Uri.EscapeDataString(Many(part, 100)));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, answer.StatusCode.ToString());
        if (answer.StatusCode == HttpStatusCode.OK) System.Xml.Linq.XElement.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    [InlineData("html")]
    public async Task Markup_that_is_sought_stays_text(string format)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        const string markup = "<script>alert(1)</script>\"' onload=x";
        using HttpResponseMessage answer = await FollowAsync(server, $"/weekly/search.{format}?q=" + Uri.EscapeDataString(markup));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string document = await answer.Content.ReadAsStringAsync(Cancel);
        if (format != "json") Assert.DoesNotContain("<script", document, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_may_load_no_script_and_tells_nobody_where_its_reader_came_from()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        foreach (string path in new[] { "/weekly/items.html", "/weekly/digest-week.html", "/weekly/search.html?q=first" })
        {
            using HttpResponseMessage answer = await server.GetAsync(path);
            string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task No_answer_of_whatever_kind_sets_a_cookie()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options =>
        {
            options.Renamed["old.rss"] = "weekly/issues.rss";
            options.Withdrawn.Add("gone.rss");
        });
        var statuses = new SortedSet<int>();
        foreach ((HttpMethod method, string path, string name, string value) in new[]
        {
            (HttpMethod.Get, Feed, "Cookie", "a=b"), (HttpMethod.Get, Feed, "If-None-Match", "*"), (HttpMethod.Get, Feed, "If-Match", "\"x\""), (HttpMethod.Get, Feed, "Range", "bytes=0-1"),
            (HttpMethod.Get, Feed, "Range", "bytes=99999999-"), (HttpMethod.Get, Feed, "Accept-Encoding", "*;q=0"), (HttpMethod.Post, Feed, "X", "y"), (HttpMethod.Options, Feed, "X", "y"),
            (HttpMethod.Get, "/old.rss", "X", "y"), (HttpMethod.Get, "/gone.rss", "X", "y"), (HttpMethod.Get, "/weekly/search.rss", "X", "y"), (HttpMethod.Get, "/weekly/search.rss?q=first", "X", "y"),
        })
        {
            using HttpResponseMessage answer = await server.SendAsync(method, path, (name, value));
            statuses.Add((int)answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }

        Assert.Equal([200, 204, 206, 301, 304, 400, 405, 406, 410, 412, 416], statuses);
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("1 subscriber")]
    [InlineData("11111111111 subscribers;")]
    [InlineData("a - b - ")]
    public void A_User_Agent_that_was_made_to_be_slow_is_read_all_the_same(string part) =>
        Assert.True(SubscriberCount.Read(Many(part, 512)) is null or { Subscribers: >= 0 });

    private static string Many(string part, int length) => string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];

    private static async Task<HttpResponseMessage> FollowAsync(FeedServer server, string path)
    {
        HttpResponseMessage answer = await server.GetAsync(path);
        for (int i = 0; i < 3 && answer.StatusCode == HttpStatusCode.MovedPermanently; i++)
        {
            string to = answer.Headers.Location!.OriginalString;
            answer.Dispose();
            Assert.StartsWith(FeedServer.Address, to, StringComparison.Ordinal);
            answer = await server.GetAsync(to[(FeedServer.Address.Length - 1)..]);
        }

        return answer;
    }
}
