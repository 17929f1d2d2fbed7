using System.Collections.Immutable;
using Syndication.Archives.Stores;
using Syndication.AspNetCore;
using Syndication.AspNetCore.Discovery;
using Syndication.Feeds;
using Syndication.SampleHost.Archive;

namespace Syndication.SampleHost.Publishing;

/// <summary>
/// Publishes what lies in the import folder, at the start and whenever a file of it comes, changes or goes: drop a file, it is published. The folder is looked
/// at once a second, which works on every file system; what differs from one look to the next may still be being written and waits for the look after.
/// </summary>
public sealed partial class FolderImport(
    NewsletterFolder folder, IIssueStore store, FeedPublisher publisher, FeedDirectory feeds, SitePages pages, TimeProvider time, IConfiguration configuration, ILogger<FolderImport> logger) : BackgroundService
{
    private readonly string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(configuration["Issues"] ?? Path.Combine(AppContext.BaseDirectory, "issues")));
    private FolderLook seen = FolderLook.At("");
    private FolderLook published = FolderLook.At("");
    private Site? site;

    /// <summary>The pages, as of the last import.</summary>
    public Site Site => Volatile.Read(ref site) ?? throw new InvalidOperationException("The application was not started.");

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        seen = FolderLook.At(path);
        await ImportAsync(seen, new HashSet<string>(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks at the folder once, and publishes what has come to rest since the look before.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        // A folder that is gone as a whole was not emptied by an editor: its disk is missing.
        if (!Directory.Exists(path)) return;
        FolderLook look = FolderLook.At(path);
        HashSet<string> unfinished = [.. look.DifferencesFrom(seen)];
        seen = look;
        if (look.DifferencesFrom(published).Any(file => !unfinished.Contains(file))) await ImportAsync(look, unfinished, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // What is online stays there, and the next look may find what is missing.
                LogFailure(failure, path);
            }
        }
    }

    private async Task ImportAsync(FolderLook look, IReadOnlySet<string> unfinished, CancellationToken cancellationToken)
    {
        IReadOnlyList<Newsletter> newsletters = await folder.ReadAsync(path, unfinished, cancellationToken);
        if (Directory.Exists(path)) await StoreAsync(newsletters, cancellationToken);
        await publisher.PublishAsync(cancellationToken);
        Volatile.Write(ref site, await Site.BuildAsync([.. newsletters.Select(newsletter => newsletter with { Topics = TopicsOf(newsletter) })], pages));
        published = look.With(unfinished, published);
    }

    /// <summary>What has feeds of its own, and an address that no issue has taken.</summary>
    private ImmutableArray<FeedScope> TopicsOf(Newsletter newsletter) =>
        [.. feeds.Scopes(newsletter.Slug).Except(FeedScope.Standard).Where(scope => newsletter.Issues.All(issue => issue.Slug != scope.Slug))];

    /// <summary>Brings the store into line with the folder.</summary>
    private async Task StoreAsync(IReadOnlyList<Newsletter> newsletters, CancellationToken cancellationToken)
    {
        foreach (Newsletter newsletter in newsletters)
        {
            await store.PutPublicationAsync(new StoredPublication(newsletter.Slug, newsletter.Publication), cancellationToken);
            await store.PutIssuesAsync([.. newsletter.Issues.Select(issue => new StoredIssue(newsletter.Slug, issue.Slug, issue.Issue) { Origins = [new IssueOrigin(issue.FileName)] })], cancellationToken);
            HashSet<string> kept = [.. newsletter.Issues.Select(static issue => issue.Slug)];
            foreach (StoredIssue issue in await store.GetIssuesAsync(newsletter.Slug, cancellationToken).ToArrayAsync(cancellationToken))
            {
                if (!kept.Contains(issue.Key)) await store.RemoveIssueAsync(newsletter.Slug, issue.Key, cancellationToken);
            }
        }

        HashSet<string> slugs = [.. newsletters.Select(static newsletter => newsletter.Slug)];
        foreach (StoredPublication publication in await store.GetPublicationsAsync(cancellationToken).ToArrayAsync(cancellationToken))
        {
            if (!slugs.Contains(publication.Key)) await store.RemovePublicationAsync(publication.Key, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Folder} could not be imported; what was online stays.")]
    private partial void LogFailure(Exception failure, string folder);
}
