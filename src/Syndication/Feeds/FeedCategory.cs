namespace Syndication.Feeds;

/// <summary>What an entry or a feed is about. RSS 2.0 <c>category</c> · Atom 1.0 <c>category</c> (RFC 4287 §4.2.2) · JSON Feed 1.1 an element of <c>tags</c>.</summary>
/// <param name="Term">The key. Atom <c>term</c>; in RSS and JSON Feed written where <see cref="Label"/> is missing.</param>
public sealed record FeedCategory(string Term)
{
    /// <summary>The absolute IRI of the set of terms. RSS <c>domain</c> · Atom <c>scheme</c> · not in JSON Feed. Optional.</summary>
    public string? Scheme { get; init; }

    /// <summary>The term for people. RSS the element's text · Atom <c>label</c> · JSON Feed the tag. Falls back to <see cref="Term"/>.</summary>
    public string? Label { get; init; }
}
