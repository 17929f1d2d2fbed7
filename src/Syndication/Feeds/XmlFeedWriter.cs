using System.Buffers;

namespace Syndication.Feeds;

/// <summary>What RSS and Atom have in common: the XML underneath, dates, and the link element, which RSS borrows from Atom.</summary>
internal abstract class XmlFeedWriter(IBufferWriter<byte> output, WriteLog log) : FeedWriter(log)
{
    protected Utf8XmlWriter Xml { get; } = new(output, log);

    public override void Dispose() => Xml.Dispose();

    protected void Optional(ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Xml.Element(name, value);
    }

    protected void Rfc3339(ReadOnlySpan<byte> name, DateTimeOffset date)
    {
        Span<byte> buffer = stackalloc byte[FeedDate.MaxLength];
        Xml.Element(name, FeedDate.Rfc3339(date, buffer));
    }

    protected void Link(ReadOnlySpan<byte> name, FeedLink link)
    {
        string relation = string.IsNullOrWhiteSpace(link.Relation) ? "related" : link.Relation;
        if (Address(link.Url, "a link") is { } href) Link(name, relation, href, MediaTypeOrNothing(link.MediaType), link.Title);
    }

    protected void Link(ReadOnlySpan<byte> name, string relation, string href, string? mediaType = null, string? title = null)
    {
        Xml.Start(name);
        Xml.Attribute("rel"u8, relation);
        if (mediaType is not null) Xml.Attribute("type"u8, mediaType);
        Xml.Attribute("href"u8, href);
        if (!string.IsNullOrEmpty(title)) Xml.Attribute("title"u8, title);
        Xml.End(name);
    }
}
