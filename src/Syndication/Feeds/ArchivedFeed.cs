using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>
/// A feed as the documents that it is published in (RFC 5005 §4): the one that readers subscribe to, with the newest entries, and archive documents with
/// all others, so that nothing is dropped. A client that starts at the subscription document and follows <c>prev-archive</c> (in JSON Feed <c>next_url</c>)
/// gets every entry exactly once.
/// </summary>
/// <remarks>
/// Archive documents fill from the oldest entry on, each up to half the budget, and only when the rest has grown over the whole budget: a document that
/// exists has all its entries and never changes when new ones come. For the same reason it has no <c>next-archive</c>, which would have to be added to it
/// later; <c>current</c> leads from it to the subscription document. An entry that is edited is edited where it stands. With <see cref="PublishedFeed"/>
/// the documents also keep their bounds when older entries grow, come late or are withdrawn; without it they follow from the entries alone.
/// </remarks>
public sealed class ArchivedFeed
{
    private readonly Feed feed;
    private readonly ImmutableArray<FeedEntry> newest;
    private readonly ImmutableArray<ImmutableArray<FeedEntry>> archives;

    private ArchivedFeed(Feed feed, ImmutableArray<FeedEntry> newest, ImmutableArray<ImmutableArray<FeedEntry>> archives, PublishedFeed published) =>
        (this.feed, this.newest, this.archives, Published) = (feed, newest, archives, published);

    /// <summary>How many archive documents there are, numbered from 1, the oldest.</summary>
    public int Archives => archives.Length;

    /// <summary>What was published before, with the archive document of each entry.</summary>
    public PublishedFeed Published { get; }

    /// <summary>Divides a feed.</summary>
    /// <param name="feed">The whole feed, in the order that <see cref="Feed.FromIssues"/> gave it, else newest entry first; its documents have the same order.</param>
    /// <param name="budget">How large its documents may be; the defaults where left out.</param>
    /// <param name="published">What was published before, and so where archived entries stand: what <see cref="PublishedFeed.Follow"/> gave.</param>
    public static ArchivedFeed Of(Feed feed, FeedBudget? budget = null, PublishedFeed? published = null)
    {
        ArgumentNullException.ThrowIfNull(feed);
        budget ??= new FeedBudget();
        published ??= PublishedFeed.Nothing;
        Dictionary<string, PublishedEntry> known = published.ById();
        ImmutableArray<FeedEntry> entries = UniqueIds.Of(feed.NewestFirst);

        // Oldest first from here on.
        var full = new List<List<FeedEntry>>();
        var rest = new List<FeedEntry>();
        int archived = known.Count == 0 ? 0 : known.Values.Max(static entry => entry.Archive ?? 0);
        for (int i = 0; i < archived; i++) full.Add([]);
        foreach (FeedEntry entry in entries.Reverse()) (known.GetValueOrDefault(entry.Id!)?.Archive is > 0 and { } number ? full[number - 1] : rest).Add(entry);
        List<(List<FeedEntry> Entries, long Size)> parts = Parts(rest, budget);
        int count = rest.Count;
        long size = parts.Sum(static part => part.Size);
        int moved = 0;
        while (moved + 1 < parts.Count && (count > Math.Max(2, budget.Entries) || size > budget.Bytes))
        {
            count -= parts[moved].Entries.Count;
            size -= parts[moved].Size;
            full.Add(parts[moved++].Entries);
        }

        for (int i = archived; i < full.Count; i++)
        {
            foreach (FeedEntry entry in full[i]) known[entry.Id!] = (known.GetValueOrDefault(entry.Id!) ?? new PublishedEntry(entry.Id!, EntryDigest.Of(entry)) { Updated = entry.Updated }) with { Archive = i + 1 };
        }

        DateTimeOffset? older = null;
        ImmutableArray<ImmutableArray<FeedEntry>> settled = [.. full.Concat(parts.Skip(moved).Select(static part => part.Entries)).Select(part => Settled(part, ref older))];
        return new ArchivedFeed(
            feed, [.. settled[full.Count..].Reverse().SelectMany(static part => part)], settled[..full.Count], published with { Entries = PublishedFeed.Sorted(known.Values) });
    }

    /// <summary>The document that readers subscribe to.</summary>
    /// <param name="addressOf">The absolute address of each document, 0 being this one; <see langword="null"/> where it is not known, and then it has no link.</param>
    public Feed Subscription(Func<int, string?> addressOf)
    {
        ArgumentNullException.ThrowIfNull(addressOf);
        return feed with { FeedUrl = addressOf(0), Entries = feed.InItsOrder(newest), Links = [.. feed.Links, .. Link("prev-archive", archives.Length, addressOf)], History = archives.IsEmpty ? feed.History : FeedHistory.Newest };
    }

    /// <summary>An archive document.</summary>
    /// <param name="number">Its number, from 1 to <see cref="Archives"/>.</param>
    /// <param name="addressOf">The absolute address of each document, 0 being that which readers subscribe to.</param>
    public Feed Archive(int number, Func<int, string?> addressOf)
    {
        ArgumentNullException.ThrowIfNull(addressOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, archives.Length);
        ImmutableArray<FeedEntry> entries = archives[number - 1];
        return feed with
        {
            FeedUrl = addressOf(number),
            Entries = feed.InItsOrder(entries),
            Updated = EntryDates.Newest(entries) ?? entries.Max(static entry => entry.AssumedDate),
            Tombstones = [],
            Links = [.. feed.Links, .. Link("current", 0, addressOf), .. Link("prev-archive", number - 1, addressOf)],
            History = FeedHistory.Archive,
        };
    }

    private static IEnumerable<FeedLink> Link(string relation, int number, Func<int, string?> addressOf) =>
        (number > 0 || relation == "current") && addressOf(number) is { } url ? [new FeedLink(relation, url)] : [];

    /// <summary>The entries in parts of up to half the budget each; where a part ends follows from it and the entry after it alone.</summary>
    private static List<(List<FeedEntry> Entries, long Size)> Parts(List<FeedEntry> entries, FeedBudget budget)
    {
        var parts = new List<(List<FeedEntry> Entries, long Size)>();
        foreach (FeedEntry entry in entries)
        {
            int own = EntrySize.Of(entry);
            if (parts.Count == 0 || parts[^1].Entries.Count >= Math.Max(1, budget.Entries / 2) || parts[^1].Size + own > budget.Bytes / 2) parts.Add(([], 0));
            parts[^1].Entries.Add(entry);
            parts[^1] = parts[^1] with { Size = parts[^1].Size + own };
        }

        return parts;
    }

    /// <summary>A part, newest first, in which the dates of undated entries depend on nothing that comes later.</summary>
    private static ImmutableArray<FeedEntry> Settled(List<FeedEntry> part, ref DateTimeOffset? older)
    {
        DateTimeOffset begin = older ?? part.Select(static entry => entry.Published ?? entry.Updated).FirstOrDefault(static date => date is not null) ?? DateTimeOffset.UnixEpoch;
        var settled = ImmutableArray.CreateBuilder<FeedEntry>(part.Count);
        foreach (FeedEntry entry in part)
        {
            DateTimeOffset? own = entry.Published ?? entry.Updated;
            older = own ?? older;
            settled.Add(own is not null || entry.AssumedDate == (older ?? begin) ? entry : entry with { AssumedDate = older ?? begin });
        }

        settled.Reverse();
        return settled.DrainToImmutable();
    }
}
