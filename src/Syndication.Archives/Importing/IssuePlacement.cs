using System.Collections.Immutable;
using System.Globalization;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.Archives.Importing;

/// <summary>Puts readings into the store's issues, one after the other: a new issue, a new version of one that is there, or another reading of one, of which the best is kept.</summary>
internal sealed class IssuePlacement(IIssueStore store, string publication, IssueIndex index, ImportLog log)
{
    private readonly Dictionary<string, StoredIssue> pending = new(StringComparer.Ordinal);

    /// <summary>The issues that were placed since the last <see cref="Written"/>.</summary>
    public IReadOnlyCollection<StoredIssue> Pending => pending.Values;

    public void Written() => pending.Clear();

    /// <summary>Places an issue; returns the key of the issue that it is part of now.</summary>
    public async Task<string> PlaceAsync(ImportedIssue imported, ImportEntry entry, CancellationToken cancellationToken)
    {
        Issue issue = imported.Result!.Issue;
        string? key = index.KeyOf(imported.Source) ?? index.Find(IssueMarks.Of("", issue));
        StoredIssue? there = key is null ? null : pending.GetValueOrDefault(key) ?? await store.FindIssueAsync(publication, key, cancellationToken).ConfigureAwait(false);
        var origin = new IssueOrigin(imported.Source, imported.Fingerprint);
        StoredIssue placed;
        if (there is null)
        {
            key ??= IssueKeys.Of(issue, imported.Source, index.Has);
            placed = new StoredIssue(publication, key, WithId(issue, FreeId(issue.Id ?? $"tag:newsletter.invalid,2005:{publication}:{Uri.EscapeDataString(key)}", key))) { Origins = [origin] };
        }
        else
        {
            placed = Merge(there, issue, origin, entry);
        }

        pending[placed.Key] = placed;
        index.Put(placed);
        return placed.Key;
    }

    /// <summary>Another reading of an issue: the best one stays or comes, the others' facts fill what it lacks, the id is kept.</summary>
    private StoredIssue Merge(StoredIssue there, Issue issue, IssueOrigin origin, ImportEntry entry)
    {
        // Facts are known of the documents in the log whose reading holds; the others are still to be read in this run.
        var known = new List<(IssueOrigin Origin, ImportEntry Entry)> { (origin, entry) };
        var unknown = new List<IssueOrigin>();
        foreach (IssueOrigin other in there.Origins)
        {
            if (other.Source == origin.Source) continue;
            if (log.Find(other.Source) is { } logged && logged.Digest == other.Digest && logged.Outcome == ImportOutcome.Issue) known.Add((other, logged));
            else unknown.Add(other);
        }

        known.Sort((a, b) => b.Entry.Quality.CompareTo(a.Entry.Quality) is not 0 and int byQuality ? byQuality : string.CompareOrdinal(a.Origin.Source, b.Origin.Source));
        bool isBest = known[0].Origin.Source == origin.Source;
        bool isThere = there.Origins.Length > 0 && known[0].Origin.Source == there.Origins[0].Source;
        // A better reading that is gone from the archives cannot be had again: then this one holds.
        bool isKept = !isBest && isThere;
        IssueOrigin holder = isKept ? there.Origins[0] : origin;
        Issue best = isKept ? there.Issue : issue;
        best = WithId(best, there.Issue.Id ?? best.Id ?? there.Key) with
        {
            Url = First(known, e => e.Url),
            Number = First(known, e => e.Number),
            Published = First(known, e => e.Date),
            Title = First(known, e => e.Title),
        };
        return there with { Issue = best, Origins = [holder, .. known.Select(k => k.Origin).Where(o => o.Source != holder.Source), .. unknown] };
    }

    private static T? First<T>(List<(IssueOrigin Origin, ImportEntry Entry)> known, Func<ImportEntry, T?> what) => known.Select(k => what(k.Entry)).FirstOrDefault(value => value is not null);

    /// <summary>An id that no other issue has: two issues may be printed with the same number.</summary>
    private string FreeId(string id, string key)
    {
        string free = id;
        for (int i = 2; index.KeyOfId(free) is { } other && other != key; i++) free = string.Create(CultureInfo.InvariantCulture, $"{id}:{i}");
        return free;
    }

    /// <summary>The issue under another id: those of its items follow.</summary>
    private static Issue WithId(Issue issue, string id)
    {
        if (issue.Id == id) return issue;
        string? old = issue.Id;
        return issue with { Id = id, Sections = [.. issue.Sections.Select(OfSection)] };

        Section OfSection(Section section) => section with { Items = Items(section.Items), Sections = [.. section.Sections.Select(OfSection)] };

        ImmutableArray<Item> Items(ImmutableArray<Item> items) => [.. items.Select(item => item with { Id = IdOf(item.Id), Items = Items(item.Items) })];

        string? IdOf(string? item) => item is not null && old is not null && item.StartsWith(old + ":", StringComparison.Ordinal) ? id + item[old.Length..] : item;
    }
}
