using System.Globalization;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tool;

/// <summary>Writes the whole tree that a static host serves: feeds of all scopes with their archives and pages, a page per issue, a list of feeds, an index.</summary>
internal sealed class SiteBuild(SiteFolder output, Publication publication, SiteOptions options, SiteIdentity identity, string? address, DateTimeOffset now)
{
    private readonly FeedFormat[] formats = [FeedFormat.Rss, options.Xhtml ? FeedFormat.AtomXhtml : FeedFormat.Atom, FeedFormat.Json, FeedFormat.Html];

    /// <param name="read">The issues.</param>
    /// <param name="memory">What the build before left.</param>
    /// <param name="noIssues">The files that gave no issue, as <see cref="SiteMemory.NoIssues"/> has them.</param>
    /// <param name="cancellationToken">Stops the build; the site is as before then.</param>
    /// <returns>How many published entries would be withdrawn while files that may hold them gave no issue, and then nothing is written; else 0.</returns>
    internal async Task<int> WriteAsync(IReadOnlyList<Issue> read, SiteMemory memory, IReadOnlyCollection<string> noIssues, CancellationToken cancellationToken)
    {
        List<IssuePage> pages = IssuePage.Of(publication, read, options.Feed with { IdSeed = identity.Seed }, address);
        Issue[] issues = [.. pages.Select(page => page.Issue)];
        FeedScope[] scopes = [.. FeedScope.Standard.Concat(options.Scopes).Concat(options.AtLeast == 0 ? [] : FeedScope.Of(issues, options.AtLeast)).Concat(memory.Scopes).Except(options.Without)];
        List<SiteFeed> feeds = [.. scopes.Select(scope => FeedOf(scope, issues, memory))];

        // What only moved to another section is withdrawn from nowhere.
        HashSet<string> alive = [.. feeds.SelectMany(each => each.Feed.Entries).Select(entry => entry.Id!)];
        feeds = [.. feeds.Select(each => each with { Feed = each.Feed with { Tombstones = [.. each.Feed.Tombstones.Where(gone => !alive.Contains(gone.Id))] } })];
        if (noIssues.Except(memory.NoIssues).Any() && Withdrawn(feeds, memory) is > 0 and int lost) return lost;
        foreach (SiteFeed feed in feeds) TellWhatIsMissing(feed, memory, issues);

        feeds = [.. feeds.Select(each => each with { Archived = ArchivedFeed.Of(each.Feed, address is null ? new FeedBudget { Entries = int.MaxValue, Bytes = int.MaxValue } : options.Budget, each.Published) })];
        await StageAsync(pages, feeds, cancellationToken);
        var published = new Dictionary<string, PublishedFeed>(memory.Feeds, StringComparer.Ordinal);
        foreach (SiteFeed feed in feeds) published[feed.Scope.Slug] = feed.Archived.Published;
        await output.PublishAsync(
            memory.Files, files => new SiteMemory { Identity = identity, Files = files, Scopes = scopes, Feeds = published, NoIssues = noIssues }.ToJson(), cancellationToken);
        return 0;
    }

    private SiteFeed FeedOf(FeedScope scope, Issue[] issues, SiteMemory memory)
    {
        FeedOptions own = options.Feed with
        {
            IdSeed = identity.Seed,
            IssuesFeedUrl = WebAddress.Under(address, BuildCommand.FileName(FeedScope.Issues, FeedFormat.Atom)),
            HomePageUrl = publication.Url ?? WebAddress.Under(address, "index.html"),
            Content = scope.Kind == FeedScopeKind.Digest ? FeedContent.Excerpt : options.Feed.Content,
        };
        Feed feed = options.Ids.Apply(Feed.FromIssues(publication, issues, scope, own)) with { Stylesheet = FeedStylesheet.FileName };
        (Feed followed, PublishedFeed published) = memory.Feeds.GetValueOrDefault(scope.Slug, PublishedFeed.Nothing).Follow(feed, now);
        return new SiteFeed(scope, followed, published);
    }

    /// <summary>How many entries that subscribers have would be withdrawn by this build.</summary>
    private static int Withdrawn(List<SiteFeed> feeds, SiteMemory memory) => feeds.SelectMany(feed => feed.Feed.Tombstones.Where(gone =>
        memory.Feeds.TryGetValue(feed.Scope.Slug, out PublishedFeed? before) && before.Entries.Any(entry => entry.Id == gone.Id && entry.Withdrawn is null))).Select(gone => gone.Id).Distinct().Count();

    /// <summary>A scope that a person asked for and that never had an entry is mistyped as a rule.</summary>
    private void TellWhatIsMissing(SiteFeed feed, SiteMemory memory, Issue[] issues)
    {
        if (!feed.Feed.Entries.IsEmpty || !options.Scopes.Contains(feed.Scope) || memory.Feeds.GetValueOrDefault(feed.Scope.Slug)?.Entries.IsEmpty == false) return;
        string[] there = [.. FeedScope.Of(issues, 1).Where(scope => scope.Kind == feed.Scope.Kind).Take(12).Select(SiteMemory.TextOf)];
        Console.Error.WriteLine($"warning: --scope {SiteMemory.TextOf(feed.Scope)}: no item matches, the feed is empty{(there.Length == 0 ? "" : $". There are {string.Join(", ", there)}")}");
    }

    /// <summary>What leads on is written after what it leads to.</summary>
    private async Task StageAsync(List<IssuePage> pages, List<SiteFeed> feeds, CancellationToken cancellationToken)
    {
        await output.StageAsync(FeedStylesheet.FileName, FeedStylesheet.Css, cancellationToken);
        foreach (IssuePage page in Enumerable.Reverse(pages)) await StageAsync(page.FileName, page.ToFeed(publication, options.Feed, address), FeedFormat.Html, cancellationToken);
        foreach (SiteFeed feed in feeds)
        foreach (FeedFormat format in formats)
        {
            for (int i = 1; i <= feed.Archived.Archives; i++) await StageAsync(feed, format, i, cancellationToken);
        }

        foreach (SiteFeed feed in feeds)
        foreach (FeedFormat format in formats) await StageAsync(feed, format, 0, cancellationToken);
        var list = OpmlDocument.FromFeeds(publication.Title, feeds.Select(each => each.Feed with { FeedUrl = WebAddress.Under(address, BuildCommand.FileName(each.Scope, FeedFormat.Atom)) }));
        await output.StageAsync("feeds.opml", async (stream, token) => Report("feeds.opml", await list.WriteAsync(stream, token)), cancellationToken);
        await output.StageAsync("index.html", IndexPage.Of(publication, [.. feeds.Select(each => each.Scope)], pages), cancellationToken);
    }

    /// <summary>A document of a feed: what is subscribed to (0), or one of its archives, where links can lead to them.</summary>
    private Task StageAsync(SiteFeed feed, FeedFormat format, int number, CancellationToken cancellationToken)
    {
        bool page = format == FeedFormat.Html;
        string? AddressOf(int n) => page ? Uri.EscapeDataString(NameOf(n)) : WebAddress.Under(address, NameOf(n));
        string NameOf(int n) => n == 0 ? BuildCommand.FileName(feed.Scope, format) : string.Create(CultureInfo.InvariantCulture, $"{feed.Scope.Slug}-archive-{n}{format.FileExtension}");
        Feed document = number == 0 ? feed.Archived.Subscription(AddressOf) : feed.Archived.Archive(number, AddressOf);
        document = page ? AsPage(document, feed.Scope, NameOf(number)) : number == 0 ? WithPage(document, feed.Scope) : document;
        return StageAsync(NameOf(number), document, format, cancellationToken);
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

    private Task StageAsync(string name, Feed feed, FeedFormat format, CancellationToken cancellationToken) =>
        output.StageAsync(name, async (stream, token) => Report(name, await feed.WriteAsync(stream, format, token)), cancellationToken);

    /// <summary>Tells of each kind of repair once: what befalls one entry often befalls all.</summary>
    private static void Report(string name, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var alike in diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info).GroupBy(d => d.Code))
        {
            int more = alike.Count() - 1;
            Console.Error.WriteLine($"{name}: {alike.First()}{(more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {more} more of {alike.Key})"))}");
        }
    }

    /// <summary>A feed of the site on its way: made and followed, then divided into documents.</summary>
    private sealed record SiteFeed(FeedScope Scope, Feed Feed, PublishedFeed Published)
    {
        public ArchivedFeed Archived { get; init; } = null!;
    }
}
