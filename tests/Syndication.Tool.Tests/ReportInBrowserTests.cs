using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Syndication.Tool.Tests;

/// <summary>The page that <c>inspect --html</c> writes, opened from a file in a real browser.</summary>
public sealed class ReportInBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_click_on_a_block_shows_its_place_in_the_issue_and_why()
    {
        IPage page = await OpenAsync("samples/issues/security-letter/letter-07.html");
        await Frame(page).Locator("issue-block[data-r=item-title]").Last.ClickAsync();
        ILocator part = page.Locator(".issue .part.selected");
        string words = await Frame(page).Locator("issue-block[data-selected]").First.InnerTextAsync();
        Assert.Contains(words, await part.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("else section", await part.Locator("#why").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await IsInViewAsync(part.Locator("#why")));
        await CloseAsync(page);
    }

    [Fact]
    public async Task A_click_on_a_part_of_the_issue_brings_its_block_into_view()
    {
        IPage page = await OpenAsync("samples/issues/security-letter/letter-07.html");
        ILocator title = page.Locator(".issue .c-item .item-title > a").Last;
        await title.ClickAsync();
        ILocator mark = Frame(page).Locator("issue-block[data-selected]").First;
        Assert.Equal((await title.InnerTextAsync()).Trim(), (await mark.InnerTextAsync()).Trim());
        Assert.True(await mark.EvaluateAsync<bool>("mark => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= mark.ownerDocument.defaultView.innerHeight; }"));
        Assert.True(await Frame(page).Locator(":root").EvaluateAsync<bool>("root => root.scrollTop > 0"));
        await page.Locator(".issue .clip").First.ClickAsync();
        Assert.NotEqual((await title.InnerTextAsync()).Trim(), (await mark.InnerTextAsync()).Trim());
        await CloseAsync(page);
    }

    [Fact]
    public async Task With_the_keyboard_one_goes_from_block_to_block()
    {
        IPage page = await OpenAsync("tests/Syndication.Tests/Structure/Fixtures/Platforms/markdown-lattice-weekly-33.md");
        await Frame(page).Locator("a[data-n='3']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("3", await SelectedAsync(page));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("5", await SelectedAsync(page));
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("4", await SelectedAsync(page));
        Assert.Equal("4", await Frame(page).Locator(":focus").GetAttributeAsync("data-n"));
        await page.Locator(".issue a.number[href='#b10']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("11", await SelectedAsync(page));
        Assert.Equal("#b11", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        await CloseAsync(page);
    }

    [Fact]
    public async Task What_the_page_hides_is_shown_while_it_is_selected_or_listed_below()
    {
        folder.With("folded.html", SampleText.Html(7).Replace("<h2>本周", "<div style=\"max-height:0;overflow:hidden\"><p>A paragraph that a script would unfold, with some words.</p></div><h2>本周", StringComparison.Ordinal));
        IPage page = await OpenAsync(folder["folded.html"]);
        ILocator hidden = Frame(page).Locator("issue-block", new() { HasText = "would unfold" });
        string number = (await hidden.GetAttributeAsync("data-b"))!;
        await page.Locator($".issue a.number[href='#b{number}']").First.ClickAsync();
        ILocator listed = page.Locator($".unseen #b{number}");
        Assert.True(await listed.CountAsync() > 0 ? await IsInViewAsync(listed) : await hidden.EvaluateAsync<bool>("mark => { const box = mark.getBoundingClientRect(), top = mark.ownerDocument.elementFromPoint(box.left + 5, box.top + 5); return top === mark; }"));
        await CloseAsync(page);
    }

    [Fact]
    public async Task An_address_with_a_block_opens_the_report_at_it()
    {
        IPage page = await OpenAsync("samples/issues/security-letter/letter-07.html");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(new Uri(folder["report.html"]).AbsoluteUri + "#b14");
        ILocator mark = Frame(page).Locator("issue-block[data-selected]").First;
        await mark.WaitForAsync();
        Assert.Equal("14", await mark.GetAttributeAsync("data-b"));
        Assert.False(await page.Locator("#b14").IsVisibleAsync());
        await CloseAsync(page);
    }

    [Fact]
    public async Task On_a_phone_source_and_issue_stand_below_each_other()
    {
        IPage page = await OpenAsync("samples/issues/security-letter/letter-07.html");
        await page.SetViewportSizeAsync(390, 844);
        await page.Locator(".issue .c-item .item-title > a").Last.ClickAsync();
        Assert.True(await IsInViewAsync(page.Locator("#page")));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth === innerWidth"));
        await CloseAsync(page);
    }

    [Theory]
    [InlineData("wechat-urban-birding-19.html")]
    [InlineData("beehiiv-roast-ledger.html")]
    [InlineData("notion-monozukuri-28.html")]
    [InlineData("substack-cartas-anden.html")]
    public async Task What_is_a_part_of_the_issue_is_seen_even_where_the_page_waits_for_a_script(string issue)
    {
        IPage page = await OpenAsync("tests/Syndication.Tests/Structure/Fixtures/Platforms/" + issue);
        string[] unseen = await Frame(page).Locator("body").EvaluateAsync<string[]>("""
            body => [...body.querySelectorAll('issue-block:not([data-r=hidden], [data-r=aside], [data-r=footer], [data-r=masthead], [data-r=navigation])')]
                .filter(mark => mark.getClientRects().length > 0).filter(mark => !mark.checkVisibility({ opacityProperty: true, visibilityProperty: true })).map(mark => mark.textContent)
            """);
        Assert.Empty(unseen);
        Assert.True(await Frame(page).Locator("issue-block[data-r=item-title]").First.IsVisibleAsync());
        await CloseAsync(page);
    }

    [Fact]
    public async Task Without_scripts_anchors_lead_both_ways()
    {
        IPage page = await OpenAsync("samples/issues/security-letter/letter-07.html", new() { JavaScriptEnabled = false });
        await page.Locator(".issue .c-item .item-title > a").First.ClickAsync();
        Assert.Matches("#b[0-9]+$", page.Url);
        ILocator row = page.Locator(page.Url[page.Url.IndexOf('#', StringComparison.Ordinal)..]);
        Assert.True(await row.IsVisibleAsync());
        await row.Locator(".badge").ClickAsync();
        Assert.Matches("#o[0-9]+$", page.Url);
        await Frame(page).Locator("a[data-n='9']").ClickAsync();
        Assert.EndsWith("#o8", page.Url, StringComparison.Ordinal);
        await CloseAsync(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_report_of_a_hostile_page_nothing_runs_and_no_request_leaves(bool withoutPolicy)
    {
        folder.With("hostile.html", HostilePage.Html);
        var noticed = new List<string>();
        IPage page = await OpenAsync(folder["hostile.html"], new() { BypassCSP = withoutPolicy }, noticed);
        Assert.Contains(HostilePage.Words, await Frame(page).Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        foreach (ILocator block in (await Frame(page).Locator("issue-block:visible").AllAsync()).Take(30)) await block.ClickAsync();
        await page.WaitForTimeoutAsync(300);
        Assert.Empty(noticed);
        await CloseAsync(page);
    }

    [Fact]
    public async Task A_page_that_overlays_and_locks_itself_can_be_read()
    {
        folder.With("locked.html", SampleText.Html(7).Replace("<body>", "<style>.wall{position: FIXED;inset:0;z-index:999}</style><body style=\"overflow:hidden;height:100vh\"><div class=\"wall\" style=\"background:#fff\">All of it</div><div style=\"position:fixed;inset:0;background:#fff;z-index:999\">Accept all cookies to read on.</div>", StringComparison.Ordinal));
        IPage page = await OpenAsync(folder["locked.html"]);
        await Frame(page).Locator("h2 issue-block").First.ClickAsync();
        Assert.Equal("业界要闻", await Frame(page).Locator("issue-block[data-selected]").InnerTextAsync());
        await CloseAsync(page);
    }

    [Theory]
    [InlineData("samples/issues/security-letter/letter-07.html")]
    [InlineData("samples/issues/cloud-native-weekly/vol-43.txt")]
    public async Task Axe_finds_nothing_that_keeps_anybody_out(string issue)
    {
        IPage page = await OpenAsync(issue, new() { BypassCSP = true });
        await Frame(page).Locator("issue-block:visible").First.ClickAsync();
        foreach ((int width, ColorScheme scheme) in new[] { (1400, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            AxeResult result = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector("#page")] }, new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
            Assert.True(result.Passes.Length > 10, "Axe has looked at nothing.");
            Assert.Equal([], result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{scheme} {rule.Id}: {node.Html} {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(static check => check.Message))}")).Take(8));
        }

        await CloseAsync(page);
    }

    private static IFrameLocator Frame(IPage page) => page.FrameLocator("#page");

    private static async Task<string?> SelectedAsync(IPage page) => await Frame(page).Locator("a[data-selected]").GetAttributeAsync("data-n");

    private static Task<bool> IsInViewAsync(ILocator element) =>
        element.EvaluateAsync<bool>("element => { const box = element.getBoundingClientRect(); return box.height > 0 && box.bottom > 0 && innerHeight > box.top; }");

    private async Task<IPage> OpenAsync(string issue, BrowserNewContextOptions? options = null, List<string>? noticed = null)
    {
        IBrowser browser = chromium.Browser;
        ToolRun run = await ToolRun.In(folder.Path, "inspect", Path.Combine(Repository.Root, issue), "--html", "report.html");
        Assert.True(run.ExitCode is 0 or 1 && run.Errors.Length == 0, run.Errors);
        options ??= new();
        options.ViewportSize = new() { Width = 1400, Height = 900 };
        IBrowserContext context = await browser.NewContextAsync(options);
        IPage page = await context.NewPageAsync();
        string report = new Uri(folder["report.html"]).AbsoluteUri;
        page.Request += (_, request) =>
        {
            if (request.Url != report && request.Url != "about:srcdoc" && !request.Url.StartsWith("data:", StringComparison.Ordinal)) noticed?.Add(request.Url);
        };
        page.Console += (_, message) => noticed?.Add(message.Text);
        page.PageError += (_, error) => noticed?.Add(error);
        page.Popup += (_, popup) => noticed?.Add("popup " + popup.Url);
        page.Dialog += async (_, dialog) =>
        {
            noticed?.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await page.GotoAsync(report, new() { WaitUntil = WaitUntilState.Load });
        if (options.JavaScriptEnabled != false) await page.Locator("html[data-wired]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private static Task CloseAsync(IPage page) => page.Context.CloseAsync();
}
