using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Syndication.Feeds;

namespace Syndication.Tests.Feeds;

public class FeedPropertyTests
{
    /// <summary>How many random feeds: <c>CsCheck_Iter</c> where it is set.</summary>
    private static readonly long Times = long.TryParse(Environment.GetEnvironmentVariable("CsCheck_Iter"), CultureInfo.InvariantCulture, out long iterations) ? iterations : 1_000;

    [Fact]
    public void Any_feed_is_read_back_from_RSS_with_the_same_values() => RandomFeeds.Feed.Sample(static feed =>
    {
        XElement channel = Written.As(FeedFormat.Rss, feed).Xml().Element("channel")!;
        XElement[] items = [.. channel.Elements("item")];
        Assert.Equal(feed.Entries.Length, items.Length);
        if (!string.IsNullOrWhiteSpace(Carried(feed.Title))) Assert.Equal(Carried(feed.Title), channel.Element("title")!.Value);
        for (int i = 0; i < items.Length; i++)
        {
            FeedEntry entry = feed.Entries[i];
            if (!string.IsNullOrWhiteSpace(Carried(entry.Title))) Assert.Equal(Carried(entry.Title), items[i].Element("title")!.Value);
            if (!string.IsNullOrEmpty(entry.Summary))
            {
                // Readers take a description for HTML: text that looks like it is written such that they show its words.
                string description = items[i].Element("description")!.Value;
                Assert.Equal(Carried(entry.Summary), description == Carried(entry.Summary) ? description : System.Net.WebUtility.HtmlDecode(description));
            }

            if (!string.IsNullOrEmpty(entry.Content?.Html)) Assert.Equal(Carried(entry.Content.Html), items[i].Element(Written.ContentNamespace + "encoded")!.Value);
            Assert.Equal(entry.Categories.Select(static c => Carried(string.IsNullOrEmpty(c.Label) ? c.Term : c.Label)), items[i].Elements("category").Select(static e => e.Value));
            Assert.Equal(entry.Authors.Length, items[i].Elements(Written.DublinCore + "creator").Count());
            if (entry.Published is { } published)
            {
                string text = items[i].Element("pubDate")!.Value;
                DateTimeOffset read = DateTimeOffset.ParseExact(text.Insert(text.Length - 2, ":"), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
                Assert.Equal(published.AddTicks(-(published.Ticks % TimeSpan.TicksPerSecond)), read);
                if (published.Offset >= TimeSpan.FromHours(-12)) Assert.Equal(published.Offset, read.Offset);
            }
            else
            {
                Assert.Null(items[i].Element("pubDate"));
            }
        }

        Assert.All(items, static item => Assert.NotEqual("", item.Element("guid")!.Value));
        Assert.Equal(items.Length, items.Select(static item => item.Element("guid")!.Value).Distinct().Count());
    }, iter: Times);

    [Fact]
    public void Any_feed_is_read_back_from_Atom_with_the_same_values() => RandomFeeds.Feed.Sample(static feed =>
    {
        XNamespace atom = Written.AtomNamespace;
        XElement root = Written.As(FeedFormat.Atom, feed).Xml();
        XElement[] entries = [.. root.Elements(atom + "entry")];
        Assert.Equal(feed.Entries.Length, entries.Length);
        Assert.Equal(feed.Rights is "" ? null : Carried(feed.Rights), root.Element(atom + "rights")?.Value);
        for (int i = 0; i < entries.Length; i++)
        {
            FeedEntry entry = feed.Entries[i];
            if (!string.IsNullOrWhiteSpace(Carried(entry.Title))) Assert.Equal(Carried(entry.Title), entries[i].Element(atom + "title")!.Value);
            if (!string.IsNullOrEmpty(entry.Content?.Html)) Assert.Equal(Carried(entry.Content.Html), entries[i].Element(atom + "content")!.Value);
            Assert.Equal(entry.Categories.Select(static c => Carried(c.Term)), entries[i].Elements(atom + "category").Select(static e => e.Attribute("term")!.Value));
            Assert.Equal(entry.Published, entries[i].Element(atom + "published") is { } published ? XmlConvert.ToDateTimeOffset(published.Value) : null);
            DateTimeOffset updated = XmlConvert.ToDateTimeOffset(entries[i].Element(atom + "updated")!.Value);
            if ((entry.Updated ?? entry.Published) is { } own) Assert.Equal(own, updated);
        }

        Assert.Equal(entries.Length, entries.Select(entry => entry.Element(atom + "id")!.Value).Distinct().Count());
    }, iter: Times);

    [Fact]
    public void Any_feed_is_read_back_from_JSON_with_the_same_values() => RandomFeeds.Feed.Sample(static feed =>
    {
        JsonElement[] items = [.. Written.As(FeedFormat.Json, feed).Json().GetProperty("items").EnumerateArray()];
        Assert.Equal(feed.Entries.Length, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            FeedEntry entry = feed.Entries[i];
            Assert.Equal(string.IsNullOrEmpty(entry.Title) ? null : Whole(entry.Title), items[i].TryGetProperty("title", out JsonElement title) ? title.GetString() : null);
            if (!string.IsNullOrEmpty(entry.Content?.Html)) Assert.Equal(Whole(entry.Content.Html), items[i].GetProperty("content_html").GetString());
            Assert.Equal(entry.Published, items[i].TryGetProperty("date_published", out JsonElement date) ? date.GetDateTimeOffset() : null);
            if (entry.IssueNumber is { } number) Assert.Equal(number, items[i].GetProperty("_newsletter").GetProperty("issue_number").GetInt32());
        }
    }, iter: Times);

    [Fact]
    public void Any_feed_can_be_loaded_by_the_platforms_own_reader() => RandomFeeds.Feed.Sample(static feed =>
    {
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(Written.As(format, feed).Bytes));
            SyndicationFeed loaded = SyndicationFeed.Load(reader);
            Assert.Equal(feed.Entries.Length, loaded.Items.Count());
            foreach (SyndicationItem item in loaded.Items)
            {
                _ = item.PublishDate;
                _ = item.LastUpdatedTime;
            }
        }
    }, iter: Times);

    [Fact]
    public void Every_address_that_is_written_is_a_URI_that_can_run_nothing() => RandomFeeds.Address.Sample(static address =>
    {
        if (FeedAddress.Normalize(address, out _) is not { } written) return;
        Assert.True(Uri.TryCreate(written, UriKind.Absolute, out Uri? uri), written);
        Assert.True(Ascii.IsValid(written));
        Assert.DoesNotContain(uri.Scheme, new[] { "javascript", "data", "vbscript", "file", "blob" });
        Assert.Equal(written, FeedAddress.Normalize(written, out bool repaired));
        Assert.False(repaired);
    }, iter: 10 * Times);

    [Fact]
    public void Text_that_XML_can_carry_is_never_reported_as_repaired() => RandomFeeds.Text.Sample(static text =>
    {
        string carried = Carried(text)!;
        Written written = Written.As(FeedFormat.Rss, new FeedEntry { Id = "a:1", Title = carried, Summary = carried });
        Assert.DoesNotContain(written.Diagnostics, static diagnostic => diagnostic.Code == Syndication.Text.DiagnosticCodes.CharactersRepaired);
    }, iter: Times);

    [Theory]
    [InlineData("ar-SA", "Asia/Riyadh")]
    [InlineData("th-TH", "Asia/Bangkok")]
    [InlineData("fa-IR", "Asia/Tehran")]
    [InlineData("tr-TR", "Europe/Istanbul")]
    [InlineData("de-DE", "Pacific/Apia")]
    public void The_same_feed_is_the_same_bytes_in_any_culture_and_time_zone(string culture, string zone)
    {
        Dictionary<string, byte[]> expected = Bytes();
        CultureInfo before = CultureInfo.CurrentCulture;
        string? zoneBefore = Environment.GetEnvironmentVariable("TZ");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(expected, Bytes());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            Environment.SetEnvironmentVariable("TZ", zoneBefore);
            TimeZoneInfo.ClearCachedData();
        }

        static Dictionary<string, byte[]> Bytes() => (from scope in FeedScope.Standard from format in FeedFormat.ForReaders select (scope, format))
            .ToDictionary(static pair => pair.scope.Slug + pair.format.FileExtension, static pair => Written.As(pair.format, FeedGoldenTests.Sample(pair.scope.Slug, ".x")).Bytes);
    }

    /// <summary>What a person would expect of a text after XML: told independently of the writer.</summary>
    private static string? Carried(string? text) => text is null ? null
        : string.Concat(Whole(text).Where(static c => XmlConvert.IsXmlChar(c) ? c is not (>= '\u007F' and <= '\u009F') : char.IsSurrogate(c)));

    private static string Whole(string text) => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
}
