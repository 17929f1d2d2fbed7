using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Syndication.SampleHost.Tests;

/// <summary>Feeds opened in a browser: by somebody who does not know what they are, and wants to read.</summary>
public sealed partial class FeedInBrowserTests(OpenSite site, Chromium chromium) : IClassFixture<OpenSite>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData("/security-letter/issues.rss", "The Supply Line", "This is a feed.", "A nonce with nine quiet bits")]
    [InlineData("/security-letter/issues.atom", "The Supply Line", "This is a feed.", "A nonce with nine quiet bits")]
    [InlineData("/security-letter/section-advisories.atom", "The Supply Line — Advisories", "This is a feed.", "PuTTY 0.81: throw these keys away (CVE-2024-31497)")]
    [InlineData("/cloud-native-weekly/items.rss", "云上周刊 — 条目", "这是一个订阅源。", "Kubernetes 1.28.2 等补丁版本发布")]
    [InlineData("/cloud-native-weekly/search.atom?q=kubernetes", "云上周刊 — 搜索：kubernetes", "这是一个订阅源。", "Kubernetes 1.28.2 等补丁版本发布")]
    public async Task A_feed_shows_its_title_what_it_is_and_its_entries_in_light_and_dark(string path, string title, string explanation, string entry)
    {
        var papers = new List<string>();
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            IPage page = await site.OpenAsync(chromium.Browser, path, new() { ColorScheme = scheme, ViewportSize = new() { Width = 390, Height = 800 } });
            Shown shown = await page.EvaluateAsync<Shown>("""
                () => {
                    const root = document.documentElement, style = getComputedStyle(root), seen = element => element.getClientRects().length > 0;
                    return {
                        text: root.innerText ?? [...document.querySelectorAll('title, p, a')].filter(seen).map(element => element.textContent).join('\n'),
                        paper: style.backgroundColor, ink: style.color, raw: document.querySelectorAll('pre, html').length,
                        width: root.scrollWidth, heading: parseFloat(getComputedStyle(document.querySelector('title')).fontSize),
                        hidden: [...document.querySelectorAll('guid, id, link, generator, encoded, content, category')].filter(seen).length,
                        entries: document.querySelectorAll('item, entry').length,
                        links: [...document.querySelectorAll('item > a, entry > a')].filter(seen).length,
                    };
                }
                """);
            Assert.Contains(title, shown.Text, StringComparison.Ordinal);
            Assert.Contains(explanation, shown.Text, StringComparison.Ordinal);
            Assert.Contains(entry, shown.Text, StringComparison.Ordinal);
            Assert.Equal((0, 0), (shown.Raw, shown.Hidden));
            Assert.InRange(shown.Heading, 24, 60);
            Assert.InRange(shown.Width, 300, 390);
            Assert.True(shown.Entries > 0 && shown.Links == shown.Entries, $"{shown.Links} of {shown.Entries} entries have a link.");
            Assert.True(Contrast(shown.Ink, shown.Paper) > 7, $"{shown.Ink} on {shown.Paper}");
            papers.Add(shown.Paper);
            await page.Context.CloseAsync();
        }

        Assert.NotEqual(papers[0], papers[1]);
    }

    [Theory]
    [InlineData("/security-letter/issues.rss", "item > a")]
    [InlineData("/security-letter/items.atom", "entry > a")]
    [InlineData("/security-letter/issues.atom", "feed > div a")]
    [InlineData("/security-letter/items.html", "article h2 a")]
    public async Task A_link_in_it_leads_where_it_says(string path, string link)
    {
        IPage page = await site.OpenAsync(chromium.Browser, path, new());
        string address = (await page.Locator(link).First.GetAttributeAsync("href"))!;
        await page.Locator(link).First.ClickAsync();
        await page.WaitForURLAsync(new Uri(site.Root, address).AbsoluteUri);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_of_a_feed_shows_the_same_in_light_and_dark_and_leads_to_its_formats()
    {
        var papers = new List<string>();
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            IPage page = await site.OpenAsync(chromium.Browser, "/security-letter/section-advisories.html", new() { ColorScheme = scheme });
            Assert.Equal("The Supply Line — Advisories", (await page.Locator("h1").InnerTextAsync()).Trim());
            Assert.StartsWith("This page shows a feed.", await page.Locator(".guide p").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(["RSS", "Atom", "JSON Feed"], await page.Locator(".guide a").AllInnerTextsAsync());
            using var client = new HttpClient { BaseAddress = site.Root };
            string feed = await client.GetStringAsync(new Uri("/security-letter/section-advisories.atom", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(feed.Split("<entry>").Length - 1, await page.Locator("article").CountAsync());
            papers.Add(await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
            await page.Context.CloseAsync();
        }

        Assert.NotEqual(papers[0], papers[1]);
    }

    [Fact]
    public async Task Under_its_own_name_a_browser_would_show_its_source()
    {
        IPage page = await site.OpenAsync(chromium.Browser, "/security-letter/issues.rss", new(), static page =>
            page.RouteAsync("**/issues.rss", static route => route.ContinueAsync(new() { Headers = new Dictionary<string, string>(route.Request.Headers) { ["accept"] = "*/*" } })));
        Assert.Equal(1, await page.Locator("pre").CountAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>The contrast of two colours (WCAG 2.2, §1.4.3).</summary>
    private static double Contrast(string first, string second)
    {
        double[] luminance = [.. new[] { Luminance(first), Luminance(second) }.Order()];
        return (luminance[1] + 0.05) / (luminance[0] + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts = [.. Number().Matches(colour).Take(3).Select(static part => double.Parse(part.Value, System.Globalization.CultureInfo.InvariantCulture) / 255)
            .Select(static part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();

    private sealed record Shown
    {
        public string Text { get; set; } = "";

        public string Paper { get; set; } = "";

        public string Ink { get; set; } = "";

        /// <summary>Signs that the browser shows the source instead.</summary>
        public int Raw { get; set; }

        public double Width { get; set; }

        /// <summary>The size of the title in pixels.</summary>
        public double Heading { get; set; }

        /// <summary>How many things are seen that are for machines.</summary>
        public int Hidden { get; set; }

        public int Entries { get; set; }

        public int Links { get; set; }
    }
}
