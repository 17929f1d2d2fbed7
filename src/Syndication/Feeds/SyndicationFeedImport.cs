using System.Collections.Immutable;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Takes over what <see cref="SyndicationFeed"/> holds: its own members first, then the extension elements that its formatters do not understand.</summary>
internal static class SyndicationFeedImport
{
    public static Feed Head(SyndicationFeed feed)
    {
        (string? page, ImmutableArray<FeedLink> links, _) = Links(feed.Links);
        XElement[] extensions = Elements(feed.ElementExtensions);
        Feed atom = new AtomReader(Context(feed.BaseUri)).HeadOf(extensions);
        Feed rss = new RssReader(Context(feed.BaseUri)).HeadOf(extensions);
        ImmutableArray<Person> authors = People(feed.Authors);
        ImmutableArray<Person> contributors = People(feed.Contributors);
        FeedLink? self = links.FirstOrDefault(static link => link.Relation == "self");
        return atom with
        {
            Id = ReadContext.Text(feed.Id),
            Title = PlainText(feed.Title),
            Description = PlainText(feed.Description),
            HomePageUrl = page,
            FeedUrl = self?.Url ?? rss.FeedUrl,
            Language = ReadContext.Language(feed.Language),
            Authors = authors.IsEmpty ? rss.Authors : authors,
            Contributors = contributors.IsEmpty ? rss.Contributors : contributors,
            Categories = Categories(feed.Categories),
            Updated = Date(() => feed.LastUpdatedTime),
            Logo = Address(feed.ImageUrl, feed.BaseUri) ?? rss.Logo,
            Rights = PlainText(feed.Copyright),
            Generator = ReadContext.Text(feed.Generator),
            Links = [.. links.Where(link => link != self), .. rss.Links],
            BaseUrl = Address(feed.BaseUri, null),
            IsExplicit = rss.IsExplicit,
        };
    }

    public static FeedEntry Entry(SyndicationItem item)
    {
        (string? url, ImmutableArray<FeedLink> links, ImmutableArray<FeedEnclosure> enclosures) = Links(item.Links);
        FeedEntry extended = new RssReader(Context(item.BaseUri)).EntryOf(Elements(item.ElementExtensions));
        ImmutableArray<Person> authors = People(item.Authors);
        ImmutableArray<Person> contributors = People(item.Contributors);
        item.AttributeExtensions.TryGetValue(new XmlQualifiedName("lang", XNamespace.Xml.NamespaceName), out string? language);
        Content? content = ContentOf(item.Content) ?? extended.Content;
        bool summarized = content is not null || item.Summary is not { } only || !IsMarkup(only);
        return extended with
        {
            Id = ReadContext.Text(item.Id),
            Title = PlainText(item.Title),
            Url = url,
            Content = summarized ? content : ContentOf(item.Summary),
            Summary = summarized ? PlainText(item.Summary) : null,
            Published = Date(() => item.PublishDate),
            Updated = Date(() => item.LastUpdatedTime) ?? extended.Updated,
            Authors = authors.IsEmpty ? extended.Authors : authors,
            Contributors = contributors.IsEmpty ? extended.Contributors : contributors,
            Categories = Categories(item.Categories),
            Enclosures = [.. enclosures.Concat(extended.Enclosures).DistinctBy(static enclosure => enclosure.Url)],
            Links = [.. links, .. extended.Links],
            Source = Source(item.SourceFeed),
            Language = ReadContext.Language(language) ?? extended.Language,
            Rights = PlainText(item.Copyright) ?? extended.Rights,
            BaseUrl = Address(item.BaseUri, null),
        };
    }

    private static ReadContext Context(Uri? start) => new(new FeedReaderOptions { Address = Address(start, null) }, new ReadLog());

    private static XElement[] Elements(SyndicationElementExtensionCollection extensions)
    {
        var elements = new List<XElement>();
        foreach (SyndicationElementExtension extension in extensions)
        {
            using XmlReader reader = extension.GetReader();
            if (reader.MoveToContent() == XmlNodeType.Element) elements.Add((XElement)XNode.ReadFrom(reader));
        }

        return [.. elements];
    }

    private static bool IsMarkup(TextSyndicationContent text) => text.Type is "html" or "xhtml";

    private static string? PlainText(TextSyndicationContent? text) =>
        text?.Text is not { } value ? null : XmlFeedParts.NotEmpty(IsMarkup(text) ? HtmlText.Of(value) : value);

    private static Content? ContentOf(SyndicationContent? content) => content switch
    {
        TextSyndicationContent { Text.Length: > 0 } text => IsMarkup(text) ? new Content(text.Text, HtmlText.Of(text.Text)) : new Content("", text.Text),
        XmlSyndicationContent xml when xml.Type?.Contains("html", StringComparison.OrdinalIgnoreCase) == true => Markup(xml),
        _ => null,
    };

    private static Content? Markup(XmlSyndicationContent xml)
    {
        using XmlReader reader = xml.GetReaderAtContent();
        return reader.ReadInnerXml() is { Length: > 0 } html ? new Content(html, HtmlText.Of(html)) : null;
    }

    // What was loaded by the platform's formatters may hold a text that is no date, and throws when it is asked for.
    private static DateTimeOffset? Date(Func<DateTimeOffset> date)
    {
        try
        {
            return date() is var value && value != default ? value : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ImmutableArray<Person> People(IEnumerable<SyndicationPerson> people) =>
        [.. people.Select(static person => (ReadContext.Text(person.Name) ?? ReadContext.Text(person.Email) ?? ReadContext.Text(person.Uri)) is { } name
            ? new Person(name) { Email = ReadContext.Text(person.Email), Url = ReadContext.Text(person.Uri) } : null).OfType<Person>()];

    private static ImmutableArray<FeedCategory> Categories(IEnumerable<SyndicationCategory> categories) =>
        XmlFeedParts.Distinct(categories.Where(static category => !string.IsNullOrWhiteSpace(category.Name))
            .Select(static category => new FeedCategory(category.Name) { Scheme = ReadContext.Text(category.Scheme), Label = XmlFeedParts.NotEmpty(category.Label) }));

    private static (string? Alternate, ImmutableArray<FeedLink> Links, ImmutableArray<FeedEnclosure> Enclosures) Links(IEnumerable<SyndicationLink> links)
    {
        string? alternate = null;
        var others = ImmutableArray.CreateBuilder<FeedLink>();
        var enclosures = ImmutableArray.CreateBuilder<FeedEnclosure>();
        foreach (SyndicationLink link in links)
        {
            if (Address(link.Uri, link.BaseUri) is not { } url) continue;
            string relation = ReadContext.Text(link.RelationshipType) ?? "alternate";
            string? type = ReadContext.Text(link.MediaType);
            if (relation == "enclosure") enclosures.Add(new FeedEnclosure(url, type ?? "application/octet-stream") { Length = link.Length > 0 ? link.Length : null, Title = XmlFeedParts.NotEmpty(link.Title) });
            else if (relation == "alternate" && alternate is null) alternate = url;
            else others.Add(new FeedLink(relation, url) { Title = XmlFeedParts.NotEmpty(link.Title), MediaType = type });
        }

        return (alternate, others.ToImmutable(), enclosures.ToImmutable());
    }

    private static FeedSource? Source(SyndicationFeed? source)
    {
        if (source is null) return null;
        (string? page, ImmutableArray<FeedLink> others, _) = Links(source.Links);
        FeedLink? self = others.FirstOrDefault(static link => link.Relation == "self");
        return new FeedSource { Id = ReadContext.Text(source.Id), Title = PlainText(source.Title), FeedUrl = self?.Url, HomePageUrl = page, Updated = Date(() => source.LastUpdatedTime) };
    }

    private static string? Address(Uri? address, Uri? start)
    {
        if (address is null) return null;
        if (!address.IsAbsoluteUri && (start is null || !Uri.TryCreate(start, address, out address!))) return null;
        return address.OriginalString.StartsWith(address.Scheme, StringComparison.OrdinalIgnoreCase) ? address.OriginalString : address.AbsoluteUri;
    }
}
