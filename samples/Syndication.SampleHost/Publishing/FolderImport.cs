using System.Globalization;
using Syndication.Archives.Stores;
using Syndication.AspNetCore;
using Syndication.SampleHost.Archive;

namespace Syndication.SampleHost.Publishing;

/// <summary>
/// Publishes what lies in the import folder, at the start and whenever a file of it comes, changes or goes: drop a file, it is published. The folder is looked
/// at once a second, which works on every file system.
/// </summary>
public sealed partial class FolderImport(
    NewsletterFolder folder, IIssueStore store, FeedPublisher publisher, SitePages pages, IConfiguration configuration, ILogger<FolderImport> logger) : BackgroundService
{
    private readonly string path = configuration["Issues"] ?? Path.Combine(AppContext.BaseDirectory, "issues");
    private string seen = "";
    private Site? site;

    /// <summary>The pages, as of the last import.</summary>
    public Site Site => Volatile.Read(ref site) ?? throw new InvalidOperationException("The application was not started.");

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ImportAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (Fingerprint() != seen) await ImportAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // What is online stays there, and the next look may find what is missing.
                LogFailure(failure, path);
            }
        }
    }

    private async Task ImportAsync(CancellationToken cancellationToken)
    {
        string found = Fingerprint();
        IReadOnlyList<Newsletter> newsletters = await folder.ReadAsync(path, cancellationToken);
        await StoreAsync(newsletters, cancellationToken);
        await publisher.PublishAsync(cancellationToken);
        Volatile.Write(ref site, await Site.BuildAsync(newsletters, pages));
        seen = found;
    }

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

    /// <summary>Names, sizes and times of all files: what differs where one has come, changed or gone.</summary>
    private string Fingerprint() => !Directory.Exists(path) ? "" : string.Join('\n', new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(static file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\t{file.Length}\t{file.LastWriteTimeUtc.Ticks}")).Order(StringComparer.Ordinal));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Folder} could not be imported; what was online stays.")]
    private partial void LogFailure(Exception failure, string folder);
}
