using System.Collections.Immutable;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Syndication.Feeds;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

public class FeedReaderTests
{
    [Theory]
    [InlineData("Wed, 11 Sep 2019 10:44:45 +0800", "2019-09-11T10:44:45+08:00")]
    [InlineData("11 Sep 19 10:44 GMT", "2019-09-11T10:44:00+00:00")]
    [InlineData("Wed, 11 Sep 2019 10:44:45 CET", "2019-09-11T10:44:45+01:00")]
    [InlineData("Wed, 11 Sep 2019 10:44:45 EDT", "2019-09-11T10:44:45-04:00")]
    [InlineData("Wed, 11 Sep 2019 10:44:45 Z", "2019-09-11T10:44:45+00:00")]
    [InlineData("Wed Sep 11 10:44:45 2019", "2019-09-11T10:44:45+00:00")]
    [InlineData("Wednesday, 11-Sep-19 10:44:45 UTC", "2019-09-11T10:44:45+00:00")]
    [InlineData("Wed Sep 11 2019 10:44:45 GMT+0800 (China Standard Time)", "2019-09-11T10:44:45+08:00")]
    [InlineData("September 11th, 2019 10:44 PM EST", "2019-09-11T22:44:00-05:00")]
    [InlineData("2019-09-11T10:44:45.1234567+08:00", "2019-09-11T10:44:45.1234567+08:00")]
    [InlineData("2019-09-11 10:44:45 +08:00", "2019-09-11T10:44:45+08:00")]
    [InlineData("2019-09-11T02:44:45Z", "2019-09-11T02:44:45+00:00")]
    [InlineData("2019-09-11T02:44Z", "2019-09-11T02:44:00+00:00")]
    [InlineData("2019-09-11", "2019-09-11T00:00:00+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00")]
    [InlineData("2019-09-11T24:00:00Z", "2019-09-12T00:00:00+00:00")]
    [InlineData("25/09/2019 10:00 GMT", "2019-09-25T10:00:00+00:00")]
    [InlineData("2019/09/11 10:44 GMT", "2019-09-11T10:44:00+00:00")]
    public void Dates_are_read(string text, string expected) => Assert.Equal(expected, Date(text, out _)?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("09/10/2019 10:00 GMT", "either way")]
    [InlineData("Wed, 11 Sep 2019 10:44:45 CST", "several time zones")]
    [InlineData("Sat, 30 Feb 2019 10:44:45 GMT", "no day")]
    [InlineData("yesterday", "no date")]
    [InlineData("11 Sep 2019 25:00 GMT", "no date")]
    [InlineData("11 Sep 2019 10:00 +2500", "no date")]
    [InlineData("2019", "no day")]
    public void A_date_that_is_none_or_could_be_two_is_left_out_and_reported(string text, string why)
    {
        Assert.Null(Date(text, out ImmutableArray<Diagnostic> diagnostics));
        Diagnostic diagnostic = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticCodes.FeedDateUnread, diagnostic.Code);
        Assert.Contains(why, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(text, diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mon, 11 Sep 2019 10:44:45 GMT")]
    [InlineData("Wed, 11 Sep 2019 10:44:45")]
    public void A_date_with_a_wrong_weekday_or_no_zone_is_read_and_reported(string text)
    {
        Assert.Equal(new DateTimeOffset(2019, 9, 11, 10, 44, 45, TimeSpan.Zero), Date(text, out ImmutableArray<Diagnostic> diagnostics));
        Assert.Equal(DiagnosticCodes.FeedDateCorrected, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void A_zone_of_several_meanings_is_read_where_the_caller_says_which()
    {
        var options = new FeedReaderOptions { Zones = ImmutableDictionary<string, TimeSpan>.Empty.Add("CST", TimeSpan.FromHours(8)) };
        Feed feed = FeedReader.Read(Item("<pubDate>Wed, 11 Sep 2019 10:44:45 CST</pubDate>"), options).Feed!;
        Assert.Equal(new DateTimeOffset(2019, 9, 11, 10, 44, 45, TimeSpan.FromHours(8)), feed.Entries[0].Published);
    }

    [Fact]
    public void One_bad_link_or_length_does_not_fail_the_rest()
    {
        FeedReadResult result = FeedReader.Read(Item("<link>http://[bad</link><enclosure url='https://weekly.example/1.mp3' length='3,5 MB' type='audio/mpeg'/><atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='http://:x'/>"));
        FeedEntry entry = result.Feed!.Entries.Single();
        Assert.Null(entry.Url);
        Assert.Null(Assert.Single(entry.Enclosures).Length);
        Assert.Empty(entry.Links);
        Assert.Equal(3, result.Diagnostics.Count(static diagnostic => diagnostic.Code == DiagnosticCodes.FeedValueUnread));
    }

    [Fact]
    public void What_stands_before_a_fault_in_the_XML_is_kept()
    {
        FeedReadResult result = FeedReader.Read("<rss><channel><title>T</title><item><title>One</title></item><item><title>Two</b></item></channel></rss>");
        Assert.Equal("One", Assert.Single(result.Feed!.Entries).Title);
        Assert.Equal(DiagnosticCodes.FeedBroken, Assert.Single(result.Diagnostics).Code);
    }

    [Theory]
    [InlineData("Q&A", "Q&A")]
    [InlineData("a&nbsp;b &copy; &eacute;", "a\u00A0b © é")]
    [InlineData("a < b", "a < b")]
    [InlineData("a &b&amp;c &d;", "a &b&c &d;")]
    [InlineData("bell \u0007!", "bell !")]
    [InlineData("nul &#0; and &#xD800;", "nul \uFFFD and \uFFFD")]
    [InlineData("<![CDATA[a & b]]>", "a & b")]
    public void Small_faults_of_the_XML_are_repaired(string written, string expected) => Assert.Equal(expected, FeedReader.Read(Item($"<description>{written}</description>")).Feed!.Entries[0].Summary);

    [Fact]
    public void Entities_and_files_that_a_document_type_names_are_never_resolved()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "SECRET");
            string bomb = string.Concat(Enumerable.Range(1, 20).Select(static i => $"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};\">"));
            FeedReadResult result = FeedReader.Read($"<!DOCTYPE rss [<!ENTITY x SYSTEM \"{new Uri(path)}\"><!ENTITY e0 \"lol\">{bomb}]><rss><channel><title>&x;&e20;</title></channel></rss>");
            Assert.Equal("&x;&e20;", result.Feed!.Title);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Markup_ten_thousand_deep_is_read()
    {
        string deep = string.Concat(Enumerable.Repeat("<b>", 10_000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 10_000));
        FeedReadResult result = FeedReader.Read($"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{deep}</div></content></entry></feed>");
        Assert.Equal("x", result.Feed!.Entries[0].Content!.Text);
    }

    [Fact]
    public void RSS_1_0_is_read()
    {
        Feed feed = FeedReader.Read("""
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://weekly.example/"><title>山海云周报</title><link>https://weekly.example/</link><description>D</description>
                <items><rdf:Seq><rdf:li resource="https://weekly.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://weekly.example/1"><title>One</title><link>https://weekly.example/1</link><dc:date>2019-09-11T10:44:45+08:00</dc:date><dc:creator>编辑部</dc:creator></item>
            </rdf:RDF>
            """).Feed!;
        Assert.Equal(("山海云周报", "https://weekly.example/", "D"), (feed.Title, feed.HomePageUrl, feed.Description));
        FeedEntry entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://weekly.example/1", "One", "https://weekly.example/1", "编辑部"), (entry.Id, entry.Title, entry.Url, entry.Authors.Single().Name));
        Assert.Equal(2019, entry.Published!.Value.Year);
    }

    [Fact]
    public void Atom_0_3_is_read()
    {
        Feed feed = FeedReader.Read("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><tagline>S</tagline><link rel='alternate' href='https://weekly.example/'/><entry><title>One</title><issued>2004-01-02T03:04:05Z</issued><content type='text/html' mode='escaped'>&lt;p>x&lt;/p></content></entry></feed>").Feed!;
        Assert.Equal(("S", "https://weekly.example/", 2004, "<p>x</p>"), (feed.Description, feed.HomePageUrl, feed.Entries[0].Published!.Value.Year, feed.Entries[0].Content!.Html));
    }

    [Fact]
    public void Relative_addresses_are_resolved_against_the_base()
    {
        Feed feed = FeedReader.Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://weekly.example/a/'><link href='.'/><entry xml:base='b/'><link href='1'/></entry></feed>").Feed!;
        Assert.Equal(("https://weekly.example/a/", "https://weekly.example/a/b/1"), (feed.HomePageUrl, feed.Entries[0].Url));
        Assert.Equal("https://weekly.example/1", FeedReader.Read("""{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"url":"/1"}]}""", new FeedReaderOptions { Address = "https://weekly.example/feed.json" }).Feed!.Entries[0].Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("{\"error\":404}")]
    [InlineData("[1]")]
    [InlineData("{\"items\":")]
    [InlineData("<rss")]
    [InlineData("hello")]
    public void What_is_no_feed_is_reported(string text)
    {
        FeedReadResult result = FeedReader.Read(text);
        Assert.Null(result.Feed);
        Assert.Equal(DiagnosticCodes.NotAFeed, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void A_declared_encoding_is_obeyed()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
        Assert.Equal("山海云周报", FeedReader.Read(gbk.GetBytes("<?xml version=\"1.0\" encoding=\"gbk\"?><rss><channel><title>山海云周报</title></channel></rss>")).Feed!.Title);
    }

    [Fact]
    public async Task A_stream_is_awaited_and_cut_at_the_limit()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Item("<title>" + new string('a', 100_000) + "</title>")));
        FeedReadResult result = await FeedReader.ReadAsync(stream, new FeedReaderOptions { MaxBytes = 1_000 }, TestContext.Current.CancellationToken);
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.InputTruncated);
        Assert.Equal("T", result.Feed!.Title);
    }

    [Fact]
    public void No_more_entries_than_the_limit_are_read()
    {
        var feed = new Feed { Title = "T", Entries = [.. Enumerable.Range(0, 10).Select(static i => new FeedEntry { Id = "a:" + i })] };
        foreach (FeedFormat format in FeedFormat.ForReaders)
        {
            FeedReadResult result = FeedReader.Read(Written.As(format, feed).Bytes, new FeedReaderOptions { MaxEntries = 3 });
            Assert.Equal(3, result.Feed!.Entries.Length);
            Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.FeedEntriesLimited);
        }
    }

    private static DateTimeOffset? Date(string text, out ImmutableArray<Diagnostic> diagnostics)
    {
        FeedReadResult result = FeedReader.Read(Item($"<pubDate>{text}</pubDate>"));
        diagnostics = result.Diagnostics;
        return result.Feed!.Entries.Single().Published;
    }

    private static string Item(string inner) => $"<rss version='2.0'><channel><title>T</title><item>{inner}</item></channel></rss>";
}
