using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

public class EntryMediaTests
{
    [Theory]
    [InlineData("https://weekly.example/talk.mp3", "audio/mpeg")]
    [InlineData("https://weekly.example/talk.M4A?token=1.2#t=30", "audio/mp4")]
    [InlineData("https://weekly.example/a/talk.webm", "video/webm")]
    [InlineData("https://weekly.example/talk.html", null)]
    [InlineData("https://player.mp4", null)]
    [InlineData("https://weekly.example/?file=talk.mp3", null)]
    public void A_link_to_a_recording_is_an_enclosure(string url, string? mediaType)
    {
        var item = new Item { Title = "Talk", Items = [new Item { Links = [new Link(url, "Listen"), new Link(url)] }] };
        FeedEnclosure? enclosure = EntryMedia.Enclosures(item).SingleOrDefault();
        Assert.Equal(mediaType, enclosure?.MediaType);
        if (enclosure is not null) Assert.Equal((url, "Listen", null), (enclosure.Url, enclosure.Title, enclosure.Length));
    }

    [Fact]
    public void A_feed_with_a_recording_says_what_players_of_podcasts_show_and_one_without_does_not()
    {
        System.Xml.Linq.XNamespace itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
        var entry = new FeedEntry { Id = "urn:x:1", Title = "T", Enclosures = [new FeedEnclosure("https://weekly.example/1.mp3", "audio/mpeg")] };
        var feed = new Feed { Title = "F", HomePageUrl = "https://weekly.example/", Logo = "https://weekly.example/logo.png", Authors = [new Person("Ana"), new Person("编辑部")], Entries = [entry] };
        System.Xml.Linq.XElement channel = Written.As(FeedFormat.Rss, feed).Xml().Element("channel")!;
        Assert.Equal(("Ana, 编辑部", "https://weekly.example/logo.png"), (channel.Element(itunes + "author")!.Value, channel.Element(itunes + "image")!.Attribute("href")!.Value));
        Assert.Null(channel.Element(itunes + "explicit"));
        Assert.DoesNotContain("itunes", Written.As(FeedFormat.Rss, feed with { Entries = [entry with { Enclosures = [] }] }).Text, StringComparison.Ordinal);

        Written said = Written.As(FeedFormat.Rss, feed with { IsExplicit = false });
        Assert.Equal("false", said.Xml().Element("channel")!.Element(itunes + "explicit")!.Value);
        Assert.False(FeedReader.Read(said.Text).Feed!.IsExplicit);
        Assert.True(Feed.FromSyndicationFeed((feed with { IsExplicit = true }).ToSyndicationFeed()).IsExplicit);
    }

    [Fact]
    public void Entries_of_issues_and_items_carry_their_recordings_and_pictures()
    {
        var issue = new Issue
        {
            Number = 1,
            Sections =
            [
                new Section
                {
                    Items =
                    [
                        new Item
                        {
                            Title = "Talk",
                            Links = [new Link("https://weekly.example/talk.mp3", "Talk")],
                            Content = new Content("<p><img src=\"https://weekly.example/a.png?x=1&amp;y=2\" alt=\"\" /></p>", ""),
                        },
                    ],
                },
            ],
        };
        foreach (FeedScope scope in new[] { FeedScope.Issues, FeedScope.Items })
        {
            FeedEntry entry = Feed.FromIssues(SampleIssues.Publication, [issue], scope).Entries.Single();
            Assert.Equal("https://weekly.example/talk.mp3", Assert.Single(entry.Enclosures).Url);
            Assert.Equal("https://weekly.example/a.png?x=1&y=2", entry.ImageUrl);
            Assert.Equal("0", Written.As(FeedFormat.Rss, entry).XmlEntry().Element("enclosure")!.Attribute("length")!.Value);
        }
    }
}
