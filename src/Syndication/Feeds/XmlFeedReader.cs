using System.Xml;
using System.Xml.Linq;

namespace Syndication.Feeds;

/// <summary>
/// Reads feeds in XML, part by part: each child of the root (in RSS of the channel) is one small tree, so that a long feed is never a tree as a whole. Where
/// the XML breaks off, what was read until there is kept.
/// </summary>
internal abstract class XmlFeedReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1024,
    };

    private readonly List<FeedEntry> entries = [];

    protected XmlFeedReader(ReadContext context) => Context = context;

    protected ReadContext Context { get; }

    public static (Feed? Feed, FeedFormat? Format) Read(string text, FeedReaderOptions options, ReadLog log)
    {
        string repaired = XmlRepair.Repair(WithoutDeclaration(text), out int repairs);
        if (repairs > 0) log.Broken(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The feed is not well-formed XML; {repairs} place(s) were repaired."));
        using var xml = XmlReader.Create(new StringReader(repaired), Settings);
        XmlFeedReader? reader = null;
        FeedFormat? format = null;
        try
        {
            if (xml.MoveToContent() == XmlNodeType.Element)
            {
                string root = XmlNames.Of(xml.NamespaceURI, xml.LocalName);
                var context = new ReadContext(options, log);
                (reader, format) = root switch
                {
                    "rss" or "rdf:RDF" => (new RssReader(context), FeedFormat.Rss),
                    "atom:feed" => ((XmlFeedReader?)new AtomReader(context), (FeedFormat?)FeedFormat.Atom),
                    _ => (null, null),
                };
            }

            reader?.ReadRoot(xml, options.MaxEntries);
        }
        catch (XmlException fault)
        {
            log.Entry = 0;
            if (reader is not null) log.Broken($"The feed is not well-formed XML; what stands before the fault was read. {fault.Message}");
        }

        if (reader is null)
        {
            log.NotAFeed("The document is no RSS and no Atom.");
            return (null, null);
        }

        return (reader.Head() with { Entries = [.. reader.entries] }, format);
    }

    /// <summary>The head that some elements of one make, wherever they come from.</summary>
    public Feed HeadOf(IEnumerable<XElement> parts)
    {
        foreach (XElement part in parts) ReadPart(XmlNames.Of(part), part);
        return Head();
    }

    /// <summary>The entry that some elements of one make.</summary>
    public FeedEntry EntryOf(XElement[] parts) => parts.Length == 0 ? new FeedEntry() : ReadEntry(new XElement("item", parts.Cast<object>().ToArray()));

    /// <summary>Whether an element only holds what stands in it, as <c>channel</c> does.</summary>
    protected abstract bool IsFrame(string name);

    protected abstract bool IsEntry(string name);

    protected abstract void ReadRootAttributes(XmlReader root);

    /// <summary>A part of the feed that is no entry.</summary>
    protected abstract void ReadPart(string name, XElement element);

    protected abstract FeedEntry ReadEntry(XElement element);

    /// <summary>The feed without its entries.</summary>
    protected abstract Feed Head();

    // The text is decoded already, and the parser knows XML 1.0 only.
    private static string WithoutDeclaration(string text)
    {
        text = text.TrimStart().TrimStart('\uFEFF').TrimStart();
        if (!text.StartsWith("<?xml ", StringComparison.Ordinal)) return text;
        int end = text.IndexOf("?>", StringComparison.Ordinal);
        return end < 0 ? text : text[(end + 2)..].TrimStart();
    }

    private void ReadRoot(XmlReader xml, int maxEntries)
    {
        if (xml.GetAttribute("base", "http://www.w3.org/XML/1998/namespace") is { } start) Context.Base = Context.Address(start, "the base address") ?? Context.Base;
        ReadRootAttributes(xml);
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            string name = XmlNames.Of(xml.NamespaceURI, xml.LocalName);
            if (IsFrame(name))
            {
                ReadRootAttributes(xml);
                xml.Read();
                continue;
            }

            if (IsEntry(name))
            {
                if (entries.Count == maxEntries)
                {
                    Context.Log.Limited(maxEntries);
                    return;
                }

                Context.Log.Entry = entries.Count + 1;
                entries.Add(ReadEntry((XElement)XNode.ReadFrom(xml)));
                Context.Log.Entry = 0;
                continue;
            }

            ReadPart(name, (XElement)XNode.ReadFrom(xml));
        }
    }
}
