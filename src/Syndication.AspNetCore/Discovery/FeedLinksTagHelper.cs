using System.Net;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Syndication.AspNetCore.Discovery;

/// <summary>
/// <c>&lt;feed-links publication="weekly" /&gt;</c> in the head of a Razor page: a <c>&lt;link rel="alternate"&gt;</c> for each feed. Needs
/// <c>@addTagHelper *, Syndication.AspNetCore</c>.
/// </summary>
/// <param name="directory">Knows the feeds.</param>
[HtmlTargetElement("feed-links", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FeedLinksTagHelper(FeedDirectory directory) : TagHelper
{
    /// <summary>The newsletter's key; without it the feeds of all.</summary>
    public string? Publication { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(string.Join('\n', directory.Links(Publication).Select(static link =>
            $"<link rel=\"alternate\" type=\"{link.MediaType}\" title=\"{WebUtility.HtmlEncode(link.Title)}\" href=\"{WebUtility.HtmlEncode(link.Url)}\">")));
    }
}
