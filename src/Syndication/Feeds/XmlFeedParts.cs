using System.Collections.Immutable;
using System.Xml.Linq;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Values that RSS and Atom write with the same elements.</summary>
internal static class XmlFeedParts
{
    public static FeedUpdateCycle? Cycle(string? period, int? frequency) =>
        Enum.TryParse(period?.Trim(), ignoreCase: true, out FeedUpdatePeriod known) && Enum.IsDefined(known) ? new FeedUpdateCycle(known, Math.Max(1, frequency ?? 1)) : null;

    /// <summary>The children of an element by their names.</summary>
    public static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(child => XmlNames.Of(child) == name);

    public static XElement? Child(XElement element, string name) => Children(element, name).FirstOrDefault();

    public static string? Value(XElement element, string name) => ReadContext.Text(Child(element, name)?.Value);

    public static FeedLink? Link(XElement element, ReadContext context)
    {
        if (context.Address((string?)element.Attribute("href"), "a link", element) is not { } url) return null;
        string relation = ReadContext.Text((string?)element.Attribute("rel")) ?? "alternate";
        if (relation.StartsWith(Registered, StringComparison.Ordinal)) relation = relation[Registered.Length..];
        return new FeedLink(relation, url) { Title = NotEmpty((string?)element.Attribute("title")), MediaType = ReadContext.Text((string?)element.Attribute("type")) };
    }

    public static FeedEnclosure? Enclosure(XElement element, string address, string length, ReadContext context)
    {
        if (context.Address((string?)element.Attribute(address), "an enclosure", element) is not { } url) return null;
        long? bytes = context.Whole((string?)element.Attribute(length), "the length of an enclosure");
        return new FeedEnclosure(url, ReadContext.Text((string?)element.Attribute("type")) ?? "application/octet-stream")
        {
            Length = bytes is > 0 ? bytes : null,
            Title = NotEmpty((string?)element.Attribute("title") ?? Child(element, "media:title")?.Value),
        };
    }

    /// <summary>The picture of an entry: <c>media:thumbnail</c>, else a <c>media:content</c> that is one, else that of a podcast.</summary>
    public static string? Picture(XElement entry, ReadContext context)
    {
        XElement[] media = [.. Media(entry)];
        XElement? element = media.FirstOrDefault(static e => XmlNames.Of(e) == "media:thumbnail") ?? media.FirstOrDefault(IsPicture);
        return element is not null ? context.Address((string?)element.Attribute("url"), "the picture", element)
            : Child(entry, "itunes:image") is { } podcast ? context.Address((string?)podcast.Attribute("href"), "the picture", podcast) : null;
    }

    /// <summary>Every element of the media module, within groups too.</summary>
    public static IEnumerable<XElement> Media(XElement entry) =>
        entry.Elements().Concat(Children(entry, "media:group").SelectMany(static group => group.Elements())).Where(static e => XmlNames.Of(e) is "media:content" or "media:thumbnail")
            .SelectMany(static e => e.Elements().Where(static inner => XmlNames.Of(inner) == "media:thumbnail").Prepend(e));

    public static bool IsPicture(XElement element) => XmlNames.Of(element) == "media:content" && (string?)element.Attribute("medium") == "image";

    public static ImmutableArray<FeedCategory> Distinct(IEnumerable<FeedCategory> categories) => [.. categories.Distinct()];

    public static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    public static Person? Named(string? name) => ReadContext.Text(name) is { } text ? new Person(text) : null;

    private const string Registered = "http://www.iana.org/assignments/relation/";
}
