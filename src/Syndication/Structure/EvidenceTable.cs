using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>What the document says about itself, by source and name.</summary>
internal sealed class EvidenceTable(FlatDocument document)
{
    /// <summary>The first value that any of the places gives, in the order of the places, with the place as words.</summary>
    /// <param name="places">Each as <c>source/name</c>.</param>
    public (string Value, string Source)? First(params ReadOnlySpan<string> places)
    {
        foreach (string place in places)
        {
            foreach ((string value, string source) in All(place)) return (value, source);
        }

        return null;
    }

    /// <summary>Every value of one place, in order.</summary>
    public IEnumerable<(string Value, string Source)> All(string place)
    {
        int slash = place.IndexOf('/', StringComparison.Ordinal);
        string source = place[..slash], name = place[(slash + 1)..];
        foreach (Evidence evidence in document.Evidence)
        {
            if (evidence.Source == source && evidence.Name == name && evidence.Value is not ("undefined" or "null")) yield return (evidence.Value, source == name ? $"<{name}>" : $"{source} {name}");
        }
    }

    /// <summary>The first date that a place gives, and what is printed for it where that is a <c>time</c> element.</summary>
    public (string Value, string? Printed)? Time(string name)
    {
        IReadOnlyList<Evidence> all = document.Evidence;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Source != "time" || all[i].Name != name) continue;
            bool hasText = i + 1 < all.Count && all[i + 1] is { Source: "time", Name: "text" };
            return (all[i].Value, hasText ? all[i + 1].Value : null);
        }

        return null;
    }
}
