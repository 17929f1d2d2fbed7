using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>
/// One entry of a <see cref="Feed"/>: a whole issue or one item of it. RSS 2.0 <c>item</c> · Atom 1.0 <c>entry</c> (RFC 4287 §4.1.2) ·
/// JSON Feed 1.1 an element of <c>items</c>. Everything is optional here; what a format requires and the entry lacks is derived while writing and
/// reported as a diagnostic.
/// </summary>
public sealed record FeedEntry
{
    /// <summary>
    /// What makes a reader take two versions for the same entry; never changed once published. RSS <c>guid</c> (<c>isPermaLink</c> is true only where it
    /// equals <see cref="Url"/>) · Atom <c>id</c> (required, an IRI) · JSON <c>id</c> (required).
    /// Falls back to <see cref="Url"/>, then to a UUID made from title, dates and text.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>
    /// The title as plain text. RSS <c>title</c> (falls back to <see cref="DisplayTitle"/>) · Atom <c>title</c> (required, same fallback) · JSON <c>title</c>
    /// (left out where <see langword="null"/>, as the format wishes for untitled posts).
    /// </summary>
    public string? Title { get; init; }

    /// <summary>The absolute address that the entry leads to. RSS <c>link</c> · Atom <c>link rel="alternate"</c> · JSON <c>url</c>. Optional.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// The whole content. RSS <c>content:encoded</c> · Atom <c>content type="html"</c> (required where there is no <see cref="Url"/>) · JSON <c>content_html</c>
    /// (required; falls back to <c>content_text</c> from <see cref="Summary"/>, then <see cref="Title"/>). Where <see cref="Content.Html"/> is empty its
    /// text is written as text.
    /// </summary>
    public Content? Content { get; init; }

    /// <summary>A sentence or two as plain text. RSS <c>description</c> (falls back to the beginning of the content) · Atom <c>summary</c> · JSON <c>summary</c>. Optional.</summary>
    public string? Summary { get; init; }

    /// <summary>When it was first published. RSS <c>pubDate</c> (whole seconds) · Atom <c>published</c> · JSON <c>date_published</c>. Optional, never invented.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>
    /// When it was last changed in a way that matters. RSS <c>atom:updated</c> · Atom <c>updated</c> (required) · JSON <c>date_modified</c>. Atom falls back to
    /// <see cref="Published"/>, then to <see cref="AssumedDate"/>, the date of the nearest older entry, of the nearest newer one, and last to 1970-01-01: never
    /// to the clock.
    /// </summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>
    /// A date near those of the entry's neighbours, for an entry that has none itself: Atom <c>updated</c>, which is required, and nothing else. It is
    /// settled where the whole feed is known (<see cref="Feed.FromIssues"/> does), so that it stays when the entry moves to an archive document.
    /// </summary>
    public DateTimeOffset? AssumedDate { get; init; }

    /// <summary>Who wrote it. RSS <c>dc:creator</c> · Atom <c>author</c> (required where the feed has none) · JSON <c>authors</c>.</summary>
    public ImmutableArray<Person> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who else worked on it: editors, translators. RSS <c>dc:contributor</c> · Atom <c>contributor</c> · JSON <c>_newsletter.contributors</c>.</summary>
    public ImmutableArray<Person> Contributors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it is about: section, label. RSS <c>category</c> · Atom <c>category</c> · JSON <c>tags</c>.</summary>
    public ImmutableArray<FeedCategory> Categories { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The absolute address of the picture that stands for it. RSS and Atom <c>media:thumbnail</c> (rssboard.org/media-rss) · JSON <c>image</c>. Optional.
    /// </summary>
    public string? ImageUrl { get; init; }

    /// <summary>The content as Markdown, where it was written in Markdown. RSS <c>source:markdown</c> (source.scripting.com) · JSON <c>_newsletter.markdown</c> · not in Atom.</summary>
    public string? Markdown { get; init; }

    /// <summary>
    /// The absolute address that relative addresses in <see cref="Content"/> start from, written where it differs from <see cref="Feed.BaseUrl"/>. RSS and Atom
    /// <c>xml:base</c> · JSON <c>_newsletter.base_url</c>. Optional.
    /// </summary>
    public string? BaseUrl { get; init; }

    /// <summary>Files that belong to it. RSS <c>enclosure</c>, <c>media:content</c> · Atom <c>link rel="enclosure"</c> · JSON <c>attachments</c>.</summary>
    public ImmutableArray<FeedEnclosure> Enclosures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Other links, such as <c>via</c> to the issue that an item stands in. RSS <c>atom:link</c> · Atom <c>link</c> · JSON <c>_newsletter.links</c>.</summary>
    public ImmutableArray<FeedLink> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The feed that the entry was taken over from. RSS <c>source</c> · Atom <c>source</c> · JSON <c>_newsletter.source</c>. Optional.</summary>
    public FeedSource? Source { get; init; }

    /// <summary>The language as a BCP 47 tag, written where it differs from the feed's. RSS <c>dc:language</c> · Atom <c>xml:lang</c> · JSON <c>language</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Rights in the entry. RSS <c>dc:rights</c> · Atom <c>rights</c> · JSON <c>_newsletter.rights</c>. Optional.</summary>
    public string? Rights { get; init; }

    /// <summary>The number of the issue that it is or stands in. JSON <c>_newsletter.issue_number</c> · not in RSS and Atom.</summary>
    public int? IssueNumber { get; init; }

    /// <summary>The title of the issue that an item stands in. JSON <c>_newsletter.issue_title</c> · in RSS and Atom the title of the <c>via</c> link.</summary>
    public string? IssueTitle { get; init; }

    /// <summary>The heading of the section that an item stands in. JSON <c>_newsletter.section</c> · in RSS and Atom a category.</summary>
    public string? SectionTitle { get; init; }

    /// <summary>The stable key of that section. JSON <c>_newsletter.section_slug</c> · in RSS and Atom a category.</summary>
    public string? SectionSlug { get; init; }

    /// <summary>A label printed before the item (<c>KEP</c>, <c>PR</c>). JSON <c>_newsletter.label</c> · in RSS and Atom a category.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// <see cref="Title"/>, else the first sentence of the content or summary (shortened to about 100 characters), else <see cref="Url"/>, else
    /// <see cref="Id"/>: what a format that requires a title writes. Never empty.
    /// </summary>
    public string DisplayTitle => DerivedText.TitleOf(this);

    /// <inheritdoc/>
    public bool Equals(FeedEntry? other) =>
        other is not null && Id == other.Id && Title == other.Title && Url == other.Url && Content == other.Content && Summary == other.Summary
        && Nullable.Equals(Published, other.Published) && Nullable.Equals(Updated, other.Updated) && Source == other.Source
        && Nullable.Equals(AssumedDate, other.AssumedDate) && ImageUrl == other.ImageUrl && Markdown == other.Markdown && BaseUrl == other.BaseUrl
        && Language == other.Language && Rights == other.Rights && IssueNumber == other.IssueNumber && IssueTitle == other.IssueTitle
        && SectionTitle == other.SectionTitle && SectionSlug == other.SectionSlug && Label == other.Label
        && Authors.AsSpan().SequenceEqual(other.Authors.AsSpan()) && Contributors.AsSpan().SequenceEqual(other.Contributors.AsSpan())
        && Categories.AsSpan().SequenceEqual(other.Categories.AsSpan()) && Enclosures.AsSpan().SequenceEqual(other.Enclosures.AsSpan())
        && Links.AsSpan().SequenceEqual(other.Links.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title, Url, Content, Summary, Published, Updated);
}
