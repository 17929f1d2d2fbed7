using System.Collections.Immutable;

namespace Syndication.Model;

/// <summary>One piece of news in an issue: an entry of the items feed. JSON form: <c>item</c>.</summary>
public sealed record Item
{
    /// <summary>
    /// A stable IRI (a tag URI, RFC 4151) made from the issue and the item's main link, else its title: it stays when the text is edited or the
    /// item is moved within its issue.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The title verbatim, without list ordinal, pictures before it and trailing separator; <see langword="null"/> where the source prints none.</summary>
    public string? Title { get; init; }

    /// <summary>A printed label, verbatim (<c>KEP</c>, <c>PR</c>, <c>技术博文</c>); <see langword="null"/> where there is none.</summary>
    public string? Kind { get; init; }

    /// <summary>What the item says beside its title; <see langword="null"/> where it is nothing but a title.</summary>
    public Content? Content { get; init; }

    /// <summary>Every http(s) link of the item in reading order, title link first; those of <see cref="Items"/> are not repeated here.</summary>
    public ImmutableArray<Link> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who wrote what the item points to, where a by-line says so.</summary>
    public ImmutableArray<Person> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When what the item points to was published, where the source says so.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Items nested in this one.</summary>
    public ImmutableArray<Item> Items { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(Item? other) =>
        other is not null && Id == other.Id && Title == other.Title && Kind == other.Kind && Content == other.Content
        && Published == other.Published && Links.AsSpan().SequenceEqual(other.Links.AsSpan())
        && Authors.AsSpan().SequenceEqual(other.Authors.AsSpan()) && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title, Kind, Content, Published, Links.Length, Authors.Length, Items.Length);
}
