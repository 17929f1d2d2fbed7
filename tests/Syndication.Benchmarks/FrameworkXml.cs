using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Benchmarks;

/// <summary>The feed of <see cref="LongFeed"/> as the platform's formatters write it, its items made one by one when they are asked for.</summary>
internal static class FrameworkXml
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    public static void Rss(Feed feed, Stream stream) => Write(new Rss20FeedFormatter(Lazy(feed)), stream);

    public static void Atom(Feed feed, Stream stream) => Write(new Atom10FeedFormatter(Lazy(feed)), stream);

    private static void Write(SyndicationFeedFormatter formatter, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        formatter.WriteTo(xml);
    }

    private static SyndicationFeed Lazy(Feed feed) => new(feed.Title, feed.Description, new Uri(feed.HomePageUrl!), feed.Id, feed.Updated!.Value, feed.Entries.Select(Item))
    {
        Language = feed.Language,
    };

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = new TextSyndicationContent(entry.Title),
            Content = SyndicationContent.CreateHtmlContent(entry.Content!.Html),
            Summary = new TextSyndicationContent(entry.Summary),
            PublishDate = entry.Published!.Value,
            LastUpdatedTime = entry.Published!.Value,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(entry.Url!)));
        foreach (FeedLink link in entry.Links) item.Links.Add(new SyndicationLink(new Uri(link.Url), link.Relation, link.Title, null, 0));
        foreach (Person author in entry.Authors) item.Authors.Add(new SyndicationPerson(null, author.Name, null));
        foreach (FeedCategory category in entry.Categories) item.Categories.Add(new SyndicationCategory(category.Term, category.Scheme, category.Label));
        return item;
    }
}
