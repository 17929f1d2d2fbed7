using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>
/// Writes JSON Feed 1.1 (jsonfeed.org/version/1.1). What the format has no place for stands in <c>_newsletter</c>, which <c>JSONFEED.md</c> explains and
/// <c>newsletter-extension.schema.json</c> describes; each of its members is left out where there is nothing to say.
/// </summary>
internal sealed class JsonFeedWriter(IBufferWriter<byte> output, WriteLog log, WrittenIds ids) : FeedWriter(log, ids)
{
    private readonly IBufferWriter<byte> output = output;
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, SkipValidation = true, NewLine = "\n" });
    private readonly JsonText text = new();
    private string? feedLanguage;
    private string? feedBase;

    public override void WriteHead(Feed feed)
    {
        json.WriteStartObject();
        json.WriteString("version"u8, "https://jsonfeed.org/version/1.1"u8);
        Text("title"u8, FeedTitle(feed));
        Url("home_page_url"u8, feed.HomePageUrl, "the home page");
        Url("feed_url"u8, feed.FeedUrl, "the feed's own address");
        Text("description"u8, feed.Description);
        Url("next_url"u8, feed.Links.FirstOrDefault(IsNext)?.Url, "the next page");
        Url("icon"u8, feed.Logo, "the logo");
        Url("favicon"u8, feed.Icon, "the icon");
        People("authors"u8, feed.Authors);
        feedLanguage = Language(feed.Language);
        feedBase = feed.BaseUrl;
        Text("language"u8, feedLanguage);
        WriteHubs(feed);
        WriteFeedExtension(feed);
        json.WriteStartArray("items"u8);
        json.Flush();
    }

    public override void WriteEntry(FeedEntry entry, DateTimeOffset assumedDate)
    {
        Log.EntryId = entry.Id ?? entry.Url;
        string? url = Address(entry.Url, "the address");
        json.WriteStartObject();
        Text("id"u8, EntryId(entry, url, asIri: false));
        Text("url"u8, url);
        Text("title"u8, entry.Title);
        WriteContent(entry);
        Text("summary"u8, entry.Summary);
        Url("image"u8, entry.ImageUrl, "the picture");
        if (entry.Published is { } published) Date("date_published"u8, published);
        if (entry.Updated is { } updated) Date("date_modified"u8, updated);
        People("authors"u8, entry.Authors);
        if (!entry.Categories.IsEmpty)
        {
            json.WriteStartArray("tags"u8);
            foreach (FeedCategory category in entry.Categories) Tag(string.IsNullOrEmpty(category.Label) ? category.Term : category.Label);
            json.WriteEndArray();
        }

        if (Language(entry.Language) is { } language && language != feedLanguage) Text("language"u8, language);
        WriteAttachments(entry);
        WriteEntryExtension(entry);
        json.WriteEndObject();
        json.Flush();
        Log.EntryId = null;
    }

    public override void WriteTail()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    public override void Dispose()
    {
        json.Dispose();
        text.Dispose();
    }

    private static bool IsNext(FeedLink link) => link.Relation is "next" or "prev-archive";

    private void WriteContent(FeedEntry entry)
    {
        if (!string.IsNullOrEmpty(entry.Content?.Html)) Text("content_html"u8, entry.Content.Html);
        else Whole("content_text"u8, entry.Content?.Text is { Length: > 0 } plain ? plain : entry.Summary ?? entry.Title ?? "");
    }

    private void WriteHubs(Feed feed)
    {
        FeedLink[] hubs = [.. feed.Links.Where(static link => link.Relation == "hub" && FeedAddress.Normalize(link.Url, out _) is not null)];
        if (hubs.Length == 0) return;
        json.WriteStartArray("hubs"u8);
        foreach (FeedLink hub in hubs)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "WebSub"u8);
            Url("url"u8, hub.Url, "a hub");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteAttachments(FeedEntry entry)
    {
        bool any = false;
        foreach (FeedEnclosure enclosure in entry.Enclosures)
        {
            if (Address(enclosure.Url, "an enclosure") is not { } url) continue;
            if (!any) json.WriteStartArray("attachments"u8);
            any = true;
            json.WriteStartObject();
            Text("url"u8, url);
            Text("mime_type"u8, MediaType(enclosure.MediaType));
            Text("title"u8, enclosure.Title);
            if (enclosure.Length is >= 0 and { } length) json.WriteNumber("size_in_bytes"u8, length);
            json.WriteEndObject();
        }

        if (any) json.WriteEndArray();
    }

    private void WriteFeedExtension(Feed feed)
    {
        json.WriteStartObject("_newsletter"u8);
        Text("id"u8, feed.Id);
        if (feed.Updated is { } updated) Date("updated"u8, updated);
        Text("rights"u8, feed.Rights);
        Text("generator"u8, feed.Generator);
        WriteHistory(feed);
        People("contributors"u8, feed.Contributors);
        Links([.. feed.Links.Where(static link => !IsNext(link) && link.Relation != "hub")]);
        json.WriteEndObject();
    }

    private void WriteHistory(Feed feed)
    {
        if (feed.History != FeedHistory.Newest) json.WriteString("history"u8, feed.History == FeedHistory.Archive ? "archive"u8 : "complete"u8);
        if (feed.UpdateCycle is { } cycle)
        {
            Text("update_period"u8, cycle.Period.ToString().ToLowerInvariant());
            json.WriteNumber("update_frequency"u8, Math.Max(1, cycle.Frequency));
        }

        Url("base_url"u8, feed.BaseUrl, "the base address");
        if (feed.Tombstones.IsEmpty) return;
        json.WriteStartArray("deleted"u8);
        foreach (FeedTombstone tombstone in feed.Tombstones)
        {
            json.WriteStartObject();
            Text("id"u8, tombstone.Id);
            Date("when"u8, tombstone.Deleted);
            Text("comment"u8, tombstone.Comment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEntryExtension(FeedEntry entry)
    {
        if (entry is { IssueNumber: null, IssueTitle: null, SectionTitle: null, SectionSlug: null, Label: null, Rights: null, Source: null, Markdown: null, BaseUrl: null, Contributors.IsEmpty: true, Links.IsEmpty: true }) return;
        json.WriteStartObject("_newsletter"u8);
        if (entry.IssueNumber is { } number) json.WriteNumber("issue_number"u8, number);
        Text("issue_title"u8, entry.IssueTitle);
        Text("section"u8, entry.SectionTitle);
        Text("section_slug"u8, entry.SectionSlug);
        Text("label"u8, entry.Label);
        Text("rights"u8, entry.Rights);
        Text("markdown"u8, entry.Markdown);
        if (entry.BaseUrl != feedBase) Url("base_url"u8, entry.BaseUrl, "the base address");
        People("contributors"u8, entry.Contributors);
        Links(entry.Links);
        if (entry.Source is { } source)
        {
            json.WriteStartObject("source"u8);
            Text("id"u8, source.Id);
            Text("title"u8, source.Title);
            Url("url"u8, source.FeedUrl, "the source");
            Url("home_page_url"u8, source.HomePageUrl, "the page of the source");
            if (source.Updated is { } changed) Date("updated"u8, changed);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Links(ImmutableArray<FeedLink> links)
    {
        bool any = false;
        foreach (FeedLink link in links)
        {
            if (Address(link.Url, "a link") is not { } url) continue;
            if (!any) json.WriteStartArray("links"u8);
            any = true;
            json.WriteStartObject();
            Text("rel"u8, XmlCharacters.HasWords(link.Relation) ? link.Relation : "related");
            Text("url"u8, url);
            Text("title"u8, link.Title);
            Text("type"u8, MediaTypeOrNothing(link.MediaType));
            json.WriteEndObject();
        }

        if (any) json.WriteEndArray();
    }

    private void People(ReadOnlySpan<byte> name, ImmutableArray<Person> people)
    {
        if (people.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (Person person in people)
        {
            json.WriteStartObject();
            Text("name"u8, NameOf(person));
            Url("url"u8, person.Url ?? (Email(person) is { } email ? "mailto:" + email : null), "a person's page");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Whole(name, value);
    }

    private void Whole(ReadOnlySpan<byte> name, string value)
    {
        json.WritePropertyName(name);
        Value(value, name);
    }

    // A raw value in an array would stand without its line break.
    private void Tag(string value)
    {
        text.Quoted(value, out int replaced);
        json.WriteStringValue(replaced == 0 ? value : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value)));
        if (replaced > 0) Log.CharactersRepaired("a tag", replaced);
    }

    private void Value(string value, ReadOnlySpan<byte> name)
    {
        json.WriteRawValue(text.Quoted(value, out int replaced), skipInputValidation: true);
        if (replaced > 0) Log.CharactersRepaired(System.Text.Encoding.UTF8.GetString(name), replaced);
    }

    private void Url(ReadOnlySpan<byte> name, string? address, string place)
    {
        if (Address(address, place) is { } url) Whole(name, url);
    }

    private void Date(ReadOnlySpan<byte> name, DateTimeOffset date)
    {
        Span<byte> buffer = stackalloc byte[FeedDate.MaxLength];
        json.WriteString(name, FeedDate.Rfc3339(date, buffer));
    }
}
