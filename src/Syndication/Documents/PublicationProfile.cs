using System.Collections.Immutable;

namespace Syndication.Documents;

/// <summary>
/// What is known of a publication beside the issue at hand: learned from its archive, or written and pinned by a person. To the reader it is the
/// strongest cue, not a second way: what does not fit an issue is passed over and inference goes on.
/// </summary>
public sealed record PublicationProfile
{
    /// <summary>The publication's name; wins over what an issue says.</summary>
    public string? Title { get; init; }

    /// <summary>The publication's home page, absolute. Where a person wrote the profile (<see cref="LearnedFrom"/> is 0), the ids of issues are under its host; a learned one changes no id.</summary>
    public string? Url { get; init; }

    /// <summary>The language as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Titles that name sections wherever they stand as a heading, in the order in which they usually come.</summary>
    public ImmutableArray<string> Sections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Texts that recur from issue to issue and are no part of any: set aside where a block says just that.</summary>
    public ImmutableArray<string> Furniture { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What headings of a look are, issue after issue.</summary>
    public ImmutableArray<HeadingProfile> Headings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How items are set in each section. What was learned decides only where an issue leaves it open, what a person wrote wins.</summary>
    public ImmutableArray<LayoutProfile> Layouts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where the issues say number, date and by-line: decides where the places in an issue disagree. Front matter and what came with an issue beside its bytes yield to a profile that a person wrote, not to a learned one.</summary>
    public ImmutableArray<FieldPlace> Places { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The shapes of the boxes that hold the issue on its page, such as <c>main > article > division</c>, the most frequent first: a bonus for the one box of a page that has it.</summary>
    public ImmutableArray<string> ContentRoots { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>CSS selectors (Selectors Level 4) for pages, each optional; one that matches nothing is reported as <c>SYN2005</c>.</summary>
    public SelectorProfile? Selectors { get; init; }

    /// <summary>How many issues it was learned from; 0 where a person wrote it.</summary>
    public int LearnedFrom { get; init; }

    /// <inheritdoc/>
    public bool Equals(PublicationProfile? other) =>
        other is not null && Title == other.Title && Url == other.Url && Language == other.Language && Selectors == other.Selectors && LearnedFrom == other.LearnedFrom
        && Sections.AsSpan().SequenceEqual(other.Sections.AsSpan()) && Furniture.AsSpan().SequenceEqual(other.Furniture.AsSpan())
        && Headings.AsSpan().SequenceEqual(other.Headings.AsSpan()) && Layouts.AsSpan().SequenceEqual(other.Layouts.AsSpan()) && Places.AsSpan().SequenceEqual(other.Places.AsSpan()) && ContentRoots.AsSpan().SequenceEqual(other.ContentRoots.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Url, Language, Selectors, Sections.Length, Furniture.Length, Headings.Length, HashCode.Combine(Places.Length, ContentRoots.Length, Layouts.Length));
}
