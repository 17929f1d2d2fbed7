using Syndication.Archives.Stores;

namespace Syndication.Archives.Importing;

/// <summary>Which newsletter of a store an archive is of.</summary>
internal static class NewsletterKeys
{
    /// <summary>How many documents are looked at to find the import that an archive was in before.</summary>
    private const int LookedAt = 1000;

    /// <summary>The newsletter that documents were imported into before, with what was remembered of them; nothing where none of the first thousand was.</summary>
    public static async Task<(string? Key, ImportLog? Log)> FindAsync(IIssueStore store, IAsyncEnumerable<ArchivedDocument> documents, CancellationToken cancellationToken)
    {
        var logs = new List<(string Key, ImportLog Log)>();
        await foreach (StoredPublication publication in store.GetPublicationsAsync(cancellationToken).ConfigureAwait(false))
        {
            ImportLog log = await ImportLog.OpenAsync(store, publication.Key, cancellationToken).ConfigureAwait(false);
            if (log.Entries.Count > 0) logs.Add((publication.Key, log));
        }

        if (logs.Count == 0) return default;
        await foreach (ArchivedDocument document in documents.Take(LookedAt).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            (string Key, ImportLog Log) found = logs.Find(l => l.Log.Find(document.Name) is not null);
            if (found.Key is not null) return found;
        }

        return default;
    }

    /// <summary>The key of a newsletter whose documents no import has seen: that of one in the store with the same title, or of the only one where nothing names this; else a new one.</summary>
    /// <param name="store">The store.</param>
    /// <param name="title">What its issues say that it is called.</param>
    /// <param name="isSure">Whether more than one of them says so: what one says alone makes no new newsletter beside the only one that there is.</param>
    /// <param name="name">What to call it where nothing was.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<string> OfNewAsync(IIssueStore store, string? title, bool isSure, string name, CancellationToken cancellationToken)
    {
        List<StoredPublication> there = await store.GetPublicationsAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        string slug = Of(title ?? name);
        if (title is not null && there.Find(p => p.Key == slug || IssueKeys.Slug(p.Publication.Title ?? "") == slug) is { } same) return same.Key;
        return there.Count == 1 && (title is null || !isSure) ? there[0].Key : slug;
    }

    /// <summary>The key that a name makes.</summary>
    public static string Of(string name) => IssueKeys.Slug(name) ?? "newsletter";
}
