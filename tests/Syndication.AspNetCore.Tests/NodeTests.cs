using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Syndication.Archives.Stores;
using Syndication.Archives.Tests;

namespace Syndication.AspNetCore.Tests;

/// <summary>A host of two processes on one PostgreSQL and one Redis, both real.</summary>
public sealed class NodeTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private const string Feed = "/weekly/issues.atom";

    private static readonly string[] paths =
        [Feed, "/weekly/items.rss", "/weekly/items.json", "/weekly/items.html", "/weekly/feeds.opml", "/feeds.opml", "/weekly/search.atom?q=first", "/weekly/digest-week.rss", "/weekly/search.html?q=%E5%AE%B9%E5%99%A8"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_serve_the_same_bytes_and_validators_and_one_that_is_killed_under_load_loses_no_request()
    {
        string database = await postgres.NewDatabaseAsync();
        using RedisServer redis = await RedisServer.StartAsync();
        await using var store = new PostgresIssueStore(database);
        await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
        string[] addresses = [Address(), Address()];
        await using ChildProcess first = await StartAsync(addresses[0], database, redis), second = await StartAsync(addresses[1], database, redis);
        using HttpClient one = FeedServer.NewClient(new Uri(addresses[0])), other = FeedServer.NewClient(new Uri(addresses[1]));
        await SameAsync(one, other);

        // Each change is told to both: they ask the store only once an hour.
        var seen = new List<double>();
        for (int number = 4; number < 12; number++)
        {
            await store.PutIssuesAsync([Issues.Of(number)], Cancel);
            long start = Stopwatch.GetTimestamp();
            await Task.WhenAll(new[] { one, other }.Select(node => UntilAsync(node, number)));
            seen.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        seen.Sort();
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"a publish is seen by both nodes after {seen[seen.Count / 2]:0} ms (median of {seen.Count}), {seen[^1]:0} ms at the most"));
        await SameAsync(one, other);

        using HttpResponseMessage known = await one.GetAsync(Feed, Cancel);
        string tag = known.Headers.ETag!.ToString();
        var answers = new ConcurrentBag<string>();
        int asked = 0, lost = 0;
        bool killed = false, over = false;
        Task[] readers = [.. Enumerable.Range(0, 4).Select(reader => Task.Run(
            async () =>
            {
                for (int i = reader; !Volatile.Read(ref over); i++)
                {
                    Interlocked.Increment(ref asked);
                    HttpClient[] nodes = i % 2 == 0 ? [one, other] : [other, one];
                    string? answer = await AskAsync(nodes[0], i % 3 == 0 ? tag : null);
                    if (answer is null)
                    {
                        Interlocked.Increment(ref lost);
                        answer = await AskAsync(nodes[1], i % 3 == 0 ? tag : null);
                    }

                    answers.Add(answer ?? "neither answered");
                }
            },
            Cancel))];
        while (Volatile.Read(ref asked) < 300) await Task.Delay(10, Cancel);
        await first.KillAsync(Cancel);
        killed = true;
        int before = Volatile.Read(ref asked);
        while (Volatile.Read(ref asked) < before + 300) await Task.Delay(10, Cancel);
        Volatile.Write(ref over, true);
        await Task.WhenAll(readers);
        Assert.True(killed && lost > 0);
        Assert.Equal(["200 " + tag, "304 " + tag], answers.Distinct().Order(StringComparer.Ordinal));

        // The one that is left goes on to publish, and the other comes back with the same.
        await store.PutIssuesAsync([Issues.Of(12)], Cancel);
        await UntilAsync(other, 12);
        await using ChildProcess again = await StartAsync(addresses[0], database, redis);
        await SameAsync(one, other);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{asked} requests, {lost} of them to the node that was killed and then answered by the other"));
    }

    [Fact]
    public async Task What_one_has_made_on_request_the_other_serves_even_while_the_database_is_away()
    {
        string database = await postgres.NewDatabaseAsync();
        using RedisServer redis = await RedisServer.StartAsync();
        await using var store = new PostgresIssueStore(database);
        await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
        string[] addresses = [Address(), Address()];
        await using ChildProcess first = await StartAsync(addresses[0], database, redis), second = await StartAsync(addresses[1], database, redis);
        using HttpClient one = FeedServer.NewClient(new Uri(addresses[0])), other = FeedServer.NewClient(new Uri(addresses[1]));
        using HttpResponseMessage made = await one.GetAsync("/weekly/search.atom?q=first", Cancel);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        while (await redis.AskAsync("DBSIZE") == ":0") await Task.Delay(10, Cancel);

        await store.DisposeAsync();
        await postgres.CutOffAsync(database);
        using HttpResponseMessage shared = await other.GetAsync("/weekly/search.atom?q=first", Cancel);
        Assert.Equal((HttpStatusCode.OK, made.Headers.ETag), (shared.StatusCode, shared.Headers.ETag));
        Assert.Equal(await made.Content.ReadAsByteArrayAsync(Cancel), await shared.Content.ReadAsByteArrayAsync(Cancel));
        using HttpResponseMessage stale = await other.GetAsync(Feed, Cancel);
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        using HttpResponseMessage unmade = await other.GetAsync("/weekly/search.atom?q=second", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unmade.StatusCode);
    }

    [Fact]
    public async Task Without_Redis_each_makes_for_itself_what_it_is_asked_for()
    {
        string database = await postgres.NewDatabaseAsync();
        await using var store = new PostgresIssueStore(database);
        await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
        using RedisServer redis = await RedisServer.StartAsync();
        string address = Address();
        await using ChildProcess node = await StartAsync(address, database, redis);
        using HttpClient client = FeedServer.NewClient(new Uri(address));
        using HttpResponseMessage before = await client.GetAsync("/weekly/search.atom?q=first", Cancel);
        redis.Stop();
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await store.PutIssuesAsync([Issues.Of(4)], Cancel);
        await UntilAsync(client, 4);
        using HttpResponseMessage after = await client.GetAsync("/weekly/search.atom?q=first", Cancel);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    private static string Address() => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LocalPort.Free()}");

    private static async Task<ChildProcess> StartAsync(string address, string database, RedisServer redis)
    {
        ChildProcess node = ChildProcess.Start("node", address, database, redis.Address);
        Assert.Equal("serves", await node.ReadLineAsync(Cancel));
        return node;
    }

    /// <summary>Status and validator of an answer; nothing where there is none.</summary>
    private static async Task<string?> AskAsync(HttpClient node, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Feed);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        try
        {
            using HttpResponseMessage answer = await node.SendAsync(request, Cancel);
            return string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.Headers.ETag}");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task UntilAsync(HttpClient node, int number)
    {
        while (!(await node.GetStringAsync(Feed, Cancel)).Contains(string.Create(CultureInfo.InvariantCulture, $"Volume {number}<"), StringComparison.Ordinal)) await Task.Delay(5, Cancel);
    }

    private static async Task SameAsync(HttpClient first, HttpClient second)
    {
        foreach (string path in paths)
        {
            foreach (string coding in new[] { "identity", "gzip", "br", "zstd" })
            {
                // A date of change is said in full only when its second is over, and changes one after another push it on.
                while (true)
                {
                    using HttpResponseMessage a = await AskAsync(first, path, coding), b = await AskAsync(second, path, coding);
                    Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (a.StatusCode, b.StatusCode));
                    Assert.Equal(await a.Content.ReadAsByteArrayAsync(Cancel), await b.Content.ReadAsByteArrayAsync(Cancel));
                    Assert.Equal(a.Headers.ETag, b.Headers.ETag);
                    bool settled = !(a.Content.Headers.LastModified >= a.Headers.Date || b.Content.Headers.LastModified >= b.Headers.Date);
                    if (settled) Assert.Equal(a.Content.Headers.LastModified, b.Content.Headers.LastModified);
                    if (settled) break;
                    await Task.Delay(250, Cancel);
                }
            }
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient node, string path, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        return await node.SendAsync(request, Cancel);
    }
}
