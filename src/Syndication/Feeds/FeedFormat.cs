using System.Buffers;
using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>A format that feeds are written in. The list of formats: a new one is a new writer and a line here.</summary>
public sealed class FeedFormat
{
    private FeedFormat(string name, string mediaType, string fileExtension, Func<IBufferWriter<byte>, WriteLog, WrittenIds, FeedWriter> open) =>
        (Name, MediaType, FileExtension, Open) = (name, mediaType, fileExtension, open);

    /// <summary>RSS 2.0 (rssboard.org/rss-specification) with <c>content:encoded</c>, <c>dc:creator</c> and <c>atom:link</c>.</summary>
    public static FeedFormat Rss { get; } =
        new("RSS", "application/rss+xml; charset=utf-8", ".rss", static (output, log, ids) => new RssWriter(output, log, ids));

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    public static FeedFormat Atom { get; } =
        new("Atom", "application/atom+xml; charset=utf-8", ".atom", static (output, log, ids) => new AtomWriter(output, log, ids, asXhtml: false));

    /// <summary>
    /// Atom 1.0 with content of type <c>xhtml</c> (RFC 4287 §4.1.3.1), for those who read it with XML tools. Content that is no well-formed XML is written as
    /// <c>html</c>. Not among <see cref="All"/>: readers show the same.
    /// </summary>
    public static FeedFormat AtomXhtml { get; } =
        new("Atom", Atom.MediaType, Atom.FileExtension, static (output, log, ids) => new AtomWriter(output, log, ids, asXhtml: true));

    /// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1) with a <c>_newsletter</c> extension, which <c>JSONFEED.md</c> in the package explains.</summary>
    public static FeedFormat Json { get; } =
        new("JSON Feed", "application/feed+json; charset=utf-8", ".json", static (output, log, ids) => new JsonFeedWriter(output, log, ids));

    /// <summary>
    /// A page in HTML with the same entries, for people: without script, in light and dark, fit for print, in English or Chinese by the feed's language. Not
    /// among <see cref="All"/>: feed readers cannot read it. Content that is no well-formed XHTML is shown as text.
    /// </summary>
    public static FeedFormat Html { get; } =
        new("HTML", "text/html; charset=utf-8", ".html", static (output, log, ids) => new HtmlFeedWriter(output, log, ids));

    /// <summary>Every format, once.</summary>
    public static ImmutableArray<FeedFormat> All { get; } = [Rss, Atom, Json];

    /// <summary>The name for people: <c>RSS</c>, <c>Atom</c>, <c>JSON Feed</c>.</summary>
    public string Name { get; }

    /// <summary>The media type with its charset, as <c>Content-Type</c> wants it; without the parameter it is the <c>type</c> of a discovery link.</summary>
    public string MediaType { get; }

    /// <summary>The file extension with its dot: <c>.rss</c>, <c>.atom</c>, <c>.json</c>.</summary>
    public string FileExtension { get; }

    internal Func<IBufferWriter<byte>, WriteLog, WrittenIds, FeedWriter> Open { get; }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
