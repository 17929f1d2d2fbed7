using System.Collections.Immutable;

namespace Syndication.Model;

/// <summary>A named group of items in an issue. JSON form: <c>section</c>.</summary>
public sealed record Section
{
    /// <summary>The heading verbatim; <see langword="null"/> where the source has items in no section.</summary>
    public string? Title { get; init; }

    /// <summary>The key of the section across the issues of its publication, and of its own feed: lower case, words joined by hyphens.</summary>
    public string? Slug { get; init; }

    /// <summary>What kind of section it plainly is: <c>news</c>, <c>reading</c>, <c>event</c>, <c>job</c>, <c>sponsor</c>, …; else <see langword="null"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Text of the section itself, before its items.</summary>
    public Content? Content { get; init; }

    /// <summary>The items that stand directly in the section.</summary>
    public ImmutableArray<Item> Items { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Sections within the section.</summary>
    public ImmutableArray<Section> Sections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(Section? other) =>
        other is not null && Title == other.Title && Slug == other.Slug && Kind == other.Kind && Content == other.Content
        && Items.AsSpan().SequenceEqual(other.Items.AsSpan()) && Sections.AsSpan().SequenceEqual(other.Sections.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Slug, Kind, Content, Items.Length, Sections.Length);
}
