using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>What the publication's profile says of how items are set, as far as it is said of the template of one issue.</summary>
internal sealed class KnownLayouts
{
    private readonly Dictionary<string, KnownLayout> ofSections = new(StringComparer.Ordinal);
    private readonly KnownLayout? ofOthers;

    /// <summary>Makes it from the layouts of a profile that count for an issue: what is pinned before what was learned, the earlier before the later.</summary>
    public KnownLayouts(IEnumerable<LayoutProfile> layouts, bool areAllPinned)
    {
        foreach (LayoutProfile layout in layouts)
        {
            var known = new KnownLayout(layout.Items, areAllPinned ? 0 : Math.Max(0, layout.Issues), layout.Section is not null);
            if (layout.Section is null)
            {
                if (Precedes(known, ofOthers)) ofOthers = known;
            }
            else if (ProfileCues.Key(layout.Section) is { } key && Precedes(known, ofSections.TryGetValue(key, out KnownLayout other) ? other : null))
            {
                ofSections[key] = known;
            }
        }
    }

    /// <summary>What is said of a section.</summary>
    /// <param name="title">Its title; <see langword="null"/> for an issue without sections.</param>
    /// <param name="around">What is said of the section that it stands in: pinned, it holds for what is within as well.</param>
    public KnownLayout? Of(string? title, KnownLayout? around = null)
    {
        if (title is not null && ProfileCues.Key(title) is { } key && ofSections.TryGetValue(key, out KnownLayout known)) return known;
        return around is { IsPinned: true, IsOfSection: true } ? around : title is null ? ofOthers is { } whole ? whole with { IsOfSection = true } : null : ofOthers;
    }

    private static bool Precedes(KnownLayout layout, KnownLayout? other) => other is null || (layout.IsPinned && !other.Value.IsPinned);
}
