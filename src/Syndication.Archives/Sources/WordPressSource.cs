using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;

namespace Syndication.Archives.Sources;

/// <summary>Reads the export of a WordPress site (WXR: RSS 2.0 with elements of its own), item by item: posts that were published.</summary>
internal static class WordPressSource
{
    private static readonly XNamespace content = "http://purl.org/rss/1.0/modules/content/", dublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>What WordPress keeps beside posts; plugins have names of their own for newsletters, and those are read.</summary>
    private static readonly HashSet<string> others = new(StringComparer.Ordinal)
    {
        "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "page",
    };

    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long sinceItem = 0;
        var bounded = new BoundedStream(stream, read =>
        {
            sinceItem += read;
            if (sinceItem > 2L * walk.Limits.MaxDocumentBytes) throw walk.TooLarge();
        });
        var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, IgnoreComments = true };
        using var xml = XmlReader.Create(bounded, settings);
        string? publication = null, home = null, language = null;
        while (await xml.ReadAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI.Length == 0 && xml.LocalName is "item" or "title" or "link" or "language")
            {
                sinceItem = 0;
                var element = (XElement)await XNode.ReadFromAsync(xml, cancellationToken).ConfigureAwait(false);
                if (element.Name.LocalName == "title") publication ??= element.Value;
                else if (element.Name.LocalName == "link") home ??= element.Value;
                else if (element.Name.LocalName == "language") language ??= element.Value;
                else
                {
                    walk.CountEntry();
                    if (Document(entry, element, publication, home, language) is { } document) yield return document;
                }
            }
        }
    }

    private static ArchivedDocument? Document(ArchiveEntry entry, XElement item, string? publication, string? home, string? language)
    {
        string? own = item.Elements().FirstOrDefault(e => e.Name.LocalName == "post_type")?.Name.NamespaceName;
        XNamespace wordPress = own ?? "";
        string type = item.Element(wordPress + "post_type")?.Value ?? "post", status = item.Element(wordPress + "status")?.Value ?? "publish";
        string? body = item.Element(content + "encoded")?.Value;
        if (others.Contains(type) || status != "publish" || string.IsNullOrWhiteSpace(body)) return null;
        string? link = item.Element("link")?.Value.Trim(), id = item.Element(wordPress + "post_id")?.Value;
        if (link is not null && !link.StartsWith("http", StringComparison.OrdinalIgnoreCase)) link = null;
        var metadata = new List<KeyValuePair<string, string>>();
        Add("title", item.Element("title")?.Value);
        Add("date", Date(item, wordPress));
        Add("author", item.Element(dublinCore + "creator")?.Value);
        Add("publication", publication);
        Add("url", link);
        Add("home", home);
        Add("language", language);
        return new ArchivedDocument(entry.InnerName(id ?? link ?? "item"), EntryPage.Of(WordPressText.ToHtml(body), language))
        {
            Source = new IssueSource { Address = link, ContentType = "text/html; charset=utf-8", Metadata = [.. metadata] },
        };

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) metadata.Add(new(name, value.Trim()));
        }
    }

    private static string? Date(XElement item, XNamespace wordPress)
    {
        string? utc = item.Element(wordPress + "post_date_gmt")?.Value;
        if (utc is not null && !utc.StartsWith("0000", StringComparison.Ordinal)) return ExportRow.Date(utc.Replace(' ', 'T') + "Z");
        return ExportRow.Date(item.Element("pubDate")?.Value) ?? ExportRow.Date(item.Element(wordPress + "post_date")?.Value);
    }
}
