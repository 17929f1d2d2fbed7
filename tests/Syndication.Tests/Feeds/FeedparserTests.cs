using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Tests.Structure;

namespace Syndication.Tests.Feeds;

/// <summary>What feedparser, which many readers are built on, understands of the feeds of the sample issues.</summary>
public sealed class FeedparserTests : IDisposable
{
    private const string Script = """
        import sys, json, calendar, feedparser
        read = feedparser.parse(open(sys.argv[1], 'rb').read())
        seconds = lambda date: calendar.timegm(date) if date else None
        print(json.dumps({'bozo': int(read.bozo), 'why': str(read.get('bozo_exception', '')), 'version': read.version, 'title': read.feed.get('title'),
          'entries': [{'id': e.get('id'), 'title': e.get('title'), 'published': seconds(e.get('published_parsed'))} for e in read.entries]}))
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedparser");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("rss", "rss20")]
    [InlineData("atom", "atom10")]
    [InlineData("json", "json11")]
    public async Task It_finds_no_fault_and_every_entry(string extension, string version)
    {
        FeedFormat format = FeedFormat.ForReaders.Single(format => format.FileExtension.TrimStart('.') == extension);
        Issue[] files = [.. IssueFiles.SampleBytes().Select(static file => IssueReader.Default.Read(file.Bytes, new IssueSource { FileName = Path.GetFileName(file.Name) }).Issue)];
        Feed[] feeds =
        [
            .. new[] { "issues", "items" }.Select(scope => FeedGoldenTests.Sample(scope, "." + extension)),
            .. new[] { FeedScope.Issues, FeedScope.Items }.Select(scope => Feed.FromIssues(new Publication { Title = "Samples", Url = "https://weekly.example/" }, files, scope)),
        ];
        foreach (Feed feed in feeds)
        {
            string file = Path.Combine(folder.FullName, "feed." + extension);
            await File.WriteAllBytesAsync(file, Written.As(format, feed).Bytes, TestContext.Current.CancellationToken);
            JsonElement read = await ParseAsync(file);
            if (extension == "json" && read.GetProperty("version").GetString() is null or "") Assert.Skip("This feedparser does not know JSON Feed (6.0.11 and before).");
            Assert.True(read.GetProperty("bozo").GetInt32() == 0, read.GetProperty("why").GetString());
            Assert.Equal(version, read.GetProperty("version").GetString());
            Assert.Equal(feed.Title, read.GetProperty("title").GetString());
            JsonElement[] entries = [.. read.GetProperty("entries").EnumerateArray()];
            Assert.Equal(feed.Entries.Length, entries.Length);
            for (int i = 0; i < entries.Length; i++)
            {
                FeedEntry entry = feed.Entries[i];
                Assert.Equal(entry.Id, entries[i].GetProperty("id").GetString());
                if (entry.Title is not null) Assert.Equal(entry.Title, entries[i].GetProperty("title").GetString());
                Assert.Equal(entry.Published?.ToUnixTimeSeconds(), entries[i].GetProperty("published") is { ValueKind: JsonValueKind.Number } date ? date.GetInt64() : null);
            }
        }
    }

    private static async Task<JsonElement> ParseAsync(string file)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo(File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", ["-c", Script, file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not installed.");
        }

        using (process!)
        {
            Task<string> output = process!.StandardOutput.ReadToEndAsync(cancellationToken);
            string error = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (error.Contains("No module named 'feedparser'", StringComparison.Ordinal)) Assert.Skip("feedparser is not installed (Debian package python3-feedparser).");
            Assert.True(process.ExitCode == 0, error);
            using JsonDocument document = JsonDocument.Parse(await output);
            return document.RootElement.Clone();
        }
    }
}
