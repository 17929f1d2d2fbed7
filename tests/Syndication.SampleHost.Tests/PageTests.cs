using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Syndication.SampleHost.Tests;

public sealed partial class PageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private readonly HttpClient client = site.CreateClient();

    [Fact]
    public async Task The_home_page_lists_every_sample_issue()
    {
        string home = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        foreach (string page in SampleSite.IssuePages.Select(static row => row.Data)) Assert.Contains($"href=\"{page}\"", home, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SampleSite.IssuePages), MemberType = typeof(SampleSite))]
    public async Task An_issue_has_a_page_with_its_sections_in_its_own_language(string path)
    {
        string page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(path.StartsWith("/cloud", StringComparison.Ordinal) ? "<html lang=\"zh-Hans\">" : "<html lang=\"en\">", page, StringComparison.Ordinal);
        foreach (string title in path.StartsWith("/cloud", StringComparison.Ordinal) ? new[] { "业界要闻", "上游重要进展", "开源项目推荐", "本周阅读推荐" } : ["Advisories", "Tools worth an hour", "Short notes"])
        {
            Assert.Matches($"<h2[^>]*>\\s*{title}\\s*</h2>", page);
        }
    }

    [Theory]
    [InlineData("/cloud-native-weekly/vol-41", "Kubernetes 1.28 带来原生 Sidecar", "第 41 期", "2023-08-18")]
    [InlineData("/cloud-native-weekly/vol-42", "Windows 节点漏洞与 KEDA 毕业", "第 42 期", "2023-08-25")]
    [InlineData("/cloud-native-weekly/vol-43", "Gateway API 开始照顾服务网格", "第 43 期", "2023-09-01")]
    [InlineData("/cloud-native-weekly/vol-44", "Istio 1.19 与 Prometheus 2.47", "第 44 期", "2023-09-08")]
    [InlineData("/cloud-native-weekly/vol-45", "旧软件源冻结，新补丁到来", "第 45 期", "2023-09-15")]
    [InlineData("/security-letter/letter-07", "Half a second that gave a backdoor away", "No. 7", "2024-04-05")]
    [InlineData("/security-letter/letter-08", "Floods, quotes and batch files", "No. 8", "2024-04-12")]
    [InlineData("/security-letter/letter-09", "A nonce with nine quiet bits", "No. 9", "2024-04-19")]
    public async Task An_issue_is_headed_by_its_title_number_and_date(string path, string headline, string number, string date)
    {
        string page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        Assert.Matches($"<h1[^>]*>{Regex.Escape(headline)}</h1>", page);
        Assert.Contains($"<span>{number}</span>", page, StringComparison.Ordinal);
        Assert.Contains($"<time datetime=\"{date}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cloud-native-weekly/")]
    [InlineData("/security-letter/letter-07")]
    [InlineData("/security-letter/section-advisories")]
    [InlineData("/cloud-native-weekly/search?q=etcd")]
    [InlineData("/about-feeds")]
    public async Task Every_discovery_link_leads_to_a_feed_of_the_type_it_promises(string path)
    {
        string page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        MatchCollection links = DiscoveryLink().Matches(page);
        Assert.Equal(path switch { "/" or "/about-feeds" => 12, "/security-letter/section-advisories" => 9, "/cloud-native-weekly/search?q=etcd" => 3, _ => 6 }, links.Count);
        foreach (Match link in links)
        {
            using HttpResponseMessage feed = await client.GetAsync(new Uri(link.Groups["href"].Value, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
            Assert.Equal(link.Groups["type"].Value, feed.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cloud-native-weekly/")]
    [InlineData("/cloud-native-weekly/vol-41")]
    [InlineData("/security-letter/letter-09")]
    [InlineData("/security-letter/")]
    [InlineData("/security-letter/section-advisories")]
    [InlineData("/cloud-native-weekly/label-kep")]
    [InlineData("/cloud-native-weekly/domain-kubernetes.io")]
    [InlineData("/about-feeds")]
    [InlineData("/search?q=kubernetes")]
    [InlineData("/cloud-native-weekly/search?q=%E8%8A%82%E7%82%B9")]
    [InlineData("/nothing-here")]
    public async Task Every_link_within_the_site_leads_somewhere(string path)
    {
        using HttpResponseMessage opened = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        string page = await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string[] addresses = [.. LocalAddress().Matches(page).Select(static match => match.Groups["to"].Value).Distinct()];
        Assert.NotEmpty(addresses);
        foreach (string address in addresses)
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{path} links to {address}: {answer.StatusCode}");
        }

        foreach (Match fragment in Fragment().Matches(page)) Assert.Contains($"id=\"{fragment.Groups["to"].Value}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/security-letter/section-advisories", "Advisories", "letter-09", "letter-08", "letter-07")]
    [InlineData("/cloud-native-weekly/section-业界要闻", "业界要闻", "vol-45", "vol-44", "vol-43", "vol-42", "vol-41")]
    [InlineData("/cloud-native-weekly/label-kep", "KEP", "vol-45", "vol-44", "vol-43", "vol-42", "vol-41")]
    [InlineData("/security-letter/domain-github.com", "github.com", "letter-09")]
    public async Task A_topic_has_a_page_with_its_items_of_every_issue_and_its_own_feeds(string path, string title, params string[] issues)
    {
        string page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        Assert.Matches($"<h1[^>]*>{title}</h1>", page);
        string newsletter = path[..(path.LastIndexOf('/') + 1)];
        Assert.Equal(issues, SliceLink().Matches(page).Select(static match => match.Groups["to"].Value).Select(to => to[newsletter.Length..]).Take(issues.Length));
        string address = newsletter + Uri.EscapeDataString(path[newsletter.Length..]);
        using JsonDocument feed = JsonDocument.Parse(await client.GetStringAsync($"{address}.json", TestContext.Current.CancellationToken));
        Assert.Equal(feed.RootElement.GetProperty("items").GetArrayLength(), page.Split("<article class=\"item\">").Length - 1);
        foreach (string format in new[] { "rss", "atom", "json" }) Assert.Contains($"<a class=\"feed\" href=\"{address}.{format}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_s_sections_lead_to_all_issues_and_the_newsletter_to_its_topics()
    {
        Assert.Contains("href=\"/security-letter/section-advisories\"", await client.GetStringAsync("/security-letter/letter-08", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        string newsletter = await client.GetStringAsync("/cloud-native-weekly/", TestContext.Current.CancellationToken);
        foreach (string topic in new[] { "label-kep", "label-pr", "domain-github.com", "section-%E4%B8%9A%E7%95%8C%E8%A6%81%E9%97%BB" }) Assert.Contains($"href=\"/cloud-native-weekly/{topic}\"", newsletter, StringComparison.Ordinal);
        Assert.DoesNotContain("section-sponsored", newsletter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=kubernetes", 2)]
    [InlineData("/security-letter/search?q=kubernetes", 1)]
    [InlineData("/cloud-native-weekly/search?q=%E8%BD%AF%E4%BB%B6%E6%BA%90", 1)]
    [InlineData("/security-letter/search?q=xyzzy", 1)]
    [InlineData("/search?q=xyzzy", 0)]
    [InlineData("/search?q=", 0)]
    [InlineData("/search", 0)]
    public async Task A_search_offers_the_feed_of_what_it_finds_and_will_find(string path, int feeds)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string[] offered = [.. LocalAddress().Matches(page).Select(static match => match.Groups["to"].Value).Where(static to => to.Contains("/search.atom?q=", StringComparison.Ordinal)).Distinct()];
        Assert.Equal(feeds, offered.Length);
        int entries = 0;
        foreach (string feed in offered) entries += (await client.GetStringAsync(feed, TestContext.Current.CancellationToken)).Split("<entry>").Length - 1;
        Assert.Equal(entries, page.Split("<article class=\"item\">").Length - 1);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using HttpResponseMessage unchanged = await client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' onfocus='alert(1)")]
    [InlineData("</title><img src=x onerror=alert(1)>")]
    [InlineData("\u0000\u0008\ud800")]
    [InlineData("(a+)+$ [[[[ \\ %s ${x} {{x}}")]
    public async Task What_is_searched_for_is_text_and_nothing_else(string words)
    {
        string page = await client.GetStringAsync($"/search?q={Uri.EscapeDataString(words.Replace("\ud800", "\uFFFD", StringComparison.Ordinal))}", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onfocus='", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, page.Split("<input").Length);
    }

    [Fact]
    public async Task A_search_that_is_too_long_is_400_with_a_page_and_one_in_no_newsletter_404()
    {
        using HttpResponseMessage longer = await client.GetAsync(new Uri("/search?q=" + new string('a', 201), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        Assert.Contains("at most 200", await longer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using HttpResponseMessage nowhere = await client.GetAsync(new Uri("/no-letter/search?q=a", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Theory]
    [InlineData("/", "website", "Newsletter issues, read into structure and served as feeds.")]
    [InlineData("/about-feeds", "website", "News that comes to you")]
    [InlineData("/cloud-native-weekly/", "website", "每周五，和你一起读懂云原生社区")]
    [InlineData("/cloud-native-weekly/vol-45", "article", "这一周最要紧的事只有一件")]
    [InlineData("/security-letter/section-advisories", "website", "Advisories in every issue of The Supply Line")]
    public async Task A_page_says_how_it_looks_where_it_is_shared(string path, string type, string description)
    {
        string page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        Dictionary<string, string> card = ShareField().Matches(page).ToDictionary(static match => match.Groups["name"].Value, static match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        Assert.Equal(type, card["og:type"]);
        Assert.NotEmpty(card["og:title"]);
        Assert.StartsWith(description, card["og:description"], StringComparison.Ordinal);
        Assert.Equal("https://news.example.org" + path, card["og:url"]);
        Assert.Contains($"<link rel=\"canonical\" href=\"{card["og:url"]}\"", page, StringComparison.Ordinal);
        Assert.Equal("summary_large_image", card["twitter:card"]);
        Assert.Equal(path.EndsWith("vol-45", StringComparison.Ordinal), card.ContainsKey("article:published_time"));
        using HttpResponseMessage picture = await client.GetAsync(new Uri(card["og:image"]["https://news.example.org".Length..], UriKind.Relative), TestContext.Current.CancellationToken);
        byte[] png = await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal((card["og:image:width"], card["og:image:height"]), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ToString(CultureInfo.InvariantCulture), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("de,en-GB;q=0.7", "en")]
    [InlineData("fr", "en")]
    [InlineData("en;q=0.2, zh-TW", "zh-Hans")]
    [InlineData("zh;q=0, *", "en")]
    public async Task The_home_page_speaks_the_language_that_the_browser_asks_for(string accepted, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal([expected], answer.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Contains($"<html lang=\"{expected}\">", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/cloud-native-weekly/vol-999")]
    [InlineData("/cloud-native-weekly/items.xml")]
    [InlineData("/../appsettings.json")]
    [InlineData("/cloud-native-weekly/..%2fpublication.json")]
    public async Task An_unknown_address_is_404_with_a_page(string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newsletter_without_its_slash_is_redirected()
    {
        using HttpClient direct = site.CreateClient(new() { AllowAutoRedirect = false });
        using HttpResponseMessage answer = await direct.GetAsync(new Uri("/security-letter", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/security-letter/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cloud-native-weekly/vol-41")]
    [InlineData("/cloud-native-weekly/items.atom")]
    [InlineData("/site.css")]
    [InlineData("/nothing-here")]
    public async Task Every_answer_carries_the_headers_that_keep_it_inert(string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [GeneratedRegex("""<link rel="alternate" type="(?<type>[^"]+)"[^>]* href="(?<href>[^"]+)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DiscoveryLink();

    [GeneratedRegex("""<meta (property|name)="(?<name>(og|article|twitter):[^"]+)" content="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShareField();

    [GeneratedRegex("""<section class="slice".*?<a href="(?<to>[^"]+)""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex SliceLink();

    [GeneratedRegex("""(href|src)="(?<to>/[^"#]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalAddress();

    [GeneratedRegex("""href="#(?<to>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fragment();
}
