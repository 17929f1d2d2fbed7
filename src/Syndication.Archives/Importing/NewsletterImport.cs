using Syndication.Archives.Stores;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;

namespace Syndication.Archives.Importing;

/// <summary>One newsletter of an import: what is known of it, which of its documents are to be read, and where its issues go.</summary>
internal sealed class NewsletterImport(IIssueStore store, StoreImportOptions options, string name)
{
    private readonly HashSet<string> toRead = new(StringComparer.Ordinal), known = new(StringComparer.Ordinal), changedKeys = new(StringComparer.Ordinal), lists = new(StringComparer.Ordinal);
    private readonly ProfileLearner learner = new();
    private (string Publication, PublicationProfile? Profile)? settled;
    private string? key, said;
    private ImportLog? log;
    private PublicationProfile? profile;
    private Sample? sample;
    private DocumentReading? reading;
    private IssuePlacement? placement;
    private long total, learnable;
    private int changed;

    /// <summary>How many documents are to be read.</summary>
    public int ToRead => toRead.Count;

    /// <summary>From how many documents is learned.</summary>
    public long ToLearn => Learns ? Math.Min(learnable, options.Import.LearnFrom) : 0;

    private bool Learns => settled is null && options.Import is { Pinned: null, Learn: true } && toRead.Count > 0;

    /// <summary>Takes up what earlier runs left in the store.</summary>
    /// <param name="publication">The key in the store; <see langword="null"/> where the newsletter is new and gets one from what is learned of it.</param>
    /// <param name="remembered">What earlier runs remember of its documents, where that was read already.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task OpenAsync(string? publication, ImportLog? remembered, CancellationToken cancellationToken)
    {
        key = publication;
        if (key is null) return;
        settled = options.Again ? null : await ImportLog.FindHeadAsync(store, key, cancellationToken).ConfigureAwait(false);
        log = remembered ?? await ImportLog.OpenAsync(store, key, cancellationToken).ConfigureAwait(false);
        if (options.Again) MarkStale(log, log.Entries);
    }

    /// <summary>Looks at a document without reading it: whether it is new or has changed.</summary>
    public void Look(ArchivedDocument document)
    {
        total++;
        ImportEntry? entry = log?.Find(document.Name);
        if (entry is not null) known.Add(document.Name);
        if (entry?.Digest is { } digest && digest == Fingerprints.Of(document)) return;
        toRead.Add(document.Name);
        if (!document.IsRefused && document.Kind != ArchivedKind.Issue) learnable++;
        if (document.Kind == ArchivedKind.Mail && !document.IsRefused && lists.Count < 100 && NewsletterNames.ListOf(document.Bytes.Span) is { } list) lists.Add(list);
        if (entry?.Key is { } issue) changedKeys.Add(issue);
        if (entry?.Digest is not null) log!.Put(entry with { Digest = null });
    }

    /// <summary>Ends the looking: documents of the same issue as one that has changed are read again with it.</summary>
    public void EndLooking()
    {
        sample = new Sample(learnable, options.Import.LearnFrom);
        if (log is null || changedKeys.Count == 0) return;
        ImportEntry[] kin = [.. log.Entries.Where(e => e.Key is not null && changedKeys.Contains(e.Key) && known.Contains(e.Source))];
        MarkStale(log, kin);
        toRead.UnionWith(kin.Select(e => e.Source));
    }

    public bool IsToRead(ArchivedDocument document) => toRead.Contains(document.Name);

    /// <summary>Whether a document is of those that are learned from; asked of each in order.</summary>
    public bool IsToLearn(ArchivedDocument document) => Learns && !document.IsRefused && document.Kind != ArchivedKind.Issue && IsToRead(document) && sample!.Takes();

    public void Learn(ImportedIssue imported)
    {
        if (imported is not { IsIssue: true, Result: { } result }) return;
        learner.Add(result);
        said ??= result.Issue.Publication?.Title;
    }

    /// <summary>Decides, once for all runs, what the newsletter is called and what is known of it.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        profile = options.Import.Pinned ?? settled?.Profile ?? (learner.Issues < 2 ? null : learner.Learn());
        if (key is null)
        {
            key = await NewsletterKeys.OfNewAsync(store, profile?.Title ?? said, profile is not null, name, cancellationToken).ConfigureAwait(false);
            if (!options.Again && await ImportLog.FindHeadAsync(store, key, cancellationToken).ConfigureAwait(false) is { } head)
            {
                settled = head;
                profile = options.Import.Pinned ?? head.Profile;
            }
        }

        if (settled is null && toRead.Count > 0 && !options.DryRun) await ImportLog.WriteHeadAsync(store, key, profile, cancellationToken).ConfigureAwait(false);
        log ??= await ImportLog.OpenAsync(store, key, cancellationToken).ConfigureAwait(false);
        if (!options.DryRun) await log.WriteAsync(cancellationToken).ConfigureAwait(false);
        reading = new DocumentReading(options.Import, profile);
        if (toRead.Count > 0) placement = new IssuePlacement(store, key, await IssueIndex.LoadAsync(store, key, cancellationToken).ConfigureAwait(false), log);
    }

    /// <summary>Reads a document; may be asked for several at once.</summary>
    public ImportedIssue Read(ArchivedDocument document, CancellationToken cancellationToken) => reading!.Read(document, cancellationToken);

    /// <summary>Takes what was read, document by document in order.</summary>
    public async Task<ImportEntry> PlaceAsync(ImportedIssue imported, CancellationToken cancellationToken)
    {
        ImportEntry entry = ImportEntries.Of(imported);
        if (entry.Outcome == ImportOutcome.Issue) entry = entry with { Key = await placement!.PlaceAsync(imported, entry, cancellationToken).ConfigureAwait(false) };
        log!.Put(entry);
        return entry;
    }

    /// <summary>Writes what was read since the last time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (placement is null) return;
        if (options.DryRun)
        {
            changed = placement.Pending.Count;
            return;
        }

        if (placement.Pending.Count > 0)
        {
            await NameAsync(cancellationToken).ConfigureAwait(false);
            changed += await store.PutIssuesAsync([.. placement.Pending], cancellationToken).ConfigureAwait(false);
        }

        await log!.WriteAsync(cancellationToken).ConfigureAwait(false);
        placement.Written();
    }

    /// <summary>What was done.</summary>
    /// <param name="isThere">Whether the archives have a file or entry of a name; <see langword="null"/> where only documents are known.</param>
    public ImportResult Result(Func<string, bool>? isThere) =>
        new(key!, ImportReport.Of(key!, log!.Entries, isThere)) { Read = toRead.Count, Unchanged = total - toRead.Count, Changed = changed, Profile = profile, Lists = lists.Count };

    private static void MarkStale(ImportLog log, IEnumerable<ImportEntry> entries)
    {
        foreach (ImportEntry entry in entries.ToArray()) log.Put(entry with { Digest = null });
    }

    /// <summary>A newsletter that is new to the store gets what was learned of it, not what its first issue happens to say.</summary>
    private async Task NameAsync(CancellationToken cancellationToken)
    {
        if (profile is null || await store.GetPublicationsAsync(cancellationToken).AnyAsync(p => p.Key == key, cancellationToken).ConfigureAwait(false)) return;
        var publication = new Publication { Title = profile.Title ?? key!, Url = profile.Url, Language = profile.Language };
        await store.PutPublicationAsync(new StoredPublication(key!, publication), cancellationToken).ConfigureAwait(false);
    }
}
