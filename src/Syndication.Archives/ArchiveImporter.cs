using System.Runtime.CompilerServices;
using Syndication.Archives.Importing;
using Syndication.Documents;
using Syndication.Structure;

namespace Syndication.Archives;

/// <summary>
/// Reads the issues of whole archives: learns first what the issues have in common, then reads them on all processors and gives them in the order of the archive.
/// The same archive and options give the same results, however many processors there are. Thread-safe.
/// </summary>
public sealed class ArchiveImporter
{
    private readonly ArchiveImporterOptions options;

    /// <summary>Makes an importer.</summary>
    /// <param name="options">The options; the defaults where left out.</param>
    public ArchiveImporter(ArchiveImporterOptions? options = null) => this.options = options ?? new ArchiveImporterOptions();

    /// <summary>Reads the issues of an archive. What cannot be read comes with its reason; nothing in an archive makes it throw.</summary>
    /// <param name="source">A file, a folder or a glob, as <see cref="ArchiveReader.ReadAsync(string, CancellationToken)"/> takes it.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <returns>What became of each document, in the order of the archive.</returns>
    public IAsyncEnumerable<ImportedIssue> ImportAsync(string source, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        return ImportAsync([source], cancellationToken);
    }

    /// <summary>Reads the issues of several archives of one publication.</summary>
    /// <param name="sources">Files, folders and globs.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <returns>What became of each document, in the order of the archives.</returns>
    public async IAsyncEnumerable<ImportedIssue> ImportAsync(IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        string[] all = [.. sources];
        PublicationProfile? profile = options.Pinned ?? (options.Learn ? await LearnAsync(all, cancellationToken).ConfigureAwait(false) : null);
        IAsyncEnumerable<ArchivedDocument> documents = new ArchiveReader(options.Limits, options.Address).ReadAsync(all, cancellationToken);
        await foreach (ImportedIssue imported in ReadAsync(documents, profile, cancellationToken).ConfigureAwait(false)) yield return imported;
    }

    /// <summary>Reads documents from anywhere, without learning: with the profile of <see cref="ArchiveImporterOptions.Reading"/> or none.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <returns>What became of each document, in their order.</returns>
    public IAsyncEnumerable<ImportedIssue> ImportAsync(IAsyncEnumerable<ArchivedDocument> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return ReadAsync(documents, options.Pinned, cancellationToken);
    }

    /// <summary>Learns what the issues of an archive have in common, from some of them, spread evenly.</summary>
    /// <param name="sources">Files, folders and globs.</param>
    /// <param name="cancellationToken">Stops the learning.</param>
    /// <returns>The profile; <see langword="null"/> where there are not two issues to compare.</returns>
    public async Task<PublicationProfile?> LearnAsync(IEnumerable<string> sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        string[] all = [.. sources];
        long count = 0;
        await foreach (ArchivedDocument document in new ArchiveReader(options.Limits, options.Address).ReadAsync(all, cancellationToken).ConfigureAwait(false)) count += document.IsRefused ? 0 : 1;
        var sample = new Sample(count, options.LearnFrom);
        IAsyncEnumerable<ArchivedDocument> some = new ArchiveReader(options.Limits, options.Address).ReadAsync(all, cancellationToken).Where(document => !document.IsRefused && document.Kind != ArchivedKind.Issue && sample.Takes());
        var learner = new ProfileLearner();
        await foreach (ImportedIssue imported in ReadAsync(some, null, cancellationToken).ConfigureAwait(false))
        {
            if (imported is { IsIssue: true, Result: { } result }) learner.Add(result);
        }

        return learner.Issues < 2 ? null : learner.Learn();
    }

    internal IAsyncEnumerable<ImportedIssue> ReadAsync(IAsyncEnumerable<ArchivedDocument> documents, PublicationProfile? profile, CancellationToken cancellationToken)
    {
        var reading = new DocumentReading(options, profile);
        return InOrder.SelectAsync(documents, document => document.Bytes.Length, reading.Read, options.Parallelism, cancellationToken);
    }
}
