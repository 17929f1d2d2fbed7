using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

/// <summary>What somebody sees who opens a feed in a browser.</summary>
public sealed class FeedPageTests : IDisposable
{
    private static readonly XNamespace xhtml = "http://www.w3.org/1999/xhtml";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pages");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_sample_issues_are_a_page_as_in_the_golden_file()
    {
        Feed feed = FeedGoldenTests.Sample("items", ".html") with
        {
            Links = [new FeedLink("alternate", "items.atom") { Title = "Atom", MediaType = "application/atom+xml" }, new FeedLink("prev-archive", "items-archive-1.html"), new FeedLink("start", "index.html")],
        };
        GoldenFile.Match("items.html", Written.As(FeedFormat.Html, feed).Bytes);
    }

    [Fact]
    public void Any_feed_is_a_page_that_says_all_its_titles_and_runs_nothing()
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false });
        RandomFeeds.Feed.Sample(feed =>
        {
            string text = Written.As(FeedFormat.Html, feed).Text;
            using IHtmlDocument page = parser.ParseDocument(text);
            Assert.Equal(feed.Entries.Length, page.QuerySelectorAll("body > main > article").Length);
            Assert.Empty(page.QuerySelectorAll("script, iframe, object, base, form"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.All(page.QuerySelectorAll("a[href]"), static link => Assert.DoesNotMatch(@"^\s*(\w*script|data):", link.GetAttribute("href")!));
        }, iter: 300, threads: 1);
    }

    [Theory]
    [InlineData("<p>open <b>and never closed")]
    [InlineData("<p>a</p></article></main><h1>taken over</h1>")]
    [InlineData("<p>&nosuch; <br></p>")]
    public void Content_that_is_no_well_formed_XHTML_is_shown_as_text(string html)
    {
        var feed = new Feed { Title = "F", Entries = [new FeedEntry { Id = "a:1", Title = "T", Content = new Content(html, "The <text>.") }] };
        using IHtmlDocument page = new HtmlParser().ParseDocument(Written.As(FeedFormat.Html, feed).Text);
        Assert.Equal("The <text>.", page.QuerySelector("body > main > article > .content > p")!.TextContent);
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public void Headings_of_the_content_are_beneath_that_of_the_entry_and_an_entry_called_as_the_page_has_none()
    {
        var entry = new FeedEntry { Id = "a:1", Title = "T", Content = new Content("<h2>S</h2><h6>x</h6>", "S") };
        Assert.Equal(["h1 F", "h2 T", "h3 S", "h6 x"], Headings(new Feed { Title = "F", Entries = [entry] }));
        Assert.Equal(["h1 T", "h2 S", "h6 x"], Headings(new Feed { Title = "T", Entries = [entry] }));

        static IEnumerable<string> Headings(Feed feed)
        {
            using IHtmlDocument page = new HtmlParser().ParseDocument(Written.As(FeedFormat.Html, feed).Text);
            return [.. page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(static heading => $"{heading.LocalName} {heading.TextContent}")];
        }
    }

    [Theory]
    [InlineData("en", "This is a feed.")]
    [InlineData("zh-Hans", "这是一个订阅源。")]
    [InlineData("zh-TW", "這是一個訂閱源。")]
    [InlineData(null, "This is a feed.")]
    public void A_feed_with_a_style_sheet_says_what_it_is_and_has_links_that_work(string? language, string words)
    {
        Feed feed = FeedGoldenTests.Sample("items", ".rss") with { Language = language, Stylesheet = FeedStylesheet.FileName };
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            XElement root = Written.As(format, feed).Xml();
            Assert.StartsWith(words, root.Descendants(xhtml + "p").Single().Value, StringComparison.Ordinal);
            Assert.Equal(feed.Entries.Select(static entry => entry.Url), root.Descendants().Where(static e => e.Name.LocalName is "item" or "entry").Select(static e => e.Element(xhtml + "a")!.Attribute("href")!.Value));
            Assert.DoesNotContain(Written.As(format, feed with { Stylesheet = null }).Xml().Descendants(), static e => e.Name.Namespace == xhtml);
        }
    }

    [Fact]
    public void A_reader_reads_the_same_with_and_without_a_style_sheet()
    {
        Feed feed = FeedGoldenTests.Sample("items", ".rss");
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
            Assert.Equal(FeedReader.Read(Written.As(format, feed).Bytes).Feed!.Entries.AsEnumerable(), FeedReader.Read(Written.As(format, feed with { Stylesheet = "feed.css" }).Bytes).Feed!.Entries);
    }

    [Fact]
    public async Task Feeds_with_a_style_sheet_and_archives_are_valid()
    {
        ArchivedFeed archived = ArchivedFeed.Of(FeedGoldenTests.Sample("items", ".atom") with { Stylesheet = "feed.css" }, new FeedBudget { Entries = 2 });
        static string? Address(int number) => $"https://weekly.example/{number}.atom";
        string[] paths = [.. Enumerable.Range(0, archived.Archives + 1).Select(number => Path.Combine(folder.FullName, $"{number}.atom"))];
        for (int i = 0; i < paths.Length; i++) await File.WriteAllBytesAsync(paths[i], Written.As(FeedFormat.Atom, i == 0 ? archived.Subscription(Address) : archived.Archive(i, Address)).Bytes, TestContext.Current.CancellationToken);
        Assert.Equal(4, paths.Length);
        await Judge.AcceptsAsync("jing", [Judge.Schema("atom.rng"), .. paths], "jing", TestContext.Current.CancellationToken);
        await Judge.AcceptsAsync("xmllint", ["--noout", "--schematron", Judge.Schema("atom-rules.sch"), .. paths], "libxml2-utils", TestContext.Current.CancellationToken);
    }
}
