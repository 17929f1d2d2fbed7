using Syndication.Feeds;
using Syndication.SampleHost.Archive;

namespace Syndication.SampleHost.Publishing;

/// <summary>Every address of the site, as a path; <see cref="Absolute"/> makes it one that a feed can carry.</summary>
/// <param name="root">The site's public address, or the one it listens on: scheme, host (a wildcard means this machine), port.</param>
public sealed class SiteAddress(string root)
{
    /// <summary>The file name of the list of a newsletter's feeds.</summary>
    public const string OpmlFile = "feeds.opml";

    private static readonly string[] Wildcards = ["://*", "://+", "://0.0.0.0", "://[::]"];

    private readonly string root = Wildcards.Aggregate(root.TrimEnd('/'), static (address, any) => address.Replace(any, "://localhost", StringComparison.Ordinal));

    public static string Home => "/";

    public static string StyleSheet => "/site.css";

    public static string Icon => "/icon.svg";

    public static string Of(string newsletter) => $"/{Uri.EscapeDataString(newsletter)}/";

    public static string Of(string newsletter, string issue) => Of(newsletter) + Uri.EscapeDataString(issue);

    public static string Of(Newsletter newsletter) => Of(newsletter.Slug);

    public static string Of(Newsletter newsletter, ArchivedIssue issue) => Of(newsletter.Slug, issue.Slug);

    public static string Of(Newsletter newsletter, FeedScope scope, FeedFormat format) => Of(newsletter) + scope.Slug + format.FileExtension;

    public static string OpmlOf(Newsletter newsletter) => Of(newsletter) + OpmlFile;

    /// <summary>An address elsewhere, as it may stand in a page: http or https, else nothing.</summary>
    public static string? Outside(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps) ? address : null;

    /// <summary>The absolute form of a path of this site.</summary>
    public string Absolute(string path) => root + path;
}
