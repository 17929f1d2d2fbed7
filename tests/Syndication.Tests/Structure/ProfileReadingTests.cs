using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>What a profile that a person wrote does to the reading of an issue.</summary>
public class ProfileReadingTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><title>Moor Notes 12</title></head><body>
        <div class="top"><p>Moor Notes is a letter for people who walk, and for those who would like to.</p></div>
        <div id="letter"><h1>Moor Notes 12</h1>
        <p class="s">Paths</p>
        <p class="t">The bridge at Hollow Beck</p><p>It is open again after two winters, and wide enough for a pony. <a href="https://a.example/beck">Map</a>.</p>
        <p class="t">A stile is gone</p><p>Walkers go round by the wall until the spring. <span class="ad">Boots by Tarn &amp; Sons!</span> Dogs do not mind.</p>
        <p class="s">Birds</p>
        <p class="t">Ring ouzels are back</p><p>Three pairs were heard above the quarry on Sunday. <a href="https://a.example/ouzel">Listen</a>.</p>
        </div>
        <div class="more"><p>Other letters of the house may please you as well, such as the one on ferns.</p></div>
        </body></html>
        """;

    private static readonly SelectorProfile selectors = new() { Content = "#letter", Ignore = ".ad", Section = "p.s", Item = "p.t" };

    [Fact]
    public void Selectors_say_what_the_issue_is_what_is_furniture_and_what_the_titles_are()
    {
        IssueResult result = Read(Page, new PublicationProfile { Selectors = selectors });
        Assert.Equal(
            ["Paths: The bridge at Hollow Beck | A stile is gone", "Birds: Ring ouzels are back"],
            result.Issue.Sections.Select(static section => $"{section.Title}: {string.Join(" | ", section.Items.Select(static item => item.Title))}"));
        Assert.DoesNotContain(Contents(result), static text => text.Contains("ferns", StringComparison.Ordinal) || text.Contains("Boots", StringComparison.Ordinal));
        Assert.Contains(result.SetAside, static aside => aside is { Reason: "furniture", Text: "Boots by Tarn & Sons!" });
        Assert.Contains(result.SetAside, static aside => aside.Text.Contains("ferns", StringComparison.Ordinal));
        Assert.Equal(1, result.Coverage);
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.SelectorUnmatched);
    }

    [Theory]
    [InlineData("article.post", "matches nothing")]
    [InlineData("p[", "is no CSS selector")]
    [InlineData(":has(", "is no CSS selector")]
    [InlineData("* * * * * * * * * * * * * * * * * * * * *", "would take too long")]
    public void A_selector_that_does_not_fit_is_reported_and_inference_goes_on(string selector, string why)
    {
        string page = Page.Replace("</body>", string.Concat(Enumerable.Repeat("<div>", 40)) + "<p>deep</p>" + "</body>", StringComparison.Ordinal);
        IssueResult result = Read(page, new PublicationProfile { Selectors = new SelectorProfile { Content = selector, Ignore = selector, Section = selector, Item = selector } });
        Diagnostic[] noticed = [.. result.Diagnostics.Where(static diagnostic => diagnostic.Code == DiagnosticCodes.SelectorUnmatched)];
        Assert.Equal(4, noticed.Length);
        Assert.All(noticed, diagnostic =>
        {
            Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
            Assert.Contains(why, diagnostic.Message, StringComparison.Ordinal);
        });
        Assert.Equal(Read(page, new PublicationProfile()).Issue, result.Issue);
    }

    [Fact]
    public void Selectors_say_nothing_of_other_formats()
    {
        IssueResult result = new IssueReader(new IssueReaderOptions { Profile = new PublicationProfile { Selectors = selectors } }).Read("## News\n\n- [A](https://a.example/)\n", new IssueSource { FileName = "1.md" });
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.SelectorUnmatched);
    }

    [Fact]
    public void A_pinned_title_of_a_section_makes_a_line_a_section()
    {
        const string Text = "Gleanings\n\nFerns by the gate\nThey have come back, and nobody planted them. It is the third year.\n\nA lost glove\nIt hangs on the post and waits for its owner. It is red.\n";
        IssueResult result = new IssueReader(new IssueReaderOptions { Profile = new PublicationProfile { Sections = ["gleanings"] } }).Read("Moor Notes #12\n\n" + Text, new IssueSource { FileName = "12.txt" });
        Assert.Equal("Gleanings", Assert.Single(result.Issue.Sections).Title);
    }

    [Fact]
    public void A_pinned_style_settles_what_it_leads()
    {
        const string Text = "# Moor Notes 12\n\n## News\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n\n## Links\n\n- [C](https://c.example/)\n";
        PublicationProfile profile = new() { Headings = [new HeadingProfile("h2", "items")] };
        IssueResult result = new IssueReader(new IssueReaderOptions { Profile = profile }).Read(Text, new IssueSource { FileName = "12.md" });
        Assert.Equal(["News", "Links"], Assert.Single(result.Issue.Sections).Items.Select(static item => item.Title));
    }

    /// <summary>A profile may say anything: no text is lost by it and nothing is thrown.</summary>
    [Fact]
    public void No_profile_loses_text_or_crashes()
    {
        string[] everything = ["Paths", "Birds", "The bridge at Hollow Beck", "Moor Notes 12", "", "  ", "…", "Map", new string('x', 5000), "\uD800"];
        PublicationProfile[] profiles =
        [
            new() { Sections = [.. everything], Furniture = [.. everything] },
            new() { Sections = [null!, .. everything], Furniture = [null!], Headings = [null!, new(null!, null!), new("h2", "nonsense", double.NaN), new("h2", "items", double.PositiveInfinity), new("bold", "sections", -1e300, "|||")] },
            new() { Selectors = new SelectorProfile { Content = "p.t", Ignore = "*", Section = "*", Item = "*" } },
            new() { Selectors = new SelectorProfile { Content = "body", Ignore = "body" } },
            new() { Selectors = new SelectorProfile { Content = "p.s", Section = "div, p, span", Item = "p, a" } },
            new() { Selectors = new SelectorProfile { Content = "\0", Ignore = "}", Section = "@media", Item = "\uD800" } },
            new() { Places = [null!, new(null!, null!), new("number", "nonsense"), new("number", "heading"), new("published", "address"), new("authors", "\uD800")], ContentRoots = [null!, "", ">", "> >", "division", "main > main", "\uD800"] },
            new() { Layouts = [null!, new(null!), new("nonsense", "Paths"), new("prose"), new("heading", "Paths", -7), new("list entry", "\uD800", 3, "|")] },
            .. ItemLayout.All.Select(static layout => new PublicationProfile { Layouts = [new LayoutProfile(layout)] }),
            .. ItemLayout.All.Select(static layout => new PublicationProfile { Layouts = [new LayoutProfile(layout, null, 9), new LayoutProfile(layout, "Paths", 9)], LearnedFrom = 9 }),
            new() { Title = "", Url = "javascript:alert(1)", Language = "zz-!!", LearnedFrom = -5 },
        ];
        foreach (PublicationProfile profile in profiles)
        {
            IssueResult result = Laws.Check(Read(Page, profile));
            Assert.Equal(1, result.Coverage);
            Assert.Equal(Letters(IssueReader.Default.Read(Page)), Letters(result));
            foreach ((string name, byte[] bytes) in IssueFiles.SampleBytes()) Assert.Equal(1, Laws.Check(new IssueReader(new IssueReaderOptions { Profile = profile }).Read(bytes, new IssueSource { FileName = name })).Coverage);
        }
    }

    private static IssueResult Read(string page, PublicationProfile profile) => new IssueReader(new IssueReaderOptions { Profile = profile, Explain = true }).Read(page, new IssueSource { Address = "https://moor.example/12" });

    private static IEnumerable<string> Contents(IssueResult result) => Laws.Contents(result.Issue).Select(static content => content.Text);

    /// <summary>The letters of all blocks: whatever became of them, they are the same.</summary>
    private static string Letters(IssueResult result) =>
        string.Concat((result.Decisions.IsEmpty ? new IssueReader(new IssueReaderOptions { Explain = true }).Read(Page) : result).Decisions.SelectMany(static block => block.Text).Where(static c => !char.IsWhiteSpace(c)));
}
