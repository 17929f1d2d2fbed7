using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Syndication.Archives.Stores;

namespace Syndication.AspNetCore.Tests;

/// <summary>From the store to what is online.</summary>
public sealed class PublishingTests : IDisposable
{
    private const string Feed = "/weekly/issues.atom";

    private static readonly XNamespace atom = "http://www.w3.org/2005/Atom";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("publishing-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_issue_in_the_store_is_online_without_being_told()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage before = await server.GetAsync(Feed);
        await server.Store.PutIssuesAsync([Issues.Of(4)], Cancel);
        while (!(await server.Client.GetStringAsync(Feed, Cancel)).Contains("Volume 4", StringComparison.Ordinal)) await Task.Delay(50, Cancel);
        using HttpResponseMessage after = await server.GetAsync(Feed, ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task What_did_not_change_keeps_its_validators_through_publishing_and_restart()
    {
        var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db"));
        await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
        var clock = new SetClock();
        string tag, date;
        await using (FeedServer server = await FeedServer.StartAsync(clock: clock, store: store))
        {
            clock.Now = clock.Now.AddHours(1);
            using HttpResponseMessage first = await server.GetAsync(Feed);
            tag = first.Headers.ETag!.ToString();
            date = first.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture);
            await server.PublishAsync(Issues.Of(9) with { PublicationKey = "other" });
            using HttpResponseMessage second = await server.GetAsync(Feed);
            Assert.Equal((tag, date), (second.Headers.ETag!.ToString(), second.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture)));
        }

        clock.Now = clock.Now.AddDays(1);
        await using FeedServer again = await FeedServer.StartAsync(clock: clock, store: store);
        using HttpResponseMessage third = await again.GetAsync(Feed);
        Assert.Equal((tag, date), (third.Headers.ETag!.ToString(), third.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture)));
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task Only_newsletters_that_have_changed_are_read_again_where_the_store_knows_which(bool knows, int readings)
    {
        await using var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db"));
        await store.PutIssuesAsync([.. Issues.UpTo(3), .. Issues.UpTo(3).Select(static issue => issue with { PublicationKey = "second" }), Issues.Of(1) with { PublicationKey = "third" }], Cancel);
        var counting = new FailingStore(store) { KnowsRevisions = knows };
        await using FeedServer server = await FeedServer.StartAsync(static options => options.RefreshInterval = TimeSpan.FromHours(1), store: counting);
        Assert.Equal(3, counting.Readings);
        await server.PublishAsync();
        Assert.Equal(3, counting.Readings);
        await server.PublishAsync(Issues.Of(4) with { PublicationKey = "second" });
        Assert.Equal(3 + readings, counting.Readings);
        Assert.Contains("Volume 4", await server.Client.GetStringAsync("/second/issues.atom", Cancel), StringComparison.Ordinal);
        foreach (string other in new[] { "weekly", "third" })
        {
            Assert.DoesNotContain("Volume 4", await server.Client.GetStringAsync($"/{other}/issues.atom", Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_feeds_of_a_newsletter_that_is_no_more_are_gone_for_every_node_and_after_every_start()
    {
        string key = new('n', 200);
        await using var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db"));
        await store.PutIssuesAsync([.. Issues.UpTo(3), Issues.Of(1) with { PublicationKey = key }], Cancel);
        await using (FeedServer server = await FeedServer.StartAsync(store: store))
        {
            using HttpResponseMessage there = await server.GetAsync($"/{key}/issues.atom");
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
            await store.RemovePublicationAsync(key, Cancel);
            await server.PublishAsync();
            using HttpResponseMessage gone = await server.GetAsync($"/{key}/issues.atom");
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        await using FeedServer again = await FeedServer.StartAsync(store: store);
        using HttpResponseMessage still = await again.GetAsync($"/{key}/feeds.opml");
        Assert.Equal(HttpStatusCode.Gone, still.StatusCode);
        using HttpResponseMessage other = await again.GetAsync(Feed);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        await store.PutIssuesAsync([Issues.Of(1) with { PublicationKey = key }], Cancel);
        await again.PublishAsync();
        using HttpResponseMessage back = await again.GetAsync($"/{key}/issues.atom");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task Archives_give_every_entry_once_and_stay_as_they_are()
    {
        await using var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db"));
        await store.PutIssuesAsync(Issues.UpTo(20), Cancel);
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Budget = new Feeds.FeedBudget { Entries = 6 }, store: store);
        Dictionary<string, string> before = await WalkAsync(server);
        Assert.Equal(20, before.Values.SelectMany(Ids).Count());
        Assert.Equal(20, before.Values.SelectMany(Ids).Distinct().Count());
        Assert.True(before.Count > 3);
        string oldest = before.Keys.Last();
        using HttpResponseMessage part = await server.GetAsync(oldest, ("Range", "bytes=0-4"));
        Assert.Equal((HttpStatusCode.PartialContent, "<?xml"), (part.StatusCode, await part.Content.ReadAsStringAsync(Cancel)));

        await server.PublishAsync([.. Enumerable.Range(21, 9).Select(static number => Issues.Of(number))]);
        Dictionary<string, string> after = await WalkAsync(server);
        Assert.Equal(29, after.Values.SelectMany(Ids).Distinct().Count());
        foreach ((string path, string document) in before.Skip(1)) Assert.Equal(document, after[path]);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_leaves_online_what_there_is_and_health_tells()
    {
        await using var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db"));
        await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
        var failing = new FailingStore(store);
        await using FeedServer server = await FeedServer.StartAsync(store: failing);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(server));
        failing.Fails = true;
        while (await HealthAsync(server) != HealthStatus.Unhealthy) await Task.Delay(20, Cancel);
        using HttpResponseMessage stale = await server.GetAsync(Feed);
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        failing.Fails = false;
        while (await HealthAsync(server) != HealthStatus.Healthy) await Task.Delay(20, Cancel);
    }

    [Fact]
    public async Task Until_the_store_was_read_readers_are_asked_to_come_back_later()
    {
        await using var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db"));
        await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
        var failing = new FailingStore(store) { Fails = true };
        await using FeedServer server = await FeedServer.StartAsync(store: failing);
        using HttpResponseMessage later = await server.GetAsync(Feed);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, later.StatusCode);
        Assert.NotNull(later.Headers.RetryAfter);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(server));
        using HttpResponseMessage page = await server.GetAsync("/weekly/vol-1");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        failing.Fails = false;
        while ((await server.GetAsync(Feed)).StatusCode != HttpStatusCode.OK) await Task.Delay(20, Cancel);
    }

    [Fact]
    public async Task Who_asks_for_what_is_new_gets_only_that_where_it_is_switched_on()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Deltas = true);
        using HttpResponseMessage before = await server.GetAsync(Feed);
        string tag = before.Headers.ETag!.ToString();
        await server.PublishAsync(Issues.Of(4));
        using HttpResponseMessage delta = await server.GetAsync(Feed, ("A-IM", "vcdiff, feed"), ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.IMUsed, delta.StatusCode);
        Assert.Equal("feed", Assert.Single(delta.Headers.GetValues("IM")));
        Assert.Equal("no-store", delta.Headers.CacheControl?.ToString());
        Assert.Equal(["tag:weekly.example.org,2020:4"], Ids(await delta.Content.ReadAsStringAsync(Cancel)));

        using HttpResponseMessage whole = await server.GetAsync(Feed);
        Assert.Equal(whole.Headers.ETag, delta.Headers.ETag);
        using HttpResponseMessage unchanged = await server.GetAsync(Feed, ("A-IM", "feed"), ("If-None-Match", delta.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        foreach (string wanted in new[] { "vcdiff", "feed;q=0" })
        {
            using HttpResponseMessage other = await server.GetAsync(Feed, ("A-IM", wanted), ("If-None-Match", tag));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

        await using FeedServer off = await FeedServer.StartAsync();
        using HttpResponseMessage old = await off.GetAsync(Feed);
        await off.PublishAsync(Issues.Of(4));
        using HttpResponseMessage full = await off.GetAsync(Feed, ("A-IM", "feed"), ("If-None-Match", old.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, full.StatusCode);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<HealthStatus> HealthAsync(FeedServer server) =>
        (await server.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel)).Entries["syndication"].Status;

    private static string[] Ids(string document) => [.. XElement.Parse(document).Elements(atom + "entry").Select(static entry => entry.Element(atom + "id")!.Value)];

    /// <summary>Every document from the newest to the oldest, by its path.</summary>
    private static async Task<Dictionary<string, string>> WalkAsync(FeedServer server)
    {
        var documents = new Dictionary<string, string>();
        for (string? path = Feed; path is not null;)
        {
            string document = await server.Client.GetStringAsync(path, Cancel);
            documents.Add(path, document);
            path = XElement.Parse(document).Elements(atom + "link").FirstOrDefault(static link => link.Attribute("rel")?.Value == "prev-archive")?.Attribute("href")!.Value[(FeedServer.Address.Length - 1)..];
        }

        return documents;
    }
}
