using System.Text.Json;
using System.Xml.Linq;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

public class FeedWriterTests
{
    [Theory]
    [InlineData("https://weekly.example/1", "https://weekly.example/1", "true")]
    [InlineData("https://weekly.example/1", "https://weekly.example/other", "false")]
    [InlineData("tag:weekly.example,2024:1", "https://weekly.example/1", "false")]
    [InlineData("urn:x:1", "urn:x:1", "false")]
    [InlineData("12345", null, "false")]
    public void A_guid_is_a_permalink_only_where_it_is_the_entrys_web_address(string id, string? url, string expected)
    {
        XElement guid = Written.As(FeedFormat.Rss, new FeedEntry { Id = id, Url = url, Title = "T" }).XmlEntry().Element("guid")!;
        Assert.Equal(expected, guid.Attribute("isPermaLink")!.Value);
        Assert.Equal(id, guid.Value);
    }

    [Theory]
    [InlineData("A short note.", null, "A short note.")]
    [InlineData("One line\n\nand another.", null, "One line and another.")]
    [InlineData("Whole text", "Its summary", "Its summary")]
    [InlineData("How <template> and &amp; are written", null, "How &lt;template&gt; and &amp;amp; are written")]
    [InlineData("a < b & c", null, "a < b & c")]
    public void An_item_in_RSS_always_has_a_description_that_is_right_as_HTML(string text, string? summary, string expected)
    {
        XElement item = Written.As(FeedFormat.Rss, new FeedEntry { Id = "urn:x:1", Title = "T", Summary = summary, Content = new Content("<p>x</p>", text) }).XmlEntry();
        Assert.Equal(expected, item.Element("description")!.Value);
    }

    [Fact]
    public void A_long_text_without_a_summary_is_described_by_its_beginning()
    {
        string text = string.Join(' ', Enumerable.Repeat("words", 200));
        string description = Written.As(FeedFormat.Rss, new FeedEntry { Id = "urn:x:1", Title = "T", Content = new Content("", text) }).XmlEntry().Element("description")!.Value;
        Assert.InRange(description.Length, 200, 280);
        Assert.EndsWith("words…", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_with_the_same_id_are_told_apart_and_reported()
    {
        var entry = new FeedEntry { Id = "tag:weekly.example,2024:1", Title = "T", Published = DateTimeOffset.UnixEpoch };
        var feed = new Feed { Title = "F", HomePageUrl = "https://weekly.example/", Entries = [entry, entry, entry with { Id = entry.Id + "#2" }, entry] };
        foreach (FeedFormat format in new[] { FeedFormat.Rss, FeedFormat.Atom, FeedFormat.Json })
        {
            Written written = Written.As(format, feed);
            string[] ids = format == FeedFormat.Json
                ? [.. written.Json().GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!)]
                : [.. written.Xml().Descendants().Where(static e => e.Name.LocalName is "item" or "entry").Select(static e => e.Elements().First(static id => id.Name.LocalName is "id" or "guid").Value)];
            Assert.Equal(["tag:weekly.example,2024:1", "tag:weekly.example,2024:1#2", "tag:weekly.example,2024:1#2-2", "tag:weekly.example,2024:1#3"], ids);
            Assert.Equal(3, written.Diagnostics.Count(static diagnostic => diagnostic.Code == DiagnosticCodes.DuplicateId));
        }
    }

    [Fact]
    public void Twenty_thousand_entries_with_one_id_are_all_written()
    {
        var entry = new FeedEntry { Id = "x", Title = "T" };
        Written written = Written.As(FeedFormat.Json, new Feed { Title = "F", Entries = [.. Enumerable.Repeat(entry, 20_000)] });
        Assert.Equal(20_000, written.Json().GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void An_id_that_is_no_IRI_stays_in_RSS_and_JSON_and_becomes_a_UUID_in_Atom()
    {
        var entry = new FeedEntry { Id = "post 18", Title = "T" };
        Assert.Equal("post 18", Written.As(FeedFormat.Rss, entry).XmlEntry().Element("guid")!.Value);
        Assert.Equal("post 18", Written.As(FeedFormat.Json, entry).JsonEntry().GetProperty("id").GetString());
        Written atom = Written.As(FeedFormat.Atom, entry);
        Assert.StartsWith("urn:uuid:", atom.XmlEntry().Element(Written.AtomNamespace + "id")!.Value, StringComparison.Ordinal);
        Assert.Contains(atom.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.AddressRepaired);
    }

    [Fact]
    public void An_undated_entry_takes_the_date_of_the_next_older_one_in_Atom_and_none_elsewhere()
    {
        var feed = new Feed
        {
            Title = "F",
            Entries =
            [
                new FeedEntry { Id = "a:4", Title = "4" },
                new FeedEntry { Id = "a:3", Title = "3", Published = Day(3), Updated = Day(9) },
                new FeedEntry { Id = "a:2", Title = "2", Published = Day(2) },
                new FeedEntry { Id = "a:1", Title = "1" },
            ],
        };
        Assert.Equal(["03", "09", "02", "02"], Written.As(FeedFormat.Atom, feed).Xml().Elements(Written.AtomNamespace + "entry")
            .Select(static entry => entry.Element(Written.AtomNamespace + "updated")!.Value[8..10]));
        Assert.Equal(2, Written.As(FeedFormat.Rss, feed).Xml().Descendants("pubDate").Count());
        Assert.Equal(2, Written.As(FeedFormat.Json, feed).Json().GetProperty("items").EnumerateArray().Count(static item => item.TryGetProperty("date_published", out _)));
        Assert.Equal(2, Written.As(FeedFormat.Atom, feed).Diagnostics.Count(static diagnostic => diagnostic.Message.Contains("no date,", StringComparison.Ordinal)));

        static DateTimeOffset Day(int day) => new(2024, 1, day, 0, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void An_address_that_could_run_something_is_left_out_with_a_diagnostic()
    {
        var entry = new FeedEntry
        {
            Id = "a:1",
            Title = "T",
            Url = "javascript:alert(1)",
            Links = [new FeedLink("via", "data:text/html,<script>alert(1)</script>")],
            Enclosures = [new FeedEnclosure(" JavaScript:alert(1)", "audio/mpeg")],
            Authors = [new Person("Eve") { Url = "vbscript:x" }],
        };
        foreach (FeedFormat format in FeedFormat.ForReaders)
        {
            Written written = Written.As(format, entry);
            Assert.DoesNotContain("script:", written.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("data:", written.Text, StringComparison.Ordinal);
            Assert.Equal(format == FeedFormat.Rss ? 3 : 4, written.Diagnostics.Count(static diagnostic => diagnostic.Code == DiagnosticCodes.AddressRepaired));
        }
    }

    [Fact]
    public void A_language_that_is_none_is_left_out_with_a_diagnostic()
    {
        foreach (FeedFormat format in FeedFormat.ForReaders)
        {
            Written written = Written.As(format, new Feed { Title = "F", HomePageUrl = "https://weekly.example/", Description = "D", Id = "a:1", Language = "中文", Updated = DateTimeOffset.UnixEpoch });
            Assert.DoesNotContain("中文", written.Text, StringComparison.Ordinal);
            Assert.Equal(DiagnosticCodes.ValueLeftOut, Assert.Single(written.Diagnostics).Code);
        }
    }

    [Fact]
    public void Chinese_is_not_escaped_in_JSON() =>
        Assert.Contains("\"title\": \"云原生 <周报>\"", Written.As(FeedFormat.Json, new FeedEntry { Id = "a:1", Title = "云原生 <周报>" }).Text, StringComparison.Ordinal);

    [Fact]
    public void An_untitled_entry_has_no_title_in_JSON_and_its_first_sentence_elsewhere()
    {
        var entry = new FeedEntry { Id = "a:1", Url = "https://weekly.example/1", Content = new Content("<p>零停机升级。三种做法。</p>", "零停机升级。三种做法。") };
        Assert.False(Written.As(FeedFormat.Json, entry).JsonEntry().TryGetProperty("title", out JsonElement _));
        Assert.Equal("零停机升级", Written.As(FeedFormat.Rss, entry).XmlEntry().Element("title")!.Value);
        Assert.Equal("零停机升级", Written.As(FeedFormat.Atom, entry).XmlEntry().Element(Written.AtomNamespace + "title")!.Value);
    }

    [Fact]
    public void An_id_of_nothing_but_control_characters_counts_as_missing()
    {
        var entry = new FeedEntry { Id = "\u0001\0", Url = "https://weekly.example/1" };
        Assert.Equal("https://weekly.example/1", Written.As(FeedFormat.Rss, entry).XmlEntry().Element("guid")!.Value);
        Assert.Equal("https://weekly.example/1", Written.As(FeedFormat.Atom, entry).XmlEntry().Element(Written.AtomNamespace + "id")!.Value);
        Assert.Equal("https://weekly.example/1", Written.As(FeedFormat.Json, entry).JsonEntry().GetProperty("id").GetString());
    }

    [Fact]
    public void A_source_of_nothing_is_not_written() =>
        Assert.Null(Written.As(FeedFormat.Atom, new FeedEntry { Id = "a:1", Source = new FeedSource { FeedUrl = "/relative" } }).XmlEntry().Element(Written.AtomNamespace + "source"));

    [Fact]
    public void A_feed_of_nothing_can_be_written()
    {
        foreach (FeedFormat format in FeedFormat.ForReaders)
        {
            Written written = Written.As(format, new Feed { Entries = [new FeedEntry()] });
            Assert.NotEmpty(written.Diagnostics);
            if (format == FeedFormat.Json) Assert.Equal("Feed", written.Json().GetProperty("title").GetString());
            else Assert.Contains(written.Xml().DescendantsAndSelf(), static element => element.Name.LocalName == "title" && element.Value == "Feed");
        }
    }

    [Fact]
    public async Task Writing_stops_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var feed = new Feed { Title = "F", Entries = [new FeedEntry { Id = "a:1" }] };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feed.WriteAsync(Stream.Null, FeedFormat.Rss, source.Token));
    }
}
