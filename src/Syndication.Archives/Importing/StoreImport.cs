using Syndication.Archives.Stores;
using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Archives.Importing;

/// <summary>
/// Imports archives of a newsletter into a store. A second import of the same archives changes nothing; documents that have changed are read again and keep
/// their issues' ids; documents of the same issue are recognised, and the best reading is kept. It may be stopped at any moment, by whatever means: the next
/// run goes on where it stopped, and ends with the same store as if it had not been. Documents that are gone from an archive keep their issues.
/// </summary>
public sealed class StoreImport
{
    private readonly IIssueStore store;
    private readonly StoreImportOptions options;

    /// <summary>Makes an import.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="options">The options; the defaults where left out.</param>
    public StoreImport(IIssueStore store, StoreImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        this.options = options ?? new StoreImportOptions();
    }

    /// <summary>Imports archives of one newsletter.</summary>
    /// <param name="sources">Files, folders and globs.</param>
    /// <param name="progress">Told of each document, in order, on the thread that imports.</param>
    /// <param name="cancellationToken">Stops the import; what was written holds.</param>
    /// <returns>What was done. What is in the archives does not make it throw; a store that cannot be written does.</returns>
    /// <exception cref="InvalidOperationException">Another import is writing to the same store.</exception>
    public Task<ImportResult> RunAsync(IEnumerable<string> sources, Action<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        string[] all = [.. sources];
        return RunAsync(token => new ArchiveReader(options.Import.Limits).ReadAsync(all, token), all.Length == 0 ? "" : all[0], progress, cancellationToken);
    }

    /// <summary>Imports documents from anywhere. They are gone through up to three times and have to be the same each time.</summary>
    /// <param name="documents">Gives the documents, in the same order every time.</param>
    /// <param name="name">What to call a newsletter that nothing names.</param>
    /// <param name="progress">Told of each document, in order, on the thread that imports.</param>
    /// <param name="cancellationToken">Stops the import; what was written holds.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InvalidOperationException">Another import is writing to the same store.</exception>
    public async Task<ImportResult> RunAsync(Func<CancellationToken, IAsyncEnumerable<ArchivedDocument>> documents, string name, Action<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(name);
        progress ??= _ => { };
        string? known = options.Publication ?? await OnlyPublicationAsync(cancellationToken).ConfigureAwait(false);
        var settled = known is null || options.Again ? null : await ImportLog.FindHeadAsync(store, known, cancellationToken).ConfigureAwait(false);
        ImportLog? log = known is null ? null : await ImportLog.OpenAsync(store, known, cancellationToken).ConfigureAwait(false);
        if (log is not null && options.Again) MarkStale(log, log.Entries);

        Inventory inventory = await LookAsync(documents(cancellationToken), log, progress, cancellationToken).ConfigureAwait(false);
        PublicationProfile? profile = options.Import.Pinned ?? settled?.Profile;
        if (settled is null && inventory.ToRead.Count > 0)
        {
            profile ??= options.Import.Learn ? await LearnAsync(documents(cancellationToken), inventory, progress, cancellationToken).ConfigureAwait(false) : null;
            known ??= IssueKeys.Slug(profile?.Title ?? Path.GetFileNameWithoutExtension(name.TrimEnd('/', '\\'))) ?? "newsletter";
            if (!options.DryRun)
            {
                if (profile is not null) await NamePublicationAsync(known, profile, cancellationToken).ConfigureAwait(false);
                await ImportLog.WriteHeadAsync(store, known, profile, cancellationToken).ConfigureAwait(false);
            }
        }

        known ??= "newsletter";
        log ??= await ImportLog.OpenAsync(store, known, cancellationToken).ConfigureAwait(false);
        if (!options.DryRun) await log.WriteAsync(cancellationToken).ConfigureAwait(false);
        int changed = inventory.ToRead.Count == 0 ? 0 : await ReadAsync(documents(cancellationToken), inventory, known, profile, log, progress, cancellationToken).ConfigureAwait(false);
        return new ImportResult(known, ImportReport.Of(known, log.Entries)) { Read = inventory.ToRead.Count, Unchanged = inventory.Unchanged, Changed = changed, Profile = profile };
    }

    private async Task<string?> OnlyPublicationAsync(CancellationToken cancellationToken)
    {
        List<StoredPublication> all = await store.GetPublicationsAsync(cancellationToken).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false);
        return all.Count == 1 ? all[0].Key : null;
    }

    /// <summary>Goes through all documents without reading them, and tells which are new or have changed; documents of the same issue as one that has changed are read again with it.</summary>
    private static async Task<Inventory> LookAsync(IAsyncEnumerable<ArchivedDocument> documents, ImportLog? log, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var inventory = new Inventory();
        var changedKeys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (ArchivedDocument document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            inventory.Total++;
            progress(new ImportProgress(ImportPhase.Looking, inventory.Total, 0, document.Name));
            ImportEntry? entry = log?.Find(document.Name);
            if (entry is not null) inventory.Known.Add(document.Name);
            if (entry?.Digest is { } digest && digest == Fingerprints.Of(document)) continue;
            inventory.ToRead.Add(document.Name);
            if (!document.IsRefused && document.Kind != ArchivedKind.Issue) inventory.Learnable++;
            if (entry?.Key is { } key) changedKeys.Add(key);
            if (entry?.Digest is not null) log!.Put(entry with { Digest = null });
        }

        if (log is not null && changedKeys.Count > 0)
        {
            ImportEntry[] kin = [.. log.Entries.Where(e => e.Key is not null && changedKeys.Contains(e.Key) && inventory.Known.Contains(e.Source))];
            MarkStale(log, kin);
            inventory.ToRead.UnionWith(kin.Select(e => e.Source));
        }

        inventory.Unchanged = inventory.Total - inventory.ToRead.Count;
        return inventory;
    }

    private static void MarkStale(ImportLog log, IEnumerable<ImportEntry> entries)
    {
        foreach (ImportEntry entry in entries.ToArray()) log.Put(entry with { Digest = null });
    }

    private async Task<PublicationProfile?> LearnAsync(IAsyncEnumerable<ArchivedDocument> documents, Inventory inventory, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var sample = new Sample(inventory.Learnable, options.Import.LearnFrom);
        long done = 0, total = Math.Min(inventory.Learnable, options.Import.LearnFrom);
        IAsyncEnumerable<ArchivedDocument> some = documents.Where(d => !d.IsRefused && d.Kind != ArchivedKind.Issue && inventory.ToRead.Contains(d.Name) && sample.Takes());
        IAsyncEnumerable<ImportedIssue> read = new ArchiveImporter(options.Import).ReadAsync(some, null, cancellationToken);
        return await Learning.LearnAsync(read.Select(issue =>
        {
            progress(new ImportProgress(ImportPhase.Learning, ++done, total, issue.Source));
            return issue;
        })).ConfigureAwait(false);
    }

    private async Task<int> ReadAsync(
        IAsyncEnumerable<ArchivedDocument> documents, Inventory inventory, string publication, PublicationProfile? profile, ImportLog log, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        IssueIndex index = await IssueIndex.LoadAsync(store, publication, cancellationToken).ConfigureAwait(false);
        var placement = new IssuePlacement(store, publication, index, log);
        int changed = 0, done = 0;
        IAsyncEnumerable<ImportedIssue> read = new ArchiveImporter(options.Import).ReadAsync(documents.Where(d => inventory.ToRead.Contains(d.Name)), profile, cancellationToken);
        await foreach (ImportedIssue imported in read.ConfigureAwait(false))
        {
            ImportEntry entry = ImportEntries.Of(imported);
            if (entry.Outcome == ImportOutcome.Issue) entry = entry with { Key = await placement.PlaceAsync(imported, entry, cancellationToken).ConfigureAwait(false) };
            log.Put(entry);
            progress(new ImportProgress(ImportPhase.Reading, ++done, inventory.ToRead.Count, imported.Source, entry));
            if (!options.DryRun && done % ImportLog.SegmentSize == 0) changed += await WriteAsync().ConfigureAwait(false);
        }

        return options.DryRun ? placement.Pending.Count : changed + await WriteAsync().ConfigureAwait(false);

        async Task<int> WriteAsync()
        {
            int written = await store.PutIssuesAsync([.. placement.Pending], cancellationToken).ConfigureAwait(false);
            await log.WriteAsync(cancellationToken).ConfigureAwait(false);
            placement.Written();
            return written;
        }
    }

    /// <summary>A newsletter that is new to the store gets what was learned of it, not what its first issue happens to say.</summary>
    private async Task NamePublicationAsync(string key, PublicationProfile profile, CancellationToken cancellationToken)
    {
        if (await store.GetPublicationsAsync(cancellationToken).AnyAsync(p => p.Key == key, cancellationToken).ConfigureAwait(false)) return;
        var publication = new Publication { Title = profile.Title ?? key, Url = profile.Url, Language = profile.Language };
        await store.PutPublicationAsync(new StoredPublication(key, publication), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What there is to import.</summary>
    private sealed class Inventory
    {
        public long Total { get; set; }

        public long Unchanged { get; set; }

        /// <summary>How many of those to read can be learned from.</summary>
        public long Learnable { get; set; }

        public HashSet<string> ToRead { get; } = new(StringComparer.Ordinal);

        /// <summary>Those that an earlier import has seen.</summary>
        public HashSet<string> Known { get; } = new(StringComparer.Ordinal);
    }
}
