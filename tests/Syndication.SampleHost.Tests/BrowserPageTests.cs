using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Syndication.SampleHost.Tests;

/// <summary>The pages in a real browser: for everybody, on every screen and on paper.</summary>
public sealed class BrowserPageTests(OpenSite site, Chromium chromium) : IClassFixture<OpenSite>, IClassFixture<Chromium>
{
    [Theory]
    [MemberData(nameof(OpenSite.Pages), MemberType = typeof(OpenSite))]
    public async Task Axe_finds_nothing_that_keeps_anybody_out(string path, string language)
    {
        // Axe brings its script with it, which the policy of the pages would not let run.
        IPage page = await site.OpenAsync(chromium.Browser, path, new() { Locale = language, BypassCSP = true, ReducedMotion = ReducedMotion.Reduce });
        foreach ((int width, ColorScheme scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            AxeResult result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            Assert.True(result.Passes.Length > 10, "Axe has looked at nothing.");
            Assert.Equal([], result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{scheme} {rule.Id}: {node.Html} {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(static check => check.Message))}")));
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(OpenSite.Pages), MemberType = typeof(OpenSite))]
    public async Task Nothing_is_wider_than_the_screen_of_a_phone(string path, string language) => Assert.Empty((await FactsAsync(path, language)).Wide);

    [Theory]
    [MemberData(nameof(OpenSite.Pages), MemberType = typeof(OpenSite))]
    public async Task Nothing_moves_while_a_page_loads(string path, string language) => Assert.Empty((await FactsAsync(path, language)).Shifts);

    [Theory]
    [MemberData(nameof(OpenSite.Pages), MemberType = typeof(OpenSite))]
    public async Task The_policy_has_nothing_to_stop(string path, string language) => Assert.Empty((await FactsAsync(path, language)).Stopped);

    [Theory]
    [MemberData(nameof(OpenSite.Pages), MemberType = typeof(OpenSite))]
    public async Task Chinese_is_said_to_be_Chinese_and_English_English(string path, string language) => Assert.Empty((await FactsAsync(path, language)).Mistaken);

    [Fact]
    public async Task The_pictures_would_move_the_words_if_nothing_kept_their_room()
    {
        IPage page = await site.OpenAsync(chromium.Browser, "/picture-post/no-1", new() { ViewportSize = new() { Width = 390, Height = 3000 } }, async page =>
        {
            await page.AddInitScriptAsync(PageFacts.NoteShifts);
            await page.RouteAsync("**/site.css", static route => route.FulfillAsync(new() { ContentType = "text/css", Body = "" }));
        });
        Assert.Equal(4, await page.Locator("main img").CountAsync());
        Assert.NotEmpty(await page.EvaluateAsync<double[]>("() => window.shifts"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cloud-native-weekly/")]
    [InlineData("/security-letter/letter-08")]
    [InlineData("/security-letter/section-advisories")]
    [InlineData("/search?q=kubernetes")]
    public async Task With_the_keyboard_alone_one_sees_where_one_is_and_gets_to_the_content_at_once(string path)
    {
        IPage page = await site.OpenAsync(chromium.Browser, path, new() { ReducedMotion = ReducedMotion.Reduce });
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().left >= 0"), "The first stop is not the link to the content, or it is not seen.");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.id === 'content'"));
        await page.GotoAsync(new Uri(site.Root, path).AbsoluteUri);
        int stops = 0;
        for (; stops < 80; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            string? unseen = await page.EvaluateAsync<string?>("""
                async () => {
                    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
                    if (element === document.body) return 'end';
                    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight;
                    return seen ? null : `${style.outline} ${box.top} to ${box.bottom} of ${innerHeight}: ${element.outerHTML}`;
                }
                """);
            if (unseen == "end") break;
            Assert.Null(unseen);
        }

        Assert.True(stops > 10, $"Only {stops} stops.");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cloud-native-weekly/vol-41")]
    [InlineData("/security-letter/section-advisories")]
    [InlineData("/about-feeds")]
    public async Task On_paper_stands_what_is_to_be_read_in_black_on_white(string path)
    {
        IPage page = await site.OpenAsync(chromium.Browser, path, new() { ColorScheme = ColorScheme.Dark });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255) rgb(0, 0, 0)", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor + ' ' + getComputedStyle(document.querySelector('main')).color"));
        Assert.True(await page.Locator("h1").IsVisibleAsync());
        foreach (ILocator part in await page.Locator("header.site, footer.site, .subscribe, .search, .topics, .contents, .neighbours, .skip").AllAsync()) Assert.False(await part.IsVisibleAsync(), await part.InnerHTMLAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reader_without_script_searches_and_subscribes_to_what_will_be_found()
    {
        IPage page = await site.OpenAsync(chromium.Browser, "/security-letter/", new() { JavaScriptEnabled = false });
        await page.GetByLabel("Search these issues").FillAsync("kubernetes -mountable");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.WaitForURLAsync("**/security-letter/search?q=*");
        string[] found = [.. (await page.Locator("article.item h4").AllInnerTextsAsync()).Select(static title => title.Trim())];
        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, static title => title.Contains("mountable", StringComparison.Ordinal));
        string feed = (await page.GetByRole(AriaRole.Link, new() { Name = "Atom" }).GetAttributeAsync("href"))!;
        using var client = new HttpClient { BaseAddress = site.Root };
        string entries = await client.GetStringAsync(new Uri(feed, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(found.Length, entries.Split("<entry>").Length - 1);
        await page.Context.CloseAsync();
    }

    private Task<PageFacts> FactsAsync(string path, string language)
    {
        IBrowser browser = chromium.Browser;
        return site.Facts.GetOrAdd((path, language), _ => PageFacts.OfAsync(site, browser, path, language));
    }
}
