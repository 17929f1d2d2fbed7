using Microsoft.Playwright;

namespace Syndication.SampleHost.Tests;

/// <summary>What a browser saw of a page on the screen of a phone.</summary>
/// <param name="Wide">The elements that are wider than the screen, on one of 390 or of 320 pixels.</param>
/// <param name="Shifts">How far each part moved while the page loaded, as browsers score it (wicg.github.io/layout-instability).</param>
/// <param name="Stopped">What the content security policy kept from being loaded or done.</param>
/// <param name="Mistaken">Texts in Chinese that are not said to be, and those in English.</param>
public sealed record PageFacts(string[] Wide, double[] Shifts, string[] Stopped, string[] Mistaken)
{
    /// <summary>A script that notes every shift from the first on.</summary>
    public const string NoteShifts = """
        window.shifts = [];
        new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(entry.value))).observe({ type: 'layout-shift', buffered: true });
        """;

    private const string Wider = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1).map(element => innerWidth + ': ' + element.outerHTML.slice(0, 120))
        """;

    private const string InAnotherLanguage = """
        () => {
            const mistaken = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const text = walk.currentNode.textContent.trim(), own = walk.currentNode.parentElement.closest('[lang]').lang;
                const chinese = /\p{Script=Han}/u.test(text), english = /^[\p{Script=Latin}\d\s.,;:!?'’“”()–-]{40,}$/u.test(text);
                if ((chinese && !own.startsWith('zh')) || (english && !own.startsWith('en'))) mistaken.push(own + ': ' + text.slice(0, 60));
            }
            return mistaken;
        }
        """;

    /// <summary>Looks at a page.</summary>
    public static async Task<PageFacts> OfAsync(OpenSite site, IBrowser browser, string path, string language)
    {
        var stopped = new List<string>();
        IPage page = await site.OpenAsync(browser, path, new() { Locale = language, ViewportSize = new() { Width = 390, Height = 3000 } }, async page =>
        {
            page.Console += (_, message) =>
            {
                if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) stopped.Add(message.Text);
            };
            await page.AddInitScriptAsync(NoteShifts);
        });
        double[] shifts = await page.EvaluateAsync<double[]>("() => new Promise(seen => requestAnimationFrame(() => setTimeout(() => seen(window.shifts), 100)))");
        string[] wide = await page.EvaluateAsync<string[]>(Wider);
        await page.SetViewportSizeAsync(320, 700);
        wide = [.. wide, .. await page.EvaluateAsync<string[]>(Wider)];
        string[] mistaken = await page.EvaluateAsync<string[]>(InAnotherLanguage);
        await page.Context.CloseAsync();
        return new PageFacts(wide, shifts, [.. stopped], mistaken);
    }
}
