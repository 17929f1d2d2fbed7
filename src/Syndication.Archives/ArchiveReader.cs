using System.Runtime.CompilerServices;
using Syndication.Archives.Sources;

namespace Syndication.Archives;

/// <summary>
/// Takes the documents out of whatever an archive is kept in, one by one and never all in memory: folders and globs, zip, tar and tar.gz; mails, mail boxes
/// (mbox, Maildir), MHTML; web archives (WARC); exports of WordPress (WXR), Ghost, Substack, Mailchimp and Buttondown; old feeds; JSON Lines. Nothing in
/// an archive is ever written to disk. Thread-safe.
/// </summary>
public sealed class ArchiveReader
{
    private readonly ArchiveLimits limits;

    /// <summary>Makes a reader.</summary>
    /// <param name="limits">How much is read at the most; the defaults where left out.</param>
    public ArchiveReader(ArchiveLimits? limits = null) => this.limits = limits ?? new ArchiveLimits();

    /// <summary>Reads the documents of an archive.</summary>
    /// <param name="source">A file, a folder or a glob (<c>2019/**/*.html</c>).</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>
    /// The documents in an order that is the same every time. What is damaged, beyond the limits or a trap comes as a document that was refused, with the
    /// reason; nothing in an archive makes it throw. What plainly is no issue (pictures, styles, drafts, menus) does not come at all.
    /// </returns>
    public IAsyncEnumerable<ArchivedDocument> ReadAsync(string source, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        return ReadAsync([source], cancellationToken);
    }

    /// <summary>Reads the documents of several archives, one after the other; the limits hold for all together.</summary>
    /// <param name="sources">Files, folders and globs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The documents, as <see cref="ReadAsync(string, CancellationToken)"/> gives them.</returns>
    public async IAsyncEnumerable<ArchivedDocument> ReadAsync(IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var walk = new ArchiveWalk(limits);
        foreach (string source in sources)
        {
            await foreach (ArchivedDocument document in FolderSource.ReadAsync(walk, source, cancellationToken).ConfigureAwait(false)) yield return document;
        }
    }

    /// <summary>Reads the documents of an archive from a stream, forward only.</summary>
    /// <param name="stream">The bytes; closed at the end.</param>
    /// <param name="name">What the archive is called: evidence for what it is, and the start of the documents' names.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The documents, as <see cref="ReadAsync(string, CancellationToken)"/> gives them.</returns>
    public IAsyncEnumerable<ArchivedDocument> ReadAsync(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new ArchiveWalk(limits).ReadAsync(new ArchiveEntry(name, () => stream, CanReopen: false), cancellationToken);
    }
}
