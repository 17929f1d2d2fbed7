using System.Text.Json;
using System.Xml.Linq;

namespace Syndication.Tool.Tests;

/// <summary>The tree for a static host, from one build to the next.</summary>
public sealed class SiteTests : IDisposable
{
    private static readonly XNamespace atom = "http://www.w3.org/2005/Atom";

    private readonly TemporaryFolder folder = new();

    public SiteTests()
    {
        folder.With("issues/publication.json", """{"title":"Lantern Weekly","url":"https://lantern.example/","language":"en"}""");
        for (int i = 1; i <= 3; i++) folder.With($"issues/{i}.md", SampleText.Markdown(i));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_recurs_has_feeds_of_its_own_and_so_has_what_is_asked_for()
    {
        Assert.Equal((0, ""), Told(await Build("--scope", "digest:month", "--scope", "search:gateway")));
        string[] scopes = ["issues", "items", "digest-month", "search-gateway", "section-articles", "section-news", "domain-example.com", "domain-example.org"];
        Assert.Equal(scopes.Select(scope => $"https://lantern.example/{scope}.atom"), XDocument.Load(folder["site/feeds.opml"]).Descendants("outline").Select(o => o.Attribute("xmlUrl")!.Value));
        Assert.Equal("Lantern Weekly — Articles", XDocument.Load(folder["site/section-articles.atom"]).Root!.Element(atom + "title")!.Value);
        Assert.Equal(3, Entries("search-gateway.atom").Count());
        string index = Read("index.html");
        Assert.All(scopes, scope => Assert.Contains($"href=\"{scope}.html\"", index, StringComparison.Ordinal));
        foreach (string link in System.Text.RegularExpressions.Regex.Matches(index, "href=\"([^\":]+)\"").Select(m => Uri.UnescapeDataString(m.Groups[1].Value)))
            Assert.True(File.Exists(folder["site/" + link]), link);
    }

    [Fact]
    public async Task Old_entries_move_to_archives_that_a_new_issue_does_not_change()
    {
        await Build("--max-entries", "4");
        string[] archives = [.. Directory.GetFiles(folder["site"], "*-archive-*").Order(StringComparer.Ordinal)];
        Assert.Contains(folder["site/items-archive-1.json"], archives);
        Assert.Contains(folder["site/items-archive-1.html"], archives);
        byte[][] bytes = [.. archives.Select(File.ReadAllBytes)];

        folder.With("issues/4.md", SampleText.Markdown(4));
        await Build("--max-entries", "4");
        Assert.All(archives.Zip(bytes), pair => Assert.Equal(pair.Second, File.ReadAllBytes(pair.First)));
        Assert.Equal(16, Walk("items.atom").Distinct().Count());
        Assert.Equal(16, Walk("items.atom").Count());
    }

    [Fact]
    public async Task A_date_of_change_comes_with_a_change_and_stays()
    {
        await Build();
        Assert.All(Entries("items.atom"), entry => Assert.Equal(entry.Element(atom + "published")!.Value, entry.Element(atom + "updated")!.Value));
        folder.With("issues/2.md", SampleText.Markdown(2).Replace("Harbour 2 is out", "Harbour 2 is out at last", StringComparison.Ordinal));
        await Build();
        XElement changed = Assert.Single(Entries("items.atom"), entry => entry.Element(atom + "published")!.Value != entry.Element(atom + "updated")!.Value);
        Assert.Contains("at last", changed.Value, StringComparison.Ordinal);

        byte[] before = File.ReadAllBytes(folder["site/items.atom"]);
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        await Build();
        Assert.Equal(before, File.ReadAllBytes(folder["site/items.atom"]));
    }

    [Fact]
    public async Task Check_writes_nothing_and_tells_what_is_not_up_to_date()
    {
        ToolRun first = await Build("--check");
        Assert.Equal(1, first.ExitCode);
        Assert.False(Directory.Exists(folder["site"]));
        await Build();
        Assert.Equal((0, ""), Told(await Build("--check")));

        folder.With("issues/3.md", SampleText.Markdown(3).Replace("afternoon", "morning", StringComparison.Ordinal));
        string before = Read("items.rss");
        ToolRun stale = await Build("--check");
        Assert.Equal((1, before), (stale.ExitCode, Read("items.rss")));
        Assert.Contains("items.rss: not up to date", stale.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("feed.css", stale.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_a_build_wrote_is_removed_and_only_as_it_was_written()
    {
        await Build();
        folder.With("site/CNAME", "lantern.example");
        folder.With("site/issue-1.html", "mine now");
        File.Delete(folder["issues/1.md"]);
        File.Delete(folder["issues/2.md"]);
        await Build("--without", "section:News");
        Assert.True(File.Exists(folder["site/CNAME"]));
        Assert.Equal("mine now", Read("issue-1.html"));
        Assert.False(File.Exists(folder["site/issue-2.html"]));
        Assert.False(File.Exists(folder["site/section-news.atom"]));
        Assert.Equal(2, Withdrawn("issues.atom"));
    }

    [Fact]
    public async Task A_feed_stays_when_what_it_shows_recurs_no_more_until_somebody_takes_it_away()
    {
        await Build("--scope", "label:KEP", "--scope", "section:News");
        File.Delete(folder["issues/1.md"]);
        File.Delete(folder["issues/2.md"]);
        ToolRun run = await Build();
        Assert.Equal((0, ""), Told(run));
        foreach (string feed in (string[])["section-news", "section-articles", "domain-example.com", "label-kep"]) Assert.True(File.Exists(folder[$"site/{feed}.atom"]), feed);
        Assert.Equal(2, Entries("section-news.atom").Count());
        Assert.Contains("section-news.atom", Read("feeds.opml"), StringComparison.Ordinal);
        await Build("--without", "label:kep");
        Assert.False(File.Exists(folder["site/label-kep.atom"]));
        Assert.DoesNotContain("label-kep", Read("feeds.opml") + Read("index.html"), StringComparison.Ordinal);
        await Build();
        Assert.False(File.Exists(folder["site/label-kep.atom"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    public async Task A_damaged_file_withdraws_nothing(string damaged)
    {
        folder.With("issues/readme.md", "");
        Assert.Equal(1, (await Build()).ExitCode);
        Dictionary<string, byte[]> before = Tree();
        folder.With("issues/2.md", damaged);
        folder.With("issues/4.md", SampleText.Markdown(4));
        ToolRun run = await Build();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2.md", run.Errors, StringComparison.Ordinal);
        Assert.Contains("nothing was written. ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Tree());

        // The same under another name: nobody can know whose it was.
        File.Move(folder["issues/2.md"], folder["issues/two.md"]);
        Assert.Equal((1, before.Count), ((await Build()).ExitCode, Tree().Count));

        // Who takes it away withdraws it; a file that was never an issue is in nobody's way.
        File.Delete(folder["issues/two.md"]);
        Assert.Equal(1, (await Build()).ExitCode);
        Assert.Equal(1, Withdrawn("issues.atom"));
        Assert.False(File.Exists(folder["site/issue-2.html"]));
    }

    [Fact]
    public async Task Ids_stay_when_the_newsletter_moves_and_is_renamed()
    {
        await Build("--scope", "digest:month");
        string[] names = ["issues", "items", "digest-month", "section-news"];
        string[] Ids() => [.. names.SelectMany(name => XDocument.Load(folder[$"site/{name}.atom"]).Descendants(atom + "id").Select(id => id.Value))];
        string[] before = Ids();
        Assert.Contains("tag:lantern.example,2005:lantern-weekly:issue:3", before);
        folder.With("issues/publication.json", """{"title":"The Lantern","url":"https://moved.example/","language":"en"}""");
        Assert.Equal((0, ""), Told(await Build()));
        Assert.Equal(before, Ids());
        Assert.Contains("https://moved.example/items.atom", Read("items.atom"), StringComparison.Ordinal);
        File.Delete(folder["issues/publication.json"]);
        await Build();
        Assert.Equal(before, Ids());
    }

    [Fact]
    public async Task Ids_stay_when_an_address_is_stated_later()
    {
        File.Delete(folder["issues/publication.json"]);
        await Build();
        string[] before = [.. Entries("items.atom").Select(entry => entry.Element(atom + "id")!.Value)];
        Assert.StartsWith("tag:newsletter.invalid,2005:lantern-weekly:issue:3:", before[0], StringComparison.Ordinal);
        folder.With("issues/publication.json", """{"title":"Lantern Weekly","url":"https://lantern.example/"}""");
        await Build();
        Assert.Equal(before, Entries("items.atom").Select(entry => entry.Element(atom + "id")!.Value));
    }

    [Fact]
    public async Task A_scope_that_chooses_nothing_is_told_with_what_there_is()
    {
        ToolRun run = await Build("--scope", "section:Artcles");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: --scope section:artcles: no item matches", run.Errors, StringComparison.Ordinal);
        Assert.Contains("section:articles", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("SYN3002", run.Errors, StringComparison.Ordinal);
        Assert.StartsWith("2024-01-22", XDocument.Load(folder["site/section-artcles.atom"]).Root!.Element(atom + "updated")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_publication_file_says_what_the_feeds_look_like()
    {
        folder.With("issues/publication.json", """
            { "title": "Lantern Weekly", "url": "https://lantern.example/",
              "feeds": { "logo": "https://lantern.example/logo.png", "icon": "https://lantern.example/icon.png", "rights": "CC BY 4.0", "hubs": ["https://hub.example/"],
                         "order": "oldest-first", "xhtml": true, "update": { "period": "weekly" } } }
            """);
        Assert.Equal((0, ""), Told(await Build("--max-entries", "4")));
        XElement feed = XDocument.Load(folder["site/items.atom"]).Root!;
        Assert.Equal(("https://lantern.example/logo.png", "https://lantern.example/icon.png", "CC BY 4.0"), (feed.Element(atom + "logo")!.Value, feed.Element(atom + "icon")!.Value, feed.Element(atom + "rights")!.Value));
        Assert.Contains("https://hub.example/", feed.Elements(atom + "link").Where(link => link.Attribute("rel")!.Value == "hub").Select(link => link.Attribute("href")!.Value));
        Assert.Equal("weekly", feed.Element(XName.Get("updatePeriod", "http://purl.org/rss/1.0/modules/syndication/"))!.Value);
        Assert.Equal(["xhtml"], Entries("issues.atom").Select(entry => entry.Element(atom + "content")!.Attribute("type")!.Value).Distinct());
        Assert.Equal(12, Walk("items.atom").Distinct().Count());
        Assert.StartsWith("2024-01-08", Entries("items-archive-1.atom").First().Element(atom + "published")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("2024-01-22", Entries("items.atom").Last().Element(atom + "published")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_builds_at_once_leave_a_whole_site()
    {
        ToolRun[] runs = await Task.WhenAll(Build(), Build());
        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Empty(Directory.GetFiles(folder["site"], ".*"));
        Assert.Equal((0, ""), Told(await Build("--check")));
    }

    [Fact]
    public async Task What_a_killed_build_left_beside_its_files_is_removed()
    {
        folder.With("site/.items.rss.syndication-tmp", "half");
        folder.With("site/.mine.tmp", "mine");
        await Build();
        Assert.Equal([folder["site/.mine.tmp"]], Directory.GetFiles(folder["site"], ".*"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_leaves_the_old_ones_whole()
    {
        await Build();
        File.Delete(folder["site/items.rss"]);
        Directory.CreateDirectory(folder["site/items.rss/x"]);
        folder.With("issues/4.md", SampleText.Markdown(4));
        ToolRun run = await Build();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("site: error:", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder["site"], ".*"));
        Assert.All(Directory.GetFiles(folder["site"], "*.atom"), file => XDocument.Load(file));
        Assert.All(Directory.GetFiles(folder["site"], "*.json"), file => JsonDocument.Parse(File.ReadAllBytes(file)).Dispose());
    }

    [Fact]
    public async Task A_broken_memory_stops_the_build_and_says_what_to_do()
    {
        folder.With("site/syndication.json", "{}");
        ToolRun run = await Build();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("syndication.json: error:", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["syndication.json"], Directory.GetFiles(folder["site"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_migration_keeps_the_ids_that_subscribers_have()
    {
        await Build();
        string old = System.Text.RegularExpressions.Regex.Replace(Read("items.rss"), "<guid[^>]*>[^<]*:([0-9a-f]+)</guid>", "<guid isPermaLink=\"false\">old-$1</guid>");
        folder.With("old.rss", old);
        ToolRun unlike = await ToolRun.In(folder.Path, "diff", "old.rss", "site/items.rss", "--ids", "ids.json", "--json");
        Assert.Equal(1, unlike.ExitCode);
        Assert.Equal((12, 12), (JsonElement.Parse(unlike.Output).GetProperty("new").GetArrayLength(), JsonElement.Parse(unlike.Output).GetProperty("gone").GetArrayLength()));

        Assert.Equal(0, (await Build("--ids", "ids.json")).ExitCode);
        ToolRun same = await ToolRun.In(folder.Path, "diff", "old.rss", "site/items.rss");
        Assert.Equal((0, "0 new\n0 changed\n0 gone\n12 unchanged\n"), (same.ExitCode, same.Output));
    }

    [Fact]
    public async Task A_difference_is_told_across_formats_and_archives()
    {
        await Build("--max-entries", "4");
        folder.With("issues/4.md", SampleText.Markdown(4));
        await ToolRun.In(folder.Path, "build", "issues", "--out", "later");
        ToolRun run = await ToolRun.In(folder.Path, "diff", "site/issues.rss", "later/issues.json");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("1 new: will show as unread\n  Lantern Weekly #4", run.Output, StringComparison.Ordinal);
        run = await ToolRun.In(folder.Path, "diff", "site/items.atom", "later/items.json");
        Assert.Contains("\n0 gone\n12 unchanged\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await ToolRun.In(folder.Path, "diff", "none.rss", "later/items.json")).ExitCode);
        Assert.Equal(2, (await ToolRun.In(folder.Path, "diff", "one.rss")).ExitCode);
    }

    [Fact]
    public async Task An_issue_without_an_address_is_published_at_its_page()
    {
        await Build();
        Assert.Contains("https://lantern.example/issue-3.html", Entries("issues.atom").First().Elements(atom + "link").Select(link => link.Attribute("href")!.Value));
        string page = Read("issue-2.html");
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"issue-1.html\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"issue-3.html\"", page, StringComparison.Ordinal);
        Assert.Contains("a walk through the code", page, StringComparison.Ordinal);
    }

    private int Withdrawn(string name) => XDocument.Load(folder["site/" + name]).Root!.Elements(XName.Get("deleted-entry", "http://purl.org/atompub/tombstones/1.0")).Count();

    private Dictionary<string, byte[]> Tree() => Directory.GetFiles(folder["site"]).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

    private static (int ExitCode, string Errors) Told(ToolRun run) => (run.ExitCode, run.Errors);

    private Task<ToolRun> Build(params string[] more) => ToolRun.In(folder.Path, ["build", "issues", "--out", "site", .. more]);

    private string Read(string name) => File.ReadAllText(folder["site/" + name]);

    private IEnumerable<XElement> Entries(string name) => XDocument.Load(folder["site/" + name]).Root!.Elements(atom + "entry");

    private IEnumerable<string> Walk(string name)
    {
        for (string? next = name; next is not null;)
        {
            foreach (XElement entry in Entries(next)) yield return entry.Element(atom + "id")!.Value;
            next = XDocument.Load(folder["site/" + next]).Root!.Elements(atom + "link").FirstOrDefault(link => link.Attribute("rel")!.Value == "prev-archive")?.Attribute("href")!.Value.Split('/')[^1];
        }
    }
}
