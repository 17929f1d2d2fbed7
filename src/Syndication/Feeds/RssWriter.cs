using System.Buffers;
using System.Globalization;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Writes RSS 2.0 (rssboard.org/rss-specification) with the content, Dublin Core, Atom and media modules.</summary>
internal sealed class RssWriter(IBufferWriter<byte> output, WriteLog log, WrittenIds ids) : XmlFeedWriter(output, log, ids)
{
    private string? feedLanguage;
    private string? feedBase;

    public override void WriteHead(Feed feed)
    {
        Prolog(feed);
        Xml.Start("rss"u8);
        Xml.Attribute("version"u8, "2.0"u8);
        Xml.Attribute("xmlns:content"u8, "http://purl.org/rss/1.0/modules/content/"u8);
        Xml.Attribute("xmlns:dc"u8, "http://purl.org/dc/elements/1.1/"u8);
        Xml.Attribute("xmlns:atom"u8, "http://www.w3.org/2005/Atom"u8);
        Xml.Attribute("xmlns:media"u8, "http://search.yahoo.com/mrss/"u8);
        bool isPodcast = feed.IsExplicit is not null || feed.Entries.Any(static entry => entry.Enclosures.Any(static file => file.MediaType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)));
        if (isPodcast) Xml.Attribute("xmlns:itunes"u8, "http://www.itunes.com/dtds/podcast-1.0.dtd"u8);
        DeclareModules(feed);
        feedBase = feed.BaseUrl;
        Xml.Start("channel"u8);
        string title = FeedTitle(feed);
        Xml.Element("title"u8, title);
        string? self = Address(feed.FeedUrl, "the feed's own address");
        string link = HomePage(feed, self, title);
        Xml.Element("link"u8, link);
        if (string.IsNullOrWhiteSpace(feed.Description)) Log.Derived("description", title, "the title", Text.DiagnosticSeverity.Info);
        Xml.Element("description"u8, string.IsNullOrWhiteSpace(feed.Description) ? title : feed.Description);
        feedLanguage = Language(feed.Language);
        Optional("language"u8, feedLanguage);
        Optional("copyright"u8, feed.Rights);
        WriteFeedAuthors(feed);
        foreach (Person contributor in feed.Contributors) Xml.Element("dc:contributor"u8, NameOf(contributor));
        if (feed.Updated is { } updated) Rfc822("lastBuildDate"u8, updated);
        foreach (FeedCategory category in feed.Categories) WriteCategory(category);
        Optional("generator"u8, feed.Generator);
        if ((Address(feed.Logo, "the logo") ?? Address(feed.Icon, "the icon")) is { } image) WriteImage(image, title, link);
        if (isPodcast) WritePodcast(feed);
        if (self is not null) Link("atom:link"u8, "self", self, "application/rss+xml");
        foreach (FeedLink other in feed.Links) Link("atom:link"u8, other);
        WriteModules(feed);
        WriteGuide(feed);
        Xml.Flush();
    }

    public override void WriteEntry(FeedEntry entry, DateTimeOffset assumedDate)
    {
        Log.EntryId = entry.Id ?? entry.Url;
        string? url = Address(entry.Url, "the address");
        string id = EntryId(entry, url, asIri: false);
        Xml.Start("item"u8);
        if (entry.BaseUrl != feedBase && Address(entry.BaseUrl, "the base address") is { } address) Xml.Attribute("xml:base"u8, address);
        string title = EntryTitle(entry);
        Xml.Element("title"u8, title);
        WriteTitleLink(url, title);
        Optional("link"u8, url);
        Xml.Start("guid"u8);
        Xml.Attribute("isPermaLink"u8, id == url && IsWebAddress(id) ? "true"u8 : "false"u8);
        Xml.Text(id, "guid"u8);
        Xml.End("guid"u8);
        if (entry.Published is { } published) Rfc822("pubDate"u8, published);
        if (entry.Updated is { } updated) Rfc3339("atom:updated"u8, updated);
        foreach (Person author in entry.Authors) Xml.Element("dc:creator"u8, NameOf(author));
        foreach (Person contributor in entry.Contributors) Xml.Element("dc:contributor"u8, NameOf(contributor));
        foreach (FeedCategory category in entry.Categories) WriteCategory(category);
        if (Language(entry.Language) is { } language && language != feedLanguage) Xml.Element("dc:language"u8, language);
        Optional("dc:rights"u8, entry.Rights);
        if (entry.Source is { } source) WriteSource(source);
        if (Comments(entry) is { } comments) Xml.Element("comments"u8, comments);
        foreach (FeedLink link in entry.Links) Link("atom:link"u8, link);
        WriteEnclosures(entry);
        WriteImage(entry, declare: false);
        WriteDescription(entry);
        WriteContent(string.IsNullOrEmpty(entry.Content?.Html) ? HtmlOf(entry.Content?.Text) : entry.Content.Html);
        WriteMarkdown(entry.Markdown);
        Xml.End("item"u8);
        Xml.Flush();
        Log.EntryId = null;
    }

    public override void WriteTail()
    {
        Xml.End("channel"u8);
        Xml.End("rss"u8);
        Xml.Finish();
    }

    private static bool IsWebAddress(string id) =>
        id.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || id.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string? HtmlOf(string? text) => string.IsNullOrEmpty(text) ? null : EntryHtml.FromText(text);

    // Readers that do not know content:encoded show this and nothing else, and as HTML.
    private void WriteDescription(FeedEntry entry)
    {
        string? text = string.IsNullOrEmpty(entry.Summary) ? DerivedText.Beginning(entry) : entry.Summary;
        if (string.IsNullOrEmpty(text)) return;
        Xml.Element("description"u8, HtmlText.IsLikely(text) ? EntryHtml.Encoded(text) : text);
    }

    private void WriteContent(string? html)
    {
        if (html is null) return;
        Xml.Start("content:encoded"u8);
        Xml.Markup(html, "content:encoded"u8);
        Xml.End("content:encoded"u8);
    }

    private void WriteMarkdown(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown)) return;
        Xml.Start("source:markdown"u8);
        Xml.Attribute("xmlns:source"u8, "http://source.scripting.com/"u8);
        Xml.Markup(markdown, "source:markdown"u8);
        Xml.End("source:markdown"u8);
    }

    // The page of replies (RFC 4685 §4) is what RSS has an element for; a feed of replies is not.
    private static string? Comments(FeedEntry entry)
    {
        foreach (FeedLink link in entry.Links)
        {
            if (link.Relation == "replies" && link.MediaType is null or "text/html" && FeedAddress.Normalize(link.Url, out _) is { } url) return url;
        }

        return null;
    }

    private string HomePage(Feed feed, string? self, string title)
    {
        if (Address(feed.HomePageUrl, "the home page") is { } page) return page;
        string link = self ?? FeedAddress.Normalize(feed.Id, out _) ?? NamedUuid.Create("feed", title);
        Log.Derived("home page", link, "another address");
        return link;
    }

    // RSS knows one person per channel and wants an address; both elements at once would say the same thing twice.
    private void WriteFeedAuthors(Feed feed)
    {
        if (feed.Authors is [var single] && Email(single) is { } email)
        {
            Xml.Element("managingEditor"u8, string.IsNullOrWhiteSpace(single.Name) ? email : $"{email} ({single.Name})");
            return;
        }

        foreach (Person author in feed.Authors) Xml.Element("dc:creator"u8, NameOf(author));
    }

    private void WriteImage(string image, string title, string link)
    {
        Xml.Start("image"u8);
        Xml.Element("url"u8, image);
        Xml.Element("title"u8, title);
        Xml.Element("link"u8, link);
        Xml.End("image"u8);
    }

    /// <summary>What players of podcasts show, where an entry has a recording (help.apple.com/itc/podcasts_connect/#/itcb54353390).</summary>
    private void WritePodcast(Feed feed)
    {
        if (!feed.Authors.IsEmpty) Xml.Element("itunes:author"u8, string.Join(", ", feed.Authors.Select(NameOf)));
        if (FeedAddress.Normalize(feed.Logo, out _) is { } logo)
        {
            Xml.Start("itunes:image"u8);
            Xml.Attribute("href"u8, logo);
            Xml.End("itunes:image"u8);
        }

        if (feed.IsExplicit is { } isExplicit) Xml.Element("itunes:explicit"u8, isExplicit ? "true"u8 : "false"u8);
    }

    private void WriteCategory(FeedCategory category)
    {
        Xml.Start("category"u8);
        if (!string.IsNullOrWhiteSpace(category.Scheme)) Xml.Attribute("domain"u8, category.Scheme);
        Xml.Text(string.IsNullOrEmpty(category.Label) ? category.Term : category.Label, "category"u8);
        Xml.End("category"u8);
    }

    private void WriteSource(FeedSource source)
    {
        if (Address(source.FeedUrl, "the source") is not { } url) return;
        Xml.Start("source"u8);
        Xml.Attribute("url"u8, url);
        Xml.Text(source.Title ?? url, "source"u8);
        Xml.End("source"u8);
    }

    private void WriteEnclosures(FeedEntry entry)
    {
        bool first = true;
        foreach (FeedEnclosure enclosure in entry.Enclosures)
        {
            if (Address(enclosure.Url, "an enclosure") is not { } url) continue;
            ReadOnlySpan<byte> element = first ? "enclosure"u8 : "media:content"u8;
            Xml.Start(element);
            Xml.Attribute("url"u8, url);
            string length = Math.Max(0, enclosure.Length ?? 0).ToString(CultureInfo.InvariantCulture);
            if (first) Xml.Attribute("length"u8, length);
            else if (enclosure.Length is >= 0) Xml.Attribute("fileSize"u8, length);
            Xml.Attribute("type"u8, MediaType(enclosure.MediaType));
            if (!first && !string.IsNullOrEmpty(enclosure.Title)) Xml.Element("media:title"u8, enclosure.Title);
            Xml.End(element);
            first = false;
        }
    }

    private void Rfc822(ReadOnlySpan<byte> name, DateTimeOffset date)
    {
        Span<byte> buffer = stackalloc byte[FeedDate.MaxLength];
        Xml.Element(name, FeedDate.Rfc822(date, buffer));
    }
}
