using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Syndication.Archives.Tests;
using Syndication.Tests;
using Syndication.Tests.Feeds;

namespace Syndication.Tool.Tests;

/// <summary>From an archive to a site: what was imported is built, and judged by validators that nobody here wrote.</summary>
public sealed class ImportedSiteTests : IDisposable
{
    private const string AjvScript = """
        const Ajv = require('ajv'), fs = require('fs'), [schema, ...files] = process.argv.slice(1);
        const validate = new Ajv({ format: 'full', schemaId: 'auto', allErrors: true }).compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
        for (const file of files) {
          if (!validate(JSON.parse(fs.readFileSync(file, 'utf8')))) { console.log(file, JSON.stringify(validate.errors, null, 1)); process.exitCode = 1; }
        }
        """;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("store")]
    [InlineData("issues.db")]
    public async Task An_archive_becomes_a_site_that_is_valid(string store)
    {
        WriteZip();
        ToolRun import = await ToolRun.In(folder.Path, "import", "letters.zip", "--into", store, "--report", "report", "--quiet");
        Assert.Equal((0, ""), (import.ExitCode, import.Errors));
        ToolRun build = await ToolRun.In(folder.Path, "build", store, "--out", "site", "--address", "https://lantern.example.org/feeds/");
        Assert.Equal((0, ""), (build.ExitCode, build.Errors));

        XElement[] entries = [.. Documents("issues").SelectMany(f => XDocument.Load(f).Descendants("{http://www.w3.org/2005/Atom}entry"))];
        Assert.Equal(119, entries.Length);
        Assert.Equal(119, entries.Select(e => e.Element("{http://www.w3.org/2005/Atom}id")!.Value).Distinct().Count());
        Assert.Equal("Lantern Weekly", XDocument.Load(folder["site/issues.atom"]).Root!.Element("{http://www.w3.org/2005/Atom}title")!.Value);

        await Judge.AcceptsAsync("jing", [Judge.Schema("atom.rng"), .. Files("*.atom")], "jing", Cancel);
        await Judge.AcceptsAsync("xmllint", ["--noout", "--huge", "--schematron", Judge.Schema("atom-rules.sch"), .. Files("*.atom")], "libxml2-utils", Cancel);
        await Judge.AcceptsAsync("xmllint", ["--noout", "--nonet", "--huge", .. Files("*.rss")], "libxml2-utils", Cancel);
        await Judge.AcceptsAsync("xmllint", ["--noout", "--nonet", "--schema", Judge.Schema("opml-2.0.xsd"), folder["site/feeds.opml"]], "libxml2-utils", Cancel);
        await Judge.AcceptsAsync("node", ["-e", AjvScript, "--", Judge.Schema("jsonfeed-1.1.json"), .. Files("*.json").Where(f => Path.GetFileName(f) != "syndication.json")], "node-ajv", Cancel);
    }

    [Fact]
    public async Task A_folder_and_a_database_become_the_same_site()
    {
        WriteZip();
        foreach (string store in (string[])["store", "issues.db"])
        {
            await ToolRun.In(folder.Path, "import", "letters.zip", "--into", store, "--report", "report", "--quiet");
            await ToolRun.In(folder.Path, "build", store, "--out", "site-" + Path.GetExtension(store), "--address", "https://lantern.example.org/");
        }

        string[] Site(string name) => [.. Directory.EnumerateFiles(folder[name]).Order(StringComparer.Ordinal).Select(f => $"{Path.GetFileName(f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}")];
        Assert.Equal(Site("site-"), Site("site-.db"));
    }

    [Fact]
    public async Task Of_several_newsletters_in_a_store_one_is_named()
    {
        for (int i = 1; i <= 4; i++) folder.With($"in/lantern/{i}.md", SampleText.Markdown(i)).With($"in/harbour/{i}.md", SampleText.Markdown(i).Replace("Lantern", "Harbour", StringComparison.Ordinal));
        ToolRun import = await ToolRun.In(folder.Path, "import", "in", "--each", "--into", "store");
        Assert.True(import.ExitCode == 0, import.Errors);
        Assert.Contains("harbour: 4 documents read", import.Errors, StringComparison.Ordinal);
        Assert.Contains("reports/lantern/report.html", await File.ReadAllTextAsync(folder["store/report.html"], Cancel), StringComparison.Ordinal);
        Assert.True(File.Exists(folder["store/reports/harbour/report.html"]));
        ToolRun unnamed = await ToolRun.In(folder.Path, "build", "store", "--out", "site");
        Assert.Equal(1, unnamed.ExitCode);
        Assert.Contains("harbour, lantern", unnamed.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.In(folder.Path, "build", "store", "--newsletter", "harbour", "--out", "site")).ExitCode);
        Assert.Contains("Harbour Weekly #4", await File.ReadAllTextAsync(folder["site/issues.rss"], Cancel), StringComparison.Ordinal);
        Assert.Equal(1, (await ToolRun.In(folder.Path, "build", "none.db", "--out", "site")).ExitCode);
        Assert.False(File.Exists(folder["none.db"]));
    }

    [Fact]
    public async Task Guids_that_subscribers_have_are_kept_by_what_the_import_found()
    {
        for (int i = 1; i <= 5; i++) folder.With($"in/{i}.md", SampleText.Markdown(i));
        folder.With("old.rss", $"""
            <?xml version="1.0"?><rss version="2.0"><channel><title>Lantern Weekly</title><link>https://l.example/</link><description>x</description>
            {string.Concat(Enumerable.Range(2, 4).Select(i => $"<item><title>Lantern Weekly #{i}</title><guid isPermaLink=\"false\">wp-{i}</guid></item>"))}</channel></rss>
            """);
        ToolRun import = await ToolRun.In(folder.Path, "import", "in", "--into", "store", "--compare", "old.rss");
        Assert.Contains("old.rss: 0 of 4 guids kept; 5 entries would show as unread, 4 of them only for their guid", import.Errors, StringComparison.Ordinal);
        Assert.Contains("Before publishing over old.rss", await File.ReadAllTextAsync(folder["store/report.html"], Cancel), StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(await File.ReadAllBytesAsync(folder["store/report.json"], Cancel));
        Assert.Equal(5, report.RootElement.GetProperty("feeds")[0].GetProperty("unread").GetInt32());
        await ToolRun.In(folder.Path, "build", "store", "--out", "site", "--ids", "store/ids.json");
        string rss = await File.ReadAllTextAsync(folder["site/issues.rss"], Cancel);
        Assert.All(Enumerable.Range(2, 4), i => Assert.Contains($">wp-{i}</guid>", rss, StringComparison.Ordinal));
        Assert.Equal(1, (await ToolRun.In(folder.Path, "import", "in", "--into", "store", "--compare", "nowhere.rss")).ExitCode);
    }

    [Fact]
    public async Task Exported_pictures_and_links_between_issues_are_local_and_read_back()
    {
        for (int i = 1; i <= 2; i++)
        {
            folder.With($"in/{i}/index.html", $"<html><head><title>Lantern #{i}</title><link rel=\"canonical\" href=\"https://old.example.org/{i}/index.html\"></head><body><h1>Lantern Weekly #{i}</h1><h2>News</h2><ul><li><a href=\"../{3 - i}/index.html\">What the other issue said</a> of lamps and of wicks.</li>"
                + $"<li><a href=\"https://other.example.org/\">Elsewhere</a>: a picture <img src=\"img/a&amp;b (1).png\" alt=\"a lamp\"> of it, and <a href=\"img/paper.pdf\">a paper</a>.</li></ul></body></html>");
            folder.With($"in/{i}/img/a&b (1).png", [1, 2, (byte)i]).With($"in/{i}/img/paper.pdf", [3]).With($"in/{i}/img/unused.png", [4]);
        }

        await ToolRun.In(folder.Path, "import", "in", "--into", "store", "--address", "https://old.example.org/", "--quiet");
        ToolRun export = await ToolRun.In(folder.Path, "export", "store", "--markdown", "out", "--files", "in", "--address", "https://old.example.org/");
        Assert.True(export.ExitCode == 0, export.Errors);
        string place = Assert.Single(Directory.GetDirectories(folder["out"]));
        string markdown = await File.ReadAllTextAsync(Path.Combine(place, "1.md"), Cancel);
        Assert.Contains("](<2.md>)", markdown, StringComparison.Ordinal);
        Assert.Contains("](<https://other.example.org/>)", markdown, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(place, "files")).Length);
        string[] local = [.. System.Text.RegularExpressions.Regex.Matches(markdown, @"\]\(<(files/[^>]*)>").Select(m => m.Groups[1].Value)];
        Assert.Equal(2, local.Length);
        Assert.All(local, path => Assert.True(File.Exists(Path.Combine(place, Uri.UnescapeDataString(path))), path));
        using JsonDocument stored = JsonDocument.Parse(await File.ReadAllBytesAsync(Directory.GetFiles(folder["store"], "1.json", SearchOption.AllDirectories).Single(), Cancel));
        Model.Issue expected = Model.IssueJson.Deserialize(stored.RootElement.GetRawText()), read = Archives.Exporting.IssueMarkdown.Read(markdown);
        Assert.Equal((expected.Id, expected.Url), (read.Id, read.Url));
        Assert.Equal(expected.AllItems().SelectMany(i => i.Item.Links), read.AllItems().SelectMany(i => i.Item.Links));
        Assert.Contains("https://old.example.org/1/img/a%26b%20%281%29.png", string.Concat(read.AllItems().Select(i => i.Item.Content?.Html)).Replace("&amp;", "&", StringComparison.Ordinal).Replace("a&b (1)", "a%26b%20%281%29", StringComparison.Ordinal).Replace("a&b%20(1)", "a%26b%20%281%29", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private void WriteZip()
    {
        using FileStream stream = File.Create(folder["letters.zip"]);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        for (int i = 1; i <= 120; i++)
        {
            if (LanternWeekly.IsDamaged(i)) continue;
            var (name, bytes) = LanternWeekly.Issue(i, 120);
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    private string[] Files(string pattern) => [.. Directory.EnumerateFiles(folder["site"], pattern).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Documents(string scope) => Files("*.atom").Where(f => Path.GetFileName(f) == $"{scope}.atom" || Path.GetFileName(f).StartsWith($"{scope}-archive-", StringComparison.Ordinal));
}
