using System.Text.Json;
using System.Xml.Linq;

namespace Syndication.Tool.Tests;

public sealed class BuildTests : IDisposable
{
    private static readonly string[] files =
    [
        "feed.css", "feeds.opml", "index.html", "issue-1.html", "issue-2.html", "issue-3.html", "issues.atom", "issues.html", "issues.json", "issues.rss",
        "items.atom", "items.html", "items.json", "items.rss", "syndication.json",
    ];

    private readonly TemporaryFolder folder = new();

    public BuildTests()
    {
        for (int i = 1; i <= 3; i++) folder.With($"issues/{i}.md", SampleText.Markdown(i));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_of_issues_becomes_feeds_a_list_of_them_and_a_page()
    {
        ToolRun run = await Build();
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(files, Written());
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(3, XDocument.Load(folder["site/issues.atom"]).Root!.Elements(atom + "entry").Count());
        Assert.Equal(12, XDocument.Load(folder["site/items.rss"]).Descendants("item").Count());
        Assert.Equal(12, JsonElement.Parse(Read("items.json")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_page_lets_readers_discover_every_feed()
    {
        await Build();
        string page = Read("index.html");
        foreach (string feed in files.Where(f => Path.GetExtension(f) is ".rss" or ".atom" || f is "issues.json" or "items.json"))
            Assert.Matches($"<link rel=\"alternate\" type=\"application/(rss\\+xml|atom\\+xml|feed\\+json)\"[^>]* href=\"{feed.Replace(".", "\\.", StringComparison.Ordinal)}\">", page);
        Assert.Contains("href=\"feeds.opml\"", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Lantern Weekly #3", StringComparison.Ordinal) < page.LastIndexOf("Lantern Weekly #1", StringComparison.Ordinal), "newest first");
    }

    [Fact]
    public async Task Built_twice_it_is_the_same_and_nothing_is_touched()
    {
        await Build();
        var bytes = files.ToDictionary(f => f, f => File.ReadAllBytes(folder["site/" + f]));
        DateTime longAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        foreach (string file in files) File.SetLastWriteTimeUtc(folder["site/" + file], longAgo);

        ToolRun again = await Build();
        Assert.Equal(0, again.ExitCode);
        Assert.All(files, f => Assert.Equal(bytes[f], File.ReadAllBytes(folder["site/" + f])));
        Assert.All(files, f => Assert.Equal(longAgo, File.GetLastWriteTimeUtc(folder["site/" + f])));
        Assert.Equal(files, Written());
    }

    [Fact]
    public async Task A_new_issue_changes_the_files_and_leaves_no_trace_of_the_writing()
    {
        await Build();
        string before = Read("issues.json");
        folder.With("issues/4.html", SampleText.Html(4));
        await Build();
        Assert.NotEqual(before, Read("issues.json"));
        Assert.Equal(files.Append("issue-4.html").Order(StringComparer.Ordinal), Written());
    }

    [Fact]
    public async Task What_it_wrote_is_no_issue_of_the_next_build()
    {
        await ToolRun.In(folder["issues"], "build", ".", "--out", "site");
        string before = File.ReadAllText(folder["issues/site/issues.atom"]);
        ToolRun again = await ToolRun.In(folder["issues"], "build", ".", "--out", "site");
        Assert.Equal((0, before), (again.ExitCode, File.ReadAllText(folder["issues/site/issues.atom"])));
    }

    [Fact]
    public async Task The_publication_file_names_the_feeds_and_gives_them_their_address()
    {
        folder.With("publication.json", """{"title":"The <Lantern>","url":"https://lantern.example/","description":"News & light","language":"en"}""");
        Assert.Equal(0, (await Build("--publication", "publication.json")).ExitCode);
        XElement channel = XDocument.Load(folder["site/issues.rss"]).Root!.Element("channel")!;
        Assert.Equal(("The <Lantern>", "https://lantern.example/", "News & light"), (channel.Element("title")!.Value, channel.Element("link")!.Value, channel.Element("description")!.Value));
        Assert.Equal("https://lantern.example/items.json", JsonElement.Parse(Read("items.json")).GetProperty("feed_url").GetString());
        Assert.Contains("<title>The &lt;Lantern&gt;</title>", Read("index.html"), StringComparison.Ordinal);
        Assert.Equal(["https://lantern.example/issues.atom", "https://lantern.example/items.atom"],
            XDocument.Load(folder["site/feeds.opml"]).Descendants("outline").Select(o => o.Attribute("xmlUrl")!.Value));
    }

    [Fact]
    public async Task A_publication_file_beside_the_issues_is_found()
    {
        folder.With("issues/publication.json", """{"title":"灯塔周报","authors":[{"name":"编辑部","role":"publisher"}]}""");
        Assert.Equal(0, (await Build()).ExitCode);
        Assert.Equal("灯塔周报", JsonElement.Parse(Read("issues.json")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_address_tells_where_the_files_will_be_served()
    {
        await Build("--address", "https://feeds.example/lantern/");
        Assert.Equal("https://feeds.example/lantern/issues.json", JsonElement.Parse(Read("issues.json")).GetProperty("feed_url").GetString());
    }

    [Fact]
    public async Task One_bad_file_is_told_and_the_feeds_are_written_all_the_same()
    {
        folder.With("issues/0.html", "");
        ToolRun run = await Build();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("0.html", run.Errors, StringComparison.Ordinal);
        Assert.Equal(3, JsonElement.Parse(Read("issues.json")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("{\"titel\":\"x\"}", "'titel' is not known in the file; what may stand there is title, url, description, language, authors, feeds.")]
    [InlineData("{\"authors\":[{\"nmae\":\"x\"}]}", "'nmae' is not known in an author; what may stand there is name, url, email, role.")]
    [InlineData("{\"authors\":[{\"name\":\"x\",\"role\":\"boss\"}]}", "the value of authors[0].role is of the wrong kind.")]
    [InlineData("{\"title\":1}", "the value of title is of the wrong kind.")]
    [InlineData("{\"feeds\":{\"lgoo\":\"\"}}", "'lgoo' is not known in feeds; what may stand there is logo, icon, rights, hubs, order, xhtml, explicit, update.")]
    [InlineData("{\"feeds\":{\"logo\":\"logo.png\"}}", "feeds.logo is an absolute http or https address, not \"logo.png\".")]
    [InlineData("{\"feeds\":{\"order\":\"random\"}}", "feeds.order is \"newest-first\" or \"oldest-first\", not \"random\".")]
    [InlineData("{\"feeds\":{\"hubs\":\"https://hub.example/\"}}", "feeds.hubs is a list of absolute http or https addresses.")]
    [InlineData("{\"feeds\":{\"update\":{\"period\":\"often\"}}}", "feeds.update.period is one of hourly, daily, weekly, monthly, yearly.")]
    [InlineData("{\"feeds\":{\"xhtml\":\"yes\"}}", "feeds.xhtml is true or false.")]
    [InlineData("[]", "the file is no object in braces.")]
    [InlineData("not json", "line 1, column 2: this is no JSON.")]
    public async Task A_publication_file_that_cannot_be_read_stops_the_build_and_says_why(string text, string why)
    {
        folder.With("publication.json", text);
        ToolRun run = await Build("--publication", "publication.json");
        Assert.Equal((1, $"publication.json: error: {why}\n"), (run.ExitCode, run.Errors.ReplaceLineEndings("\n")));
        Assert.False(Directory.Exists(folder["site"]));
    }

    [Fact]
    public async Task The_page_of_an_issue_lets_its_feeds_be_discovered_and_names_where_the_issue_lives()
    {
        folder.With("issues/4.html", SampleText.Html(4).Replace("<head>", "<head><link rel=\"canonical\" href=\"https://old.example/4\">", StringComparison.Ordinal));
        await Build("--address", "https://feeds.example/");
        Assert.Contains("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Atom\" href=\"issues.atom\">", Read("issue-3.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"guide\"", Read("issue-3.html"), StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://feeds.example/issue-3.html\">", Read("issue-3.html"), StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://old.example/4\">", Read("issue-4.html"), StringComparison.Ordinal);
        Assert.Equal(16, System.Text.RegularExpressions.Regex.Matches(Read("items.html"), "<article id=\"(e-[0-9a-f]{10})\"").Select(m => m.Groups[1].Value).Distinct().Count());
    }

    [Fact]
    public async Task A_folder_without_issues_writes_nothing()
    {
        Directory.CreateDirectory(folder["empty"]);
        ToolRun run = await ToolRun.In(folder.Path, "build", "empty", "--out", "site");
        Assert.Equal(1, run.ExitCode);
        Assert.False(Directory.Exists(folder["site"]));
    }

    [Theory]
    [InlineData("build", "issues", "--out", "./issues/")]
    [InlineData("build", "issues", "--out", "site", "--address", "feeds.example")]
    [InlineData("build", "issues", "--out", "site", "--scope", "digest:day")]
    [InlineData("build", "issues", "--out", "site", "--max-entries", "1")]
    public async Task Wrong_usage_is_told(params string[] arguments) => Assert.Equal(2, (await ToolRun.In(folder.Path, arguments)).ExitCode);

    private Task<ToolRun> Build(params string[] more) => ToolRun.In(folder.Path, ["build", "issues", "--out", "site", "--at-least", "0", .. more]);

    private string Read(string name) => File.ReadAllText(folder["site/" + name]);

    private string[] Written() => [.. Directory.GetFileSystemEntries(folder["site"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
