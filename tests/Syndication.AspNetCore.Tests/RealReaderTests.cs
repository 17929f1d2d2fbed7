using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Syndication.AspNetCore.Tests;

/// <summary>Readers that people use: each subscribes, sees all entries, is told that nothing is new, and sees what was published since.</summary>
public sealed class RealReaderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reader-");
    private readonly ConcurrentQueue<int> answers = new();
    private readonly SetClock clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("issues.rss")]
    [InlineData("issues.atom")]
    [InlineData("issues.json")]
    public async Task Curl_keeps_the_tag_and_the_date(string feed)
    {
        await using FeedServer server = await StartAsync();
        string url = new Uri(server.Root, "/weekly/" + feed).AbsoluteUri;
        string[] get = ["-sS", "--fail", "--compressed", "--etag-save", "tag", "--etag-compare", "tag", "-o", "feed", "-R", url];
        await RunAsync("curl", get);
        Assert.Contains("Volume 3", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "feed"), Cancel), StringComparison.Ordinal);
        await RunAsync("curl", get);
        await RunAsync("curl", "-sS", "--fail", "--compressed", "-z", "feed", "-o", "unused", url);
        await PublishAsync(server);
        await RunAsync("curl", get);
        Assert.Contains("Volume 4", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "feed"), Cancel), StringComparison.Ordinal);
        Assert.Equal([200, 304, 304, 200], answers);
    }

    [Theory]
    [InlineData("issues.rss")]
    [InlineData("issues.atom")]
    public async Task Newsboat_sees_every_issue_and_then_only_the_new_one(string feed)
    {
        await using FeedServer server = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "urls"), new Uri(server.Root, "/weekly/" + feed).AbsoluteUri + "\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "config"), "", Cancel);
        string[] files = ["-u", "urls", "-c", "cache.db", "-C", "config"];
        await RunAsync("newsboat", [.. files, "-x", "reload"]);
        Assert.StartsWith("3 ", await RunAsync("newsboat", [.. files, "-x", "print-unread"]), StringComparison.Ordinal);

        // It keeps the validators of a feed only when it fetches it for the second time.
        await RunAsync("newsboat", [.. files, "-x", "reload"]);
        await RunAsync("newsboat", [.. files, "-x", "reload"]);
        await PublishAsync(server);
        await RunAsync("newsboat", [.. files, "-x", "reload"]);
        Assert.Equal([200, 200, 304, 200], answers);
        Assert.StartsWith("4 ", await RunAsync("newsboat", [.. files, "-x", "print-unread"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issues.rss")]
    [InlineData("issues.atom")]
    public async Task Sfeed_reads_every_issue_with_its_title_link_and_date(string feed)
    {
        await using FeedServer server = await StartAsync();
        ReaderProgram.Require("sfeed_update");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sfeedrc"), $"sfeedpath=\"{folder.FullName}/feeds\"\nfeeds() {{\n\tfeed \"weekly\" \"{new Uri(server.Root, "/weekly/" + feed).AbsoluteUri}\"\n}}\n", Cancel);
        await RunAsync("sfeed_update", "sfeedrc");
        Assert.Equal(3, Lines().Length);
        await PublishAsync(server);
        await RunAsync("sfeed_update", "sfeedrc");
        string[] lines = Lines();
        Assert.Equal(4, lines.Length);
        long date = new DateTimeOffset(2020, 1, 29, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Contains(lines, line => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{date}\tVolume 4\thttps://weekly.example.org/vol-4\t"), StringComparison.Ordinal));

        string[] Lines() => File.ReadAllLines(Path.Combine(folder.FullName, "feeds", "weekly"));
    }

    [Theory]
    [InlineData("issues.rss")]
    [InlineData("issues.atom")]
    public async Task Rss2email_keeps_the_tag_and_sees_the_new_issue(string feed)
    {
        await using FeedServer server = await StartAsync();
        string[] files = ["-c", "r2e.cfg", "-d", "r2e.json"];
        await RunAsync("r2e", [.. files, "new", "reader@example.org"]);
        await RunAsync("r2e", [.. files, "add", "weekly", new Uri(server.Root, "/weekly/" + feed).AbsoluteUri]);
        await RunAsync("r2e", [.. files, "run", "--no-send"]);
        await RunAsync("r2e", [.. files, "run", "--no-send"]);
        await PublishAsync(server);
        await RunAsync("r2e", [.. files, "run", "--no-send"]);
        string seen = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "r2e.json"), Cancel);
        foreach (int number in Enumerable.Range(1, 4)) Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"tag:weekly.example.org,2020:{number}"), seen, StringComparison.Ordinal);
        Assert.Equal([200, 304, 200], answers);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<FeedServer> StartAsync()
    {
        FeedServer server = await FeedServer.StartAsync(clock: clock, map: app =>
        {
            app.Use(async (context, next) =>
            {
                await next(context);
                answers.Enqueue(context.Response.StatusCode);
            });
            app.MapFeeds();
        });
        clock.Now = clock.Now.AddMinutes(10);
        return server;
    }

    private async Task PublishAsync(FeedServer server)
    {
        await server.PublishAsync(Issues.Of(4));
        clock.Now = clock.Now.AddMinutes(10);
    }

    private Task<string> RunAsync(string program, params string[] arguments) => ReaderProgram.RunAsync(folder.FullName, program, arguments);
}
