namespace Syndication.Feeds;

/// <summary>
/// A file that belongs to an entry: a recording, a video, a PDF. RSS 2.0 <c>enclosure</c> for the first and <c>media:content</c> for more (readers
/// take only one enclosure) · Atom 1.0 <c>link rel="enclosure"</c> · JSON Feed 1.1 an element of <c>attachments</c>.
/// </summary>
/// <param name="Url">The absolute address. Required by all three; an enclosure without a usable one is left out with a diagnostic.</param>
/// <param name="MediaType">
/// The media type. RSS <c>type</c> (required) · Atom <c>type</c> · JSON Feed <c>mime_type</c> (required). Falls back to <c>application/octet-stream</c>.
/// </param>
public sealed record FeedEnclosure(string Url, string MediaType)
{
    /// <summary>The size in bytes. RSS <c>length</c> (required; 0 where unknown) · Atom <c>length</c> · JSON Feed <c>size_in_bytes</c>.</summary>
    public long? Length { get; init; }

    /// <summary>A name. Atom <c>title</c> · JSON Feed <c>title</c> · <c>media:title</c> where RSS writes <c>media:content</c>. Optional.</summary>
    public string? Title { get; init; }
}
