using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Http;
using Syndication.AspNetCore.Publishing;
using Syndication.AspNetCore.WebSub;
using Syndication.Feeds;
using Syndication.Text;

namespace Syndication.AspNetCore;

/// <summary>
/// Publishes what the store has: makes every feed once, puts all of it online at one stroke, and tells the hubs. It does so when the application starts and
/// whenever the store's revision has changed; a store that cannot be reached leaves online what there is.
/// </summary>
public sealed partial class FeedPublisher : BackgroundService
{
    /// <summary>The note with the keys of all newsletters that were ever served; beneath it one for each.</summary>
    private const string EverServed = "feeds";

    private readonly IIssueStore store;
    private readonly SyndicationOptions options;
    private readonly SiteAddress address;
    private readonly TimeProvider time;
    private readonly HubPing hubs;
    private readonly ILogger<FeedPublisher> logger;
    private readonly SemaphoreSlim publishing = new(1, 1);
    private FeedSite? site;
    private long revision = -1;

    internal FeedPublisher(IIssueStore store, IOptions<SyndicationOptions> options, HubPing hubs, ILogger<FeedPublisher> logger, TimeProvider time)
    {
        this.store = store;
        this.options = options.Value;
        address = new SiteAddress(this.options);
        Documents = new FeedDocuments(this.options, address, Report);
        this.hubs = hubs;
        this.logger = logger;
        this.time = time;
    }

    /// <summary>What is served; <see langword="null"/> until the store was read.</summary>
    internal FeedSite? Site => Volatile.Read(ref site);

    /// <summary>How feeds are put together.</summary>
    internal FeedDocuments Documents { get; }

    /// <summary>Why the store could not be read the last time; <see langword="null"/> where it could.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Publishes now what the store has, without waiting for the next look at it.</summary>
    /// <param name="cancellationToken">Stops the publishing; what was online stays.</param>
    /// <returns>Whether anything had changed since the last publishing.</returns>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken = default)
    {
        await publishing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            long current = await store.GetRevisionAsync(cancellationToken).ConfigureAwait(false);
            bool changed = current != revision || Site is null;
            if (changed) await BuildAsync(current, cancellationToken).ConfigureAwait(false);
            Failure = null;
            return changed;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (Failure is null) LogFailure(failure);
            Failure = failure;
            throw;
        }
        finally
        {
            publishing.Release();
        }
    }

    /// <summary>Publishes, so that the first request is answered from what the store has; a store that cannot be reached does not keep the application from starting.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryPublishAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        publishing.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Prepare(stoppingToken);
        await Task.WhenAll(AskAsync(stoppingToken), WatchAsync(stoppingToken)).ConfigureAwait(false);
    }

    /// <summary>Asks the store now and then.</summary>
    private async Task AskAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.RefreshInterval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await TryPublishAsync(cancellationToken).ConfigureAwait(false)) Prepare(cancellationToken);
        }
    }

    /// <summary>Publishes as soon as a store that can tell of changes does so; where its connection is lost, it is made again.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await foreach (long told in store.WatchAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (told > Volatile.Read(ref revision) && await TryPublishAsync(cancellationToken).ConfigureAwait(false)) Prepare(cancellationToken);
                }

                return;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnwatched(failure);
                await Task.Delay(options.RefreshInterval, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> TryPublishAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PublishAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // It is logged, and the health check tells of it.
            return false;
        }
    }

    private async Task BuildAsync(long current, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var changed = new List<string>();
        var publications = ImmutableArray.CreateBuilder<ServedPublication>();
        await foreach (StoredPublication stored in store.GetPublicationsAsync(cancellationToken).ConfigureAwait(false))
        {
            publications.Add(await BuildAsync(stored, current, changed, cancellationToken).ConfigureAwait(false));
        }

        List<string> withdrawn = await WithdrawnAsync([.. publications.Select(static publication => publication.Key)], cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref site, new FeedSite(publications.ToImmutable(), Shared(publications), withdrawn));
        Volatile.Write(ref revision, current);
        TimeSpan taken = time.GetElapsedTime(start);
        LogPublished(current, publications.Count, taken);
        foreach (string path in changed) hubs.Tell(address.Absolute(path));
    }

    /// <summary>One newsletter; only the node that wrote down what is published tells the hubs of it.</summary>
    private async Task<ServedPublication> BuildAsync(StoredPublication stored, long current, List<string> changed, CancellationToken cancellationToken)
    {
        string note = Note(stored.Key);
        ServedPublication? before = Site?.Publications.FirstOrDefault(publication => publication.Key == stored.Key);

        // A store that does not know since when a newsletter is as it is says 0.
        if (stored.Revision > 0 && before?.Stored == stored) return before;
        while (true)
        {
            ImmutableArray<StoredIssue> issues = [.. await store.GetIssuesAsync(stored.Key, cancellationToken).ToArrayAsync(cancellationToken).ConfigureAwait(false)];
            StoredNote? known = await store.FindNoteAsync(note, cancellationToken).ConfigureAwait(false);
            PublicationMemory memory = Read(known, stored.Key);
            var build = new PublicationBuild(options, address, Documents, time.GetUtcNow(), Report);
            ServedPublication built = build.Build(stored, issues, memory, before);
            string[] differing = [.. built.Memory.Documents.Where(document => memory.Documents.GetValueOrDefault(document.Key)?.Digest != document.Value.Digest).Select(static document => document.Key)];
            if (differing.Length == 0 && built.Memory.Content == memory.Content) return built;

            // Another node that has read more than this one has the last word.
            if (memory.Revision > current && await store.GetRevisionAsync(cancellationToken).ConfigureAwait(false) is var newer && newer > current)
            {
                current = newer;
                continue;
            }

            if (await store.TryWriteNoteAsync(note, (built.Memory with { Revision = Math.Max(current, memory.Revision) }).ToJson(), known?.Version ?? 0, cancellationToken).ConfigureAwait(false))
            {
                changed.AddRange(differing.Where(built.Feeds.SelectMany(static feed => feed.Addresses.Values).ToHashSet(StringComparer.Ordinal).Contains));
                return built;
            }
        }
    }

    /// <summary>The paths of newsletters that were served once and are no more: who still asks for them is told so, by every node and after every start.</summary>
    private async Task<List<string>> WithdrawnAsync(HashSet<string> present, CancellationToken cancellationToken)
    {
        while (true)
        {
            StoredNote? note = await store.FindNoteAsync(EverServed, cancellationToken).ConfigureAwait(false);
            string[] known = note is null ? [] : Encoding.UTF8.GetString(note.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string[] all = [.. known.Union(present, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (all.Length > known.Length && !await store.TryWriteNoteAsync(EverServed, Encoding.UTF8.GetBytes(string.Join('\n', all)), note?.Version ?? 0, cancellationToken).ConfigureAwait(false)) continue;

            var withdrawn = new List<string>();
            foreach (string key in all.Where(key => !present.Contains(key)))
            {
                withdrawn.AddRange(Read(await store.FindNoteAsync(Note(key), cancellationToken).ConfigureAwait(false), key).Documents.Keys);
            }

            return withdrawn;
        }
    }

    private static string Note(string publication) => $"{EverServed}/{publication}";

    private PublicationMemory Read(StoredNote? note, string key)
    {
        try
        {
            return note is null ? PublicationMemory.Nothing : PublicationMemory.FromJson(note.Content.Span);
        }
        catch (JsonException failure)
        {
            LogForgotten(failure, key);
            return PublicationMemory.Nothing;
        }
    }

    /// <summary>What belongs to no newsletter: the style sheet and the list of all feeds.</summary>
    private Dictionary<string, Resource> Shared(IEnumerable<ServedPublication> publications)
    {
        var list = new OpmlDocument
        {
            Outlines = [.. publications.Select(publication => new OpmlOutline(publication.Title)
            {
                Outlines = [.. OpmlDocument.FromFeeds(null, publication.Feeds.Select(feed => feed.Feed with { FeedUrl = address.Absolute(feed.Addresses[FeedFormat.Atom]) })).Outlines],
            })],
        };
        var opml = new ArrayBufferWriter<byte>();
        Report(SiteAddress.OpmlFile, list.Write(opml));
        return new Dictionary<string, Resource>(StringComparer.Ordinal)
        {
            [SiteAddress.OpmlFile] = new(OpmlDocument.MediaType, opml.WrittenMemory) { CacheControl = "public, no-cache", Format = "opml" },
            [SiteAddress.Stylesheet] = new(FeedStylesheet.MediaType, FeedStylesheet.Css) { CacheControl = "public, max-age=86400", Format = "css" },
        };
    }

    /// <summary>Makes the coded bytes that nobody has asked for yet.</summary>
    private void Prepare(CancellationToken cancellationToken)
    {
        foreach (Resource resource in Site?.Resources ?? []) resource.Prepare(cancellationToken);
    }

    private void Report(string path, ImmutableArray<Diagnostic> diagnostics)
    {
        Diagnostic[] warnings = [.. diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning)];
        if (warnings.Length > 0) LogRepaired(path, warnings.Length, warnings[0]);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published revision {Revision}: {Publications} newsletters in {Taken}.")]
    private partial void LogPublished(long revision, int publications, TimeSpan taken);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Path}: {Count} values were derived, repaired or left out. The first: {Diagnostic}")]
    private partial void LogRepaired(string path, int count, Diagnostic diagnostic);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store cannot be read; what was published before stays online.")]
    private partial void LogFailure(Exception failure);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The store cannot be watched; it is asked in its intervals.")]
    private partial void LogUnwatched(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was published of {Publication} is noted in a form that cannot be read; dates of change and archives begin anew.")]
    private partial void LogForgotten(Exception failure, string publication);
}
