using System.Runtime.InteropServices;

namespace Syndication.Structure;

/// <summary>How often each of several values was seen. What comes out does not depend on the order in which they were.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public int Total { get; private set; }

    public IEnumerable<KeyValuePair<string, int>> Counts => counts;

    public int Distinct => counts.Count;

    public int this[string value] => counts.GetValueOrDefault(value);

    public void Add(string? value, int times = 1)
    {
        if (string.IsNullOrEmpty(value)) return;
        CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += times;
        Total += times;
    }

    public void Add(Tally other)
    {
        foreach ((string value, int times) in other.counts) Add(value, times);
    }

    /// <summary>The values, the most frequent first, equals by their characters.</summary>
    public IEnumerable<KeyValuePair<string, int>> MostFirst() => counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The value that more than half of those that say anything agree on, and at least two.</summary>
    public string? Majority() => MostFirst().FirstOrDefault() is { Key: { } value, Value: >= 2 and int times } && times * 2 > Total ? value : null;
}
