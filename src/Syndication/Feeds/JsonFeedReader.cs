using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 and the <c>_newsletter</c> extension.</summary>
internal sealed class JsonFeedReader(ReadContext context)
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 200 };

    public static (Feed? Feed, FeedFormat? Format) Read(string text, FeedReaderOptions options, ReadLog log)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Options);
            if (Text(document.RootElement, "version")?.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase) != true && Member(document.RootElement, "items", JsonValueKind.Array) is null)
            {
                log.NotAFeed("The document is JSON, but no JSON Feed.");
                return (null, null);
            }

            return (new JsonFeedReader(new ReadContext(options, log)).ReadFeed(document.RootElement, options.MaxEntries), FeedFormat.Json);
        }
        catch (JsonException fault)
        {
            log.NotAFeed($"The document is no well-formed JSON. {fault.Message}");
            return (null, null);
        }
    }

    private static JsonElement? Member(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind ? value : null;

    // A number is what some write for an id.
    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.Number) return value.GetRawText();
        return value.ValueKind == JsonValueKind.String && StringOf(value) is { Length: > 0 } text ? text : null;
    }

    // Half a surrogate pair as an escape is what the platform's reader refuses.
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return System.Text.RegularExpressions.Regex.Unescape(value.GetRawText()[1..^1].Replace("\\/", "/", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<JsonElement> Array(JsonElement element, string name) => Member(element, name, JsonValueKind.Array)?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();

    private Feed ReadFeed(JsonElement root, int maxEntries)
    {
        JsonElement extension = Member(root, "_newsletter", JsonValueKind.Object) ?? default;
        string? ownBase = Address(extension, "base_url", "the base address");
        context.Base = ownBase ?? context.Base;
        var feed = new Feed
        {
            Id = Text(extension, "id"),
            Title = Text(root, "title"),
            Description = Text(root, "description"),
            HomePageUrl = Address(root, "home_page_url", "the home page"),
            FeedUrl = Address(root, "feed_url", "the feed's own address"),
            Language = ReadContext.Language(Text(root, "language")),
            Authors = Authors(root),
            Contributors = People(extension, "contributors"),
            Updated = context.Date(Text(extension, "updated"), "the date of change"),
            Icon = Address(root, "favicon", "the icon"),
            Logo = Address(root, "icon", "the logo"),
            Rights = Text(extension, "rights"),
            Generator = Text(extension, "generator"),
            History = Text(extension, "history") switch { "archive" => FeedHistory.Archive, "complete" => FeedHistory.Complete, _ => FeedHistory.Newest },
            UpdateCycle = XmlFeedParts.Cycle(Text(extension, "update_period"), context.Number(Text(extension, "update_frequency"), "the update frequency")),
            Tombstones = [.. Array(extension, "deleted").Select(Tombstone).OfType<FeedTombstone>()],
            BaseUrl = ownBase,
        };
        context.Base ??= feed.HomePageUrl;
        return feed with { Links = Links(root, extension), Entries = Entries(root, maxEntries) };
    }

    private ImmutableArray<FeedLink> Links(JsonElement root, JsonElement extension) =>
    [
        .. Address(root, "next_url", "the next page") is { } next ? new[] { new FeedLink("next", next) } : [],
        .. Array(root, "hubs").Select(hub => Address(hub, "url", "a hub")).OfType<string>().Select(static url => new FeedLink("hub", url)),
        .. Links(extension),
    ];

    private IEnumerable<FeedLink> Links(JsonElement extension) => Array(extension, "links")
        .Select(link => Address(link, "url", "a link") is { } url ? new FeedLink(Text(link, "rel") ?? "related", url) { Title = Text(link, "title"), MediaType = Text(link, "type") } : null).OfType<FeedLink>();

    private ImmutableArray<FeedEntry> Entries(JsonElement root, int maxEntries)
    {
        var entries = ImmutableArray.CreateBuilder<FeedEntry>();
        foreach (JsonElement item in Array(root, "items").Where(static item => item.ValueKind == JsonValueKind.Object))
        {
            if (entries.Count == maxEntries)
            {
                context.Log.Entry = 0;
                context.Log.Limited(maxEntries);
                break;
            }

            context.Log.Entry = entries.Count + 1;
            entries.Add(Entry(item));
        }

        context.Log.Entry = 0;
        return entries.ToImmutable();
    }

    private FeedEntry Entry(JsonElement item)
    {
        JsonElement extension = Member(item, "_newsletter", JsonValueKind.Object) ?? default;
        string? html = Text(item, "content_html");
        string? text = Text(item, "content_text");
        return new FeedEntry
        {
            Id = Text(item, "id"),
            Title = Text(item, "title"),
            Url = Address(item, "url", "the address"),
            Content = html is not null ? new Content(html, text ?? HtmlText.Of(html)) : text is not null ? new Content("", text) : null,
            Summary = Text(item, "summary"),
            Published = context.Date(Text(item, "date_published"), "the date"),
            Updated = context.Date(Text(item, "date_modified"), "the date of change"),
            Authors = Authors(item),
            Contributors = People(extension, "contributors"),
            Categories = XmlFeedParts.Distinct(Array(item, "tags").Where(static tag => tag.ValueKind == JsonValueKind.String).Select(StringOf).Where(static tag => !string.IsNullOrWhiteSpace(tag)).Select(static tag => new FeedCategory(tag))),
            Enclosures = [.. Array(item, "attachments").Select(Enclosure).OfType<FeedEnclosure>()],
            ImageUrl = Address(item, "image", "the picture") ?? Address(item, "banner_image", "the picture"),
            Links = [.. Links(extension), .. Address(item, "external_url", "the external address") is { } external ? new[] { new FeedLink("related", external) } : []],
            Source = Source(extension),
            Language = ReadContext.Language(Text(item, "language")),
            Rights = Text(extension, "rights"),
            Markdown = Text(extension, "markdown"),
            BaseUrl = Address(extension, "base_url", "the base address"),
            IssueNumber = Text(extension, "issue_number") is { } number && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null,
            IssueTitle = Text(extension, "issue_title"),
            SectionTitle = Text(extension, "section"),
            SectionSlug = Text(extension, "section_slug"),
            Label = Text(extension, "label"),
        };
    }

    private FeedSource? Source(JsonElement extension) => Member(extension, "source", JsonValueKind.Object) is { } source
        ? new FeedSource { Id = Text(source, "id"), Title = Text(source, "title"), FeedUrl = Address(source, "url", "the source"), HomePageUrl = Address(source, "home_page_url", "the page of the source"), Updated = context.Date(Text(source, "updated"), "the source's date of change") }
        : null;

    private FeedTombstone? Tombstone(JsonElement element) =>
        Text(element, "id") is { } id && context.Date(Text(element, "when"), "the date of a withdrawal") is { } deleted ? new FeedTombstone(id, deleted) { Comment = Text(element, "comment") } : null;

    private FeedEnclosure? Enclosure(JsonElement element) => Address(element, "url", "an enclosure") is { } url
        ? new FeedEnclosure(url, Text(element, "mime_type") ?? "application/octet-stream") { Title = Text(element, "title"), Length = context.Whole(Text(element, "size_in_bytes"), "the length of an enclosure") }
        : null;

    // JSON Feed 1.0 had one author only.
    private ImmutableArray<Person> Authors(JsonElement element)
    {
        ImmutableArray<Person> authors = People(element, "authors");
        return authors.IsEmpty && Member(element, "author", JsonValueKind.Object) is { } single && Person(single) is { } author ? [author] : authors;
    }

    private ImmutableArray<Person> People(JsonElement element, string name) => [.. Array(element, name).Select(Person).OfType<Person>()];

    private Person? Person(JsonElement element)
    {
        const string mail = "mailto:";
        string? address = Address(element, "url", "a person's page");
        string? email = address?.StartsWith(mail, StringComparison.OrdinalIgnoreCase) == true ? Uri.UnescapeDataString(address[mail.Length..]) : null;
        return (Text(element, "name") ?? email ?? address) is { } named ? new Person(named) { Email = email, Url = email is null ? address : null } : null;
    }

    private string? Address(JsonElement element, string name, string place) => context.Address(Text(element, name), place);
}
