using System.Globalization;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>The addresses of everything that is served: paths beneath the mapping, unescaped, and their absolute form.</summary>
internal sealed class SiteAddress(string root)
{
    /// <summary>The style sheet of all feeds.</summary>
    public const string Stylesheet = FeedStylesheet.FileName;

    /// <summary>The list of all newsletters' feeds.</summary>
    public const string OpmlFile = "feeds.opml";

    private readonly string root = root.TrimEnd('/') + "/";

    /// <summary>A feed, or with a number from 1 one of its archive documents.</summary>
    public static string Of(string publication, FeedScope scope, FeedFormat format, int archive = 0) =>
        archive == 0 ? $"{publication}/{scope.Slug}{format.FileExtension}"
        : string.Create(CultureInfo.InvariantCulture, $"{publication}/{scope.Slug}-archive-{archive}{format.FileExtension}");

    /// <summary>The list of a newsletter's feeds.</summary>
    public static string OpmlOf(string publication) => $"{publication}/{OpmlFile}";

    /// <summary>The absolute form of a path.</summary>
    public string Absolute(string path) => root + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
