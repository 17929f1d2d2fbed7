namespace Syndication.Feeds;

/// <summary>Finds the same entries in two feeds whose ids have nothing in common.</summary>
internal static class EntryMatches
{
    /// <summary>The pairs: by id, else by address, else by title, the latter two where they are those of one entry only on both sides.</summary>
    public static IEnumerable<(FeedEntry Before, FeedEntry After)> Of(IReadOnlyList<FeedEntry> before, IReadOnlyList<FeedEntry> after)
    {
        Func<FeedEntry, string?> id = static entry => entry.Id, address = static entry => Address(entry.Url), idAsAddress = static entry => Address(entry.Id), title = static entry => FoldedText.Of(entry.Title);
        var left = new List<FeedEntry>(before);
        var right = new List<FeedEntry>(after);
        foreach ((Func<FeedEntry, string?> old, Func<FeedEntry, string?> fresh) in new[] { (id, id), (address, address), (idAsAddress, address), (title, title) })
        {
            Dictionary<string, FeedEntry> known = Single(right, fresh);
            var found = new HashSet<FeedEntry>(ReferenceEqualityComparer.Instance);
            foreach ((string value, FeedEntry entry) in Single(left, old))
            {
                if (!known.TryGetValue(value, out FeedEntry? same)) continue;
                found.Add(entry);
                found.Add(same);
                yield return (entry, same);
            }

            left.RemoveAll(found.Contains);
            right.RemoveAll(found.Contains);
        }
    }

    /// <summary>An address as it is compared: scheme, <c>www.</c>, fragment and a last slash do not matter; <see langword="null"/> where it is none of the web.</summary>
    public static string? Address(string? url)
    {
        if (FeedAddress.Normalize(url, out _) is not { } address || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return null;
        string rest = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('#')[0].TrimEnd('/');
        int end = rest.AsSpan().IndexOfAny('/', '?');
        string host = (end < 0 ? rest : rest[..end]).ToLowerInvariant();
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) + (end < 0 ? "" : rest[end..]);
    }

    private static Dictionary<string, FeedEntry> Single(List<FeedEntry> entries, Func<FeedEntry, string?> key)
    {
        var single = new Dictionary<string, FeedEntry>(StringComparer.Ordinal);
        foreach (var alike in entries.GroupBy(key, StringComparer.Ordinal))
        {
            if (alike.Key is { Length: > 0 } value && alike.Count() == 1) single.Add(value, alike.First());
        }

        return single;
    }
}
