using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization.Json;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>
/// Writes and reads any <see cref="SyndicationFeed"/> in one of the <see cref="FeedFormat"/>s: a formatter to put in the place of
/// <see cref="Rss20FeedFormatter"/> and <see cref="Atom10FeedFormatter"/>. Full content, every person and every enclosure are written, ids and dates are
/// never random, no text makes the document ill-formed, and one value that cannot be read does not fail the rest.
/// </summary>
public sealed class FeedSyndicationFormatter : SyndicationFeedFormatter
{
    private readonly FeedFormat format;

    /// <summary>A formatter that reads.</summary>
    /// <param name="format">The format.</param>
    public FeedSyndicationFormatter(FeedFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        this.format = format;
    }

    /// <summary>A formatter that writes a feed.</summary>
    /// <param name="format">The format.</param>
    /// <param name="feed">The feed; its items are asked for when they are written.</param>
    public FeedSyndicationFormatter(FeedFormat format, SyndicationFeed feed)
        : base(feed)
    {
        ArgumentNullException.ThrowIfNull(format);
        this.format = format;
    }

    /// <summary><c>RSS</c>, <c>Atom</c> or <c>JSON Feed</c>.</summary>
    public override string Version => format.Name;

    /// <summary>What the last reading or writing had to derive, repair or leave out.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>
    /// Whether the reader stands at the root of a document in this format. For JSON Feed that is what <see cref="JsonReaderWriterFactory"/> makes of JSON: an
    /// element <c>root</c> of type <c>object</c>.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <returns>Whether <see cref="ReadFrom"/> can be called.</returns>
    public override bool CanRead(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.IsStartElement()) return false;
        string root = XmlNames.Of(reader.NamespaceURI, reader.LocalName);
        return format == FeedFormat.Rss ? root is "rss" or "rdf:RDF" : format == FeedFormat.Json ? root == "root" && reader.GetAttribute("type") == "object" : root == "atom:feed";
    }

    /// <summary>Reads the document that the reader stands at into <see cref="SyndicationFeedFormatter.Feed"/>. A value that cannot be read is left out and reported.</summary>
    /// <param name="reader">The reader, at the root element.</param>
    /// <exception cref="XmlException">The document is no feed in this format, or the reader itself finds it ill-formed.</exception>
    public override void ReadFrom(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!CanRead(reader)) throw new XmlException($"The element {reader.Name} is no beginning of {format.Name}.");
        FeedReadResult result = format == FeedFormat.Json ? FeedReader.Read(Json(reader)) : FeedReader.Read(reader.ReadOuterXml());
        Diagnostics = result.Diagnostics;
        SetFeed((result.Feed ?? throw new XmlException(result.Diagnostics[^1].Message)).ToSyndicationFeed());
    }

    /// <summary>
    /// Writes the feed. JSON Feed is written as the XML that <see cref="JsonReaderWriterFactory.CreateJsonWriter(Stream)"/> makes JSON of; for the JSON itself use
    /// <see cref="WriteAsync"/>, which also keeps memory constant.
    /// </summary>
    /// <param name="writer">Where to.</param>
    public override void WriteTo(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var output = new ArrayBufferWriter<byte>();
        var log = new WriteLog();
        using (FeedWriter own = format.Open(output, log, WrittenIds.All()))
        {
            own.WriteHead(SyndicationFeedImport.Head(Feed));
            DateTimeOffset near = DateTimeOffset.UnixEpoch;
            foreach (SyndicationItem item in Feed.Items)
            {
                FeedEntry entry = SyndicationFeedImport.Entry(item);
                near = entry.Published ?? entry.Updated ?? near;
                own.WriteEntry(entry, near);
            }

            own.WriteTail();
        }

        Diagnostics = log.ToImmutable();
        byte[] bytes = output.WrittenSpan.ToArray();
        using XmlReader reader = format == FeedFormat.Json
            ? JsonReaderWriterFactory.CreateJsonReader(bytes, XmlDictionaryReaderQuotas.Max)
            : XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        reader.MoveToContent();
        writer.WriteNode(reader, defattr: true);
        writer.Flush();
    }

    /// <summary>Writes the feed's document as UTF-8, item by item, in constant memory.</summary>
    /// <param name="stream">Where the bytes go; flushed and left open.</param>
    /// <param name="cancellationToken">Stops the writing between two items.</param>
    /// <returns>When all is written; <see cref="Diagnostics"/> then has what was noticed.</returns>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken = default) =>
        Diagnostics = await SyndicationFeedImport.Head(Feed).WriteAsync(stream, format, Entries(Feed.Items, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <summary>A new feed.</summary>
    protected override SyndicationFeed CreateFeedInstance() => new();

    private static async IAsyncEnumerable<FeedEntry> Entries(IEnumerable<SyndicationItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (SyndicationItem item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ValueTask.CompletedTask.ConfigureAwait(false);
            yield return SyndicationFeedImport.Entry(item);
        }
    }

    private static string Json(XmlReader reader)
    {
        using var bytes = new MemoryStream();
        using (XmlDictionaryWriter writer = JsonReaderWriterFactory.CreateJsonWriter(bytes, Encoding.UTF8, ownsStream: false)) writer.WriteNode(reader, defattr: true);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
