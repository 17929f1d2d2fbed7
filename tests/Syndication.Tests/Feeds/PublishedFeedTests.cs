using System.Text;
using System.Text.Json;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

public class PublishedFeedTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly FeedEntry Entry = new()
    {
        Id = "tag:weekly.example,2005:1",
        Title = "升级那些事",
        Url = "https://weekly.example/1",
        Content = new Content("<p>Back up <a href=\"https://a.example/\">first</a>.</p>", "Back up first."),
        Published = new DateTimeOffset(2024, 5, 13, 0, 0, 0, TimeSpan.Zero),
    };

    public static TheoryData<string, FeedEntry> SameToAReader => new()
    {
        { "other markup", Entry with { Content = new Content("<div class=\"new\">Back up\n <a class=\"l\" href=\"https://a.example/\">first</a>.</div>", "Back up\nfirst.") } },
        { "another date of change of its page", Entry with { Updated = Now.AddDays(-1) } },
        { "another summary of the same content", Entry with { Summary = "Back…" } },
        { "another section", Entry with { SectionTitle = "Other", Categories = [new FeedCategory("other")] } },
    };

    public static TheoryData<string, FeedEntry> OtherToAReader => new()
    {
        { "title", Entry with { Title = "升级那些事！" } },
        { "text", Entry with { Content = new Content("<p>Back up last.</p>", "Back up last.") } },
        { "a link in the text", Entry with { Content = new Content("<p>Back up <a href=\"https://b.example/\">first</a>.</p>", "Back up first.") } },
        { "address", Entry with { Url = "https://weekly.example/one" } },
        { "file", Entry with { Enclosures = [new FeedEnclosure("https://weekly.example/1.mp3", "audio/mpeg")] } },
    };

    [Theory]
    [MemberData(nameof(SameToAReader), DisableDiscoveryEnumeration = true)]
    public void What_is_the_same_to_a_reader_keeps_its_date(string what, FeedEntry same) => Assert.True(Followed(Entry, same).Updated is null, what);

    [Theory]
    [MemberData(nameof(OtherToAReader), DisableDiscoveryEnumeration = true)]
    public void What_changed_has_the_date_at_which_that_was_seen(string what, FeedEntry other) => Assert.True(Followed(Entry, other).Updated == Now, what);

    [Fact]
    public void What_changed_takes_the_date_that_its_source_gives()
    {
        DateTimeOffset told = new(2024, 6, 1, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(told, Followed(Entry, Entry with { Title = "New", Updated = told }).Updated);
    }

    [Fact]
    public void A_date_of_change_stays_when_nothing_changes_any_more()
    {
        Feed feed = Feed(Entry with { Title = "New" });
        PublishedFeed first = PublishedFeed.Nothing.Follow(Feed(Entry), Now.AddYears(-1)).Published;
        PublishedFeed second = first.Follow(feed, Now.AddTicks(7)).Published;
        PublishedFeed read = PublishedFeed.FromJson(second.ToJson());
        Assert.Equal(second, read);
        (Feed third, PublishedFeed published) = read.Follow(feed, Now.AddYears(1));
        Assert.Equal((Now, Now), (third.Entries[0].Updated!.Value, third.Updated!.Value));
        Assert.Equal(second, published);
    }

    [Fact]
    public void A_withdrawn_entry_is_named_until_it_comes_back()
    {
        FeedEntry other = Entry with { Id = "tag:weekly.example,2005:2", Title = "Other" };
        PublishedFeed first = PublishedFeed.Nothing.Follow(Feed(Entry, other), Now).Published;
        (Feed without, PublishedFeed second) = first.Follow(Feed(other), Now);
        Assert.Equal([new FeedTombstone(Entry.Id!, Now)], without.Tombstones);
        (Feed later, PublishedFeed third) = second.Follow(Feed(other), Now.AddDays(1));
        Assert.Equal(without, later);
        Assert.Empty(third.Follow(Feed(Entry, other), Now.AddDays(2)).Feed.Tombstones);
    }

    [Fact]
    public void The_date_of_change_of_the_feed_never_runs_backwards()
    {
        FeedEntry other = Entry with { Id = "tag:weekly.example,2005:2", Title = "Other" };
        PublishedFeed first = PublishedFeed.Nothing.Follow(Feed(Entry, other), Now.AddDays(-3)).Published;
        (Feed edited, PublishedFeed second) = first.Follow(Feed(Entry with { Title = "Edited" }, other), Now.AddDays(-2));
        (Feed withdrawn, PublishedFeed third) = second.Follow(Feed(other), Now.AddDays(-1));
        (Feed back, _) = PublishedFeed.FromJson(third.ToJson()).Follow(Feed(Entry, other), Now);
        Assert.Equal([Now.AddDays(-2), Now.AddDays(-1), Now], new[] { edited.Updated!.Value, withdrawn.Updated!.Value, back.Updated!.Value });
        Assert.Equal(withdrawn.Updated, PublishedFeed.FromJson(third.ToJson()).Follow(Feed(other), Now).Feed.Updated);
    }

    [Fact]
    public void A_feed_keeps_the_id_that_it_was_published_with()
    {
        PublishedFeed first = PublishedFeed.Nothing.Follow(Feed(Entry) with { Id = "urn:first" }, Now).Published;
        Assert.Equal("urn:first", PublishedFeed.FromJson(first.ToJson()).Follow(Feed(Entry) with { Id = "urn:second" }, Now).Feed.Id);
        Assert.Equal("urn:second", PublishedFeed.Nothing.Follow(Feed(Entry), Now).Published.Follow(Feed(Entry) with { Id = "urn:second" }, Now).Feed.Id);
    }

    [Fact]
    public void An_entry_that_a_limit_cut_off_is_not_withdrawn()
    {
        Issue[] issues = [.. Enumerable.Range(1, 3).Select(static n => new Issue { Number = n, Id = $"tag:weekly.example,2005:{n}", Title = $"#{n}" })];
        var options = new FeedOptions { MaxEntries = 2 };
        PublishedFeed published = PublishedFeed.Nothing.Follow(Syndication.Feeds.Feed.FromIssues(new Publication(), issues[..2], FeedScope.Issues, options), Now).Published;
        (Feed next, published) = published.Follow(Syndication.Feeds.Feed.FromIssues(new Publication(), issues, FeedScope.Issues, options), Now);
        Assert.Equal(["#3", "#2"], next.Entries.Select(static entry => entry.Title));
        Assert.Empty(next.Tombstones);
        Assert.Equal(3, published.Entries.Length);
    }

    [Fact]
    public void The_memory_is_written_an_entry_a_line()
    {
        PublishedFeed published = PublishedFeed.Nothing.Follow(Feed(Entry with { Updated = Now }, Entry with { Id = "a:0" }) with { Id = "urn:f" }, Now).Published;
        Assert.Equal(
            """
            {"id":"urn:f","updated":"2030-01-01T12:00:00+00:00","entries":[
            {"id":"a:0","digest":"71074993aadfa8b57f4f"},
            {"id":"tag:weekly.example,2005:1","digest":"71074993aadfa8b57f4f","updated":"2030-01-01T12:00:00+00:00"}
            ]}
            """,
            Encoding.UTF8.GetString(published.ToJson()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"entries\":[null]}")]
    [InlineData("{\"entries\":[{\"id\":\"a\"}]}")]
    [InlineData("{\"entries\":[{\"id\":null,\"digest\":\"\"}]}")]
    [InlineData("{\"updated\":\"soon\",\"entries\":[]}")]
    [InlineData("[")]
    public void What_is_no_memory_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => PublishedFeed.FromJson(Encoding.UTF8.GetBytes(json)));

    private static FeedEntry Followed(FeedEntry before, FeedEntry after)
    {
        PublishedFeed published = PublishedFeed.Nothing.Follow(Feed(before), Now.AddYears(-1)).Published;
        return published.Follow(Feed(after), Now).Feed.Entries[0];
    }

    private static Feed Feed(params FeedEntry[] entries) => new() { Title = "F", Entries = [.. entries] };
}
