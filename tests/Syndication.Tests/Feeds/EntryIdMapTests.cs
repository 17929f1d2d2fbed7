using System.Text;
using System.Text.Json;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

public class EntryIdMapTests
{
    private static readonly Feed Old = new()
    {
        Entries =
        [
            new FeedEntry { Id = "https://weekly.example/?p=7", Url = "http://www.weekly.example/seven/", Title = "Seven" },
            new FeedEntry { Id = "6", Url = "https://old.example/six", Title = "第六期：  升级" },
            new FeedEntry { Id = "https://weekly.example/five#x", Title = "Five, as it was called" },
            new FeedEntry { Id = "4", Title = "Links" },
            new FeedEntry { Id = "3", Title = "Links" },
            new FeedEntry { Id = "new:2", Title = "Two" },
        ],
    };

    private static readonly Feed Fresh = new()
    {
        Entries =
        [
            new FeedEntry { Id = "new:7", Url = "https://weekly.example/seven", Title = "No. 7" },
            new FeedEntry { Id = "new:6", Url = "https://weekly.example/six", Title = "第六期：升级" },
            new FeedEntry { Id = "new:5", Url = "https://weekly.example/five", Title = "Five" },
            new FeedEntry { Id = "new:4", Url = "https://weekly.example/four", Title = "Links" },
            new FeedEntry { Id = "new:2", Url = "https://weekly.example/two", Title = "Two!" },
        ],
    };

    [Fact]
    public void Entries_are_found_by_address_and_by_title_where_nothing_else_has_it() =>
        Assert.Equal(
            [KeyValuePair.Create("https://weekly.example/?p=7", "new:7"), KeyValuePair.Create("https://weekly.example/five#x", "new:5")],
            EntryIdMap.Match(Old, Fresh).Entries);

    [Fact]
    public void A_title_is_compared_without_case_width_and_spaces()
    {
        var old = new Feed { Entries = [new FeedEntry { Id = "1", Title = "ＡＢＣ   weekly" }] };
        Assert.Equal("new:1", EntryIdMap.Match(old, new Feed { Entries = [new FeedEntry { Id = "new:1", Title = "abc Weekly" }] }).Entries["1"]);
    }

    [Fact]
    public void A_migration_keeps_the_ids_that_subscribers_have()
    {
        EntryIdMap map = EntryIdMap.FromJson("""{"https://weekly.example/?p=7":"new:7","6":"http://weekly.example/six/"}"""u8);
        Feed migrated = map.Apply(Fresh);
        Assert.Equal(["https://weekly.example/?p=7", "6", "new:5", "new:4", "new:2"], migrated.Entries.Select(static entry => entry.Id));
        FeedDifference difference = FeedDifference.Between(Old, migrated);
        Assert.Equal(["new:5", "new:4"], difference.New.Select(static entry => entry.Id));
    }

    [Fact]
    public void An_old_id_is_given_once_though_two_entries_lead_to_the_same_address()
    {
        var feed = new Feed { Entries = [new FeedEntry { Id = "a", Url = "https://x.example/" }, new FeedEntry { Id = "b", Url = "https://x.example/" }] };
        Assert.Equal(["old", "b"], EntryIdMap.FromJson("""{"old":"https://x.example"}"""u8).Apply(feed).Entries.Select(static entry => entry.Id));
        Assert.Equal(["a", "old"], EntryIdMap.FromJson("""{"old":"b"}"""u8).Apply(feed).Entries.Select(static entry => entry.Id));
    }

    [Fact]
    public void A_map_is_readable_and_reads_back()
    {
        EntryIdMap map = EntryIdMap.Match(Old, Fresh);
        Assert.Equal("{\n  \"https://weekly.example/?p=7\": \"new:7\",\n  \"https://weekly.example/five#x\": \"new:5\"\n}\n", Encoding.UTF8.GetString(map.ToJson()));
        Assert.Equal(map, EntryIdMap.FromJson(map.ToJson()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"a\":null}")]
    [InlineData("{\"a\":1}")]
    public void What_is_no_map_is_refused(string json) => Assert.Throws<JsonException>(() => EntryIdMap.FromJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_difference_says_what_a_reader_will_show()
    {
        var old = new Feed { Entries = [Entry("1", "One"), Entry("2", "Two"), Entry("3", "Three", "https://x.example/3"), Entry("4", "Four")] };
        var fresh = new Feed { Entries = [Entry("5", "Five"), Entry("1", "One"), Entry("2", "Two, corrected"), Entry("three", "Number three", "https://x.example/3")] };
        FeedDifference difference = FeedDifference.Between(old, fresh);
        Assert.Equal(["5", "three"], difference.New.Select(static entry => entry.Id));
        Assert.Equal([KeyValuePair.Create("3", "three")], difference.Renamed.Entries);
        Assert.Equal(["2"], difference.Changed.Select(static entry => entry.Id));
        Assert.Equal(["3", "4"], difference.Gone.Select(static entry => entry.Id));
        Assert.Equal(1, difference.Unchanged);

        static FeedEntry Entry(string id, string title, string? url = null) => new() { Id = id, Title = title, Url = url, Content = new Content("<p>x</p>", "x") };
    }
}
