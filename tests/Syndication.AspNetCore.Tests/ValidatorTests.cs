using System.Globalization;
using System.Net;

namespace Syndication.AspNetCore.Tests;

/// <summary>Validators and conditions (RFC 9110 §8.8, §13), over a real socket.</summary>
public sealed class ValidatorTests
{
    private const string Feed = "/weekly/issues.atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_has_validators_and_caching_fields()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync(Feed);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.False(answer.Headers.ETag!.IsWeak);
        Assert.True(answer.Content.Headers.LastModified <= answer.Headers.Date);
        Assert.Equal("public, max-age=300, stale-while-revalidate=3600", Assert.Single(answer.Headers.GetValues("Cache-Control")));
        Assert.Equal("Accept, Accept-Encoding", string.Join(", ", answer.Headers.Vary));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length, answer.Content.Headers.ContentLength);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("\"with, comma\",W/\"x\",{0},\"y\"", 304)]
    [InlineData("  {0}  ", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("W/\"other\", \"\"", 200)]
    [InlineData("\"\"", 200)]
    [InlineData("not a tag", 200)]
    [InlineData("\"unclosed", 200)]
    public async Task If_None_Match_compares_weakly_with_every_tag(string field, int status)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        string tag = await TagAsync(server);
        string answer = await server.RawAsync($"GET {Feed} HTTP/1.1", "Host: x", "If-None-Match: " + string.Format(CultureInfo.InvariantCulture, field, tag));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_None_Match_may_stand_on_several_lines()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        string tag = await TagAsync(server);
        Assert.StartsWith("HTTP/1.1 304 ", await server.RawAsync($"GET {Feed} HTTP/1.1", "Host: x", "If-None-Match: \"a\"", "If-None-Match: \"b\", " + tag, "If-None-Match: \"c\""), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await server.RawAsync($"GET {Feed} HTTP/1.1", "Host: x", "If-None-Match: \"a\"", "If-None-Match: \"b\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_304_has_the_validators_and_caching_fields_of_the_200_and_nothing_of_the_body()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        string whole = await server.RawAsync($"GET {Feed} HTTP/1.1", "Host: x", "Accept-Encoding: gzip");
        string[] fields = Fields(whole);
        string tag = Field(fields, "ETag")!;
        string answer = await server.RawAsync($"GET {Feed} HTTP/1.1", "Host: x", "Accept-Encoding: gzip", "If-None-Match: " + tag);
        Assert.StartsWith("HTTP/1.1 304 Not Modified\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        string[] names = [.. Fields(answer).Select(static field => field.Split(':')[0]).Where(static name => name != "Connection" && name != "Server").Order(StringComparer.OrdinalIgnoreCase)];
        Assert.Equal(["Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Cache-Control", "Date", "ETag", "Last-Modified", "Vary"], names);
        foreach (string name in new[] { "Cache-Control", "ETag", "Last-Modified", "Vary" }) Assert.Equal(Field(fields, name), Field(Fields(answer), name));
    }

    [Theory]
    [InlineData("R", 0, 304)]
    [InlineData("R", 3600, 304)]
    [InlineData("R", -1, 200)]
    [InlineData("dddd, dd-MMM-yy HH:mm:ss 'GMT'", 0, 304)]
    [InlineData("ddd MMM d HH:mm:ss yyyy", 0, 304)]
    [InlineData("yyyy-MM-dd", 3600, 200)]
    public async Task If_Modified_Since_takes_every_form_of_date(string form, int seconds, int status)
    {
        await using FeedServer server = await FeedServer.StartAsync(clock: Later(out SetClock clock));
        clock.Now = clock.Now.AddSeconds(10);
        using HttpResponseMessage first = await server.GetAsync(Feed);
        string date = first.Content.Headers.LastModified!.Value.AddSeconds(seconds).UtcDateTime.ToString(form, CultureInfo.InvariantCulture);
        using HttpResponseMessage answer = await server.GetAsync(Feed, ("If-Modified-Since", date));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task If_None_Match_wins_over_If_Modified_Since()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        string tag = await TagAsync(server);
        using HttpResponseMessage newer = await server.GetAsync(Feed, ("If-None-Match", "\"other\""), ("If-Modified-Since", "Sat, 01 Jan 2050 00:00:00 GMT"));
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);
        using HttpResponseMessage same = await server.GetAsync(Feed, ("If-None-Match", tag), ("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Theory]
    [InlineData("If-Match", "{0}", 200)]
    [InlineData("If-Match", "*", 200)]
    [InlineData("If-Match", "W/{0}", 412)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 412)]
    [InlineData("If-Unmodified-Since", "Sat, 01 Jan 2050 00:00:00 GMT", 200)]
    [InlineData("If-Unmodified-Since", "never", 200)]
    public async Task Conditions_for_an_unchanged_feed_are_kept(string name, string value, int status)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync(Feed, (name, string.Format(CultureInfo.InvariantCulture, value, await TagAsync(server))));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Two_updates_within_one_second_are_told_apart_by_date_alone()
    {
        await using FeedServer server = await FeedServer.StartAsync(clock: Later(out SetClock clock));
        string[] seen = new string[3];
        DateTimeOffset[] changed = new DateTimeOffset[3], dates = new DateTimeOffset[3];
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage answer = await server.GetAsync(Feed);
            seen[i] = await answer.Content.ReadAsStringAsync(Cancel);
            (changed[i], dates[i]) = (answer.Content.Headers.LastModified!.Value, answer.Headers.Date!.Value);
            Assert.True(changed[i] <= dates[i]);
            for (int older = 0; older < i; older++)
            {
                using HttpResponseMessage byChange = await server.GetAsync(Feed, ("If-Modified-Since", changed[older].ToString("R", CultureInfo.InvariantCulture)));
                Assert.Equal(seen[i], await byChange.Content.ReadAsStringAsync(Cancel));
                using HttpResponseMessage byDate = await server.GetAsync(Feed, ("If-Modified-Since", dates[older].ToString("R", CultureInfo.InvariantCulture)));
                Assert.Equal(seen[i], await byDate.Content.ReadAsStringAsync(Cancel));
            }

            clock.Now = clock.Now.AddMilliseconds(200);
            await server.PublishAsync(Issues.Of(10 + i));
        }

        Assert.Equal(3, seen.Distinct().Count());
        clock.Now = clock.Now.AddSeconds(10);
        using HttpResponseMessage settled = await server.GetAsync(Feed);
        using HttpResponseMessage unchanged = await server.GetAsync(Feed, ("If-Modified-Since", settled.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_makes_no_old_copy_look_fresh()
    {
        await using FeedServer server = await FeedServer.StartAsync(clock: Later(out SetClock clock));
        clock.Now = clock.Now.AddSeconds(10);
        using HttpResponseMessage before = await server.GetAsync(Feed);
        string lastModified = before.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture);
        clock.Now = clock.Now.AddHours(-1);
        await server.PublishAsync(Issues.Of(4));
        using HttpResponseMessage after = await server.GetAsync(Feed, ("If-Modified-Since", lastModified));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.True(after.Content.Headers.LastModified is null || after.Content.Headers.LastModified <= after.Headers.Date);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        clock.Now = clock.Now.AddHours(2);
        using HttpResponseMessage caughtUp = await server.GetAsync(Feed);
        Assert.True(caughtUp.Content.Headers.LastModified > before.Content.Headers.LastModified);
        Assert.Equal(after.Headers.ETag, caughtUp.Headers.ETag);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_the_body()
    {
        await using FeedServer server = await FeedServer.StartAsync(clock: new SetClock());
        foreach (string path in new[] { Feed, "/weekly/items.rss", "/weekly/items.json", "/weekly/items.html", "/feeds.opml", "/feed.css" })
        {
            foreach (string coding in new[] { "identity", "gzip", "br", "zstd" })
            {
                string get = await server.RawAsync($"GET {path} HTTP/1.1", "Host: x", "Accept-Encoding: " + coding), head = await server.RawAsync($"HEAD {path} HTTP/1.1", "Host: x", "Accept-Encoding: " + coding);
                Assert.Equal(Fields(get), Fields(head));
                Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
                Assert.NotNull(Field(Fields(head), "Content-Length"));
            }
        }
    }

    private static SetClock Later(out SetClock clock) => clock = new SetClock();

    private static async Task<string> TagAsync(FeedServer server)
    {
        using HttpResponseMessage answer = await server.GetAsync(Feed);
        return answer.Headers.ETag!.ToString();
    }

    private static string[] Fields(string answer) => answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n")[1..];

    private static string? Field(string[] fields, string name) => fields.FirstOrDefault(field => field.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
}
