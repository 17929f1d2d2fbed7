using System.Xml.Linq;
using Syndication.Feeds;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

/// <summary>What the formats take from their modules and extensions.</summary>
public class FeedModuleTests
{
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly XNamespace Rhythm = "http://purl.org/rss/1.0/modules/syndication/";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private static readonly Feed Weekly = new() { Id = "tag:weekly.example,2024:feed", Title = "山海云周报", HomePageUrl = "https://weekly.example/", Description = "D", Updated = DateTimeOffset.UnixEpoch };

    [Theory]
    [InlineData("feed.css", "feed.css")]
    [InlineData("/a b/云.css?x=1&y=\"2\"", "/a%20b/%E4%BA%91.css?x=1&amp;y=%222%22")]
    [InlineData("https://weekly.example/feed.css", "https://weekly.example/feed.css")]
    [InlineData("x.css?><script>", "x.css?%3E%3Cscript%3E")]
    public void A_style_sheet_is_named_before_the_root_element(string address, string written)
    {
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            Written document = Written.As(format, Weekly with { Stylesheet = address });
            Assert.StartsWith($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"{written}\"?>\n<", document.Text, StringComparison.Ordinal);
            Assert.NotNull(document.Xml());
            Assert.Empty(document.Diagnostics);
        }
    }

    [Fact]
    public void A_style_sheet_that_could_run_something_is_left_out_with_a_diagnostic()
    {
        Written document = Written.As(FeedFormat.Atom, Weekly with { Stylesheet = " javascript:alert(1)" });
        Assert.DoesNotContain("stylesheet", document.Text, StringComparison.Ordinal);
        Assert.Equal(DiagnosticCodes.AddressRepaired, Assert.Single(document.Diagnostics).Code);
    }

    [Theory]
    [InlineData(FeedHistory.Complete, "complete")]
    [InlineData(FeedHistory.Archive, "archive")]
    public void A_document_says_how_much_of_the_history_it_holds(FeedHistory history, string element)
    {
        Feed feed = Weekly with { History = history };
        Assert.NotNull(Written.As(FeedFormat.Rss, feed).Xml().Element("channel")!.Element(History + element));
        Assert.NotNull(Written.As(FeedFormat.Atom, feed).Xml().Element(History + element));
        Assert.Equal(element, Written.As(FeedFormat.Json, feed).Json().GetProperty("_newsletter").GetProperty("history").GetString());
    }

    [Fact]
    public void Withdrawn_entries_are_named_in_Atom_and_JSON()
    {
        Feed feed = Weekly with { Tombstones = [new FeedTombstone("tag:weekly.example,2024:1", DateTimeOffset.UnixEpoch) { Comment = "Wrong & sorry" }] };
        XElement deleted = Written.As(FeedFormat.Atom, feed).Xml().Element(Tombstones + "deleted-entry")!;
        Assert.Equal(("tag:weekly.example,2024:1", "1970-01-01T00:00:00Z", "Wrong & sorry"),
            ((string)deleted.Attribute("ref")!, (string)deleted.Attribute("when")!, (string)deleted.Element(Tombstones + "comment")!));
        Assert.Equal("tag:weekly.example,2024:1", Written.As(FeedFormat.Json, feed).Json().GetProperty("_newsletter").GetProperty("deleted")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void A_rhythm_is_written()
    {
        Feed feed = Weekly with { UpdateCycle = new FeedUpdateCycle(FeedUpdatePeriod.Weekly, 2) };
        foreach (XElement head in new[] { Written.As(FeedFormat.Rss, feed).Xml().Element("channel")!, Written.As(FeedFormat.Atom, feed).Xml() })
        {
            Assert.Equal(("weekly", "2"), ((string)head.Element(Rhythm + "updatePeriod")!, (string)head.Element(Rhythm + "updateFrequency")!));
        }
    }

    [Fact]
    public void An_entry_carries_its_picture_its_Markdown_its_replies_and_its_base()
    {
        var entry = new FeedEntry
        {
            Id = "a:1",
            Title = "T",
            ImageUrl = "https://weekly.example/1.png",
            Markdown = "Use `a < b` & **c**",
            BaseUrl = "https://weekly.example/1/",
            Links = [new FeedLink("replies", "https://weekly.example/1#comments")],
        };
        XElement item = Written.As(FeedFormat.Rss, entry).XmlEntry();
        Assert.Equal("https://weekly.example/1.png", item.Element(Written.Media + "thumbnail")!.Attribute("url")!.Value);
        Assert.Equal("Use `a < b` & **c**", item.Element((XNamespace)"http://source.scripting.com/" + "markdown")!.Value);
        Assert.Equal("https://weekly.example/1#comments", item.Element("comments")!.Value);
        Assert.Equal("https://weekly.example/1/", item.Attribute(XNamespace.Xml + "base")!.Value);
        XElement atom = Written.As(FeedFormat.Atom, entry).XmlEntry();
        Assert.Equal("https://weekly.example/1.png", atom.Element(Written.Media + "thumbnail")!.Attribute("url")!.Value);
        Assert.Equal("https://weekly.example/1/", atom.Attribute(XNamespace.Xml + "base")!.Value);
        Assert.Equal("https://weekly.example/1.png", Written.As(FeedFormat.Json, entry).JsonEntry().GetProperty("image").GetString());
    }

    [Theory]
    [InlineData("<p>云 &amp; <br /><a href=\"https://weekly.example/\">b</a></p>", "xhtml")]
    [InlineData("<p>云<br>b</p>", "html")]
    [InlineData("<p>a&nbsp;b</p>", "html")]
    [InlineData("</div><div>", "html")]
    [InlineData("<x:p>a</x:p>", "html")]
    [InlineData("<p xmlns=''>a</p>", "html")]
    [InlineData("<!DOCTYPE x><p>a</p>", "html")]
    [InlineData("<p>\u0008</p>", "html")]
    public void Atom_carries_XHTML_where_the_content_is_well_formed(string html, string type)
    {
        XElement content = Written.As(FeedFormat.AtomXhtml, new FeedEntry { Id = "a:1", Content = new Syndication.Model.Content(html, "T") }).XmlEntry().Element(Written.AtomNamespace + "content")!;
        Assert.Equal(type, content.Attribute("type")!.Value);
        if (type == "xhtml") Assert.Equal(html, string.Concat(content.Elements().Single().Nodes().Select(static node => node.ToString(SaveOptions.DisableFormatting))).Replace(" xmlns=\"http://www.w3.org/1999/xhtml\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_date_of_an_undated_entry_stays_when_the_entry_moves_to_another_document()
    {
        Feed feed = Feed.FromIssues(SampleIssues.Publication, [SampleIssues.First, SampleIssues.Second], FeedScope.Items);
        string inFeed = UpdatedOf(Written.As(FeedFormat.Atom, feed));
        string alone = UpdatedOf(Written.As(FeedFormat.Atom, feed with { Entries = [feed.Entries[^1]] }));
        Assert.Equal(inFeed, alone);
        Assert.DoesNotContain("1970", alone, StringComparison.Ordinal);

        static string UpdatedOf(Written written) => written.Xml().Elements(Written.AtomNamespace + "entry").Last().Element(Written.AtomNamespace + "updated")!.Value;
    }

    [Fact]
    public void An_Atom_entry_without_an_author_takes_the_title_of_a_feed_without_one()
    {
        Feed feed = Weekly with { Entries = [new FeedEntry { Id = "a:1", Title = "T" }, new FeedEntry { Id = "a:2", Title = "T", Authors = [new("Ana")] }] };
        Assert.Equal(["山海云周报", "Ana"], Written.As(FeedFormat.Atom, feed).Xml().Descendants(Written.AtomNamespace + "name").Select(static name => name.Value));
    }
}
