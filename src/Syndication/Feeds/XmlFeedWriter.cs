using System.Buffers;
using System.Globalization;

namespace Syndication.Feeds;

/// <summary>What RSS and Atom have in common: the XML underneath, dates, and the link element, which RSS borrows from Atom.</summary>
internal abstract class XmlFeedWriter(IBufferWriter<byte> output, WriteLog log, WrittenIds ids) : FeedWriter(log, ids)
{
    private bool shownInBrowser;

    protected Utf8XmlWriter Xml { get; } = new(output, log);

    public override void Dispose() => Xml.Dispose();

    /// <summary>What stands before the root element.</summary>
    protected void Prolog(Feed feed)
    {
        Xml.Declaration();
        if (string.IsNullOrEmpty(feed.Stylesheet)) return;
        if (FeedAddress.NormalizeReference(feed.Stylesheet) is { } href) Xml.Stylesheet(href);
        else Log.AddressLeftOut("the style sheet", feed.Stylesheet);
    }

    /// <summary>The namespaces of modules that few feeds use, declared where this one does.</summary>
    protected void DeclareModules(Feed feed)
    {
        if (feed.UpdateCycle is not null) Xml.Attribute("xmlns:sy"u8, "http://purl.org/rss/1.0/modules/syndication/"u8);
        if (feed.History != FeedHistory.Newest) Xml.Attribute("xmlns:fh"u8, "http://purl.org/syndication/history/1.0"u8);
        if (Address(feed.BaseUrl, "the base address") is { } address) Xml.Attribute("xml:base"u8, address);
    }

    protected void WriteModules(Feed feed)
    {
        if (feed.UpdateCycle is { } cycle)
        {
            Xml.Element("sy:updatePeriod"u8, cycle.Period.ToString().ToLowerInvariant());
            Xml.Element("sy:updateFrequency"u8, Math.Max(1, cycle.Frequency).ToString(CultureInfo.InvariantCulture));
        }

        if (feed.History == FeedHistory.Newest) return;
        ReadOnlySpan<byte> history = feed.History == FeedHistory.Archive ? "fh:archive"u8 : "fh:complete"u8;
        Xml.Start(history);
        Xml.End(history);
    }

    /// <summary>What a feed with a style sheet says to somebody who opens it in a browser: what it is, and links that work, which XML alone has none of.</summary>
    protected void WriteGuide(Feed feed)
    {
        shownInBrowser = !string.IsNullOrEmpty(feed.Stylesheet);
        if (!shownInBrowser) return;
        FeedWords words = FeedWords.In(feed.Language);
        Xml.Start("div"u8);
        Xml.Attribute("xmlns"u8, XhtmlFragment.Namespace);
        Xml.Attribute("xml:lang"u8, words.Language);
        Xml.Element("p"u8, words.Explanation);
        IEnumerable<(string? Url, string Text)> links =
            [(feed.HomePageUrl, words.HomePage), .. feed.Links.Select(link => ((string?)link.Url, link.Relation switch { "prev-archive" => words.Older, "current" => words.Newest, _ => link.MediaType == "text/html" ? link.Title ?? link.Url : "" }))];
        foreach ((string? url, string text) in links)
        {
            if (text.Length > 0 && FeedAddress.Normalize(url, out _) is { } href) WebLink(href, text);
        }

        Xml.End("div"u8);
    }

    /// <summary>The entry's title as a link, where the feed is made to be shown.</summary>
    protected void WriteTitleLink(string? url, string title)
    {
        if (!shownInBrowser || url is null) return;
        Xml.Start("a"u8);
        Xml.Attribute("xmlns"u8, XhtmlFragment.Namespace);
        Xml.Attribute("href"u8, url);
        Xml.Text(title, "title"u8);
        Xml.End("a"u8);
    }

    protected void WriteImage(FeedEntry entry, bool declare)
    {
        if (Address(entry.ImageUrl, "the picture") is not { } url) return;
        Xml.Start("media:thumbnail"u8);
        if (declare) Xml.Attribute("xmlns:media"u8, "http://search.yahoo.com/mrss/"u8);
        Xml.Attribute("url"u8, url);
        Xml.End("media:thumbnail"u8);
    }

    private void WebLink(string href, string text)
    {
        Xml.Start("a"u8);
        Xml.Attribute("href"u8, href);
        Xml.Text(text, "title"u8);
        Xml.End("a"u8);
    }

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
        string relation = XmlCharacters.HasWords(link.Relation) ? link.Relation : "related";
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
