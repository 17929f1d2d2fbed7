using System.Globalization;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tool;

/// <summary>Writes the whole tree that a static host serves: feeds of all scopes with their archives and pages, a page per issue, a list of feeds, an index.</summary>
internal sealed class SiteBuild(OutputFolder output, Publication publication, SiteOptions options, string? address, DateTimeOffset now)
{
    private static readonly FeedFormat[] formats = [.. FeedFormat.ForReaders, FeedFormat.Html];

    internal async Task WriteAsync(IReadOnlyList<Issue> read, SiteMemory memory, CancellationToken cancellationToken)
    {
        List<IssuePage> pages = IssuePage.Of(publication, read, options.Feed, address);
        Issue[] issues = [.. pages.Select(page => page.Issue)];
        FeedScope[] scopes = [.. FeedScope.Standard.Concat(options.Scopes).Concat(options.AtLeast == 0 ? [] : FeedScope.Of(issues, options.AtLeast)).Distinct()];

        var published = new Dictionary<string, PublishedFeed>(memory.Feeds, StringComparer.Ordinal);
        var feeds = new List<(FeedScope Scope, Feed Feed)>();
        foreach (FeedScope scope in scopes)
        {
            FeedOptions own = options.Feed with
            {
                HomePageUrl = publication.Url ?? WebAddress.Under(address, "index.html"),
                Content = scope.Kind == FeedScopeKind.Digest ? FeedContent.Excerpt : options.Feed.Content,
            };
            Feed feed = options.Ids.Apply(Feed.FromIssues(publication, issues, scope, own)) with { Stylesheet = FeedStylesheet.FileName };
            FollowedFeed followed = published.GetValueOrDefault(scope.Slug, PublishedFeed.Nothing).Follow(feed, now);
            feeds.Add((scope, followed.Feed));
            published[scope.Slug] = followed.Published;
        }

        // What only moved to another section is withdrawn from nowhere.
        HashSet<string> alive = [.. feeds.SelectMany(each => each.Feed.Entries).Select(entry => entry.Id!)];
        foreach (var (scope, feed) in feeds)
        {
            Feed kept = feed with { Tombstones = [.. feed.Tombstones.Where(gone => !alive.Contains(gone.Id))] };
            published[scope.Slug] = await WriteFeedAsync(scope, kept, published[scope.Slug], cancellationToken);
        }

        await output.WriteAsync(FeedStylesheet.FileName, FeedStylesheet.Css, cancellationToken);
        foreach (IssuePage page in pages) await WriteAsync(page.FileName, page.ToFeed(publication, address), FeedFormat.Html, cancellationToken);
        var list = OpmlDocument.FromFeeds(publication.Title, feeds.Select(each => each.Feed with { FeedUrl = WebAddress.Under(address, BuildCommand.FileName(each.Scope, FeedFormat.Atom)) }));
        await output.WriteAsync("feeds.opml", async (stream, token) => Report("feeds.opml", await list.WriteAsync(stream, token)), cancellationToken);
        await output.WriteAsync("index.html", IndexPage.Of(publication, scopes, pages), cancellationToken);
        foreach ((string name, string hash) in memory.Files) await output.RemoveAsync(name, hash, cancellationToken);
        await output.WriteAsync(SiteMemory.FileName, new SiteMemory(new Dictionary<string, string>(output.Written), published).ToJson(), cancellationToken);
    }

    /// <summary>A feed in every format, with its archives where links can lead to them.</summary>
    private async Task<PublishedFeed> WriteFeedAsync(FeedScope scope, Feed feed, PublishedFeed published, CancellationToken cancellationToken)
    {
        ArchivedFeed archived = ArchivedFeed.Of(feed, address is null ? new FeedBudget { Entries = int.MaxValue, Bytes = int.MaxValue } : options.Budget, published);
        foreach (FeedFormat format in formats)
        {
            bool page = format == FeedFormat.Html;
            string? AddressOf(int number) => page ? Uri.EscapeDataString(NameOf(number)) : WebAddress.Under(address, NameOf(number));
            string NameOf(int number) => number == 0 ? BuildCommand.FileName(scope, format) : string.Create(CultureInfo.InvariantCulture, $"{scope.Slug}-archive-{number}{format.FileExtension}");
            for (int i = 0; i <= archived.Archives; i++)
            {
                Feed document = i == 0 ? archived.Subscription(AddressOf) : archived.Archive(i, AddressOf);
                document = page ? AsPage(document, scope, NameOf(i)) : i == 0 ? WithPage(document, scope) : document;
                await WriteAsync(NameOf(i), document, format, cancellationToken);
            }
        }

        return archived.Published;
    }

    private Feed AsPage(Feed document, FeedScope scope, string name) => document with
    {
        FeedUrl = WebAddress.Under(address, name),
        Links =
        [
            .. FeedFormat.ForReaders.Select(format => new FeedLink("alternate", Uri.EscapeDataString(BuildCommand.FileName(scope, format))) { Title = format.Name, MediaType = format.MediaType.Split(';')[0] }),
            .. document.Links, new FeedLink("start", "index.html"),
        ],
    };

    private Feed WithPage(Feed document, FeedScope scope) => WebAddress.Under(address, BuildCommand.FileName(scope, FeedFormat.Html)) is { } url
        ? document with { Links = [.. document.Links, new FeedLink("related", url) { Title = FeedFormat.Html.Name, MediaType = "text/html" }] } : document;

    private Task WriteAsync(string name, Feed feed, FeedFormat format, CancellationToken cancellationToken) =>
        output.WriteAsync(name, async (stream, token) => Report(name, await feed.WriteAsync(stream, format, token)), cancellationToken);

    /// <summary>Tells of each kind of repair once: what befalls one entry often befalls all.</summary>
    private static void Report(string name, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var alike in diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info).GroupBy(d => d.Code))
        {
            int more = alike.Count() - 1;
            Console.Error.WriteLine($"{name}: {alike.First()}{(more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {more} more of {alike.Key})"))}");
        }
    }
}
