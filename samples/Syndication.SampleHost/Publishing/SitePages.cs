using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Syndication.Feeds;
using Syndication.SampleHost.Archive;
using Syndication.SampleHost.Pages;

namespace Syndication.SampleHost.Publishing;

/// <summary>Renders the pages: Razor components, to bytes, without a request.</summary>
public sealed class SitePages(IServiceProvider services, ILoggerFactory loggers)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The home page, once per language of the interface.</summary>
    public Task<ImmutableArray<SiteResource>> HomeAsync(IReadOnlyList<Newsletter> newsletters, DateTimeOffset changed) =>
        PerLanguageAsync<HomePage>(SiteAddress.Home, changed, text => new() { [nameof(HomePage.Text)] = text, [nameof(HomePage.Newsletters)] = newsletters });

    /// <summary>The page that says what feeds are, once per language of the interface.</summary>
    public Task<ImmutableArray<SiteResource>> AboutFeedsAsync(IReadOnlyList<Newsletter> newsletters, DateTimeOffset changed) =>
        PerLanguageAsync<AboutFeedsPage>(SiteAddress.AboutFeeds, changed, text => new() { [nameof(AboutFeedsPage.Text)] = text, [nameof(AboutFeedsPage.Newsletters)] = newsletters });

    /// <summary>The page for an address that does not exist, once per language of the interface.</summary>
    public Task<ImmutableArray<SiteResource>> NotFoundAsync(DateTimeOffset changed) =>
        PerLanguageAsync<NotFoundPage>("", changed, text => new() { [nameof(NotFoundPage.Text)] = text });

    /// <summary>The page of a newsletter, in its own language.</summary>
    public async Task<SiteResource> NewsletterAsync(Newsletter newsletter)
    {
        ArgumentNullException.ThrowIfNull(newsletter);
        ReadOnlyMemory<byte> body = await RenderAsync<NewsletterPage>(new()
        {
            [nameof(NewsletterPage.Text)] = UiText.For(newsletter.Language),
            [nameof(NewsletterPage.Newsletter)] = newsletter,
        });
        return new SiteResource($"/{newsletter.Slug}/", Html, body, newsletter.Changed);
    }

    /// <summary>The page of an issue, in its own language.</summary>
    public async Task<SiteResource> IssueAsync(Newsletter newsletter, ArchivedIssue issue)
    {
        ArgumentNullException.ThrowIfNull(newsletter);
        ArgumentNullException.ThrowIfNull(issue);
        ReadOnlyMemory<byte> body = await RenderAsync<IssuePage>(new()
        {
            [nameof(IssuePage.Text)] = UiText.For(issue.Issue.Language ?? newsletter.Language),
            [nameof(IssuePage.Newsletter)] = newsletter,
            [nameof(IssuePage.Archived)] = issue,
        });
        return new SiteResource($"/{newsletter.Slug}/{issue.Slug}", Html, body, newsletter.Changed);
    }

    /// <summary>The page of a topic, in the newsletter's language.</summary>
    public async Task<SiteResource> TopicAsync(Newsletter newsletter, FeedScope topic)
    {
        ArgumentNullException.ThrowIfNull(newsletter);
        ArgumentNullException.ThrowIfNull(topic);
        ReadOnlyMemory<byte> body = await RenderAsync<TopicPage>(new()
        {
            [nameof(TopicPage.Text)] = UiText.For(newsletter.Language),
            [nameof(TopicPage.Newsletter)] = newsletter,
            [nameof(TopicPage.Topic)] = topic,
        });
        return new SiteResource($"/{newsletter.Slug}/{topic.Slug}", Html, body, newsletter.Changed);
    }

    /// <summary>What a search finds.</summary>
    /// <param name="newsletters">Where to search.</param>
    /// <param name="newsletter">The only newsletter that is searched, if it is only one.</param>
    /// <param name="text">The language of the interface.</param>
    /// <param name="words">The search; empty where there is none yet.</param>
    public async Task<ReadOnlyMemory<byte>> SearchAsync(IReadOnlyList<Newsletter> newsletters, Newsletter? newsletter, UiText text, string words) => await RenderAsync<SearchPage>(new()
    {
        [nameof(SearchPage.Text)] = text,
        [nameof(SearchPage.Newsletters)] = newsletters,
        [nameof(SearchPage.Newsletter)] = newsletter,
        [nameof(SearchPage.Words)] = words,
    });

    private async Task<ImmutableArray<SiteResource>> PerLanguageAsync<TPage>(string path, DateTimeOffset changed, Func<UiText, Dictionary<string, object?>> parameters)
        where TPage : IComponent
    {
        var pages = new List<SiteResource>();
        foreach (UiText text in UiText.All) pages.Add(new SiteResource(path, Html, await RenderAsync<TPage>(parameters(text)), changed) { Language = text.Language });
        return [.. pages];
    }

    private async Task<ReadOnlyMemory<byte>> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            HtmlRootComponent page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(html);
    }
}
