using System.Buffers;
using Syndication.Feeds;

namespace Syndication.Tests.Feeds;

public class FeedGoldenTests
{
    public static TheoryData<string, string> EveryFeed()
    {
        var data = new TheoryData<string, string>();
        foreach (FeedScope scope in FeedScope.Standard)
        {
            foreach (FeedFormat format in FeedFormat.ForReaders) data.Add(scope.Slug, format.FileExtension);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryFeed))]
    public void The_sample_issues_are_written_as_in_the_golden_file(string scope, string extension)
    {
        FeedFormat format = FeedFormat.ForReaders.Single(format => format.FileExtension == extension);
        GoldenFile.Match(scope + extension, Written.As(format, Sample(scope, extension)).Bytes);
    }

    [Theory]
    [MemberData(nameof(EveryFeed))]
    public async Task Writing_to_a_stream_gives_the_same_bytes_as_writing_to_a_buffer(string scope, string extension)
    {
        FeedFormat format = FeedFormat.ForReaders.Single(format => format.FileExtension == extension);
        Feed feed = Sample(scope, extension);
        feed = feed with { Entries = [.. Enumerable.Repeat(feed.Entries, 120).SelectMany(static entries => entries)] };
        using var stream = new MemoryStream();
        var diagnostics = await feed.WriteAsync(stream, format, TestContext.Current.CancellationToken);
        Written written = Written.As(format, feed);
        Assert.True(stream.Length > 128 * 1024, "long enough for several chunks");
        Assert.Equal(written.Bytes, stream.ToArray());
        Assert.Equal(written.Diagnostics.AsEnumerable(), diagnostics);
    }

    [Fact]
    public void The_list_of_feeds_is_written_as_in_the_golden_file()
    {
        OpmlDocument document = OpmlDocument.FromFeeds("山海云周报的订阅 & feeds", FeedScope.Standard.Select(scope => Sample(scope.Slug, ".atom")));
        var output = new ArrayBufferWriter<byte>();
        Assert.Empty(document.Write(output));
        GoldenFile.Match("feeds.opml", output.WrittenSpan);
    }

    internal static Feed Sample(string scope, string extension) => Feed.FromIssues(
        SampleIssues.Publication,
        [SampleIssues.First, SampleIssues.Second],
        FeedScope.Standard.Single(known => known.Slug == scope),
        new FeedOptions
        {
            FeedUrl = $"https://weekly.example/{scope}{extension}",
            Logo = "https://weekly.example/logo.png",
            Icon = "https://weekly.example/icon.png",
            Rights = "CC BY 4.0",
            Links = [new FeedLink("hub", "https://hub.example/")],
        });
}
