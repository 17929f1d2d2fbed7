using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Reads Atom 1.0 (RFC 4287) and, where it only has other names, Atom 0.3.</summary>
internal sealed class AtomReader(ReadContext context) : XmlFeedReader(context)
{
    private readonly List<Person> authors = [];
    private readonly List<Person> contributors = [];
    private readonly List<FeedCategory> categories = [];
    private readonly List<FeedLink> links = [];
    private readonly List<FeedTombstone> tombstones = [];
    private Feed feed = new();
    private string? period;
    private int? frequency;

    protected override bool IsFrame(string name) => false;

    protected override bool IsEntry(string name) => name == "atom:entry";

    protected override void ReadRootAttributes(XmlReader root) => feed = feed with
    {
        Language = ReadContext.Language(root.GetAttribute("lang", XNamespace.Xml.NamespaceName)),
        BaseUrl = root.GetAttribute("base", XNamespace.Xml.NamespaceName) is null ? null : Context.Base,
    };

    protected override void ReadPart(string name, XElement element)
    {
        switch (name)
        {
            case "atom:id": feed = feed with { Id = ReadContext.Text(element.Value) }; break;
            case "atom:title": feed = feed with { Title = PlainText(element) }; break;
            case "atom:subtitle" or "atom:tagline": feed = feed with { Description = PlainText(element) }; break;
            case "atom:updated" or "atom:modified": feed = feed with { Updated = Context.Date(element.Value, "the date of change") }; break;
            case "atom:author" when PersonOf(element) is { } author: authors.Add(author); break;
            case "atom:contributor" when PersonOf(element) is { } contributor: contributors.Add(contributor); break;
            case "atom:category" when Category(element) is { } category: categories.Add(category); break;
            case "atom:link" when XmlFeedParts.Link(element, Context) is { } link: AddLink(link); break;
            case "atom:generator": feed = feed with { Generator = XmlFeedParts.NotEmpty(element.Value) }; break;
            case "atom:icon": feed = feed with { Icon = Context.Address(element.Value, "the icon", element) }; break;
            case "atom:logo": feed = feed with { Logo = Context.Address(element.Value, "the logo", element) }; break;
            case "atom:rights" or "atom:copyright": feed = feed with { Rights = PlainText(element) }; break;
            case "sy:updatePeriod": period = element.Value; break;
            case "sy:updateFrequency": frequency = Context.Number(element.Value, "the update frequency"); break;
            case "fh:archive": feed = feed with { History = FeedHistory.Archive }; break;
            case "fh:complete": feed = feed with { History = FeedHistory.Complete }; break;
            case "at:deleted-entry" when Tombstone(element) is { } tombstone: tombstones.Add(tombstone); break;
            default: break;
        }
    }

    protected override Feed Head() => feed with
    {
        Authors = [.. authors], Contributors = [.. contributors], Categories = XmlFeedParts.Distinct(categories), Links = [.. links], Tombstones = [.. tombstones],
        UpdateCycle = XmlFeedParts.Cycle(period, frequency),
    };

    protected override FeedEntry ReadEntry(XElement entry)
    {
        var given = new List<FeedLink>();
        var enclosures = new List<FeedEnclosure>();
        string? url = null;
        foreach (XElement element in XmlFeedParts.Children(entry, "atom:link"))
        {
            if ((string?)element.Attribute("rel") == "enclosure")
            {
                if (XmlFeedParts.Enclosure(element, "href", "length", Context) is { } enclosure) enclosures.Add(enclosure);
            }
            else if (XmlFeedParts.Link(element, Context) is { } link)
            {
                if (link.Relation == "alternate" && url is null) url = link.Url;
                else given.Add(link);
            }
        }

        return new FeedEntry
        {
            Id = XmlFeedParts.Value(entry, "atom:id"),
            Title = PlainText(XmlFeedParts.Child(entry, "atom:title")),
            Url = url,
            Content = ContentOf(XmlFeedParts.Child(entry, "atom:content")),
            Summary = PlainText(XmlFeedParts.Child(entry, "atom:summary")),
            Published = Context.Date(XmlFeedParts.Value(entry, "atom:published") ?? XmlFeedParts.Value(entry, "atom:issued"), "the date"),
            Updated = Context.Date(XmlFeedParts.Value(entry, "atom:updated") ?? XmlFeedParts.Value(entry, "atom:modified"), "the date of change"),
            Authors = People(entry, "atom:author"),
            Contributors = People(entry, "atom:contributor"),
            Categories = XmlFeedParts.Distinct(XmlFeedParts.Children(entry, "atom:category").Select(Category).OfType<FeedCategory>()),
            Enclosures = [.. enclosures],
            ImageUrl = XmlFeedParts.Picture(entry, Context),
            Links = [.. given],
            Source = SourceOf(XmlFeedParts.Child(entry, "atom:source")),
            Language = ReadContext.Language((string?)entry.Attribute(XNamespace.Xml + "lang")),
            Rights = PlainText(XmlFeedParts.Child(entry, "atom:rights")),
            BaseUrl = Context.OwnBase(entry),
        };
    }

    /// <summary>A text construct (RFC 4287 §3.1) as plain text.</summary>
    private static string? PlainText(XElement? element)
    {
        if (element is null) return null;
        string text = (string?)element.Attribute("type") switch
        {
            "html" or "text/html" => HtmlText.Of(element.Value),
            "xhtml" or "application/xhtml+xml" => HtmlText.Of(Markup(element)),
            _ => element.Value,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The markup in the <c>div</c> of an element, with the names that HTML has.</summary>
    private static string Markup(XElement element)
    {
        XElement frame = XmlFeedParts.Child(element, "xhtml:div") ?? element;
        foreach (XElement inner in frame.Descendants())
        {
            if (inner.Name.NamespaceName == XhtmlFragment.Namespace) inner.Name = inner.Name.LocalName;
            inner.Attributes().Where(static attribute => attribute.IsNamespaceDeclaration && attribute.Value == XhtmlFragment.Namespace).Remove();
        }

        return string.Concat(frame.Nodes().Select(static node => node.ToString(SaveOptions.DisableFormatting)));
    }

    private static Content? OfHtml(string html) => html.Length == 0 ? null : new Content(html, HtmlText.Of(html));

    private Content? ContentOf(XElement? element)
    {
        if (element is null) return null;
        string type = ((string?)element.Attribute("type") ?? "text").ToLowerInvariant();
        if ((string?)element.Attribute("src") is { } elsewhere)
        {
            Context.Log.Unread("the content", elsewhere, "it stands elsewhere");
            return null;
        }

        return type switch
        {
            "html" or "text/html" => OfHtml(element.Value),
            "xhtml" or "application/xhtml+xml" => OfHtml(Markup(element)),
            _ => element.Value.Length == 0 ? null : new Content("", element.Value),
        };
    }

    private void AddLink(FeedLink link)
    {
        if (link.Relation == "self" && feed.FeedUrl is null) feed = feed with { FeedUrl = link.Url };
        else if (link.Relation == "alternate" && feed.HomePageUrl is null) feed = feed with { HomePageUrl = link.Url };
        else links.Add(link);
    }

    private ImmutableArray<Person> People(XElement entry, string name) => [.. XmlFeedParts.Children(entry, name).Select(PersonOf).OfType<Person>()];

    private Person? PersonOf(XElement element)
    {
        string? email = XmlFeedParts.Value(element, "atom:email");
        string? page = XmlFeedParts.Value(element, "atom:uri") ?? XmlFeedParts.Value(element, "atom:url");
        string? name = XmlFeedParts.Value(element, "atom:name") ?? email ?? page;
        return name is null ? null : new Person(name) { Email = email, Url = Context.Address(page, "a person's page", element) };
    }

    private static FeedCategory? Category(XElement element) => (string?)element.Attribute("term") is { } term && !string.IsNullOrWhiteSpace(term)
        ? new FeedCategory(term) { Scheme = ReadContext.Text((string?)element.Attribute("scheme")), Label = XmlFeedParts.NotEmpty((string?)element.Attribute("label")) }
        : null;

    private FeedTombstone? Tombstone(XElement element) =>
        ReadContext.Text((string?)element.Attribute("ref")) is { } id && Context.Date((string?)element.Attribute("when"), "the date of a withdrawal") is { } deleted
            ? new FeedTombstone(id, deleted) { Comment = XmlFeedParts.Child(element, "at:comment") is { } comment ? PlainText(comment) : null } : null;

    private FeedSource? SourceOf(XElement? element)
    {
        if (element is null) return null;
        FeedLink?[] own = [.. XmlFeedParts.Children(element, "atom:link").Select(e => XmlFeedParts.Link(e, Context))];
        return new FeedSource
        {
            Id = XmlFeedParts.Value(element, "atom:id"),
            Title = PlainText(XmlFeedParts.Child(element, "atom:title")),
            FeedUrl = own.FirstOrDefault(static link => link?.Relation == "self")?.Url,
            HomePageUrl = own.FirstOrDefault(static link => link?.Relation == "alternate")?.Url,
            Updated = Context.Date(XmlFeedParts.Value(element, "atom:updated"), "the source's date of change"),
        };
    }
}
