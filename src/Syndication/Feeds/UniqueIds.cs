using System.Collections.Immutable;
using System.Globalization;

namespace Syndication.Feeds;

/// <summary>Ids that are unlike in the whole feed: needed before it is cut into documents, of which each writer sees only its own.</summary>
internal static class UniqueIds
{
    /// <summary>The entries, each with an id; of those with the same one the oldest keeps it, and the next has <c>#2</c>.</summary>
    /// <param name="entries">All entries of a feed, newest first.</param>
    public static ImmutableArray<FeedEntry> Of(ImmutableArray<FeedEntry> entries)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var unique = entries.ToBuilder();
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            string id = string.IsNullOrWhiteSpace(entries[i].Id)
                ? entries[i].Url ?? NamedUuid.Create("entry", entries[i].Title, entries[i].Published?.ToString("O", CultureInfo.InvariantCulture), entries[i].Content?.Text, entries[i].Content?.Html, entries[i].Summary)
                : entries[i].Id!;
            string own = id;
            while (!taken.TryAdd(own, 1)) own = string.Create(CultureInfo.InvariantCulture, $"{id}{(id.Contains('#', StringComparison.Ordinal) ? '-' : '#')}{++taken[id]}");
            if (own != entries[i].Id) unique[i] = entries[i] with { Id = own };
        }

        return unique.DrainToImmutable();
    }
}
