using Syndication.Archives.Stores;
using Syndication.Documents;

namespace Syndication.Archives.Importing;

/// <summary>Which newsletter of a store an archive is of.</summary>
internal static class NewsletterKeys
{
    /// <summary>How many documents are looked at to find the import that an archive was in before.</summary>
    private const int LookedAt = 1000;

    /// <summary>The newsletter that documents were imported into before; <see langword="null"/> where none of the first thousand was.</summary>
    public static async Task<string?> FindAsync(IIssueStore store, IAsyncEnumerable<ArchivedDocument> documents, CancellationToken cancellationToken)
    {
        var logs = new List<(string Key, ImportLog Log)>();
        await foreach (StoredPublication publication in store.GetPublicationsAsync(cancellationToken).ConfigureAwait(false))
        {
            ImportLog log = await ImportLog.OpenAsync(store, publication.Key, cancellationToken).ConfigureAwait(false);
            if (log.Entries.Count > 0) logs.Add((publication.Key, log));
        }

        if (logs.Count == 0) return null;
        await foreach (ArchivedDocument document in documents.Take(LookedAt).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            string? key = logs.Find(l => l.Log.Find(document.Name) is not null).Key;
            if (key is not null) return key;
        }

        return null;
    }

    /// <summary>The key of a newsletter whose documents no import has seen: that of one in the store with the same title, or of the only one where nothing names this; else a new one.</summary>
    /// <param name="store">The store.</param>
    /// <param name="profile">What was learned of it.</param>
    /// <param name="name">What to call it where nothing was.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<string> OfNewAsync(IIssueStore store, PublicationProfile? profile, string name, CancellationToken cancellationToken)
    {
        List<StoredPublication> there = await store.GetPublicationsAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (profile?.Title is not { } title) return there.Count == 1 ? there[0].Key : Of(name);
        string slug = Of(title);
        return there.Find(p => p.Key == slug || IssueKeys.Slug(p.Publication.Title ?? "") == slug)?.Key ?? slug;
    }

    /// <summary>The key that a name makes.</summary>
    public static string Of(string name) => IssueKeys.Slug(name) ?? "newsletter";
}
