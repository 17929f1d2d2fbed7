using Microsoft.Playwright;

namespace Syndication.SampleHost.Tests;

/// <summary>Opens what the host makes of a <see cref="HostileIssue"/> in a real browser.</summary>
public sealed class HostileIssueTests(HostileIssue site, Chromium chromium) : IClassFixture<HostileIssue>, IClassFixture<Chromium>
{
    private const string Executable = """
        () => [...document.querySelectorAll('*')].filter(element => !element.closest('header.site ~ main form.search[action$="/search"]')).flatMap(element => [
            ...(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'INPUT', 'BASE', 'STYLE', 'VIDEO', 'MARQUEE', 'MATH'].includes(element.tagName.toUpperCase()) ? [element.tagName] : []),
            ...(element.tagName === 'META' && element.httpEquiv ? ['meta ' + element.httpEquiv] : []),
            ...element.getAttributeNames().filter(name => name.startsWith('on') || name === 'style' || name === 'srcdoc').map(name => element.tagName + ' ' + name),
            ...['href', 'src', 'action', 'xlink:href'].map(name => element.getAttribute(name)).filter(value => value !== null && !/^(https?:\/\/|\/|#)/.test(value)),
        ])
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("hostile-1")]
    [InlineData("hostile-2")]
    [InlineData("hostile-3")]
    public async Task Nothing_on_a_page_of_a_hostile_newsletter_runs_even_without_the_policy(string page)
    {
        Watched seen = await OpenAsync(page, withoutPolicy: true);
        Assert.Empty(seen.Ran);
        Assert.Empty(seen.Executable);
        if (page.StartsWith("hostile", StringComparison.Ordinal)) Assert.Contains(HostileIssue.HarmlessWords, seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hostile-1")]
    [InlineData("hostile-2")]
    public async Task The_policy_has_nothing_to_stop(string page)
    {
        Watched seen = await OpenAsync(page, withoutPolicy: false);
        Assert.Empty(seen.Ran);
        Assert.Empty(seen.Violations);
        Assert.StartsWith("default-src 'none';", seen.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_payloads_do_run_where_nothing_stops_them()
    {
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        var ran = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await page.RouteAsync("**/*", static route => route.FulfillAsync(new() { ContentType = "text/html", Body = HostileIssue.Html.Replace("refresh", "nothing", StringComparison.Ordinal) }));
        await page.GotoAsync("http://localhost/", new() { WaitUntil = WaitUntilState.Load });
        Assert.Contains("head", ran);
        Assert.Contains("svg", ran);
        Assert.NotEmpty(await page.EvaluateAsync<string[]>(Executable));
    }

    private async Task<Watched> OpenAsync(string path, bool withoutPolicy)
    {
        IBrowser browser = chromium.Browser;
        site.StartServer();
        Uri root = site.ClientOptions.BaseAddress;
        string newsletter = await NewsletterPathAsync(root);

        await using IBrowserContext context = await browser.NewContextAsync(new() { BypassCSP = withoutPolicy });
        IPage page = await context.NewPageAsync();
        var ran = new List<string>();
        var violations = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (request.Url.Contains(HostileIssue.Beacon, StringComparison.Ordinal)) ran.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) violations.Add(message.Text);
        };

        IResponse? response = await page.GotoAsync(new Uri(root, path == "/" ? path : newsletter + path).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(200, response?.Status);
        await page.Mouse.MoveAsync(200, 400);
        string[] executable = await page.EvaluateAsync<string[]>(Executable);
        return new Watched(ran, violations, executable, await page.InnerTextAsync("main"), await response!.HeaderValueAsync("content-security-policy"));
    }

    private static async Task<string> NewsletterPathAsync(Uri root)
    {
        using var client = new HttpClient { BaseAddress = root };
        string home = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        int start = home.IndexOf("href=\"/hostile", StringComparison.Ordinal) + "href=\"".Length;
        return home[start..(home.IndexOf('/', start + 1) + 1)];
    }

    private sealed record Watched(List<string> Ran, List<string> Violations, string[] Executable, string Text, string? Policy);
}
