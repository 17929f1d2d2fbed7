using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Syndication.Archives.Tests;

namespace Syndication.SampleHost.Tests;

/// <summary>The host over its sample issues and a newsletter with pictures, on a free port of this machine, under the address that stands in its feeds.</summary>
public sealed class OpenSite : WebApplicationFactory<Program>
{
    /// <summary>An issue with pictures that come late: one says how large it is, one how wide, others nothing.</summary>
    private const string Pictures = """
        <html lang="en"><title>Picture Post #1: Mountains</title><h1>Picture Post #1: Mountains</h1>
        <h2>Views</h2>
        <h3><a href="https://example.org/first">The first mountain</a></h3>
        <p>It is the one that everybody knows, and the picture says how large it is.</p>
        <p><img src="https://pictures.example.org/1.png" width="640" height="320" alt="A mountain"></p>
        <p>There are words after it, which stay where they are.</p>
        <h3><a href="https://example.org/second">The second mountain</a></h3>
        <p>This one says only how wide it is.</p>
        <p><img src="https://pictures.example.org/2.png" width="400" alt="Another mountain"></p>
        <p>There are words after it too.</p>
        <h3><a href="https://example.org/third">The third mountain</a></h3>
        <p>Of this one nothing is known before it comes.</p>
        <figure><img src="https://pictures.example.org/3.png" alt="The third mountain"><figcaption>The third mountain</figcaption></figure>
        <p>A last one <img src="https://pictures.example.org/4.png" alt="a small one"> stands between words.</p>
        <h3><a href="https://example.org/fourth">The fourth mountain</a></h3>
        <p>It has no picture, but a table and <code>a line of code that is longer than a telephone is wide and has to go somewhere</code>.</p>
        <pre>a line of code that is longer than a telephone is wide and has to go somewhere, however small the screen may be</pre>
        <table><tr><th>Mountain</th><th>Height in metres</th><th>First climbed in the year</th><th>By a party from a village nearby</th><th>In good weather</th><th>Measured again in the year</th><th>Height in feet</th></tr><tr><td>Fourth</td><td>4000</td><td>1900</td><td>yes</td><td>yes</td><td>1950</td><td>13123</td></tr></table>
        </html>
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("open-site-");
    private readonly string issues;

    public OpenSite()
    {
        issues = folder.CreateSubdirectory("issues").FullName;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "issues"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(issues, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "issues"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        DirectoryInfo pictures = Directory.CreateDirectory(Path.Combine(issues, "picture-post"));
        File.WriteAllText(Path.Combine(pictures.FullName, "publication.json"), """{ "title": "Picture Post", "language": "en" }""");
        File.WriteAllText(Path.Combine(pictures.FullName, "no-1.html"), Pictures);
        Root = new Uri($"http://localhost:{LocalPort.Free()}/");
        UseKestrel(Root.Port);
    }

    /// <summary>The pages, and the language that a browser asks for.</summary>
    public static TheoryData<string, string> Pages { get; } = new(
        from page in new (string Path, string[] Languages)[]
        {
            ("/", ["en", "zh-CN"]), ("/about-feeds", ["en", "zh-CN"]), ("/search", ["en", "zh-CN"]), ("/search?q=kubernetes", ["en", "zh-CN"]), ("/nothing-here", ["en", "zh-CN"]),
            ("/cloud-native-weekly/", ["en"]), ("/cloud-native-weekly/vol-41", ["en"]), ("/cloud-native-weekly/vol-43", ["en"]), ("/cloud-native-weekly/section-上游重要进展", ["en"]),
            ("/cloud-native-weekly/label-kep", ["en"]), ("/cloud-native-weekly/search?q=没有这回事", ["en"]), ("/cloud-native-weekly/items.html", ["en"]),
            ("/security-letter/", ["en"]), ("/security-letter/letter-08", ["en"]), ("/security-letter/domain-github.com", ["en"]), ("/security-letter/items.html", ["en"]), ("/picture-post/no-1", ["en"]),
        }
        from language in page.Languages
        select (page.Path, language));

    /// <summary>Where it is.</summary>
    public Uri Root { get; }

    /// <summary>What was seen of each page on a phone; looked at once.</summary>
    public ConcurrentDictionary<(string Path, string Language), Task<PageFacts>> Facts { get; } = [];

    /// <summary>Opens a page in a window of its own, whose pictures come from nowhere else.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The page.</param>
    /// <param name="options">The window.</param>
    /// <param name="prepare">What is done before the page is opened.</param>
    public async Task<IPage> OpenAsync(IBrowser browser, string path, BrowserNewContextOptions options, Func<IPage, Task>? prepare = null)
    {
        StartServer();
        IBrowserContext context = await browser.NewContextAsync(options);
        IPage page = await context.NewPageAsync();
        await context.RouteAsync(static address => !address.StartsWith("http://localhost:", StringComparison.Ordinal), static async route =>
        {
            await Task.Delay(300);
            int height = route.Request.Url.EndsWith("1.png", StringComparison.Ordinal) ? 300 : 500;
            await route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = $"<svg xmlns='http://www.w3.org/2000/svg' width='600' height='{height}'><rect width='600' height='{height}' fill='#47a'/></svg>" });
        });
        if (prepare is not null) await prepare(page);
        await page.GotoAsync(new Uri(Root, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureLogging(static logging => logging.ClearProviders());
        builder.UseSetting("Address", Root.AbsoluteUri);
        builder.UseSetting("Issues", issues);
        builder.UseSetting("Store", Path.Combine(folder.FullName, "syndication.db"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder.FullName)) folder.Delete(recursive: true);
    }
}
