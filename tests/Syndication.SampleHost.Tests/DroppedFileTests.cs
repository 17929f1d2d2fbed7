using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Syndication.SampleHost.Publishing;

namespace Syndication.SampleHost.Tests;

/// <summary>The import folder is watched: what is dropped there is published. Most tests look by themselves; one lets the host look.</summary>
public sealed class DroppedFileTests : IDisposable
{
    private async Task ANewTextIsPublishedAsync(WebApplicationFactory<Program> host, HttpClient client)
    {
        Write("no-1.html", Page(1).Replace("longer story", "much longer story", StringComparison.Ordinal));
        await LookAsync(host, 2);
        Assert.Contains("much longer story", await client.GetStringAsync("/letter/no-1", Cancel), StringComparison.Ordinal);
    }

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dropped-");
    private readonly DirectoryInfo letters;
    private readonly List<WebApplicationFactory<Program>> hosts = [];

    public DroppedFileTests()
    {
        letters = folder.CreateSubdirectory("issues").CreateSubdirectory("letter");
        Write("publication.json", """{ "title": "The Letter", "url": "https://letter.example.org/" }""");
        Write("no-1.html", Page(1));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_host_finds_a_dropped_file_and_a_deleted_one_by_itself()
    {
        using HttpClient client = Start(looksByItself: true).CreateClient();
        using HttpResponseMessage before = await client.GetAsync(new Uri("/letter/issues.atom", UriKind.Relative), Cancel);
        Assert.DoesNotContain("Letter #2", await before.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        Write("no-2.html", Page(2));
        await UntilAsync(client, "/letter/no-2", HttpStatusCode.OK);
        Assert.Contains("Letter #2", await client.GetStringAsync("/letter/issues.atom", Cancel), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/letter/issues.atom");
        again.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using HttpResponseMessage after = await client.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);

        File.Delete(PathOf("no-2.html"));
        await UntilAsync(client, "/letter/no-2", HttpStatusCode.NotFound);
        Assert.DoesNotContain("/letter/no-2", await client.GetStringAsync("/letter/issues.rss", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_changes_its_page_and_its_entry_but_not_the_entry_s_id()
    {
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        string before = await client.GetStringAsync("/letter/issues.json", Cancel);
        await ANewTextIsPublishedAsync(host, client);
        string after = await client.GetStringAsync("/letter/issues.json", Cancel);
        Assert.Contains("much longer story", after, StringComparison.Ordinal);
        Assert.Equal(IdIn(before), IdIn(after));
    }

    [Fact]
    public async Task A_file_is_published_when_nobody_writes_it_any_more()
    {
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        string whole = Page(2);
        await using (FileStream file = File.Create(PathOf("no-2.html")))
        {
            for (int written = 0; written < whole.Length; written += 100)
            {
                await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(whole[written..Math.Min(whole.Length, written + 100)]), Cancel);
                await file.FlushAsync(Cancel);
                await LookAsync(host);
                Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "/letter/no-2"));
            }
        }

        await LookAsync(host, 2);
        Assert.Contains("That is a longer story", await client.GetStringAsync("/letter/no-2", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_file_is_written_anew_its_old_content_stays_online_and_other_files_are_published()
    {
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        Write("no-2.html", Page(2));
        await LookAsync(host);
        Write("no-1.html", "<html");
        await LookAsync(host);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/letter/no-2"));
        Assert.Contains("That is a longer story", await client.GetStringAsync("/letter/no-1", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_replaced_by_deleting_and_writing_is_never_offline()
    {
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        File.Delete(PathOf("no-1.html"));
        await LookAsync(host);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/letter/no-1"));
        await ANewTextIsPublishedAsync(host, client);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n1 0 obj")]
    public async Task A_damaged_file_leaves_online_what_it_was_through_a_restart_and_is_read_when_it_is_mended(string damage)
    {
        WebApplicationFactory<Program> host = Start();
        using (HttpClient client = host.CreateClient())
        {
            string feed = await client.GetStringAsync("/letter/issues.atom", Cancel);
            Write("no-1.html", damage);
            Write("no-2.html", damage);
            await LookAsync(host, 2);
            Assert.Contains("That is a longer story", await client.GetStringAsync("/letter/no-1", Cancel), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "/letter/no-2"));
            Assert.Equal(feed, await client.GetStringAsync("/letter/issues.atom", Cancel));
        }

        await host.DisposeAsync();
        host = Start();
        using HttpClient later = host.CreateClient();
        Assert.Contains("That is a longer story", await later.GetStringAsync("/letter/no-1", Cancel), StringComparison.Ordinal);
        await ANewTextIsPublishedAsync(host, later);
    }

    [Fact]
    public async Task A_damaged_description_of_the_newsletter_leaves_its_feeds_as_they_were()
    {
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        string feed = await client.GetStringAsync("/letter/issues.atom", Cancel);
        Write("publication.json", "{ \"title\": \"The Let");
        await LookAsync(host, 2);
        Assert.Equal(feed, await client.GetStringAsync("/letter/issues.atom", Cancel));
        Write("publication.json", """{ "title": "The Better Letter", "url": "https://letter.example.org/" }""");
        await LookAsync(host, 2);
        Assert.Contains("The Better Letter", await client.GetStringAsync("/letter/issues.atom", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_would_have_the_same_address_does_not_take_it_from_the_one_that_has_it()
    {
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        Write("No 1.html", Page(3));
        await LookAsync(host, 2);
        Assert.Contains("Letter #1", await client.GetStringAsync("/letter/no-1", Cancel), StringComparison.Ordinal);
        Assert.Contains("Letter #3", await client.GetStringAsync("/letter/no-1-2", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_any_more_as_a_whole_takes_nothing_offline()
    {
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        letters.Parent!.MoveTo(Path.Combine(folder.FullName, "unmounted"));
        await LookAsync(host, 2);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/letter/no-1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/letter/issues.rss"));
    }

    [Fact]
    public async Task A_newsletter_whose_folder_is_deleted_goes_and_its_feeds_are_gone_for_good()
    {
        Directory.CreateDirectory(Path.Combine(letters.Parent!.FullName, "other"));
        await File.WriteAllTextAsync(Path.Combine(letters.Parent!.FullName, "other", "no-1.html"), Page(1), Cancel);
        WebApplicationFactory<Program> host = Start();
        using HttpClient client = host.CreateClient();
        letters.Delete(recursive: true);
        await LookAsync(host, 2);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "/letter/"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(client, "/letter/issues.atom"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/other/issues.atom"));
    }

    public void Dispose()
    {
        foreach (WebApplicationFactory<Program> host in hosts) host.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Page(int number) =>
        $"<html lang=en><title>Letter #{number}</title><h1>Letter #{number}</h1><h2>News</h2><h3><a href='https://example.org/{number}'>Something happened {number} times</a></h3><p>It happened, and there is more to tell of it than fits here.</p><h3><a href='https://example.org/x{number}'>Something else</a></h3><p>That is a longer story, told at another time and place.</p>";

    private static string IdIn(string json)
    {
        using var feed = System.Text.Json.JsonDocument.Parse(json);
        return feed.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task LookAsync(WebApplicationFactory<Program> host, int times = 1)
    {
        for (int i = 0; i < times; i++) await host.Services.GetRequiredService<FolderImport>().LookAsync(Cancel);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(HttpClient client, string path, HttpStatusCode status)
    {
        while (await StatusAsync(client, path) != status) await Task.Delay(100, Cancel);
    }

    private string PathOf(string name) => Path.Combine(letters.FullName, name);

    private void Write(string name, string content) => File.WriteAllText(PathOf(name), content);

    private WebApplicationFactory<Program> Start(bool looksByItself = false)
    {
        WebApplicationFactory<Program> host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.ConfigureLogging(static logging => logging.ClearProviders());
            builder.UseSetting("Issues", letters.Parent!.FullName);
            builder.UseSetting("Store", Path.Combine(folder.FullName, "syndication.db"));
            if (!looksByItself) builder.ConfigureTestServices(static services => services.AddSingleton<TimeProvider>(new StoppedTime()));
        });
        hosts.Add(host);
        return host;
    }
}
