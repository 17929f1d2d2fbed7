using System.ServiceModel.Syndication;
using System.Xml;
using Syndication.Feeds;

namespace Syndication.Tests.Feeds;

/// <summary>What reading keeps in memory: measured while no other test runs.</summary>
[Collection("measured")]
public sealed class FeedReaderMemoryTests
{
    [Fact]
    public void A_long_feed_takes_half_the_memory_that_the_platforms_reader_takes()
    {
        var feed = new Feed { Title = "T", Entries = [.. Enumerable.Range(0, 20_000).Select(static i => new FeedEntry { Id = "tag:weekly.example,2024:" + i, Title = "Title " + i, Url = "https://weekly.example/" + i, Published = DateTimeOffset.UnixEpoch, Authors = [new("Ana")], Categories = [new("releases")] })] };
        byte[] bytes = Written.As(FeedFormat.Rss, feed).Bytes;
        long ours = Kept(() => FeedReader.Read(bytes));
        long theirs = Kept(() =>
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(bytes));
            return SyndicationFeed.Load(reader);
        });
        Assert.True(2 * ours < theirs, $"{ours} of {theirs} bytes");

        static long Kept(Func<object> read)
        {
            read();
            long before = GC.GetTotalMemory(forceFullCollection: true);
            object kept = read();
            long after = GC.GetTotalMemory(forceFullCollection: true);
            GC.KeepAlive(kept);
            return after - before;
        }
    }
}
