using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Tests;

namespace Syndication.Archives.Tests;

public sealed class ImportReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Templates_are_found_by_what_pages_look_like_with_their_dates()
    {
        for (int i = 1; i <= 100; i++)
        {
            if (LanternWeekly.IsDamaged(i)) continue;
            var (name, bytes) = LanternWeekly.Issue(i, 100);
            folder.With("in/" + name.Replace(name.Split('/')[0], "all", StringComparison.Ordinal), bytes);
        }

        ImportReport report = (await RunAsync("in")).Report;
        Assert.Equal(5, report.Templates.Length);
        ImportTemplate[] byDate = [.. report.Templates.OrderBy(t => t.First)];
        Assert.Equal([19, 19, 20, 20, 21], byDate.Select(t => t.Issues));
        Assert.All(byDate.Zip(byDate.Skip(1)), pair => Assert.True(pair.First.Last <= pair.Second.First));
        Assert.EndsWith("00080.md", byDate[4].Example, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in/")]
    [InlineData("in.zip!/")]
    [InlineData("in.tar.gz!/")]
    public async Task Relative_links_to_what_the_archive_does_not_have_are_listed_by_target(string root)
    {
        (string, byte[])[] files =
        [
            ("2019/1.html", Page("../2020/2.html", "img/there.png", "gone.html?x=1#y", "#here", "mailto:a@example.org", "//example.org/x", "/2020/")),
            ("2019/img/there.png", [1]), ("2020/2.html", Page("../2019/1.html", "../2019/gone.html", "../../outside.html", "/2019/1")), ("2020/index.html", Page("2.html")),
        ];
        foreach (var (name, bytes) in files) folder.With("in/" + name, bytes);
        folder.With("in.zip", ArchiveFiles.Zip(files)).With("in.tar.gz", ArchiveFiles.Gzip(ArchiveFiles.Tar(files)));
        ImportReport report = (await RunAsync(root.TrimEnd('!', '/'))).Report;
        ImportDeadLink dead = Assert.Single(report.DeadLinks);
        Assert.Equal((folder[root + "2019/gone.html"], 2), (dead.Target, dead.Documents));
        Assert.Equal([folder[root + "2019/1.html"], folder[root + "2020/2.html"]], dead.From);
    }

    [Fact]
    public async Task The_address_of_an_archive_gives_its_pages_theirs_and_keeps_their_relative_links()
    {
        folder.With("in/2019/1.html", Page("../2020/2.html"));
        await using var store = new FolderIssueStore(folder["store"]);
        ImportResult result = await new StoreImport(store, new StoreImportOptions { Import = new ArchiveImporterOptions { Address = "https://old.example.org/letters/" } }).RunAsync([folder["in"]], cancellationToken: Cancel);
        Issue issue = (await store.GetIssuesAsync(result.Publication, Cancel).SingleAsync(Cancel)).Issue;
        Assert.Contains(issue.AllItems().SelectMany(i => i.Item.Links), l => l.Url == "https://old.example.org/letters/2020/2.html");
    }

    [Fact]
    public async Task Before_publishing_it_is_told_which_guids_are_kept_and_what_shows_as_unread()
    {
        for (int i = 1; i <= 8; i++) folder.With($"in/{i}.md", LanternWeekly.Markdown(i));
        await using var store = new FolderIssueStore(folder["store"]);
        ImportResult result = await new StoreImport(store).RunAsync([folder["in"]], cancellationToken: Cancel);
        List<Issue> issues = await store.GetIssuesAsync(result.Publication, Cancel).Select(i => i.Issue).ToListAsync(Cancel);
        var publication = new Publication { Title = "Lantern Weekly" };
        Feed feed = Feed.FromIssues(publication, issues, FeedScope.Issues);

        ImportFeed same = ImportFeed.Of("same", feed, publication, issues);
        Assert.Equal(("issues", 8, 8, 0, 0), (same.Scope, same.Entries, same.Kept, same.Unread, same.Gone));

        // Six of the eight; two of those under ids of another program; one that nobody has any more.
        Feed old = feed with { Entries = [.. feed.Entries.Skip(2).Select((e, i) => i < 2 ? e with { Id = $"old-{i}" } : e), new FeedEntry { Id = "lost", Title = "Lost", Url = "https://lost.example/" }] };
        ImportFeed other = ImportFeed.Of("old", old, publication, issues);
        Assert.Equal((7, 4, 4, 2, 1), (other.Entries, other.Kept, other.Unread, other.UnreadForTheirId, other.Gone));
        Assert.Contains("Lantern Weekly #8", other.UnreadTitles);
        Assert.Equal(["old-0", "old-1"], other.Ids.Entries.Keys);

        // Of a long feed readers see the newest entries alone.
        Assert.Equal(2, ImportFeed.Of("none", new Feed(), publication, issues, new FeedBudget { Entries = 2 }).Unread);
        Assert.Equal("items", ImportFeed.Of("items", Feed.FromIssues(publication, issues, FeedScope.Items), publication, issues).Scope);
    }

    private static byte[] Page(params string[] links) => System.Text.Encoding.UTF8.GetBytes(
        $"<html><head><title>Lantern</title></head><body><h1>Lantern</h1><h2>News</h2><ul>{string.Concat(links.Select((l, i) => $"<li><a href=\"{l}\">What number {i} of the lanterns did</a> and why it did so all week long.</li>"))}</ul></body></html>");

    private async Task<ImportResult> RunAsync(string name)
    {
        await using var store = new FolderIssueStore(folder["store"]);
        return await new StoreImport(store).RunAsync([folder[name]], cancellationToken: Cancel);
    }
}
