using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Discovery;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.AspNetCore.Tests;

/// <summary>Feeds that are made when somebody asks for them: searches, and scopes that are not prepared.</summary>
public sealed class RequestedFeedTests
{
    private static readonly XNamespace atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => ["rss", "atom", "json", "html"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_scope_is_to_be_had_in_every_format(string format)
    {
        // Sections, labels, authors and domains that stand on one item alone, digests, and a search.
        StoredIssue first = Issues.Of(1) with { Issue = Issues.Of(1).Issue with { Authors = [new Person("Ana Lima")] } };
        await using FeedServer server = await FeedServer.StartAsync(static options => options.ScopesAtLeast = 100);
        await server.PublishAsync(first, Issues.Of(2) with { Issue = Issues.Of(2).Issue with { Sections = [new Section { Title = "Tools", Items = [new Item { Title = "One tool" }] }] } });
        foreach (string name in new[] { "issues", "items", "section-news", "section-tools", "label-kep", "author-ana-lima", "domain-example.org", "digest-week", "digest-month", "digest-year" })
        {
            using HttpResponseMessage answer = await server.GetAsync($"/weekly/{name}.{format}");
            Assert.True(answer.StatusCode == HttpStatusCode.OK, name);
            Assert.Equal(FeedFormat.All.Add(FeedFormat.Html).Single(each => each.FileExtension == "." + format).MediaType, answer.Content.Headers.ContentType?.ToString());
            string document = await answer.Content.ReadAsStringAsync(Cancel);
            if (format != "html") Assert.Contains($"{FeedServer.Address}weekly/{name}.{format}", document, StringComparison.Ordinal);
        }

        using HttpResponseMessage search = await server.GetAsync($"/weekly/search.{format}?q=tool");
        Assert.Contains("One tool", await search.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using HttpResponseMessage none = await server.GetAsync($"/weekly/label-none.{format}");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using HttpResponseMessage nobody = await server.GetAsync($"/nobody/search.{format}?q=tool");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task A_search_is_subscribed_to_as_any_feed()
    {
        await using FeedServer server = await FeedServer.StartAsync(clock: new SetClock());
        string path = PathOf(server, FeedScope.Search("容器 title:First"), FeedFormat.Atom);
        Assert.Equal("/weekly/search.atom?q=%E5%AE%B9%E5%99%A8%20title%3Afirst", path);
        using HttpResponseMessage before = await server.GetAsync(path, ("Accept-Encoding", "br"));
        Assert.Equal((HttpStatusCode.OK, "br"), (before.StatusCode, Assert.Single(before.Content.Headers.ContentEncoding)));
        Assert.Equal("public, max-age=300, stale-while-revalidate=3600", Assert.Single(before.Headers.GetValues("Cache-Control")));
        Assert.Equal($"<https://feeds.example.org{path}>; rel=\"self\"", Assert.Single(before.Headers.GetValues("Link")));
        XElement feed = XElement.Parse(await server.Client.GetStringAsync(path, Cancel));
        Assert.Equal(3, feed.Elements(atom + "entry").Count());
        Assert.Equal("https://feeds.example.org" + path, Assert.Single(feed.Elements(atom + "link"), static link => link.Attribute("rel")?.Value == "self").Attribute("href")?.Value);

        string tag = before.Headers.ETag!.ToString();
        using HttpResponseMessage unchanged = await server.GetAsync(path, ("Accept-Encoding", "br"), ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using HttpResponseMessage head = await server.SendAsync(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);

        await server.PublishAsync(Issues.Of(4));
        using HttpResponseMessage after = await server.GetAsync(path, ("Accept-Encoding", "br"), ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(4, XElement.Parse(await server.Client.GetStringAsync(path, Cancel)).Elements(atom + "entry").Count());
    }

    [Fact]
    public async Task What_a_search_finds_is_never_taken_for_unchanged_by_its_date()
    {
        // The entry's own dates stay when it is corrected: only the date of the publishing tells.
        await using FeedServer server = await FeedServer.StartAsync(clock: Later(out SetClock clock));
        string path = PathOf(server, FeedScope.Search("corrected"), FeedFormat.Rss);
        clock.Now = clock.Now.AddMinutes(1);
        using HttpResponseMessage before = await server.GetAsync(path);
        string date = before.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture);
        using HttpResponseMessage unchanged = await server.GetAsync(path, ("If-Modified-Since", date));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        clock.Now = clock.Now.AddHours(-1);
        await server.PublishAsync(Issues.Of(2, "Corrected"));
        using HttpResponseMessage after = await server.GetAsync(path, ("If-Modified-Since", date));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Corrected of the first item", await after.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=ETCD", "q=etcd")]
    [InlineData("q=%20etcd%20%20backup%20", "q=etcd%20backup")]
    [InlineData("q=\uFF25\uFF34\uFF23\uFF24", "q=etcd")]
    [InlineData("q=etcd&utm_source=x", "q=etcd")]
    [InlineData("Q=etcd&q=backup", "q=etcd%20backup")]
    [InlineData("x=1&q=etcd", "q=etcd")]
    [InlineData("q=%22a%20b%22%0d%0aSet-Cookie:x=1", "q=%22a%20b%22%20set-cookie%3Ax%3D1")]
    public async Task A_search_has_one_address_to_which_all_others_lead(string query, string canonical)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync("/weekly/search.rss?" + query);
        Assert.Equal((HttpStatusCode.MovedPermanently, "https://feeds.example.org/weekly/search.rss?" + canonical), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using HttpResponseMessage there = await server.GetAsync("/weekly/search.rss?" + canonical);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Theory]
    [InlineData("q=etcd+backup")]
    [InlineData("q=etcd%20backup")]
    [InlineData("q=%65tcd%20backup")]
    public async Task Other_ways_to_write_the_same_address_lead_nowhere_else(string query)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync("/weekly/search.rss?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void Folding_what_was_folded_twice_changes_nothing_so_that_no_address_leads_on_for_ever()
    {
        for (int code = 0; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF) continue;
            string twice = FeedScope.Search(FeedScope.Search("a" + char.ConvertFromUtf32(code) + "b").Key!).Key!;
            Assert.Equal(twice, FeedScope.Search(twice).Key);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%09")]
    [InlineData("?query=etcd")]
    [InlineData("?q=long")]
    public async Task A_search_for_nothing_or_for_too_much_is_refused(string query)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync("/weekly/search.rss" + query.Replace("long", new string('x', 201), StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, "no-store"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task What_does_not_fit_stands_in_archives_here_too()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Budget = new FeedBudget { Entries = 4 });
        await server.PublishAsync(Issues.UpTo(15));
        var ids = new List<string>();
        for (string? path = PathOf(server, FeedScope.Search("first"), FeedFormat.Atom); path is not null;)
        {
            XElement document = XElement.Parse(await server.Client.GetStringAsync(path, Cancel));
            ids.AddRange(document.Elements(atom + "entry").Select(static entry => entry.Element(atom + "id")!.Value));
            path = document.Elements(atom + "link").FirstOrDefault(static link => link.Attribute("rel")?.Value == "prev-archive")?.Attribute("href")!.Value[(FeedServer.Address.Length - 1)..];
        }

        Assert.Equal((15, 15), (ids.Count, ids.Distinct().Count()));
        using HttpResponseMessage none = await server.GetAsync("/weekly/search-archive-99.atom?q=first");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_feed_is_made_once_for_all_who_ask()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("requested-");
        await using (var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db")))
        {
            await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
            var counting = new FailingStore(store);
            await using FeedServer server = await FeedServer.StartAsync(store: counting);
            int before = counting.Readings;
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.Client.GetStringAsync("/weekly/search.rss?q=first", Cancel)));
            Assert.Equal(before + 1, counting.Readings);

            // What was made once is there while the store is not; what was not can be asked for later.
            counting.Fails = true;
            using HttpResponseMessage kept = await server.GetAsync("/weekly/search.rss?q=first");
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            using HttpResponseMessage later = await server.GetAsync("/weekly/search.rss?q=second");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "no-store"), (later.StatusCode, later.Headers.CacheControl?.ToString()));
            Assert.NotNull(later.Headers.RetryAfter);
            counting.Fails = false;
            using HttpResponseMessage now = await server.GetAsync("/weekly/search.rss?q=second");
            Assert.Equal(HttpStatusCode.OK, now.StatusCode);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_nothing_may_be_kept_a_feed_is_made_each_time()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("requested-");
        await using (var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db")))
        {
            await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
            var counting = new FailingStore(store);
            await using FeedServer server = await FeedServer.StartAsync(static options => options.RequestedBytes = 0, store: counting);
            int before = counting.Readings;
            for (int i = 0; i < 3; i++) await server.Client.GetStringAsync("/weekly/search.rss?q=first", Cancel);
            Assert.Equal(before + 3, counting.Readings);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task They_can_be_switched_off()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options =>
        {
            options.MakeOnRequest = false;
            options.Scopes.Add(FeedScope.Search("first"));
        });
        foreach (string path in new[] { "/weekly/search.rss?q=first", "/weekly/digest-week.rss" })
        {
            using HttpResponseMessage none = await server.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        Assert.Equal("/weekly/search-first.rss", PathOf(server, FeedScope.Search("first"), FeedFormat.Rss));
        using HttpResponseMessage prepared = await server.GetAsync("/weekly/search-first.rss");
        Assert.Equal(HttpStatusCode.OK, prepared.StatusCode);
    }

    [Fact]
    public async Task A_search_that_is_prepared_has_that_address_alone()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Scopes.Add(FeedScope.Search("first")));
        using HttpResponseMessage answer = await server.GetAsync("/weekly/search.rss?q=first");
        Assert.Equal((HttpStatusCode.MovedPermanently, "https://feeds.example.org/weekly/search-first.rss"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static SetClock Later(out SetClock clock) => clock = new SetClock();

    private static string PathOf(FeedServer server, FeedScope scope, FeedFormat format) =>
        server.Services.GetRequiredService<FeedDirectory>().Address("weekly", scope, format)[(FeedServer.Address.Length - 1)..];
}
