using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Syndication.SampleHost.Tests;

/// <summary>The host over its own sample issues, in this process.</summary>
public sealed class SampleSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("sample-site-");

    /// <summary>The feeds of each newsletter, with the media type that each is served as.</summary>
    public static TheoryData<string, string> Feeds { get; } = new(
        from newsletter in Newsletters
        from feed in new (string File, string Type)[]
        {
            ("issues.rss", "application/rss+xml; charset=utf-8"), ("issues.atom", "application/atom+xml; charset=utf-8"), ("issues.json", "application/feed+json; charset=utf-8"),
            ("items.rss", "application/rss+xml; charset=utf-8"), ("items.atom", "application/atom+xml; charset=utf-8"), ("items.json", "application/feed+json; charset=utf-8"),
            ("feeds.opml", "text/x-opml; charset=utf-8"),
        }
        select ($"/{newsletter}/{feed.File}", feed.Type));

    public static string[] Newsletters => ["cloud-native-weekly", "security-letter"];

    /// <summary>The pages of the sample issues.</summary>
    public static TheoryData<string> IssuePages { get; } = new(
        "/cloud-native-weekly/vol-41", "/cloud-native-weekly/vol-42", "/cloud-native-weekly/vol-43", "/cloud-native-weekly/vol-44", "/cloud-native-weekly/vol-45",
        "/security-letter/letter-07", "/security-letter/letter-08", "/security-letter/letter-09");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureLogging(static logging => logging.ClearProviders());
        builder.UseSetting("Address", "https://news.example.org");
        builder.UseSetting("Store", Path.Combine(store.FullName, "syndication.db"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && store.Exists) store.Delete(recursive: true);
    }
}
