using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Syndication.Feeds;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

/// <summary>A feed written in a format, and read back by the platform's own parsers.</summary>
internal sealed record Written(byte[] Bytes, ImmutableArray<Diagnostic> Diagnostics)
{
    public static readonly XNamespace AtomNamespace = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public string Text => Encoding.UTF8.GetString(Bytes);

    public static Written As(FeedFormat format, Feed feed)
    {
        var output = new ArrayBufferWriter<byte>();
        ImmutableArray<Diagnostic> diagnostics = feed.Write(output, format);
        return new Written(output.WrittenSpan.ToArray(), diagnostics);
    }

    public static Written As(FeedFormat format, FeedEntry entry) =>
        As(format, new Feed { Title = "Feed", HomePageUrl = "https://weekly.example/", Entries = [entry] });

    public XElement Xml() => Read(Bytes);

    /// <summary>The first <c>item</c> or <c>entry</c>.</summary>
    public XElement XmlEntry() => Xml().Descendants().First(static element => element.Name.LocalName is "item" or "entry");

    public JsonElement Json()
    {
        using JsonDocument document = JsonDocument.Parse(Bytes);
        return document.RootElement.Clone();
    }

    public JsonElement JsonEntry() => Json().GetProperty("items")[0];

    public static Written Of(byte[] bytes) => new(bytes, []);

    public static XElement Read(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        return XElement.Load(reader);
    }
}
