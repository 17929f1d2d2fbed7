using System.Buffers;
using System.Collections.Immutable;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.SampleHost.Archive;
using Syndication.Text;

namespace Syndication.SampleHost.Site;

/// <summary>Writes the feeds of a newsletter: every scope in every format, and the list of them.</summary>
public sealed partial class SiteFeeds(ILogger<SiteFeeds> logger)
{
    /// <summary>Writes them all.</summary>
    /// <param name="address">The site's addresses.</param>
    /// <param name="newsletter">The newsletter.</param>
    public IEnumerable<SiteResource> Write(SiteAddress address, Newsletter newsletter)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(newsletter);
        ImmutableArray<Issue> issues = [.. newsletter.Issues.Select(issue => issue.Issue with { Url = address.Absolute(SiteAddress.Of(newsletter, issue)) })];
        foreach (FeedScope scope in FeedScope.All)
        {
            Feed feed = Feed.FromIssues(newsletter.Publication, issues, scope, new FeedOptions { HomePageUrl = address.Absolute(SiteAddress.Of(newsletter)), Icon = address.Absolute(SiteAddress.Icon) });
            foreach (FeedFormat format in FeedFormat.All)
            {
                string path = SiteAddress.Of(newsletter, scope, format);
                var body = new ArrayBufferWriter<byte>();
                Log(path, (feed with { FeedUrl = address.Absolute(path) }).Write(body, format));
                yield return new SiteResource(Uri.UnescapeDataString(path), format.MediaType, body.WrittenMemory, newsletter.Changed);
            }
        }

        var opml = new ArrayBufferWriter<byte>();
        List(address, newsletter).Write(opml);
        yield return new SiteResource(Uri.UnescapeDataString(SiteAddress.OpmlOf(newsletter)), OpmlDocument.MediaType, opml.WrittenMemory, newsletter.Changed);
    }

    private static OpmlDocument List(SiteAddress address, Newsletter newsletter) => new()
    {
        Title = newsletter.Title,
        Outlines = [.. from scope in FeedScope.All from format in FeedFormat.All select new OpmlOutline($"{newsletter.Title} ({scope.Name}, {format.Name})")
        {
            XmlUrl = address.Absolute(SiteAddress.Of(newsletter, scope, format)),
            HtmlUrl = address.Absolute(SiteAddress.Of(newsletter)),
            Description = newsletter.Publication.Description,
            Language = newsletter.Language,
        }],
    };

    private void Log(string path, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning)) LogDiagnostic(path, diagnostic);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path}: {Diagnostic}")]
    private partial void LogDiagnostic(string path, Diagnostic diagnostic);
}
