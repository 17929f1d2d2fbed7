using System.Collections.Immutable;
using Syndication.Archives.Sources;
using Syndication.Archives.Stores;

namespace Syndication.Archives.Importing;

/// <summary>
/// Imports archives of newsletters into a store. A second import of the same archives changes nothing; documents that have changed are read again and keep
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
    public async Task<ImportResult> RunAsync(IEnumerable<string> sources, Action<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        string[] all = [.. sources];
        string name = all.Length == 0 ? "" : Path.GetFileNameWithoutExtension(all[0].TrimEnd('/', '\\'));
        var names = new ArchiveNames();
        return (await RunAsync(Documents(all, names), null, name, names.Has, progress, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Imports documents from anywhere. They are gone through up to four times and have to be the same each time.</summary>
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
        return (await RunAsync(documents, null, name, null, progress, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>
    /// Imports archives that hold several newsletters, each by itself, with what is learned of it, and all in one go. They are told apart by the first folder under the
    /// source; where there is none, mails by their list (RFC 2919), else by their sender, posts of exports and entries of feeds by the title of the site, and all else by the archive
    /// that they stand in. Each has its key by that name.
    /// </summary>
    /// <param name="sources">Files, folders and globs.</param>
    /// <param name="progress">Told of each document, in order, on the thread that imports.</param>
    /// <param name="cancellationToken">Stops the import; what was written holds.</param>
    /// <returns>What was done, by the newsletters' keys. One of which nothing is an issue is named here too, but is no newsletter in the store.</returns>
    /// <exception cref="InvalidOperationException">Another import is writing to the same store, or the options name one newsletter for all.</exception>
    public async Task<ImmutableArray<ImportResult>> RunEachAsync(IEnumerable<string> sources, Action<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (options.Publication is not null) throw new InvalidOperationException("The options name one newsletter for all.");
        string[] all = [.. sources];
        var names = new ArchiveNames();
        return await RunAsync(Documents(all, names), new NewsletterNames(all).Of, "", names.Has, progress, cancellationToken).ConfigureAwait(false);
    }

    private Func<CancellationToken, IAsyncEnumerable<ArchivedDocument>> Documents(string[] sources, ArchiveNames names) =>
        token => ArchiveReader.ReadAsync(() => new ArchiveWalk(options.Import.Limits) { Address = options.Import.Address, Names = names }, sources, token);

    /// <summary>Looks at all documents, learns from some, reads those that are new.</summary>
    private async Task<ImmutableArray<ImportResult>> RunAsync(
        Func<CancellationToken, IAsyncEnumerable<ArchivedDocument>> documents, Func<ArchivedDocument, string>? nameOf, string name, Func<string, bool>? isThere,
        Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        progress ??= _ => { };
        var newsletters = new SortedDictionary<string, NewsletterImport>(StringComparer.Ordinal);
        (string? Key, ImportLog? Log) only = (options.Publication, null);
        if (nameOf is null && only.Key is null) only = await NewsletterKeys.FindAsync(store, documents(cancellationToken), cancellationToken).ConfigureAwait(false);
        if (nameOf is null) await OpenAsync("").ConfigureAwait(false);

        long looked = 0;
        await foreach (ArchivedDocument document in documents(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            string key = KeyOf(document);
            NewsletterImport newsletter = newsletters.GetValueOrDefault(key) ?? await OpenAsync(key).ConfigureAwait(false);
            newsletter.Look(document);
            progress(new ImportProgress(ImportPhase.Looking, ++looked, 0, document.Name));
        }

        foreach (NewsletterImport newsletter in newsletters.Values) newsletter.EndLooking();
        await LearnAsync(documents, d => newsletters[KeyOf(d)], newsletters.Values.Sum(n => n.ToLearn), progress, cancellationToken).ConfigureAwait(false);
        foreach (NewsletterImport newsletter in newsletters.Values) await newsletter.SettleAsync(cancellationToken).ConfigureAwait(false);
        await ReadAsync(documents, d => newsletters[KeyOf(d)], newsletters.Values, progress, cancellationToken).ConfigureAwait(false);
        return [.. newsletters.Values.Select(n => n.Result(isThere))];

        string KeyOf(ArchivedDocument document) => nameOf is null ? "" : NewsletterKeys.Of(nameOf(document));

        async Task<NewsletterImport> OpenAsync(string key)
        {
            var newsletter = newsletters[key] = new NewsletterImport(store, options, name);
            await newsletter.OpenAsync(nameOf is null ? only.Key : key, only.Log, cancellationToken).ConfigureAwait(false);
            return newsletter;
        }
    }

    private async Task LearnAsync(
        Func<CancellationToken, IAsyncEnumerable<ArchivedDocument>> documents, Func<ArchivedDocument, NewsletterImport> newsletterOf, long total, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        if (total == 0) return;
        long done = 0;
        var alone = new DocumentReading(options.Import, null);
        IAsyncEnumerable<(NewsletterImport Newsletter, ArchivedDocument Document)> some = documents(cancellationToken).Select(d => (newsletterOf(d), d)).Where(pair => pair.Item1.IsToLearn(pair.d));
        await foreach (var (newsletter, imported) in InOrder.SelectAsync(
            some, pair => pair.Document.Bytes.Length, (pair, token) => (pair.Newsletter, alone.Read(pair.Document, token)), options.Import.Parallelism, cancellationToken).ConfigureAwait(false))
        {
            newsletter.Learn(imported);
            progress(new ImportProgress(ImportPhase.Learning, ++done, total, imported.Source));
        }
    }

    private async Task ReadAsync(
        Func<CancellationToken, IAsyncEnumerable<ArchivedDocument>> documents, Func<ArchivedDocument, NewsletterImport> newsletterOf, IReadOnlyCollection<NewsletterImport> newsletters,
        Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        long done = 0, total = newsletters.Sum(n => n.ToRead);
        if (total == 0) return;
        IAsyncEnumerable<(NewsletterImport Newsletter, ArchivedDocument Document)> fresh = documents(cancellationToken).Select(d => (newsletterOf(d), d)).Where(pair => pair.Item1.IsToRead(pair.d));
        await foreach (var (newsletter, imported) in InOrder.SelectAsync(
            fresh, pair => pair.Document.Bytes.Length, (pair, token) => (pair.Newsletter, pair.Newsletter.Read(pair.Document, token)), options.Import.Parallelism, cancellationToken).ConfigureAwait(false))
        {
            ImportEntry entry = await newsletter.PlaceAsync(imported, cancellationToken).ConfigureAwait(false);
            progress(new ImportProgress(ImportPhase.Reading, ++done, total, imported.Source, entry));
            if (done % ImportLog.SegmentSize == 0) await WriteAsync().ConfigureAwait(false);
        }

        await WriteAsync().ConfigureAwait(false);

        async Task WriteAsync()
        {
            foreach (NewsletterImport newsletter in newsletters) await newsletter.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
