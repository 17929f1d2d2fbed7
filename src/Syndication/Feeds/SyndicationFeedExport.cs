using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Makes a <see cref="SyndicationFeed"/>: what its members cannot say stands in extension elements, by the names that the formats use.</summary>
internal static class SyndicationFeedExport
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Rhythm = "http://purl.org/rss/1.0/modules/syndication/";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static readonly XNamespace Scripting = "http://source.scripting.com/";

    public static SyndicationFeed Feed(Feed feed)
    {
        var made = new SyndicationFeed
        {
            Id = feed.Id,
            Title = Text(feed.Title),
            Description = Text(feed.Description),
            Language = feed.Language,
            Copyright = Text(feed.Rights),
            Generator = feed.Generator,
            ImageUrl = Address(feed.Logo),
            BaseUri = Address(feed.BaseUrl),
            Items = [.. feed.Entries.Select(Item)],
        };
        if (feed.Updated is { } updated) made.LastUpdatedTime = updated;
        Add(made.Links, feed.HomePageUrl, "alternate");
        Add(made.Links, feed.FeedUrl, "self");
        foreach (FeedLink link in feed.Links) Add(made.Links, link.Url, link.Relation, link.Title, link.MediaType);
        Add(made.Authors, feed.Authors);
        Add(made.Contributors, feed.Contributors);
        Add(made.Categories, feed.Categories);
        if (Address(feed.Icon) is { } icon) Add(made.ElementExtensions, new XElement(Atom + "icon", icon.OriginalString));
        if (feed.UpdateCycle is { } cycle)
        {
            Add(made.ElementExtensions, new XElement(Rhythm + "updatePeriod", cycle.Period.ToString().ToLowerInvariant()));
            Add(made.ElementExtensions, new XElement(Rhythm + "updateFrequency", cycle.Frequency.ToString(CultureInfo.InvariantCulture)));
        }

        if (feed.IsExplicit is { } isExplicit) Add(made.ElementExtensions, new XElement(Itunes + "explicit", isExplicit ? "true" : "false"));
        if (feed.History != FeedHistory.Newest) Add(made.ElementExtensions, new XElement(History + (feed.History == FeedHistory.Archive ? "archive" : "complete")));
        foreach (FeedTombstone tombstone in feed.Tombstones) Add(made.ElementExtensions, Deleted(tombstone));
        return made;
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = Text(entry.Title),
            Summary = Text(entry.Summary),
            Content = entry.Content is not { } content ? null : content.Html.Length > 0 ? SyndicationContent.CreateHtmlContent(content.Html) : SyndicationContent.CreatePlaintextContent(content.Text),
            Copyright = Text(entry.Rights),
            BaseUri = Address(entry.BaseUrl),
        };
        if (entry.Published is { } published) item.PublishDate = published;
        if (entry.Updated is { } updated) item.LastUpdatedTime = updated;
        if (entry.Language is not null) item.AttributeExtensions.Add(new XmlQualifiedName("lang", XNamespace.Xml.NamespaceName), entry.Language);
        Add(item.Links, entry.Url, "alternate");
        foreach (FeedEnclosure enclosure in entry.Enclosures) Add(item.Links, enclosure.Url, "enclosure", enclosure.Title, enclosure.MediaType, enclosure.Length ?? 0);
        foreach (FeedLink link in entry.Links) Add(item.Links, link.Url, link.Relation, link.Title, link.MediaType);
        Add(item.Authors, entry.Authors);
        Add(item.Contributors, entry.Contributors);
        Add(item.Categories, entry.Categories);
        if (entry.Source is { } source)
        {
            item.SourceFeed = new SyndicationFeed { Id = source.Id, Title = Text(source.Title) };
            if (source.Updated is { } changed) item.SourceFeed.LastUpdatedTime = changed;
            Add(item.SourceFeed.Links, source.HomePageUrl, "alternate");
            Add(item.SourceFeed.Links, source.FeedUrl, "self");
        }

        if (Address(entry.ImageUrl) is { } image) Add(item.ElementExtensions, new XElement(Media + "thumbnail", new XAttribute("url", image.OriginalString)));
        if (!string.IsNullOrEmpty(entry.Markdown)) Add(item.ElementExtensions, new XElement(Scripting + "markdown", XmlCharacters.Repair(entry.Markdown, out _)));
        return item;
    }

    private static XElement Deleted(FeedTombstone tombstone) => new(
        Tombstones + "deleted-entry",
        new XAttribute("ref", XmlCharacters.Repair(tombstone.Id, out _)),
        new XAttribute("when", tombstone.Deleted.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
        tombstone.Comment is null ? null : new XElement(Tombstones + "comment", XmlCharacters.Repair(tombstone.Comment, out _)));

    private static TextSyndicationContent? Text(string? text) => string.IsNullOrEmpty(text) ? null : new TextSyndicationContent(text);

    private static Uri? Address(string? address) => FeedAddress.Normalize(address, out _) is { Length: > 0 } written ? new Uri(written) : null;

    private static void Add(Collection<SyndicationLink> links, string? address, string relation, string? title = null, string? mediaType = null, long length = 0)
    {
        if (Address(address) is { } uri) links.Add(new SyndicationLink(uri, relation, title, mediaType, Math.Max(0, length)));
    }

    private static void Add(Collection<SyndicationPerson> made, ImmutableArray<Person> people)
    {
        foreach (Person person in people) made.Add(new SyndicationPerson(person.Email, person.Name, person.Url));
    }

    private static void Add(Collection<SyndicationCategory> made, ImmutableArray<FeedCategory> categories)
    {
        foreach (FeedCategory category in categories) made.Add(new SyndicationCategory(category.Term, category.Scheme, category.Label));
    }

    // By a reader and not by an object, which would need a serializer.
    private static void Add(SyndicationElementExtensionCollection extensions, XElement element)
    {
        using XmlReader reader = element.CreateReader();
        extensions.Add(reader);
    }
}
