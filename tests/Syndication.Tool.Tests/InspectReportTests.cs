using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Syndication.Tool.Tests;

/// <summary>The page that <c>inspect --html</c> writes.</summary>
public sealed partial class InspectReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_small_issue_gives_the_page_that_a_person_has_seen()
    {
        string page = await ReportAsync("8.md", SampleText.Markdown(8));
        string actual = Furniture().Replace(Body().Match(page).Value, "…") + "\n";
        string golden = Path.Combine(Repository.Root, "tests", "Syndication.Tool.Tests", "Fixtures", "report.html");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") await File.WriteAllTextAsync(golden, actual, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), actual);
    }

    [Fact]
    public async Task Every_block_and_every_place_is_linked_with_the_other()
    {
        foreach (string sample in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "issues"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            XDocument page = Parsed(await ReportAsync("sample.html", await File.ReadAllBytesAsync(sample, TestContext.Current.CancellationToken)));
            List<string> ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
            HashSet<string> known = [.. ids];
            List<string> targets = [.. page.Descendants("a").Attributes("href").Select(href => href.Value).Where(href => href.StartsWith('#')).Select(href => href[1..])];
            Assert.DoesNotContain(targets, target => !known.Contains(target));
            Assert.Contains(ids, id => id.StartsWith('b'));
            Assert.DoesNotContain(ids, id => id.StartsWith('b') && !targets.Contains(id));
            Assert.DoesNotContain(ids, id => id.StartsWith('o') && !targets.Contains(id));
            Assert.All(page.Descendants("li").Where(li => ((string?)li.Attribute("id"))?.StartsWith('b') == true), li => Assert.Contains(li.Elements("a"), a => ((string?)a.Attribute("href"))?.StartsWith("#o", StringComparison.Ordinal) == true));
        }
    }

    [Fact]
    public async Task Text_that_wants_to_be_markup_stays_text()
    {
        const string Hostile = "<script>alert(1)</script>\"'&amp;]]>";
        string source = $"# Weekly #3 {Hostile.Replace("<", "&lt;", StringComparison.Ordinal)}\n\nHello `{Hostile}` and \u0001\u000b\u202e this.\n\n## News {"&lt;img src=x onerror=alert(1)&gt;"}\n\n"
            + "- [A link that is none](javascript:alert(1)): `<b onclick=alert(1)>` said.\n- [Another one](https://example.org/?a=\"><script>x</script>): more text about it.\n- [Third](data:text/html,x): the end of the list.\n";
        string page = await ReportAsync("hostile.md", source);
        XDocument parsed = Parsed(page);
        Assert.DoesNotContain(parsed.Descendants(), e => e.Name.LocalName is "img" or "b" or "form");
        Assert.Single(parsed.Descendants(), e => e.Name.LocalName == "script");
        Assert.Equal("allow-same-origin allow-top-navigation-by-user-activation", (string?)Assert.Single(parsed.Descendants(), e => e.Name.LocalName == "iframe").Attribute("sandbox"));
        Assert.DoesNotContain(parsed.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(parsed.Descendants("a").Attributes("href"), href => Assert.Matches("^(#[bo][0-9]+|https?://)", href.Value));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains(parsed.Descendants("div"), e => e.Value.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_a_failure()
    {
        folder.With("8.md", SampleText.Markdown(8)).With("report.html/in-the-way.txt", "x");
        ToolRun run = await ToolRun.In(folder.Path, "inspect", "8.md", "--html", "report.html");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("report.html: error:", run.Errors, StringComparison.Ordinal);
    }

    private Task<string> ReportAsync(string name, string text) => ReportAsync(name, System.Text.Encoding.UTF8.GetBytes(text));

    private async Task<string> ReportAsync(string name, byte[] bytes)
    {
        folder.With(name, bytes);
        ToolRun run = await ToolRun.In(folder.Path, "inspect", name, "--html", "report.html");
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
        return await File.ReadAllTextAsync(folder["report.html"], TestContext.Current.CancellationToken);
    }

    /// <summary>The page as XML: well-formed, or this throws.</summary>
    private static XDocument Parsed(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("<body>.*</body>", RegexOptions.Singleline)]
    private static partial Regex Body();

    /// <summary>The script, and the style sheet of the frame.</summary>
    [GeneratedRegex("(?<=<script>).*(?=</script>)|(?<=&lt;style&gt;).*(?=&lt;/style&gt;)", RegexOptions.Singleline)]
    private static partial Regex Furniture();
}
