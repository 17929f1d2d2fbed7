using System.Net;
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
    public async Task Every_discovery_link_leads_to_a_feed_of_the_type_it_promises(string path)
    {
        string page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        MatchCollection links = DiscoveryLink().Matches(page);
        Assert.Equal(path == "/" ? 12 : 6, links.Count);
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
    public async Task Every_link_within_the_site_leads_somewhere(string path)
    {
        string page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
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

    [GeneratedRegex("""(href|src)="(?<to>/[^"#]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalAddress();

    [GeneratedRegex("""href="#(?<to>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fragment();
}
