using Syndication.Archives.Stores;

namespace Syndication.AspNetCore.Tests;

/// <summary>A store that can be cut off.</summary>
internal sealed class FailingStore(IIssueStore store) : IIssueStore
{
    private int readings;

    public bool Fails { get; set; }

    /// <summary>Whether it says since which revision each newsletter is as it is.</summary>
    public bool KnowsRevisions { get; init; } = true;

    /// <summary>How often all issues of a newsletter were read.</summary>
    public int Readings => Volatile.Read(ref readings);

    private IIssueStore Store => Fails ? throw new IOException("cut off") : store;

    public Task<long> GetRevisionAsync(CancellationToken cancellationToken = default) => Store.GetRevisionAsync(cancellationToken);

    public IAsyncEnumerable<StoredPublication> GetPublicationsAsync(CancellationToken cancellationToken = default) =>
        Store.GetPublicationsAsync(cancellationToken).Select(publication => KnowsRevisions ? publication : publication with { Revision = 0 });

    public Task<bool> PutPublicationAsync(StoredPublication publication, CancellationToken cancellationToken = default) => Store.PutPublicationAsync(publication, cancellationToken);

    public Task<bool> RemovePublicationAsync(string key, CancellationToken cancellationToken = default) => Store.RemovePublicationAsync(key, cancellationToken);

    public IAsyncEnumerable<StoredIssue> GetIssuesAsync(string publication, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref readings);
        return Store.GetIssuesAsync(publication, cancellationToken);
    }

    public Task<StoredIssue?> FindIssueAsync(string publication, string key, CancellationToken cancellationToken = default) => Store.FindIssueAsync(publication, key, cancellationToken);

    public Task<int> PutIssuesAsync(IReadOnlyCollection<StoredIssue> issues, CancellationToken cancellationToken = default) => Store.PutIssuesAsync(issues, cancellationToken);

    public Task<bool> RemoveIssueAsync(string publication, string key, CancellationToken cancellationToken = default) => Store.RemoveIssueAsync(publication, key, cancellationToken);

    public IAsyncEnumerable<StoredIssue> SearchAsync(string words, string? publication = null, CancellationToken cancellationToken = default) => Store.SearchAsync(words, publication, cancellationToken);

    public Task<StoredNote?> FindNoteAsync(string name, CancellationToken cancellationToken = default) => Store.FindNoteAsync(name, cancellationToken);

    public Task<bool> TryWriteNoteAsync(string name, ReadOnlyMemory<byte> content, long expectedVersion, CancellationToken cancellationToken = default) => Store.TryWriteNoteAsync(name, content, expectedVersion, cancellationToken);
}
