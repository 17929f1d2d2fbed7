using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

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
    /// <c>html</c>. Not among <see cref="ForReaders"/>: readers show the same.
    /// </summary>
    public static FeedFormat AtomXhtml { get; } =
        new("Atom", Atom.MediaType, Atom.FileExtension, static (output, log, ids) => new AtomWriter(output, log, ids, asXhtml: true));

    /// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1) with a <c>_newsletter</c> extension, which <c>JSONFEED.md</c> in the package explains.</summary>
    public static FeedFormat Json { get; } =
        new("JSON Feed", "application/feed+json; charset=utf-8", ".json", static (output, log, ids) => new JsonFeedWriter(output, log, ids));

    /// <summary>
    /// A page in HTML with the same entries, for people: without script, in light and dark, fit for print, in English or Chinese by the feed's language. Not
    /// among <see cref="ForReaders"/>: feed readers cannot read it. Content that is no well-formed XHTML is shown as text.
    /// </summary>
    public static FeedFormat Html { get; } =
        new("HTML", "text/html; charset=utf-8", ".html", static (output, log, ids) => new HtmlFeedWriter(output, log, ids));

    /// <summary>The formats that feed readers subscribe to: RSS, Atom and JSON Feed.</summary>
    public static ImmutableArray<FeedFormat> ForReaders { get; } = [Rss, Atom, Json];

    /// <summary>Finds a format by its file extension (<c>.atom</c>, <c>rss</c>), its name (<c>JSON Feed</c>) or its media type with or without parameters; <c>application/json</c> is JSON Feed too.</summary>
    /// <param name="text">What names the format.</param>
    /// <param name="format">The format; for Atom that with <c>html</c> content.</param>
    /// <returns>Whether it names one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FeedFormat? format)
    {
        ReadOnlySpan<char> name = text.AsSpan();
        int parameters = name.IndexOf(';');
        name = (parameters < 0 ? name : name[..parameters]).Trim();
        format = null;
        foreach (FeedFormat known in (FeedFormat[])[.. ForReaders, Html])
        {
            bool isIt = Is(name, known.Name) || Is(name, known.FileExtension) || Is(name, known.FileExtension.AsSpan(1)) || Is(name, known.MediaType.AsSpan(0, known.MediaType.IndexOf(';')));
            if (isIt || (known == Json && Is(name, "application/json"))) format = known;
        }

        return format is not null;

        static bool Is(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

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
