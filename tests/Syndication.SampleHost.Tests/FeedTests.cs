using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Syndication.SampleHost.Tests;

public sealed class FeedTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly HttpClient client = site.CreateClient();

    [Theory]
    [MemberData(nameof(SampleSite.Feeds), MemberType = typeof(SampleSite))]
    public async Task A_feed_is_well_formed_and_has_its_media_type(string path, string contentType)
    {
        using HttpResponseMessage answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
        byte[] body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(body);
            Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
            Assert.NotEqual(0, json.RootElement.GetProperty("items").GetArrayLength());
        }
        else
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            XDocument document = XDocument.Load(reader);
            Assert.Contains(document.Descendants(), static element => element.Name.LocalName is "item" or "entry" or "outline");
        }
    }

    [Theory]
    [MemberData(nameof(SampleSite.Feeds), MemberType = typeof(SampleSite))]
    public async Task A_feed_that_the_reader_already_has_is_304(string path, string contentType)
    {
        using HttpResponseMessage first = await GetAsync(path);
        Assert.NotNull(first.Headers.ETag);
        Assert.False(first.Headers.ETag.IsWeak);
        Assert.NotNull(first.Content.Headers.LastModified);

        using HttpResponseMessage byTag = await GetAsync(path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag));
        Assert.Equal(HttpStatusCode.NotModified, byTag.StatusCode);
        Assert.Equal(first.Headers.ETag, byTag.Headers.ETag);
        Assert.Empty(await byTag.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        // In the second of a publishing a date cannot tell two versions apart yet, and the host does not trust it (RFC 9110 §8.8.2.2).
        DateTimeOffset? changed = first.Content.Headers.LastModified;
        for (DateTimeOffset? date = first.Headers.Date; date - changed < TimeSpan.FromSeconds(2);)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            using HttpResponseMessage later = await GetAsync(path);
            (date, changed) = (later.Headers.Date, later.Content.Headers.LastModified);
        }

        using HttpResponseMessage byDate = await GetAsync(path, request => request.Headers.IfModifiedSince = changed);
        Assert.Equal(HttpStatusCode.NotModified, byDate.StatusCode);

        using HttpResponseMessage otherTag = await GetAsync(path, static request => request.Headers.TryAddWithoutValidation("If-None-Match", "\"another\""));
        Assert.Equal(HttpStatusCode.OK, otherTag.StatusCode);
        Assert.Equal(contentType, otherTag.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [MemberData(nameof(SampleSite.Feeds), MemberType = typeof(SampleSite))]
    public async Task HEAD_answers_as_GET_without_the_body(string path, string contentType)
    {
        using HttpResponseMessage whole = await GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using HttpResponseMessage head = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(contentType, head.Content.Headers.ContentType?.ToString());
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_feed_cannot_be_posted_to()
    {
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/security-letter/items.rss", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_feed_names_its_own_public_address()
    {
        XElement feed = XElement.Parse(await client.GetStringAsync("/security-letter/items.atom", TestContext.Current.CancellationToken));
        XElement self = Assert.Single(feed.Elements(Atom + "link"), static link => link.Attribute("rel")?.Value == "self");
        Assert.Equal("https://news.example.org/security-letter/items.atom", self.Attribute("href")?.Value);
    }

    [Fact]
    public async Task The_feed_of_issues_has_one_entry_for_each_sample_issue_newest_first()
    {
        XElement feed = XElement.Parse(await client.GetStringAsync("/cloud-native-weekly/issues.atom", TestContext.Current.CancellationToken));
        string[] pages = [.. feed.Elements(Atom + "entry").Select(static entry => entry.Elements(Atom + "link").First(static link => link.Attribute("rel")?.Value is null or "alternate").Attribute("href")!.Value)];
        Assert.Equal(["vol-45", "vol-44", "vol-43", "vol-42", "vol-41"], pages.Select(static page => page.Split('/')[^1]));
    }

    [Fact]
    public async Task The_list_of_feeds_names_each_feed_once_and_each_is_there()
    {
        XElement opml = XElement.Parse(await client.GetStringAsync("/cloud-native-weekly/feeds.opml", TestContext.Current.CancellationToken));
        string[] addresses = [.. opml.Descendants("outline").Select(static outline => outline.Attribute("xmlUrl")!.Value)];
        Assert.Equal(
            ["https://news.example.org/cloud-native-weekly/issues.atom", "https://news.example.org/cloud-native-weekly/items.atom"], addresses.Take(2));
        Assert.Contains("https://news.example.org/cloud-native-weekly/section-%E5%BC%80%E6%BA%90%E9%A1%B9%E7%9B%AE%E6%8E%A8%E8%8D%90.atom", addresses);
        Assert.Equal(addresses.Distinct(), addresses);
        foreach (string address in addresses)
        {
            using HttpResponseMessage feed = await GetAsync(address["https://news.example.org".Length..]);
            Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        prepare?.Invoke(request);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
