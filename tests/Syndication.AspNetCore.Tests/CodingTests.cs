using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Syndication.AspNetCore.Tests;

/// <summary>Content codings and ranges (RFC 9110 §8.4, §12.5.3, §14).</summary>
public sealed class CodingTests
{
    private const string Feed = "/weekly/issues.atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br", "br")]
    [InlineData("zstd", "zstd")]
    [InlineData("deflate", null)]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, zstd", "zstd")]
    [InlineData("br;q=0.1, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0, *", "zstd")]
    [InlineData("*", "br")]
    [InlineData("*;q=0.5, gzip", "gzip")]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("identity;q=1, gzip;q=0.5", null)]
    [InlineData("identity;q=0, gzip;q=0.001", "gzip")]
    [InlineData("*;q=0, identity", null)]
    [InlineData("gzip;q=0.000", null)]
    [InlineData("snappy, lz4", null)]
    public async Task The_coding_of_the_highest_weight_is_served(string? accepted, string? coding)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage whole = await server.GetAsync(Feed);
        using HttpResponseMessage answer = await server.GetAsync(Feed, accepted is null ? [] : [("Accept-Encoding", accepted)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        byte[] expected = await whole.Content.ReadAsByteArrayAsync(Cancel);
        byte[] body = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal(expected, Decode(body, coding));
        Assert.True(coding is null || body.Length < expected.Length);
    }

    [Theory]
    [InlineData("*;q=0")]
    [InlineData("identity;q=0")]
    [InlineData("identity;q=0, deflate")]
    public async Task Where_nothing_is_acceptable_the_answer_is_406(string accepted)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync(Feed, ("Accept-Encoding", accepted));
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task Every_coding_has_a_validator_of_its_own()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        var tags = new Dictionary<string, string>();
        foreach (string coding in new[] { "identity", "gzip", "br", "zstd" })
        {
            using HttpResponseMessage answer = await server.GetAsync(Feed, ("Accept-Encoding", coding));
            tags[coding] = answer.Headers.ETag!.ToString();
        }

        Assert.Equal(4, tags.Values.Distinct().Count());
        foreach ((string coding, string tag) in tags)
        {
            using HttpResponseMessage same = await server.GetAsync(Feed, ("Accept-Encoding", coding), ("If-None-Match", tag));
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            using HttpResponseMessage other = await server.GetAsync(Feed, ("Accept-Encoding", coding == "br" ? "gzip" : "br"), ("If-None-Match", tag));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=5-5", 5, 1)]
    [InlineData("bytes=100-", 100, -1)]
    [InlineData("bytes=-10", -10, -1)]
    [InlineData("bytes=-99999999", 0, -1)]
    [InlineData("bytes=10-99999999", 10, -1)]
    [InlineData("BYTES=0-0", 0, 1)]
    public async Task A_range_is_a_part_of_the_same_bytes(string range, int from, int length)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage whole = await server.GetAsync(Feed);
        byte[] body = await whole.Content.ReadAsByteArrayAsync(Cancel);
        if (from < 0) from += body.Length;
        if (length < 0) length = body.Length - from;
        using HttpResponseMessage answer = await server.GetAsync(Feed, ("Range", range));
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(from, from + length - 1, body.Length), answer.Content.Headers.ContentRange);
        Assert.Equal(body.AsSpan(from, length).ToArray(), await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(whole.Headers.ETag, answer.Headers.ETag);
    }

    [Theory]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("lines=0-1")]
    [InlineData("bytes=5-1")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes")]
    public async Task A_range_that_is_none_is_passed_over(string range)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage answer = await server.GetAsync(Feed, ("Range", range));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("bytes=99999999-")]
    [InlineData("bytes=-0")]
    public async Task A_range_beyond_the_end_is_416_with_the_length(string range)
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage whole = await server.GetAsync(Feed);
        using HttpResponseMessage answer = await server.GetAsync(Feed, ("Range", range));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, answer.Content.Headers.ContentRange?.Length);
    }

    [Fact]
    public async Task A_range_is_taken_only_of_the_version_that_the_reader_has()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        using HttpResponseMessage whole = await server.GetAsync(Feed);
        string tag = whole.Headers.ETag!.ToString();
        foreach ((string condition, HttpStatusCode status) in new[] { (tag, HttpStatusCode.PartialContent), ("W/" + tag, HttpStatusCode.OK), ("\"other\"", HttpStatusCode.OK), ("Sat, 01 Jan 2000 00:00:00 GMT", HttpStatusCode.OK) })
        {
            using HttpResponseMessage answer = await server.GetAsync(Feed, ("Range", "bytes=0-9"), ("If-Range", condition));
            Assert.Equal(status, answer.StatusCode);
        }

        using HttpResponseMessage head = await server.SendAsync(HttpMethod.Head, Feed, ("Range", "bytes=0-9"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    private static byte[] Decode(byte[] body, string? coding)
    {
        using var coded = new MemoryStream(body);
        using var decoded = new MemoryStream();
        using Stream reader = coding switch
        {
            "gzip" => new GZipStream(coded, CompressionMode.Decompress),
            "br" => new BrotliStream(coded, CompressionMode.Decompress),
            "zstd" => new ZstdSharp.DecompressionStream(coded),
            _ => coded,
        };
        reader.CopyTo(decoded);
        return decoded.ToArray();
    }
}
