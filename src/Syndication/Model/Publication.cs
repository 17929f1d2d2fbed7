using System.Collections.Immutable;

namespace Syndication.Model;

/// <summary>The newsletter that an issue belongs to. JSON form: <c>publication</c>.</summary>
public sealed record Publication
{
    /// <summary>The publication's name; <see langword="null"/> where the source does not print it.</summary>
    public string? Title { get; init; }

    /// <summary>The publication's home page, absolute; <see langword="null"/> where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>One sentence on what the publication is about; <see langword="null"/> where unknown.</summary>
    public string? Description { get; init; }

    /// <summary>The language as a BCP 47 tag (<c>zh-Hans</c>, <c>en</c>); <see langword="null"/> where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Who publishes it.</summary>
    public ImmutableArray<Person> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(Publication? other) =>
        other is not null && Title == other.Title && Url == other.Url && Description == other.Description
        && Language == other.Language && Authors.AsSpan().SequenceEqual(other.Authors.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Url, Description, Language, Authors.Length);
}
