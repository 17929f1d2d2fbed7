using System.ServiceModel.Syndication;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

/// <summary>The faults of other feed writers that this one must not have, one test each.</summary>
public class FeedFaultTests
{
    private static readonly FeedEntry Entry = new()
    {
        Id = "tag:weekly.example,2024:1",
        Title = "Title",
        Url = "https://weekly.example/1",
        Content = new Content("<p>One<br>two</p>", "One\ntwo"),
        Published = new DateTimeOffset(2024, 5, 3, 8, 30, 15, 250, TimeSpan.FromHours(8)),
    };

    [Fact]
    public void Full_HTML_goes_to_content_encoded_in_RSS_and_not_to_the_description()
    {
        XElement item = Written.As(FeedFormat.Rss, Entry with { Summary = "Short & plain" }).XmlEntry();
        Assert.Equal("<p>One<br>two</p>", item.Element(Written.ContentNamespace + "encoded")!.Value);
        Assert.Equal("Short & plain", item.Element("description")!.Value);
    }

    [Fact]
    public void HTML_that_is_no_XML_does_not_break_the_feed()
    {
        FeedEntry entry = Entry with { Content = new Content("<p>a<br>b & c ]]> <![CDATA[ <!-- -- </content>", "") };
        Assert.Equal(entry.Content.Html, Written.As(FeedFormat.Atom, entry).XmlEntry().Element(Written.AtomNamespace + "content")!.Value);
        Assert.Equal(entry.Content.Html, Written.As(FeedFormat.Rss, entry).XmlEntry().Element(Written.ContentNamespace + "encoded")!.Value);
        Assert.Equal(entry.Content.Html, Written.As(FeedFormat.Json, entry).JsonEntry().GetProperty("content_html").GetString());
    }

    [Fact]
    public void A_person_with_only_a_name_is_kept()
    {
        FeedEntry entry = Entry with { Authors = [new Person("编辑部"), new Person("Ana")] };
        Assert.Equal(["编辑部", "Ana"], Written.As(FeedFormat.Rss, entry).XmlEntry().Elements(Written.DublinCore + "creator").Select(static e => e.Value));
        Assert.Equal(["编辑部", "Ana"], Written.As(FeedFormat.Atom, entry).XmlEntry().Elements(Written.AtomNamespace + "author").Select(static e => e.Element(Written.AtomNamespace + "name")!.Value));
        Assert.Equal(["编辑部", "Ana"], Written.As(FeedFormat.Json, entry).JsonEntry().GetProperty("authors").EnumerateArray().Select(static e => e.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_second_enclosure_is_kept()
    {
        FeedEntry entry = Entry with
        {
            Enclosures =
            [
                new FeedEnclosure("https://weekly.example/1.mp3", "audio/mpeg") { Length = 123456789012 },
                new FeedEnclosure("https://weekly.example/1.pdf", "application/pdf") { Title = "Slides" },
            ],
        };
        XElement item = Written.As(FeedFormat.Rss, entry).XmlEntry();
        Assert.Equal("123456789012", item.Elements("enclosure").Single().Attribute("length")!.Value);
        Assert.Equal("https://weekly.example/1.pdf", item.Element(Written.Media + "content")!.Attribute("url")!.Value);
        Assert.Equal(2, Written.As(FeedFormat.Atom, entry).XmlEntry().Elements(Written.AtomNamespace + "link").Count(static e => e.Attribute("rel")!.Value == "enclosure"));
        Assert.Equal("Slides", Written.As(FeedFormat.Json, entry).JsonEntry().GetProperty("attachments")[1].GetProperty("title").GetString());
    }

    [Fact]
    public void The_feed_names_its_own_address()
    {
        var feed = new Feed { Title = "T", FeedUrl = "https://weekly.example/feed" };
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            Assert.Contains(Written.As(format, feed).Xml().Descendants(Written.AtomNamespace + "link"),
                static link => (string?)link.Attribute("rel") == "self" && (string?)link.Attribute("href") == "https://weekly.example/feed");
        }

        Assert.Equal("https://weekly.example/feed", Written.As(FeedFormat.Json, feed).Json().GetProperty("feed_url").GetString());
    }

    [Fact]
    public void A_title_with_markup_is_escaped_in_RSS()
    {
        Written written = Written.As(FeedFormat.Rss, Entry with { Title = "Use <b> & &amp; in HTML" });
        Assert.Contains("<title>Use &lt;b&gt; &amp; &amp;amp; in HTML</title>", written.Text, StringComparison.Ordinal);
        Assert.Equal("Use <b> & &amp; in HTML", written.XmlEntry().Element("title")!.Value);
    }

    [Fact]
    public void A_title_with_markup_is_text_in_Atom()
    {
        XElement title = Written.As(FeedFormat.Atom, Entry with { Title = "Use <b> & &amp; in HTML" }).XmlEntry().Element(Written.AtomNamespace + "title")!;
        Assert.Null(title.Attribute("type"));
        Assert.Equal("Use <b> & &amp; in HTML", title.Value);
    }

    [Fact]
    public void Missing_Atom_ids_and_dates_are_derived_and_stay_the_same()
    {
        var feed = new Feed { Title = "T", Entries = [new FeedEntry { Title = "Nothing else" }, new FeedEntry { Url = "https://weekly.example/2" }] };
        Written written = Written.As(FeedFormat.Atom, feed);
        Assert.Equal(written.Bytes, Written.As(FeedFormat.Atom, feed).Bytes);
        Assert.Equal(["1970-01-01T00:00:00Z"], written.Xml().Descendants(Written.AtomNamespace + "updated").Select(static e => e.Value).Distinct());
        string[] ids = [.. written.Xml().Descendants(Written.AtomNamespace + "id").Select(static e => e.Value)];
        Assert.Equal("https://weekly.example/2", ids[2]);
        Assert.StartsWith("urn:uuid:", ids[1], StringComparison.Ordinal);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Contains(written.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.ValueDerived && diagnostic.Message.Contains("id", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bell \u0007, backspace \u0008, tab \v and feed \f", "bell , backspace , tab  and feed ")]
    [InlineData(@"half a pair \uD83D end", "half a pair \uFFFD end")]
    [InlineData(@"\uDE80 other half", "\uFFFD other half")]
    [InlineData(@"reversed \uDE80\uD83D", "reversed \uFFFD\uFFFD")]
    [InlineData("not characters \uFFFE\uFFFF", "not characters ")]
    [InlineData("C1 \u0085\u0093 and DEL \u007F", "C1  and DEL ")]
    [InlineData("nul \0", "nul ")]
    public void What_XML_cannot_carry_is_repaired_with_a_diagnostic(string title, string expected)
    {
        title = Regex.Unescape(title); // an attribute's argument cannot hold half a pair
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            Written written = Written.As(format, Entry with { Title = title, Content = new Content(title, title) });
            Assert.Equal(expected, written.XmlEntry().Elements().First(static e => e.Name.LocalName == "title").Value);
            Assert.Equal(expected, written.XmlEntry().Elements().First(static e => e.Name.LocalName is "content" or "encoded").Value);
            Assert.Equal(2, written.Diagnostics.Count(static diagnostic => diagnostic.Code == DiagnosticCodes.CharactersRepaired));
        }
    }

    [Fact]
    public void JSON_keeps_control_characters_and_repairs_only_halves_of_surrogate_pairs()
    {
        Written written = Written.As(FeedFormat.Json, Entry with { Title = "a\u0008\uFFFF\u0085🚀\uD83D!" });
        Assert.Equal("a\u0008\uFFFF\u0085🚀\uFFFD!", written.JsonEntry().GetProperty("title").GetString());
        Assert.Equal(DiagnosticCodes.CharactersRepaired, Assert.Single(written.Diagnostics).Code);
    }

    [Fact]
    public void Line_ends_and_tabs_come_back_as_they_were()
    {
        const string text = "a\r\nb\rc\nd\te";
        FeedEntry entry = Entry with { Title = text, Categories = [new FeedCategory(text)] };
        Assert.Equal(text, Written.As(FeedFormat.Rss, entry).XmlEntry().Element("title")!.Value);
        Assert.Equal(text, Written.As(FeedFormat.Atom, entry).XmlEntry().Element(Written.AtomNamespace + "category")!.Attribute("term")!.Value);
    }

    [Theory]
    [InlineData("<p>云 & b</p>", true)]
    [InlineData("<p>]]></p>", false)]
    [InlineData("<p>\r\n</p>", false)]
    [InlineData("<p>\u0001</p>", false)]
    [InlineData("<p>\u0085</p>", false)]
    public void Markup_is_written_in_a_CDATA_section_where_one_can_hold_it(string html, bool inSection)
    {
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            Written written = Written.As(format, Entry with { Content = new Content(html, "") });
            Assert.Equal(inSection, written.Text.Contains("<![CDATA[" + html + "]]>", StringComparison.Ordinal));
            Assert.Equal(html.Replace("\u0001", "", StringComparison.Ordinal).Replace("\u0085", "", StringComparison.Ordinal),
                written.XmlEntry().Elements().First(static e => e.Name.LocalName is "content" or "encoded").Value);
        }
    }

    [Fact]
    public void A_megabyte_of_title_is_written_whole()
    {
        string title = string.Concat(Enumerable.Repeat("云<🚀&\"]]>é", 110_000));
        Assert.Equal(title, Written.As(FeedFormat.Rss, Entry with { Title = title }).XmlEntry().Element("title")!.Value);
        Assert.Equal(title, Written.As(FeedFormat.Atom, Entry with { Title = title }).XmlEntry().Element(Written.AtomNamespace + "title")!.Value);
        Assert.Equal(title, Written.As(FeedFormat.Json, Entry with { Title = title }).JsonEntry().GetProperty("title").GetString());
    }

    [Fact]
    public void Fractions_of_a_second_are_kept_where_the_format_has_them()
    {
        Assert.Equal("2024-05-03T08:30:15.25+08:00", Written.As(FeedFormat.Atom, Entry).XmlEntry().Element(Written.AtomNamespace + "published")!.Value);
        Assert.Equal("2024-05-03T08:30:15.25+08:00", Written.As(FeedFormat.Json, Entry).JsonEntry().GetProperty("date_published").GetString());
    }

    [Theory]
    [InlineData(8, 0, "Fri, 03 May 2024 08:30:15 +0800")]
    [InlineData(0, 0, "Fri, 03 May 2024 08:30:15 +0000")]
    [InlineData(-3, -30, "Fri, 03 May 2024 08:30:15 -0330")]
    public void RSS_dates_have_a_four_digit_zone(int hours, int minutes, string expected)
    {
        var published = new DateTimeOffset(2024, 5, 3, 8, 30, 15, new TimeSpan(hours, minutes, 0));
        Assert.Equal(expected, Written.As(FeedFormat.Rss, Entry with { Published = published }).XmlEntry().Element("pubDate")!.Value);
    }

    [Fact]
    public void An_offset_that_no_place_has_is_written_as_UTC()
    {
        var published = new DateTimeOffset(2024, 5, 3, 8, 30, 15, TimeSpan.FromHours(-13));
        Assert.Equal("Fri, 03 May 2024 21:30:15 +0000", Written.As(FeedFormat.Rss, Entry with { Published = published }).XmlEntry().Element("pubDate")!.Value);
    }

    [Fact]
    public void The_platforms_own_reader_reads_back_what_it_knows()
    {
        FeedEntry entry = Entry with { Updated = Entry.Published!.Value.AddDays(1), Authors = [new Person("Ana") { Email = "ana@weekly.example" }], Summary = "Short" };
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(Written.As(format, entry).Bytes));
            SyndicationItem item = SyndicationFeed.Load(reader).Items.Single();
            Assert.Equal(entry.Id, item.Id);
            Assert.Equal(entry.Title, item.Title.Text);
            Assert.Equal("Short", item.Summary.Text);
            Assert.Equal(entry.Url, item.Links.First(static link => link.RelationshipType is "alternate").Uri.OriginalString);
            Assert.Equal(new DateTimeOffset(2024, 5, 3, 0, 30, 15, TimeSpan.Zero), item.PublishDate.AddMilliseconds(-item.PublishDate.Millisecond));
        }
    }
}
