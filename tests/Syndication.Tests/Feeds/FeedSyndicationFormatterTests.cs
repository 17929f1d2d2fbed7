using System.Runtime.Serialization.Json;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

/// <summary>The faults of the platform's own formatters, which ours in their place must not have: one test each.</summary>
public class FeedSyndicationFormatterTests
{
    private static readonly XNamespace Atom = Written.AtomNamespace;

    private static readonly SyndicationItem Item = new()
    {
        Id = "tag:weekly.example,2024:1",
        Title = new TextSyndicationContent("Title"),
        Content = SyndicationContent.CreateHtmlContent("<p>One<br>two</p>"),
        Summary = new TextSyndicationContent("Short"),
        PublishDate = new DateTimeOffset(2024, 5, 3, 8, 30, 15, 250, TimeSpan.FromHours(8)),
    };

    [Fact]
    public void Full_HTML_goes_to_content_encoded_in_RSS()
    {
        XElement item = Write(FeedFormat.Rss, Item).Descendants("item").Single();
        Assert.Equal("<p>One<br>two</p>", item.Element(Written.ContentNamespace + "encoded")!.Value);
        Assert.Equal("Short", item.Element("description")!.Value);
    }

    [Fact]
    public void White_space_between_two_elements_of_XHTML_stays()
    {
        SyndicationItem item = Item.Clone();
        item.Content = SyndicationContent.CreateHtmlContent("<p><b>a</b> <i>b</i></p>");
        var text = new StringBuilder();
        using (XmlWriter writer = XmlWriter.Create(text)) new FeedSyndicationFormatter(FeedFormat.AtomXhtml, new SyndicationFeed("T", "D", new Uri("https://weekly.example/"), [item])).WriteTo(writer);
        Assert.Equal("a b", XDocument.Parse(text.ToString(), LoadOptions.PreserveWhitespace).Descendants(Atom + "content").Single().Value);
    }

    [Fact]
    public void Full_HTML_comes_back_from_content_encoded()
    {
        SyndicationFeed feed = Read(FeedFormat.Rss, "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>T</title><item><content:encoded>&lt;p>x&lt;/p></content:encoded></item></channel></rss>");
        Assert.Equal("<p>x</p>", ((TextSyndicationContent)feed.Items.Single().Content).Text);
    }

    [Fact]
    public void People_with_only_a_name_second_enclosures_and_self_links_stay()
    {
        SyndicationItem item = Item.Clone();
        item.Authors.Add(new SyndicationPerson(null, "编辑部", null));
        item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(new Uri("https://weekly.example/1.mp3"), "audio/mpeg", 7));
        item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(new Uri("https://weekly.example/1.pdf"), "application/pdf", 8));
        var feed = new SyndicationFeed("T", "D", new Uri("https://weekly.example/"), [item]);
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri("https://weekly.example/feed")));
        XElement rss = Write(FeedFormat.Rss, feed);
        Assert.Equal("编辑部", rss.Descendants(Written.DublinCore + "creator").Single().Value);
        Assert.Equal("https://weekly.example/1.pdf", rss.Descendants(Written.Media + "content").Single().Attribute("url")!.Value);
        Assert.Equal("https://weekly.example/feed", rss.Descendants(Atom + "link").Single(static link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
    }

    [Fact]
    public void A_title_of_kind_HTML_goes_out_as_its_words()
    {
        SyndicationItem item = Item.Clone();
        item.Title = SyndicationContent.CreateHtmlContent("Use <b>&lt;br></b> &amp; more");
        Assert.Equal("Use <br> & more", Write(FeedFormat.Rss, item).Descendants("item").Single().Element("title")!.Value);
        Assert.Equal("Use <br> & more", Write(FeedFormat.Atom, item).Element(Atom + "entry")!.Element(Atom + "title")!.Value);
    }

    [Fact]
    public void Unset_ids_and_dates_in_Atom_are_neither_random_nor_the_clock()
    {
        var item = new SyndicationItem { Title = new TextSyndicationContent("T") };
        string first = Write(FeedFormat.Atom, item).ToString();
        Assert.Equal(first, Write(FeedFormat.Atom, item).ToString());
        Assert.Contains("<updated>1970-01-01T00:00:00Z</updated>", first, StringComparison.Ordinal);
        Assert.Null(item.Id);
    }

    [Theory]
    [InlineData("\\b")]
    [InlineData("\\v")]
    [InlineData("\\uD83D")]
    [InlineData("\\uFFFF")]
    public void Characters_that_XML_cannot_carry_do_not_abort_the_writing(string escaped)
    {
        string character = System.Text.RegularExpressions.Regex.Unescape(escaped);
        SyndicationItem item = Item.Clone();
        item.Title = new TextSyndicationContent("a" + character + "b");
        item.Content = SyndicationContent.CreateHtmlContent("c" + character + "d");
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            var formatter = new FeedSyndicationFormatter(format, new SyndicationFeed([item]));
            XElement written = Write(formatter);
            Assert.Matches("^a.?b$", written.Descendants().First(e => e.Name.LocalName is "item" or "entry").Elements().First(e => e.Name.LocalName == "title").Value);
            Assert.Contains(formatter.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.CharactersRepaired);
        }
    }

    [Fact]
    public void XHTML_content_that_is_not_well_formed_does_not_break_the_feed()
    {
        SyndicationItem item = Item.Clone();
        item.Content = SyndicationContent.CreateXhtmlContent("<p>One<br>two</p>");
        Assert.Equal("<p>One<br>two</p>", Write(FeedFormat.Atom, item).Descendants(Atom + "content").Single().Value);
    }

    [Fact]
    public void Fractions_of_a_second_are_kept_and_RSS_dates_end_in_digits()
    {
        Assert.Equal("2024-05-03T08:30:15.25+08:00", Write(FeedFormat.Atom, Item).Descendants(Atom + "published").Single().Value);
        SyndicationItem item = Item.Clone();
        item.PublishDate = item.PublishDate.ToUniversalTime();
        Assert.Equal("Fri, 03 May 2024 00:30:15 +0000", Write(FeedFormat.Rss, item).Descendants("pubDate").Single().Value);
    }

    [Theory]
    [InlineData("Wed, 11 Sep 2019 10:44:45 CET", "2019-09-11T10:44:45+01:00")]
    [InlineData("Mon, 11 Sep 2019 10:44:45 GMT", "2019-09-11T10:44:45+00:00")]
    [InlineData("Wed, 11 Sep 2019 10:44:45 CST", null)]
    [InlineData("09/10/2019", null)]
    public void Dates_are_read_at_once_or_left_out_and_reported_and_never_guessed(string date, string? expected)
    {
        string document = $"<rss version='2.0'><channel><title>T</title><item><pubDate>{date}</pubDate></item></channel></rss>";
        using XmlReader reader = XmlReader.Create(new StringReader(document));
        var formatter = new FeedSyndicationFormatter(FeedFormat.Rss);
        formatter.ReadFrom(reader);
        DateTimeOffset read = formatter.Feed.Items.Single().PublishDate;
        Assert.Equal(expected is null ? default : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), read);
        Assert.Equal(expected is null, formatter.Diagnostics.Any(static diagnostic => diagnostic.Code == DiagnosticCodes.FeedDateUnread));
    }

    [Fact]
    public void A_date_that_the_platform_loaded_and_cannot_parse_is_left_out()
    {
        using XmlReader reader = XmlReader.Create(new StringReader("<rss version='2.0'><channel><title>T</title><item><title>One</title><pubDate>Wed, 11 Sep 2019 10:44:45 CET</pubDate></item></channel></rss>"));
        SyndicationFeed loaded = SyndicationFeed.Load(reader);
        Assert.Throws<XmlException>(() => loaded.Items.Single().PublishDate);
        FeedEntry entry = Feed.FromSyndicationFeed(loaded).Entries.Single();
        Assert.Equal(("One", null), (entry.Title, entry.Published));
        Assert.NotNull(Write(FeedFormat.Rss, loaded));
    }

    [Fact]
    public void One_bad_link_or_length_does_not_fail_the_load()
    {
        SyndicationFeed feed = Read(FeedFormat.Rss, "<rss version='2.0'><channel><title>T</title><item><title>One</title><link>http://[x</link><enclosure url='https://weekly.example/1.mp3' length='3,5 MB' type='audio/mpeg'/></item></channel></rss>");
        Assert.Equal("One", feed.Items.Single().Title.Text);
        Assert.Equal("https://weekly.example/1.mp3", feed.Items.Single().Links.Single().Uri.OriginalString);
    }

    [Fact]
    public async Task Writing_is_asynchronous_and_items_are_asked_for_one_by_one()
    {
        int asked = 0;
        var feed = new SyndicationFeed("T", "D", new Uri("https://weekly.example/"), Enumerable.Range(0, 1_000).Select(i =>
        {
            asked++;
            return new SyndicationItem("Title " + i, "<p>x</p>", new Uri("https://weekly.example/" + i));
        }));
        using var stream = new MemoryStream();
        await new FeedSyndicationFormatter(FeedFormat.Json, feed).WriteAsync(stream, TestContext.Current.CancellationToken);
        Assert.Equal(1_000, asked);
        Assert.Equal(1_000, Written.Of(stream.ToArray()).Json().GetProperty("items").GetArrayLength());
    }

    [Fact]
    public void Only_documents_of_its_format_can_be_read()
    {
        string[] documents = ["<rss/>", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<root type='object'/>", "<html/>"];
        FeedFormat[] formats = [FeedFormat.Rss, FeedFormat.Atom, FeedFormat.Json];
        for (int d = 0; d < documents.Length; d++)
        {
            for (int f = 0; f < formats.Length; f++)
            {
                using XmlReader reader = XmlReader.Create(new StringReader(documents[d]));
                Assert.Equal(d == f, new FeedSyndicationFormatter(formats[f]).CanRead(reader));
            }
        }
    }

    [Fact]
    public void JSON_Feed_is_written_and_read_by_the_platforms_JSON_writer_and_reader()
    {
        using var stream = new MemoryStream();
        using (XmlDictionaryWriter writer = JsonReaderWriterFactory.CreateJsonWriter(stream, Encoding.UTF8, ownsStream: false)) new FeedSyndicationFormatter(FeedFormat.Json, new SyndicationFeed([Item])).WriteTo(writer);
        Assert.Equal("<p>One<br>two</p>", Written.Of(stream.ToArray()).JsonEntry().GetProperty("content_html").GetString());

        using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(stream.ToArray(), XmlDictionaryReaderQuotas.Max);
        var formatter = new FeedSyndicationFormatter(FeedFormat.Json);
        reader.MoveToContent();
        Assert.True(formatter.CanRead(reader));
        formatter.ReadFrom(reader);
        Assert.Equal(Item.PublishDate, formatter.Feed.Items.Single().PublishDate);
    }

    [Fact]
    public void What_both_can_say_is_not_lost_on_the_way_there_and_back()
    {
        var entry = new FeedEntry
        {
            Id = "tag:weekly.example,2024:1", Title = "One <b>", Url = "https://weekly.example/1", Content = new Content("<p>x</p>", "x"), Summary = "Short",
            Published = DateTimeOffset.UnixEpoch.AddDays(1), Updated = DateTimeOffset.UnixEpoch.AddDays(2), Authors = [new Person("编辑部")], Contributors = [new Person("Ana") { Email = "ana@weekly.example", Url = "https://ana.example/" }],
            Categories = [new FeedCategory("a") { Scheme = "https://weekly.example/#section", Label = "A" }], ImageUrl = "https://weekly.example/1.png", Markdown = "x",
            Enclosures = [new FeedEnclosure("https://weekly.example/1.mp3", "audio/mpeg") { Length = 7, Title = "Talk" }], Links = [new FeedLink("via", "https://weekly.example/issue") { Title = "Issue" }],
            Source = new FeedSource { Id = "a:1", Title = "S", FeedUrl = "https://other.example/feed", Updated = DateTimeOffset.UnixEpoch.AddDays(3) }, Language = "en", Rights = "CC BY", BaseUrl = "https://weekly.example/1/",
        };
        var feed = new Feed
        {
            Id = "tag:weekly.example,2024:feed", Title = "山海云周报", Description = "D", HomePageUrl = "https://weekly.example/", FeedUrl = "https://weekly.example/feed", Language = "zh-Hans",
            Authors = [new Person("编辑部")], Contributors = [new Person("Ana")], Updated = DateTimeOffset.UnixEpoch.AddDays(5), Icon = "https://weekly.example/icon.png", Logo = "https://weekly.example/logo.png",
            Rights = "CC BY", Generator = "Syndication", Categories = [new FeedCategory("c")], Links = [new FeedLink("hub", "https://hub.example/")], History = FeedHistory.Archive,
            Tombstones = [new FeedTombstone("a:9", DateTimeOffset.UnixEpoch) { Comment = "Wrong" }], UpdateCycle = new FeedUpdateCycle(FeedUpdatePeriod.Weekly, 2), BaseUrl = "https://weekly.example/base/", Entries = [entry],
        };
        Feed back = Feed.FromSyndicationFeed(feed.ToSyndicationFeed());
        Assert.Equal(entry, back.Entries.Single());
        Assert.Equal(feed, back);
    }

    [Fact]
    public void Any_feed_goes_there_and_back_and_is_then_written_the_same() => RandomFeeds.Feed.Sample(static feed =>
    {
        Feed once = Feed.FromSyndicationFeed(feed.ToSyndicationFeed());
        Assert.Equal(feed.Entries.Length, once.Entries.Length);
        Feed twice = Feed.FromSyndicationFeed(once.ToSyndicationFeed());
        foreach (FeedFormat format in FeedFormat.ForReaders) Assert.Equal(Written.As(format, once).Text, Written.As(format, twice).Text);
        Assert.NotNull(Write(FeedFormat.Atom, feed.ToSyndicationFeed()));
    }, iter: 500);

    private static XElement Write(FeedFormat format, SyndicationItem item) => Write(format, new SyndicationFeed("Feed", null, new Uri("https://weekly.example/"), [item]));

    private static XElement Write(FeedFormat format, SyndicationFeed feed) => Write(new FeedSyndicationFormatter(format, feed));

    private static XElement Write(FeedSyndicationFormatter formatter)
    {
        using var stream = new MemoryStream();
        using (XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings { NewLineHandling = NewLineHandling.Entitize })) formatter.WriteTo(writer);
        return Written.Read(stream.ToArray());
    }

    private static SyndicationFeed Read(FeedFormat format, string document)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(document));
        var formatter = new FeedSyndicationFormatter(format);
        formatter.ReadFrom(reader);
        return formatter.Feed;
    }
}
