using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Archives.Importing;

/// <summary>What subscribers of an existing feed would see, were the issues of a store published in its place.</summary>
/// <param name="Name">The feed.</param>
/// <param name="Scope">What its entries are: <c>issues</c> or <c>items</c>, whichever it has more of in common with the store.</param>
public sealed record ImportFeed(string Name, string Scope)
{
    private const int MostUnread = 100;

    /// <summary>How many entries the existing feed has.</summary>
    public int Entries { get; init; }

    /// <summary>How many of its guids are kept: readers that have those entries show them as read.</summary>
    public int Kept { get; init; }

    /// <summary>Of those, how many have other words or dates than before.</summary>
    public int Changed { get; init; }

    /// <summary>How many entries of the new subscription document a reader would show as unread.</summary>
    public int Unread { get; init; }

    /// <summary>Of those, how many are entries of the old feed under another guid, which <see cref="Ids"/> keeps.</summary>
    public int UnreadForTheirId { get; init; }

    /// <summary>How many entries of the old feed are in no issue.</summary>
    public int Gone { get; init; }

    /// <summary>The titles of entries that would show as unread.</summary>
    public ImmutableArray<string> UnreadTitles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The old guids of entries that are known by their address or title: published with these, they do not show as unread.</summary>
    [JsonIgnore]
    public EntryIdMap Ids { get; init; } = new();

    /// <summary>Looks at what would be.</summary>
    /// <param name="name">What to call the feed.</param>
    /// <param name="old">What subscribers have.</param>
    /// <param name="publication">The newsletter.</param>
    /// <param name="issues">Its issues.</param>
    /// <param name="budget">How large the subscription document may be; the defaults where left out.</param>
    public static ImportFeed Of(string name, Feed old, Publication publication, IReadOnlyCollection<Issue> issues, FeedBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(old);
        ImportFeed[] both = [.. new[] { FeedScope.Issues, FeedScope.Items }.Select(scope => Compare(name, scope, old, Feed.FromIssues(publication, issues, scope), budget))];
        return both[1].Kept + both[1].Ids.Entries.Count > both[0].Kept + both[0].Ids.Entries.Count ? both[1] : both[0];
    }

    private static ImportFeed Compare(string name, FeedScope scope, Feed old, Feed whole, FeedBudget? budget)
    {
        FeedDifference difference = FeedDifference.Between(old, whole);
        HashSet<string> fresh = [.. difference.New.Select(entry => entry.Id).OfType<string>()], renamed = [.. difference.Renamed.Entries.Values];
        // Readers see the document that they subscribe to; what stands in archives is fetched by few.
        FeedEntry[] unread = [.. ArchivedFeed.Of(whole, budget).Subscription(_ => null).Entries.Where(entry => entry.Id is not null && fresh.Contains(entry.Id))];
        return new ImportFeed(name, scope.Slug)
        {
            Entries = old.Entries.Length,
            Kept = difference.Unchanged + difference.Changed.Length,
            Changed = difference.Changed.Length,
            Unread = unread.Length,
            UnreadForTheirId = unread.Count(entry => renamed.Contains(entry.Id!)),
            Gone = difference.Gone.Length - difference.Renamed.Entries.Count,
            UnreadTitles = [.. unread.Take(MostUnread).Select(entry => entry.Title ?? entry.Id!)],
            Ids = difference.Renamed,
        };
    }
}
