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
    private readonly string? address;

    /// <summary>Makes a reader.</summary>
    /// <param name="limits">How much is read at the most; the defaults where left out.</param>
    /// <param name="address">
    /// The absolute address that the root of the folder or archive was published at, where that is known: pages without an address of their own have theirs by
    /// their path then, and their relative links lead somewhere.
    /// </param>
    public ArchiveReader(ArchiveLimits? limits = null, string? address = null)
    {
        this.limits = limits ?? new ArchiveLimits();
        this.address = address;
    }

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
    public IAsyncEnumerable<ArchivedDocument> ReadAsync(IEnumerable<string> sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return ReadAsync(() => new ArchiveWalk(limits) { Address = address }, sources, cancellationToken);
    }

    /// <summary>Reads every file and entry of archives, also those that are no issues, such as the pictures of pages: <see cref="ArchivedKind.File"/>.</summary>
    /// <param name="sources">Files, folders and globs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What there is, with the addresses that web archives, or the address given to this reader, give it.</returns>
    public IAsyncEnumerable<ArchivedDocument> ReadFilesAsync(IEnumerable<string> sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return ReadAsync(() => new ArchiveWalk(limits) { Address = address, TakesFiles = true }, sources, cancellationToken);
    }

    /// <summary>Reads several archives in one walk.</summary>
    internal static async IAsyncEnumerable<ArchivedDocument> ReadAsync(Func<ArchiveWalk> start, IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArchiveWalk walk = start();
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
        return new ArchiveWalk(limits) { Address = address }.ReadAsync(new ArchiveEntry(name, () => stream, CanReopen: false), cancellationToken);
    }
}
