using System.Globalization;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

public class ArchivedFeedTests
{
    private static readonly FeedBudget Budget = new();

    [Fact]
    public void A_walk_over_ten_thousand_entries_gets_each_once_and_a_hundred_more_change_no_archive()
    {
        foreach (FeedFormat format in FeedFormat.ForReaders)
        {
            Dictionary<string, byte[]> site = Site(Long(10_000), format);
            Assert.Equal(Enumerable.Range(1, 10_000).Reverse().Select(Id), Walk(site, format));

            Dictionary<string, byte[]> later = Site(Long(10_100), format);
            Assert.Equal(Enumerable.Range(1, 10_100).Reverse().Select(Id), Walk(later, format));
            foreach ((string address, byte[] bytes) in site)
            {
                if (address != Address(0)) Assert.True(bytes.AsSpan().SequenceEqual(later[address]), $"{address} changed");
            }
        }
    }

    [Fact]
    public void Whatever_number_of_entries_is_published_at_a_time_the_archives_are_the_same()
    {
        Dictionary<string, byte[]> last = Site(Long(300), FeedFormat.Atom);
        for (int count = 1; count < 300; count += 7)
        {
            foreach ((string address, byte[] bytes) in Site(Long(count), FeedFormat.Atom).Where(static document => document.Key != Address(0)))
                Assert.True(bytes.AsSpan().SequenceEqual(last[address]), $"{address} of {count} entries");
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    public void Fifty_entries_are_the_most_and_half_of_them_the_fewest_that_subscribers_get(int count, int archives)
    {
        ArchivedFeed archived = ArchivedFeed.Of(Long(count));
        Assert.Equal(archives, archived.Archives);
        Assert.InRange(archived.Subscription(Address).Entries.Length, Math.Min(count, 26), 50);
        Assert.Equal(Id(count), archived.Subscription(Address).Entries[0].Id);
    }

    [Fact]
    public void No_document_is_larger_than_its_budget_in_any_format_and_one_large_entry_stands_alone()
    {
        var entries = new List<FeedEntry>();
        for (int i = 40; i >= 1; i--) entries.Add(Entry(i, i == 20 ? 700_000 : 60_000));
        Feed feed = Long(0) with { Entries = [.. entries] };
        ArchivedFeed archived = ArchivedFeed.Of(feed);
        Assert.Equal(feed.Entries.Select(static entry => entry.Id), Walk(Site(feed, FeedFormat.Json), FeedFormat.Json));
        foreach (FeedFormat format in FeedFormat.ForReaders)
        {
            Assert.True(Written.As(format, archived.Subscription(Address)).Bytes.Length <= Budget.Bytes);
            for (int i = 1; i <= archived.Archives; i++)
            {
                Feed archive = archived.Archive(i, Address);
                if (archive.Entries.Any(static entry => entry.Id == Id(20))) Assert.Single(archive.Entries);
                else Assert.True(Written.As(format, archive).Bytes.Length <= Budget.Bytes / 2);
            }
        }
    }

    [Fact]
    public void The_newest_entry_is_published_however_large_it_is()
    {
        ArchivedFeed archived = ArchivedFeed.Of(Long(0) with { Entries = [Entry(2, 2_000_000), Entry(1, 10)] });
        Assert.Equal([Id(2)], archived.Subscription(Address).Entries.Select(static entry => entry.Id));
        Assert.Equal([Id(1)], archived.Archive(1, Address).Entries.Select(static entry => entry.Id));
    }

    [Fact]
    public void Documents_are_linked_as_RFC_5005_asks()
    {
        ArchivedFeed archived = ArchivedFeed.Of(Long(120));
        Assert.Equal([("prev-archive", Address(3))], Links(archived.Subscription(Address)));
        Assert.Equal([("current", Address(0)), ("prev-archive", Address(2))], Links(archived.Archive(3, Address)));
        Assert.Equal([("current", Address(0))], Links(archived.Archive(1, Address)));
        Assert.Equal((FeedHistory.Newest, FeedHistory.Archive), (archived.Subscription(Address).History, archived.Archive(1, Address).History));
        Assert.Equal(archived.Subscription(Address).Id, archived.Archive(1, Address).Id);

        static IEnumerable<(string Relation, string? Url)> Links(Feed feed) => feed.Links.Select(static link => (link.Relation, (string?)link.Url));
    }

    [Fact]
    public void Undated_entries_keep_the_dates_that_are_assumed_for_them_when_dated_ones_come()
    {
        Feed undated = Long(60) with { Entries = [.. Long(60).Entries.Select(static entry => entry with { Published = null })] };
        Feed later = undated with { Entries = [.. Enumerable.Range(61, 60).Reverse().Select(static i => Entry(i, 100)), .. undated.Entries] };
        Assert.Equal(Site(undated, FeedFormat.Atom)[Address(1)!], Site(later, FeedFormat.Atom)[Address(1)!]);

        Feed mixed = Long(60) with { Entries = [.. Long(60).Entries.Select(static (entry, i) => i % 3 == 0 ? entry with { Published = null } : entry)] };
        Feed more = mixed with { Entries = [.. Enumerable.Range(61, 60).Reverse().Select(static i => Entry(i, 100)), .. mixed.Entries] };
        Assert.Equal(Site(mixed, FeedFormat.Atom)[Address(1)!], Site(more, FeedFormat.Atom)[Address(1)!]);
    }

    [Fact]
    public void Entries_that_share_an_id_are_told_apart_across_documents()
    {
        Feed feed = Long(0) with { Entries = [.. Enumerable.Range(0, 100).Select(static i => Entry(7, 100) with { Title = $"T{i}" })] };
        string?[] ids = [.. Walk(Site(feed, FeedFormat.Json), FeedFormat.Json)];
        Assert.Equal(100, ids.Distinct().Count());
        Assert.Equal(Id(7), ids[^1]);
    }

    [Fact]
    public void A_feed_with_the_oldest_first_archives_the_oldest_and_keeps_its_order()
    {
        Issue[] issues = [.. Enumerable.Range(1, 9).Select(static n => new Issue { Number = n, Id = $"tag:weekly.example,2005:{n}", Title = $"#{n}", Published = PublicationDate.TryParse($"2024-01-0{n}", out PublicationDate day) ? day : null })];
        Feed feed = Feed.FromIssues(new Publication { Title = "W" }, issues, FeedScope.Issues, new FeedOptions { Order = FeedOrder.OldestFirst });
        (feed, PublishedFeed published) = PublishedFeed.Nothing.Follow(feed, DateTimeOffset.UnixEpoch);
        Assert.Equal("#1", feed.Entries[0].Title);
        ArchivedFeed archived = ArchivedFeed.Of(feed, new FeedBudget { Entries = 4 }, published);
        Assert.Equal(["#1", "#2"], archived.Archive(1, Address).Entries.Select(static entry => entry.Title));
        Assert.Equal(["#7", "#8", "#9"], archived.Subscription(Address).Entries.Select(static entry => entry.Title));
    }

    [Fact]
    public void With_its_memory_an_archive_keeps_its_bounds_when_old_entries_grow_come_late_or_are_withdrawn()
    {
        (Feed first, PublishedFeed published) = PublishedFeed.Nothing.Follow(Long(200), DateTimeOffset.UnixEpoch);
        ArchivedFeed before = ArchivedFeed.Of(first, null, published);

        FeedEntry late = Entry(5, 100) with { Id = "tag:weekly.example,2005:late", Title = "Late" };
        FeedEntry[] changed = [.. Long(201).Entries.Where(static entry => entry.Id != Id(60)).Select(static entry => entry.Id == Id(30) ? Entry(30, 600_000) : entry)];
        (Feed second, PublishedFeed again) = before.Published.Follow(Long(0) with { Entries = [.. changed[..190], late, .. changed[190..]] }, DateTimeOffset.UnixEpoch.AddDays(1));
        ArchivedFeed after = ArchivedFeed.Of(second, null, again);

        for (int i = 1; i <= before.Archives; i++)
        {
            string?[] expected = [.. before.Archive(i, Address).Entries.Select(static entry => entry.Id).Where(static id => id != Id(60))];
            Assert.Equal(expected, after.Archive(i, Address).Entries.Select(static entry => entry.Id));
        }

        // The late one is older than all that are not archived yet and so is the first that goes into the next document.
        Assert.Equal("Late", after.Archive(before.Archives + 1, Address).Entries[^1].Title);
        Assert.Equal(Id(60), Assert.Single(after.Subscription(Address).Tombstones).Id);
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"tag:weekly.example,2005:{number}");

    private static string? Address(int number) => number == 0 ? "https://weekly.example/feed" : string.Create(CultureInfo.InvariantCulture, $"https://weekly.example/archive/{number}");

    private static FeedEntry Entry(int number, int length) => new()
    {
        Id = Id(number),
        Title = string.Create(CultureInfo.InvariantCulture, $"第 {number} 条 \"新闻\""),
        Url = string.Create(CultureInfo.InvariantCulture, $"https://weekly.example/{number}"),
        Content = new Content("<p class=\"x\">云" + new string('a', length) + "</p>\n", "云" + new string('a', length)),
        Published = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number),
    };

    private static Feed Long(int count) => new()
    {
        Id = "tag:weekly.example,2005:feed",
        Title = "山海云周报",
        HomePageUrl = "https://weekly.example/",
        Entries = [.. Enumerable.Range(1, count).Reverse().Select(static i => Entry(i, 100 + (i % 50)))],
    };

    private static Dictionary<string, byte[]> Site(Feed feed, FeedFormat format)
    {
        ArchivedFeed archived = ArchivedFeed.Of(feed);
        var site = new Dictionary<string, byte[]> { [Address(0)!] = Written.As(format, archived.Subscription(Address)).Bytes };
        for (int i = 1; i <= archived.Archives; i++) site[Address(i)!] = Written.As(format, archived.Archive(i, Address)).Bytes;
        return site;
    }

    /// <summary>What a client does: the ids of the subscription document, then those of the document that it names as the one before.</summary>
    private static IEnumerable<string?> Walk(Dictionary<string, byte[]> site, FeedFormat format)
    {
        for (string? address = Address(0); address is not null;)
        {
            if (format == FeedFormat.Json)
            {
                using var json = System.Text.Json.JsonDocument.Parse(site[address]);
                foreach (var item in json.RootElement.GetProperty("items").EnumerateArray()) yield return item.GetProperty("id").GetString();
                address = json.RootElement.TryGetProperty("next_url", out var next) ? next.GetString() : null;
                continue;
            }

            var xml = System.Xml.Linq.XDocument.Load(new MemoryStream(site[address]));
            foreach (var entry in xml.Descendants().Where(static e => e.Name.LocalName is "item" or "entry")) yield return entry.Elements().First(static e => e.Name.LocalName is "id" or "guid").Value;
            address = xml.Descendants(Written.AtomNamespace + "link").FirstOrDefault(static link => link.Attribute("rel")?.Value == "prev-archive")?.Attribute("href")?.Value;
        }
    }
}
