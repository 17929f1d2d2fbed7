using System.Globalization;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Where each section and item stands in the issue, as JSON Pointers (RFC 6901) into its JSON form.</summary>
internal sealed class PartPaths
{
    private readonly Dictionary<object, string> paths = new(ReferenceEqualityComparer.Instance);

    public PartPaths(IssueParts parts)
    {
        for (int i = 0; i < parts.Sections.Count; i++) Add(parts.Sections[i], "/sections", i);
    }

    /// <summary>The place of a block: of the section or item that it went into, or of the part of the issue that its role or place names.</summary>
    public string? Of(BlockRole role, string? place, object? owner)
    {
        if (owner is not null && paths.TryGetValue(owner, out string? path)) return path;
        return (role, place) switch
        {
            (BlockRole.Title, _) => "/title",
            (BlockRole.Related, _) => "/related",
            (_, "preface") => "/preface",
            (_, "closing") => "/closing",
            _ => null,
        };
    }

    private void Add(Section section, string under, int index)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"{under}/{index}");
        paths[section] = path;
        for (int i = 0; i < section.Items.Length; i++) Add(section.Items[i], path + "/items", i);
        for (int i = 0; i < section.Sections.Length; i++) Add(section.Sections[i], path + "/sections", i);
    }

    private void Add(Item item, string under, int index)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"{under}/{index}");
        paths[item] = path;
        for (int i = 0; i < item.Items.Length; i++) Add(item.Items[i], path + "/items", i);
    }
}
