using System.Globalization;
using System.Text;
using System.Xml;
using Syndication.Feeds;

namespace Syndication.Benchmarks;

/// <summary>The documents of <see cref="LongFeed"/> written straight with <see cref="XmlWriter"/>: what there is to beat.</summary>
internal static class StraightXml
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    public static void Rss(Feed feed, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        xml.WriteAttributeString("xmlns", "media", null, "http://search.yahoo.com/mrss/");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.HomePageUrl);
        xml.WriteElementString("description", feed.Description);
        xml.WriteElementString("language", feed.Language);
        xml.WriteElementString("creator", DublinCore, feed.Authors[0].Name);
        xml.WriteElementString("lastBuildDate", Rfc822(feed.Updated!.Value));
        Link(xml, "self", "application/rss+xml", feed.FeedUrl!, null);
        foreach (FeedEntry entry in feed.Entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", entry.Title);
            xml.WriteElementString("link", entry.Url);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(entry.Id);
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(entry.Published!.Value));
            xml.WriteElementString("creator", DublinCore, entry.Authors[0].Name);
            xml.WriteStartElement("category");
            xml.WriteAttributeString("domain", entry.Categories[0].Scheme);
            xml.WriteString(entry.Categories[0].Label);
            xml.WriteEndElement();
            Link(xml, "via", null, entry.Links[0].Url, entry.Links[0].Title);
            xml.WriteElementString("description", entry.Summary);
            xml.WriteStartElement("encoded", ContentNamespace);
            xml.WriteCData(entry.Content!.Html);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    public static void Atom(Feed feed, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", AtomNamespace);
        xml.WriteAttributeString("xmlns", AtomNamespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteElementString("id", AtomNamespace, feed.Id);
        xml.WriteElementString("title", AtomNamespace, feed.Title);
        xml.WriteElementString("subtitle", AtomNamespace, feed.Description);
        xml.WriteElementString("updated", AtomNamespace, Rfc3339(feed.Updated!.Value));
        Link(xml, "alternate", "text/html", feed.HomePageUrl!, null);
        Link(xml, "self", "application/atom+xml", feed.FeedUrl!, null);
        Author(xml, feed.Authors[0].Name);
        foreach (FeedEntry entry in feed.Entries)
        {
            xml.WriteStartElement("entry", AtomNamespace);
            xml.WriteElementString("id", AtomNamespace, entry.Id);
            xml.WriteElementString("title", AtomNamespace, entry.Title);
            Link(xml, "alternate", null, entry.Url!, null);
            Link(xml, "via", null, entry.Links[0].Url, entry.Links[0].Title);
            xml.WriteElementString("published", AtomNamespace, Rfc3339(entry.Published!.Value));
            xml.WriteElementString("updated", AtomNamespace, Rfc3339(entry.Published!.Value));
            Author(xml, entry.Authors[0].Name);
            xml.WriteStartElement("category", AtomNamespace);
            xml.WriteAttributeString("term", entry.Categories[0].Term);
            xml.WriteAttributeString("scheme", entry.Categories[0].Scheme);
            xml.WriteAttributeString("label", entry.Categories[0].Label);
            xml.WriteEndElement();
            xml.WriteElementString("summary", AtomNamespace, entry.Summary);
            xml.WriteStartElement("content", AtomNamespace);
            xml.WriteAttributeString("type", "html");
            xml.WriteCData(entry.Content!.Html);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", AtomNamespace);
        xml.WriteElementString("name", AtomNamespace, name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string? type, string href, string? title)
    {
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("rel", relation);
        if (type is not null) xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        if (title is not null) xml.WriteAttributeString("title", title);
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTimeOffset date) => date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + "+0800";

    private static string Rfc3339(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
