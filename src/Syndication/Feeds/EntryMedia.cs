using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>The recordings and pictures that an issue or item links to or shows.</summary>
internal static class EntryMedia
{
    private const string ImageStart = "<img src=\"";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        ["mp3"] = "audio/mpeg", ["m4a"] = "audio/mp4", ["m4b"] = "audio/mp4", ["aac"] = "audio/aac", ["ogg"] = "audio/ogg", ["oga"] = "audio/ogg", ["opus"] = "audio/ogg",
        ["flac"] = "audio/flac", ["wav"] = "audio/wav", ["mp4"] = "video/mp4", ["m4v"] = "video/mp4", ["webm"] = "video/webm", ["ogv"] = "video/ogg", ["mov"] = "video/quicktime",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>An enclosure for each link to a sound or video file, told by the ending of its path. Nothing says how long the file is.</summary>
    public static ImmutableArray<FeedEnclosure> Enclosures(Item item) => Enclosures([item]);

    public static ImmutableArray<FeedEnclosure> Enclosures(IEnumerable<Item> items) =>
        [.. items.SelectMany(LinksOf).DistinctBy(static link => link.Url).Select(Enclosure).OfType<FeedEnclosure>()];

    /// <summary>The first picture that the content shows.</summary>
    public static string? Picture(string html)
    {
        int start = html.IndexOf(ImageStart, StringComparison.Ordinal);
        if (start < 0) return null;
        start += ImageStart.Length;
        int end = html.IndexOf('"', start);
        return end < 0 || FeedAddress.Normalize(WebUtility.HtmlDecode(html[start..end]), out _) is not { } url || !url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : url;
    }

    private static IEnumerable<Link> LinksOf(Item item) => item.Links.Concat(item.Items.SelectMany(LinksOf));

    private static FeedEnclosure? Enclosure(Link link)
    {
        ReadOnlySpan<char> path = link.Url.AsSpan();
        int end = path.IndexOfAny('?', '#');
        if (end >= 0) path = path[..end];
        int dot = path.LastIndexOf('.');
        if (dot < 0 || path.Length - dot > 5 || path[..dot].Count('/') < 3) return null;
        return MediaTypes.TryGetValue(path[(dot + 1)..].ToString(), out string? type) ? new FeedEnclosure(link.Url, type) { Title = link.Text } : null;
    }
}
