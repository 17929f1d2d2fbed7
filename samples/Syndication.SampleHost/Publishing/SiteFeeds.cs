using System.Buffers;
using System.Collections.Immutable;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.SampleHost.Archive;
using Syndication.Text;

namespace Syndication.SampleHost.Publishing;

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
        UiText text = UiText.For(newsletter.Language);
        var listed = new List<Feed>();
        foreach (FeedScope scope in FeedScope.All)
        {
            Feed feed = Feed.FromIssues(newsletter.Publication, issues, scope, new FeedOptions
            {
                Title = $"{newsletter.Title} · {text.Scope(scope)}",
                HomePageUrl = address.Absolute(SiteAddress.Of(newsletter)),
            });
            foreach (FeedFormat format in FeedFormat.All)
            {
                string path = SiteAddress.Of(newsletter, scope, format);
                var body = new ArrayBufferWriter<byte>();
                Log(path, (feed with { FeedUrl = address.Absolute(path) }).Write(body, format));
                yield return new SiteResource(Uri.UnescapeDataString(path), format.MediaType, body.WrittenMemory, newsletter.Changed);
            }

            listed.Add(feed with { FeedUrl = address.Absolute(SiteAddress.Of(newsletter, scope, FeedFormat.Atom)) });
        }

        string list = SiteAddress.OpmlOf(newsletter);
        var opml = new ArrayBufferWriter<byte>();
        Log(list, OpmlDocument.FromFeeds(newsletter.Title, listed).Write(opml));
        yield return new SiteResource(Uri.UnescapeDataString(list), OpmlDocument.MediaType, opml.WrittenMemory, newsletter.Changed);
    }

    private void Log(string path, ImmutableArray<Diagnostic> diagnostics)
    {
        Diagnostic[] warnings = [.. diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning)];
        if (warnings.Length > 0) LogRepaired(path, warnings.Length, warnings[0]);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path}: {Count} values were derived, repaired or left out. The first: {Diagnostic}")]
    private partial void LogRepaired(string path, int count, Diagnostic diagnostic);
}
