using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>A line of an <see cref="OpmlDocument"/>: a feed where it has an <see cref="XmlUrl"/>, else a heading over its <see cref="Outlines"/>.</summary>
/// <param name="Text">What is shown. <c>text</c>, required; also written as <c>title</c> for feeds.</param>
public sealed record OpmlOutline(string Text)
{
    /// <summary>The absolute address of the feed. <c>xmlUrl</c>.</summary>
    public string? XmlUrl { get; init; }

    /// <summary>The absolute address of the page that the feed belongs to. <c>htmlUrl</c>. Optional.</summary>
    public string? HtmlUrl { get; init; }

    /// <summary>What the feed is about. <c>description</c>. Optional.</summary>
    public string? Description { get; init; }

    /// <summary>The language as a BCP 47 tag. <c>language</c>. Optional.</summary>
    public string? Language { get; init; }

    /// <summary>The lines beneath.</summary>
    public ImmutableArray<OpmlOutline> Outlines { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(OpmlOutline? other) =>
        other is not null && Text == other.Text && XmlUrl == other.XmlUrl && HtmlUrl == other.HtmlUrl && Description == other.Description
        && Language == other.Language && Outlines.AsSpan().SequenceEqual(other.Outlines.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, XmlUrl, HtmlUrl, Description, Language, Outlines.Length);
}
