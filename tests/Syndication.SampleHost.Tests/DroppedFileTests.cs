using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Syndication.SampleHost.Tests;

/// <summary>The import folder is watched: what is dropped there is published.</summary>
public sealed class DroppedFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dropped-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dropped_file_is_published_as_page_and_in_feeds_and_goes_with_the_file()
    {
        DirectoryInfo letters = folder.CreateSubdirectory("issues").CreateSubdirectory("letter");
        string first = Path.Combine(letters.FullName, "no-1.html"), second = Path.Combine(letters.FullName, "no-2.html");
        await File.WriteAllTextAsync(first, Page(1), Cancel);
        await using WebApplicationFactory<Program> host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.ConfigureLogging(static logging => logging.ClearProviders());
            builder.UseSetting("Issues", letters.Parent!.FullName);
            builder.UseSetting("Store", Path.Combine(folder.FullName, "syndication.db"));
        });
        using HttpClient client = host.CreateClient();
        using HttpResponseMessage before = await client.GetAsync(new Uri("/letter/issues.atom", UriKind.Relative), Cancel);
        Assert.DoesNotContain("The second letter", await before.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await File.WriteAllTextAsync(second, Page(2), Cancel);
        await UntilAsync(client, "/letter/no-2", HttpStatusCode.OK);
        Assert.Contains("Letter #2", await client.GetStringAsync("/letter/issues.atom", Cancel), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/letter/issues.atom");
        again.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using HttpResponseMessage after = await client.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);

        File.Delete(second);
        await UntilAsync(client, "/letter/no-2", HttpStatusCode.NotFound);
        Assert.DoesNotContain("http://localhost:5080/letter/no-2", await client.GetStringAsync("/letter/issues.rss", Cancel), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Page(int number) =>
        $"<html lang=en><title>Letter #{number}</title><h1>Letter #{number}</h1><h2>News</h2><h3><a href='https://example.org/{number}'>Something happened {number} times</a></h3><p>It happened, and there is more to tell of it than fits here.</p><h3><a href='https://example.org/x{number}'>Something else</a></h3><p>That is a longer story, told at another time and place.</p>";

    private static async Task UntilAsync(HttpClient client, string path, HttpStatusCode status)
    {
        while (true)
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            if (answer.StatusCode == status) return;
            await Task.Delay(100, Cancel);
        }
    }
}
