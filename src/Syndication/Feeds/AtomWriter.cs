using System.Buffers;
using System.Globalization;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Writes Atom 1.0 (RFC 4287).</summary>
internal sealed class AtomWriter(IBufferWriter<byte> output, WriteLog log, WrittenIds ids, bool asXhtml) : XmlFeedWriter(output, log, ids)
{
    private string? feedLanguage;
    private string? feedBase;
    private Person? lacking;

    public override void WriteHead(Feed feed)
    {
        Prolog(feed);
        Xml.Start("feed"u8);
        Xml.Attribute("xmlns"u8, "http://www.w3.org/2005/Atom"u8);
        if (!feed.Tombstones.IsEmpty) Xml.Attribute("xmlns:at"u8, "http://purl.org/atompub/tombstones/1.0"u8);
        DeclareModules(feed);
        feedBase = feed.BaseUrl;
        feedLanguage = Language(feed.Language);
        if (feedLanguage is not null) Xml.Attribute("xml:lang"u8, feedLanguage);
        string title = FeedTitle(feed);
        Xml.Element("id"u8, FeedId(feed, title));
        Xml.Element("title"u8, title);
        Optional("subtitle"u8, feed.Description);
        Rfc3339("updated"u8, Updated(feed));
        if (Address(feed.HomePageUrl, "the home page") is { } page) Link("link"u8, "alternate", page, "text/html");
        if (Address(feed.FeedUrl, "the feed's own address") is { } self) Link("link"u8, "self", self, "application/atom+xml");
        foreach (FeedLink link in feed.Links) Link("link"u8, link);
        foreach (Person author in feed.Authors) WritePerson("author"u8, author);
        lacking = feed.Authors.IsEmpty ? new Person(title) : null;
        foreach (Person contributor in feed.Contributors) WritePerson("contributor"u8, contributor);
        foreach (FeedCategory category in feed.Categories) WriteCategory(category);
        Optional("generator"u8, feed.Generator);
        if (Address(feed.Icon, "the icon") is { } icon) Xml.Element("icon"u8, icon);
        if (Address(feed.Logo, "the logo") is { } logo) Xml.Element("logo"u8, logo);
        Optional("rights"u8, feed.Rights);
        WriteModules(feed);
        WriteGuide(feed);
        foreach (FeedTombstone tombstone in feed.Tombstones) WriteTombstone(tombstone);
        Xml.Flush();
    }

    public override void WriteEntry(FeedEntry entry, DateTimeOffset assumedDate)
    {
        Log.EntryId = entry.Id ?? entry.Url;
        string? url = Address(entry.Url, "the address");
        string id = EntryId(entry, url, asIri: true);
        Xml.Start("entry"u8);
        if (Language(entry.Language) is { } language && language != feedLanguage) Xml.Attribute("xml:lang"u8, language);
        if (entry.BaseUrl != feedBase && Address(entry.BaseUrl, "the base address") is { } address) Xml.Attribute("xml:base"u8, address);
        Xml.Element("id"u8, id);
        string title = EntryTitle(entry);
        Xml.Element("title"u8, title);
        WriteTitleLink(url, title);
        if (url is not null) Link("link"u8, "alternate", url);
        foreach (FeedLink link in entry.Links) Link("link"u8, link);
        foreach (FeedEnclosure enclosure in entry.Enclosures) WriteEnclosure(enclosure);
        if (entry.Published is { } published) Rfc3339("published"u8, published);
        if (entry.Updated is null && entry.Published is null)
        {
            Log.Derived("date", assumedDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "that of the nearest entry, or 1970-01-01,");
        }

        Rfc3339("updated"u8, entry.Updated ?? entry.Published ?? assumedDate);
        WriteEntryAuthors(entry);
        foreach (Person contributor in entry.Contributors) WritePerson("contributor"u8, contributor);
        foreach (FeedCategory category in entry.Categories) WriteCategory(category);
        Optional("rights"u8, entry.Rights);
        if (entry.Source is { } source) WriteSource(source);
        Optional("summary"u8, entry.Summary);
        WriteImage(entry, declare: true);
        WriteContent(entry, required: url is null);
        Xml.End("entry"u8);
        Xml.Flush();
        Log.EntryId = null;
    }

    public override void WriteTail()
    {
        Xml.End("feed"u8);
        Xml.Finish();
    }

    // An entry needs an author where the feed has none; whether all have one is not known before the last is written.
    private void WriteEntryAuthors(FeedEntry entry)
    {
        foreach (Person author in entry.Authors) WritePerson("author"u8, author);
        if (lacking is null || !entry.Authors.IsEmpty) return;
        Log.Derived("author", lacking.Name, "the feed's title", Text.DiagnosticSeverity.Info);
        WritePerson("author"u8, lacking);
    }

    private void WriteTombstone(FeedTombstone tombstone)
    {
        Span<byte> buffer = stackalloc byte[FeedDate.MaxLength];
        Xml.Start("at:deleted-entry"u8);
        Xml.Attribute("ref"u8, Iri(tombstone.Id, "the id of a withdrawn entry"));
        Xml.Attribute("when"u8, FeedDate.Rfc3339(tombstone.Deleted, buffer));
        Optional("at:comment"u8, tombstone.Comment);
        Xml.End("at:deleted-entry"u8);
    }

    private DateTimeOffset Updated(Feed feed)
    {
        if (feed.Updated is { } own) return own;
        DateTimeOffset? newest = EntryDates.Newest(feed.Entries);
        DateTimeOffset updated = newest ?? DateTimeOffset.UnixEpoch;
        Log.Derived("date of change", updated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            newest is null ? "1970-01-01" : "that of the newest entry", newest is null ? Text.DiagnosticSeverity.Warning : Text.DiagnosticSeverity.Info);
        return updated;
    }

    private void WriteContent(FeedEntry entry, bool required)
    {
        string? html = entry.Content?.Html;
        string? text = string.IsNullOrEmpty(html) ? entry.Content?.Text : null;
        if (string.IsNullOrEmpty(html) && string.IsNullOrEmpty(text))
        {
            if (!required) return;
            text = entry.Summary ?? entry.DisplayTitle;
        }

        if (asXhtml && text is null && XhtmlFragment.Div(html!) is { } div)
        {
            Xml.Start("content"u8);
            Xml.Attribute("type"u8, "xhtml"u8);
            Xml.WellFormed(div);
            Xml.End("content"u8);
            return;
        }

        Xml.Start("content"u8);
        Xml.Attribute("type"u8, text is null ? "html"u8 : "text"u8);
        if (text is null) Xml.Markup(html!, "content"u8);
        else Xml.Text(text, "content"u8);
        Xml.End("content"u8);
    }

    private void WriteEnclosure(FeedEnclosure enclosure)
    {
        if (Address(enclosure.Url, "an enclosure") is not { } href) return;
        Xml.Start("link"u8);
        Xml.Attribute("rel"u8, "enclosure"u8);
        Xml.Attribute("type"u8, MediaType(enclosure.MediaType));
        if (enclosure.Length is >= 0 and { } length) Xml.Attribute("length"u8, length.ToString(CultureInfo.InvariantCulture));
        Xml.Attribute("href"u8, href);
        if (!string.IsNullOrEmpty(enclosure.Title)) Xml.Attribute("title"u8, enclosure.Title);
        Xml.End("link"u8);
    }

    // An empty source says nothing, and the platform's own reader fails on it.
    private void WriteSource(FeedSource source)
    {
        string? id = string.IsNullOrWhiteSpace(source.Id) ? null : Iri(source.Id, "the id of the source");
        string? self = Address(source.FeedUrl, "the source");
        string? page = Address(source.HomePageUrl, "the page of the source");
        if (id is null && self is null && page is null && string.IsNullOrEmpty(source.Title) && source.Updated is null) return;
        Xml.Start("source"u8);
        Optional("id"u8, id);
        Optional("title"u8, source.Title);
        if (source.Updated is { } updated) Rfc3339("updated"u8, updated);
        if (page is not null) Link("link"u8, "alternate", page, "text/html");
        if (self is not null) Link("link"u8, "self", self);
        Xml.End("source"u8);
    }

    private void WritePerson(ReadOnlySpan<byte> element, Person person)
    {
        Xml.Start(element);
        Xml.Element("name"u8, NameOf(person));
        if (Address(person.Url, "a person's page") is { } uri) Xml.Element("uri"u8, uri);
        if (Email(person) is { } email) Xml.Element("email"u8, email);
        Xml.End(element);
    }

    private void WriteCategory(FeedCategory category)
    {
        Xml.Start("category"u8);
        Xml.Attribute("term"u8, category.Term);
        if (!string.IsNullOrWhiteSpace(category.Scheme)) Xml.Attribute("scheme"u8, Iri(category.Scheme, "the scheme of a category"));
        if (!string.IsNullOrEmpty(category.Label)) Xml.Attribute("label"u8, category.Label);
        Xml.End("category"u8);
    }
}
