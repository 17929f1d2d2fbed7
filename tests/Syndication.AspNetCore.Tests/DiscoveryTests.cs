using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Syndication.AspNetCore.Discovery;

namespace Syndication.AspNetCore.Tests;

/// <summary>How readers find feeds from pages.</summary>
public sealed partial class DiscoveryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_tells_of_its_feeds_in_a_Link_field_and_each_leads_to_what_it_promises()
    {
        await using FeedServer server = await StartAsync();
        using HttpResponseMessage page = await server.GetAsync("/weekly/about");
        string field = string.Join(", ", page.Headers.GetValues("Link"));
        MatchCollection links = Link().Matches(field);
        Assert.Equal(6, links.Count);
        foreach (Match link in links)
        {
            using HttpResponseMessage feed = await server.GetAsync(link.Groups["url"].Value[(FeedServer.Address.Length - 1)..]);
            Assert.Equal((HttpStatusCode.OK, link.Groups["type"].Value), (feed.StatusCode, feed.Content.Headers.ContentType?.MediaType));
        }

        Assert.Contains("title*=UTF-8''Weekly%20%E5%91%A8%E6%8A%A5%20%28Atom%29", field, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/weekly/text")]
    [InlineData("/weekly/missing")]
    [InlineData("/weekly/issues.atom")]
    public async Task Only_pages_tell_of_feeds(string path)
    {
        await using FeedServer server = await StartAsync();
        using HttpResponseMessage answer = await server.GetAsync(path);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? links : [], static link => link.Contains("alternate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_names_itself_and_its_hubs_in_a_Link_field()
    {
        await using FeedServer server = await FeedServer.StartAsync(static options => options.Hubs.Add("https://hub.example/"));
        using HttpResponseMessage answer = await server.GetAsync("/weekly/issues.rss");
        Assert.Equal("<https://hub.example/>; rel=\"hub\", <https://feeds.example.org/weekly/issues.rss>; rel=\"self\"", string.Join(", ", answer.Headers.GetValues("Link")));
        Assert.Contains("rel=\"hub\" href=\"https://hub.example/\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_helper_writes_a_link_for_each_feed_and_nothing_else()
    {
        await using FeedServer server = await StartAsync();
        var helper = new FeedLinksTagHelper(server.Services.GetRequiredService<FeedDirectory>()) { Publication = "weekly" };
        var output = new TagHelperOutput("feed-links", [], static (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        Assert.Null(output.TagName);
        string html = output.Content.GetContent();
        Assert.Equal(6, html.Split('\n').Length);
        Assert.Contains("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Weekly 周报 (Atom)\" href=\"https://feeds.example.org/weekly/issues.atom\">", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        helper.Publication = "missing";
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        Assert.Equal("", output.Content.GetContent());
    }

    private static Task<FeedServer> StartAsync() => FeedServer.StartAsync(map: static app =>
    {
        app.UseFeedDiscovery();
        app.MapGet("/weekly/about", static () => Results.Content("<p>About</p>", "text/html; charset=utf-8"));
        app.MapGet("/weekly/text", static () => "text");
        app.MapFeeds();
    });

    [GeneratedRegex("""<(?<url>[^>]+)>; rel="alternate"; type="(?<type>[^"]+)"; title\*=UTF-8''[^, ]+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
