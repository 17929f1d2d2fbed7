using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Syndication.Feeds;
using Syndication.SampleHost.Archive;
using Syndication.SampleHost.Publishing;

namespace Syndication.SampleHost.Pages;

/// <summary>
/// The links by which feed readers find the feeds of a page (<c>rel="alternate"</c>, HTML §4.6.7.1). Written as markup, since Razor would write the
/// plus sign of the media types as a character reference, which readers that search the source by pattern do not understand.
/// </summary>
public sealed class DiscoveryLinks : ComponentBase
{
    [Parameter, EditorRequired]
    public required UiText Text { get; set; }

    [Parameter, EditorRequired]
    public required IEnumerable<OfferedFeed> Feeds { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, string.Concat(from feed in Feeds from format in FeedFormat.ForReaders select Link(feed, format)));
    }

    private string Link(OfferedFeed feed, FeedFormat format)
    {
        string title = WebUtility.HtmlEncode($"{feed.Newsletter.Title} · {Text.Scope(feed.Scope)} ({format.Name})");
        string address = WebUtility.HtmlEncode(SiteAddress.Of(feed.Newsletter, feed.Scope, format));
        return $"<link rel=\"alternate\" type=\"{format.MediaType.Split(';')[0]}\" title=\"{title}\" href=\"{address}\">\n";
    }
}
