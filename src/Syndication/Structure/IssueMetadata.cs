using System.Collections.Immutable;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>What is known of an issue as a whole. A field that no evidence gives is <see langword="null"/>.</summary>
internal sealed record IssueMetadata
{
    public int? Number { get; init; }

    /// <summary>The number as it is printed, where that is more than a whole number (<c>4.2</c>).</summary>
    public string? PrintedNumber { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public PublicationDate? Published { get; init; }

    public PublicationDate? Updated { get; init; }

    public string? Language { get; init; }

    public Publication? Publication { get; init; }

    /// <summary>The id that front matter gives the issue.</summary>
    public string? StatedId { get; init; }

    /// <summary>The publication's address where a person states it in a profile.</summary>
    public string? StatedHome { get; init; }

    public ImmutableArray<Person> Authors { get; init; } = [];

    /// <summary>Where each field comes from, in words, in the order of the fields.</summary>
    public ImmutableArray<(string Field, string Source)> Sources { get; init; } = [];

    /// <summary>What the sources disagree on.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
