using System.Collections.Immutable;
using System.Data.Common;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary>The issues of one newsletter of a store.</summary>
/// <param name="Publication">The newsletter.</param>
/// <param name="Issues">Its issues, by their keys.</param>
/// <param name="Failure">Why there are none.</param>
internal sealed record StoreIssues(Publication? Publication, ImmutableArray<Issue> Issues, string? Failure)
{
    /// <summary>Whether an address is that of a store and not of a folder of issues.</summary>
    internal static bool IsStore(string address) => StoreAddress.FolderOf(address) is not { } folder || FolderIssueStore.Exists(folder);

    /// <summary>Reads a newsletter; without a key the only one that there is.</summary>
    internal static async Task<StoreIssues> ReadAsync(string address, string? key, CancellationToken cancellationToken)
    {
        if (StoreAddress.IsMissing(address)) return Failed("no store is here");
        try
        {
            IIssueStore store = StoreAddress.Open(address);
            try
            {
                List<StoredPublication> all = await store.GetPublicationsAsync(cancellationToken).ToListAsync(cancellationToken);
                StoredPublication? wanted = key is null && all.Count == 1 ? all[0] : all.Find(p => p.Key == key);
                if (wanted is null) return Failed(all.Count == 0 ? "no newsletter is in the store" : $"--newsletter must be one of {string.Join(", ", all.Select(p => p.Key))}");
                return new StoreIssues(wanted.Publication, [.. await store.GetIssuesAsync(wanted.Key, cancellationToken).Select(stored => stored.Issue).ToListAsync(cancellationToken)], null);
            }
            finally
            {
                if (store is IAsyncDisposable disposable) await disposable.DisposeAsync();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or ArgumentException or FormatException)
        {
            return Failed(FileReading.Reason(e));
        }
    }

    private static StoreIssues Failed(string reason) => new(null, [], reason);
}
