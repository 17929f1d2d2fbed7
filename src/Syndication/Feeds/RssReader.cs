using System.Xml;
using System.Xml.Linq;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0 with the modules that <see cref="RssWriter"/> writes, and a few that others do.</summary>
internal sealed class RssReader(ReadContext context) : XmlFeedReader(context)
{
    private readonly List<Person> authors = [];
    private readonly List<Person> contributors = [];
    private readonly List<FeedCategory> categories = [];
    private readonly List<FeedLink> links = [];
    private Feed feed = new();
    private string? period;
    private int? frequency;
    private bool framed;

    protected override bool IsFrame(string name) => name == "channel" && !framed;

    protected override bool IsEntry(string name) => name == "item";

    protected override void ReadRootAttributes(XmlReader root)
    {
        framed |= root.LocalName == "channel";
        if (root.GetAttribute("base", XNamespace.Xml.NamespaceName) is not null) feed = feed with { BaseUrl = Context.Base };
    }

    protected override void ReadPart(string name, XElement element)
    {
        string text = element.Value;
        switch (name)
        {
            case "title": feed = feed with { Title = feed.Title ?? (string.IsNullOrWhiteSpace(text) ? null : text) }; break;
            case "link": feed = feed with { HomePageUrl = feed.HomePageUrl ?? HomePage(element) }; break;
            case "description": feed = feed with { Description = feed.Description ?? XmlFeedParts.NotEmpty(text) }; break;
            case "language" or "dc:language": feed = feed with { Language = ReadContext.Language(text) }; break;
            case "copyright" or "dc:rights": feed = feed with { Rights = XmlFeedParts.NotEmpty(text) }; break;
            case "managingEditor": Add(authors, Editor(text)); break;
            case "dc:creator": Add(authors, XmlFeedParts.Named(text)); break;
            case "dc:contributor": Add(contributors, XmlFeedParts.Named(text)); break;
            case "lastBuildDate": feed = feed with { Updated = Context.Date(text, "lastBuildDate") ?? feed.Updated }; break;
            case "pubDate" or "dc:date" or "atom:updated": feed = feed with { Updated = feed.Updated ?? Context.Date(text, name) }; break;
            case "generator": feed = feed with { Generator = XmlFeedParts.NotEmpty(text) }; break;
            case "category" when Category(element) is { } category: categories.Add(category); break;
            case "image" when XmlFeedParts.Value(element, "url") is { } image: feed = feed with { Logo = Context.Address(image, "the image", element) }; break;
            case "itunes:image": feed = feed with { Logo = feed.Logo ?? Context.Address((string?)element.Attribute("href"), "the image", element) }; break;
            case "itunes:explicit": feed = feed with { IsExplicit = text.Trim().ToLowerInvariant() switch { "true" or "yes" or "explicit" => true, "false" or "no" or "clean" => false, _ => null } }; break;
            case "atom:link" when XmlFeedParts.Link(element, Context) is { } link: AddLink(link); break;
            case "sy:updatePeriod": period = text; break;
            case "sy:updateFrequency": frequency = Context.Number(text, "the update frequency"); break;
            case "fh:archive": feed = feed with { History = FeedHistory.Archive }; break;
            case "fh:complete": feed = feed with { History = FeedHistory.Complete }; break;
            default: break;
        }
    }

    protected override Feed Head() => feed with
    {
        Authors = [.. authors], Contributors = [.. contributors], Categories = XmlFeedParts.Distinct(categories), Links = [.. links], UpdateCycle = XmlFeedParts.Cycle(period, frequency),
    };

    protected override FeedEntry ReadEntry(XElement item)
    {
        XElement? guid = XmlFeedParts.Child(item, "guid");
        string? id = ReadContext.Text(guid?.Value) ?? ReadContext.Text((string?)item.Attribute(XName.Get("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")));
        bool permanent = guid is not null && !string.Equals((string?)guid.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
        string? url = XmlFeedParts.Value(item, "link") is { } link ? Context.Address(link, "the address", item) : null;
        (Content? content, string? summary) = ContentOf(item);
        return new FeedEntry
        {
            Id = id,
            Title = Whole(item, "title"),
            Url = url ?? (permanent && id!.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? Context.Address(id, "the guid", item) : null),
            Content = content,
            Summary = summary,
            Published = Context.Date(XmlFeedParts.Value(item, "pubDate") ?? XmlFeedParts.Value(item, "dc:date") ?? XmlFeedParts.Value(item, "dcterms:issued"), "the date"),
            Updated = Context.Date(XmlFeedParts.Value(item, "atom:updated") ?? XmlFeedParts.Value(item, "dcterms:modified"), "the date of change"),
            Authors = [.. Authors(item)],
            Contributors = [.. XmlFeedParts.Children(item, "dc:contributor").Select(static e => XmlFeedParts.Named(e.Value)).OfType<Person>()],
            Categories = XmlFeedParts.Distinct(XmlFeedParts.Children(item, "category").Select(Category).OfType<FeedCategory>()),
            Enclosures = [.. Enclosures(item)],
            ImageUrl = XmlFeedParts.Picture(item, Context),
            Links = [.. Links(item)],
            Source = SourceOf(item),
            Language = ReadContext.Language(XmlFeedParts.Value(item, "dc:language")),
            Rights = Whole(item, "dc:rights"),
            Markdown = Whole(item, "source:markdown"),
            BaseUrl = Context.OwnBase(item),
        };
    }

    private static void Add(List<Person> people, Person? person)
    {
        if (person is not null) people.Add(person);
    }

    private static string? Whole(XElement item, string name) => XmlFeedParts.Child(item, name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private void AddLink(FeedLink link)
    {
        if (link.Relation == "self" && feed.FeedUrl is null) feed = feed with { FeedUrl = link.Url };
        else links.Add(link);
    }

    private string? HomePage(XElement element)
    {
        if (ReadContext.Text(element.Value) is not { } link) return null;
        string? page = Context.Address(link, "the home page", element);
        Context.Base ??= page;
        return page;
    }

    // "editors@weekly.example (编辑部)", and what people write instead.
    private static Person? Editor(string text)
    {
        text = text.Trim();
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(')') && text[..open].Contains('@', StringComparison.Ordinal))
        {
            string email = text[..open].Trim();
            return new Person(ReadContext.Text(text[(open + 1)..^1]) ?? email) { Email = email };
        }

        int angle = text.IndexOf('<', StringComparison.Ordinal);
        if (angle > 0 && text.EndsWith('>')) return new Person(text[..angle].Trim().Trim('"')) { Email = text[(angle + 1)..^1].Trim() };
        return text.Length == 0 ? null : text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) ? new Person(text) { Email = text } : new Person(text);
    }

    private static IEnumerable<Person> Authors(XElement item)
    {
        Person[] named = [.. XmlFeedParts.Children(item, "dc:creator").Select(static e => XmlFeedParts.Named(e.Value)).OfType<Person>()];
        IEnumerable<Person> addressed = XmlFeedParts.Children(item, "author").Select(static e => Editor(e.Value)).OfType<Person>();
        if (named.Length == 0) addressed = addressed.Concat(XmlFeedParts.Children(item, "itunes:author").Select(static e => XmlFeedParts.Named(e.Value)).OfType<Person>());
        return named.Concat(addressed.Where(person => !named.Any(other => other.Name == person.Name)));
    }

    private static FeedCategory? Category(XElement element) =>
        string.IsNullOrWhiteSpace(element.Value) ? null : new FeedCategory(element.Value) { Scheme = ReadContext.Text((string?)element.Attribute("domain")) };

    // A description is the content where nothing else is, unless it is plain text, and so no more than a summary.
    private static (Content? Content, string? Summary) ContentOf(XElement item)
    {
        string? html = Whole(item, "content:encoded") ?? Whole(item, "xhtml:body");
        string? description = Whole(item, "description");
        if (html is null && description is not null && HtmlText.IsLikely(description)) (html, description) = (description, null);
        string? summary = description is null ? null : HtmlText.IsLikely(description) ? XmlFeedParts.NotEmpty(HtmlText.Of(description)) : description;
        return (html is null ? null : new Content(html, HtmlText.Of(html)), summary);
    }

    private IEnumerable<FeedEnclosure> Enclosures(XElement item) =>
        XmlFeedParts.Children(item, "enclosure").Select(e => XmlFeedParts.Enclosure(e, "url", "length", Context))
            .Concat(XmlFeedParts.Media(item).Where(static e => XmlNames.Of(e) == "media:content" && !XmlFeedParts.IsPicture(e) && e.Attribute("url") is not null)
                .Select(e => XmlFeedParts.Enclosure(e, "url", "fileSize", Context)))
            .OfType<FeedEnclosure>().DistinctBy(static enclosure => enclosure.Url);

    private IEnumerable<FeedLink> Links(XElement item)
    {
        FeedLink[] given = [.. XmlFeedParts.Children(item, "atom:link").Select(e => XmlFeedParts.Link(e, Context)).OfType<FeedLink>()];
        if (XmlFeedParts.Value(item, "comments") is { } comments && Context.Address(comments, "the comments", item) is { } url
            && !given.Any(link => link.Relation == "replies" && FeedAddress.Normalize(link.Url, out _) == FeedAddress.Normalize(url, out _)))
        {
            return given.Append(new FeedLink("replies", url));
        }

        return given;
    }

    private FeedSource? SourceOf(XElement item)
    {
        if (XmlFeedParts.Child(item, "source") is not { } element) return null;
        string? url = Context.Address((string?)element.Attribute("url"), "the source", element);
        string? title = XmlFeedParts.NotEmpty(element.Value);
        return url is null && title is null ? null : new FeedSource { FeedUrl = url, Title = title == url ? null : title };
    }
}
