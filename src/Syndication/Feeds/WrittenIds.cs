using System.Globalization;

namespace Syndication.Feeds;

/// <summary>The ids that a document has, so that no two entries get the same: all of them, or, for documents without end, the latest.</summary>
internal sealed class WrittenIds
{
    /// <summary>How many ids are remembered at the least where entries come one by one.</summary>
    public const int Remembered = 8 * 1024;

    private readonly int limit;
    // Each id written, and how many entries have had it.
    private Dictionary<string, int> current = new(StringComparer.Ordinal);
    private Dictionary<string, int> before = new(StringComparer.Ordinal);

    private WrittenIds(int limit) => this.limit = limit;

    public static WrittenIds All() => new(int.MaxValue);

    public static WrittenIds Latest() => new(Remembered);

    /// <summary>The id, or, where it was written before, one made from it that was not.</summary>
    public string Unique(string id)
    {
        if (!Knows(id) && current.TryAdd(id, 1)) return id;
        for (int n = current.GetValueOrDefault(id, before.GetValueOrDefault(id, 1)) + 1; ; n++)
        {
            string other = string.Create(CultureInfo.InvariantCulture, $"{id}{(id.Contains('#', StringComparison.Ordinal) ? '-' : '#')}{n}");
            if (Knows(other) || !current.TryAdd(other, 1)) continue;
            current[id] = n;
            return other;
        }
    }

    private bool Knows(string id)
    {
        if (current.Count >= limit)
        {
            // The same two over and over: new ones would be large objects, which stay for long.
            (before, current) = (current, before);
            current.Clear();
        }

        return before.Count > 0 && before.ContainsKey(id);
    }
}
