using System.Collections.Frozen;
using System.Xml.Linq;

namespace Syndication.Feeds;

/// <summary>The elements of feeds by the names that their specifications use, whatever prefix a document chose: <c>title</c>, <c>dc:creator</c>, <c>atom:link</c>.</summary>
internal static class XmlNames
{
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        [""] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf:",
        ["http://www.w3.org/2005/Atom"] = "atom:",
        ["http://purl.org/atom/ns#"] = "atom:",
        ["http://purl.org/rss/1.0/modules/content/"] = "content:",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy:",
        ["http://purl.org/dc/elements/1.1/"] = "dc:",
        ["http://purl.org/dc/terms/"] = "dcterms:",
        ["http://search.yahoo.com/mrss/"] = "media:",
        ["http://search.yahoo.com/mrss"] = "media:",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes:",
        ["http://source.scripting.com/"] = "source:",
        ["http://purl.org/syndication/history/1.0"] = "fh:",
        ["http://purl.org/atompub/tombstones/1.0"] = "at:",
        ["http://www.w3.org/1999/xhtml"] = "xhtml:",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of an element; <c>?</c> before that of a namespace that no feed needs.</summary>
    public static string Of(XElement element) => Of(element.Name.NamespaceName, element.Name.LocalName);

    /// <inheritdoc cref="Of(XElement)"/>
    public static string Of(string @namespace, string local) => Prefixes.GetValueOrDefault(@namespace, "?") is { Length: > 0 } prefix ? prefix + local : local;
}
