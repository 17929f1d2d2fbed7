using Syndication.Feeds;
using Syndication.SampleHost.Archive;

namespace Syndication.SampleHost.Publishing;

/// <summary>Every address of the site, as a path; <see cref="Absolute"/> makes it one that a feed can carry.</summary>
/// <param name="root">The site's public address, or the one it listens on: scheme, host (a wildcard means this machine), port.</param>
public sealed class SiteAddress(string root)
{
    /// <summary>The file name of the list of a newsletter's feeds.</summary>
    public const string OpmlFile = "feeds.opml";

    /// <summary>The last segment of the address of a search.</summary>
    public const string SearchName = "search";

    private static readonly string[] Wildcards = ["://*", "://+", "://0.0.0.0", "://[::]"];

    private readonly string root = Wildcards.Aggregate(root.TrimEnd('/'), static (address, any) => address.Replace(any, "://localhost", StringComparison.Ordinal));

    public static string Home => "/";

    public static string StyleSheet => "/site.css";

    public static string Icon => "/icon.svg";

    /// <summary>The picture of pages that have none, where they are shared.</summary>
    public static string Card => "/card.png";

    /// <summary>The page that says what feeds are.</summary>
    public static string AboutFeeds => "/about-feeds";

    public static string Of(string newsletter) => $"/{Uri.EscapeDataString(newsletter)}/";

    public static string Of(string newsletter, string issue) => Of(newsletter) + Uri.EscapeDataString(issue);

    public static string Of(Newsletter newsletter) => Of(newsletter.Slug);

    public static string Of(Newsletter newsletter, ArchivedIssue issue) => Of(newsletter.Slug, issue.Slug);

    /// <summary>The page of a topic.</summary>
    public static string Of(Newsletter newsletter, FeedScope topic) => Of(newsletter.Slug, topic.Slug);

    /// <summary>A feed.</summary>
    public static string Of(Newsletter newsletter, FeedScope scope, FeedFormat format) =>
        scope.Kind == FeedScopeKind.Search ? $"{Of(newsletter)}{SearchName}{format.FileExtension}?q={Uri.EscapeDataString(scope.Key!)}"
        : Of(newsletter) + Uri.EscapeDataString(scope.Slug) + format.FileExtension;

    /// <summary>The search in a newsletter, or in all.</summary>
    public static string Search(Newsletter? newsletter = null, string? words = null) =>
        (newsletter is null ? Home : Of(newsletter)) + SearchName + (string.IsNullOrEmpty(words) ? "" : "?q=" + Uri.EscapeDataString(words));

    public static string OpmlOf(Newsletter newsletter) => Of(newsletter) + OpmlFile;

    /// <summary>An address elsewhere, as it may stand in a page: http or https, else nothing.</summary>
    public static string? Outside(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps) ? address : null;

    /// <summary>The host of an address as people say it, or nothing.</summary>
    public static string HostOf(string address)
    {
        string host = Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) ? parsed.IdnHost : "";
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>The absolute form of a path of this site.</summary>
    public string Absolute(string path) => root + path;
}
