using System.Buffers;

namespace Syndication.Feeds;

/// <summary>Writes OPML 2.0 (opml.org/spec2.opml).</summary>
internal sealed class OpmlWriter(IBufferWriter<byte> output, WriteLog log) : IDisposable
{
    private readonly Utf8XmlWriter xml = new(output, log);

    public void Write(OpmlDocument document)
    {
        xml.Declaration();
        xml.Start("opml"u8);
        xml.Attribute("version"u8, "2.0"u8);
        xml.Start("head"u8);
        if (!string.IsNullOrEmpty(document.Title)) xml.Element("title"u8, document.Title);
        if (document.Updated is { } updated)
        {
            Span<byte> buffer = stackalloc byte[FeedDate.MaxLength];
            xml.Element("dateModified"u8, FeedDate.Rfc822(updated, buffer));
        }

        if (!string.IsNullOrEmpty(document.OwnerName)) xml.Element("ownerName"u8, document.OwnerName);
        xml.Element("docs"u8, "http://opml.org/spec2.opml"u8);
        xml.End("head"u8);
        xml.Start("body"u8);
        foreach (OpmlOutline outline in document.Outlines) Write(outline);
        if (document.Outlines.IsEmpty) Write(new OpmlOutline(document.Title ?? ""));
        xml.End("body"u8);
        xml.End("opml"u8);
        xml.Finish();
    }

    public void Dispose() => xml.Dispose();

    private void Write(OpmlOutline outline)
    {
        string? feedUrl = Address(outline.XmlUrl);
        xml.Start("outline"u8);
        xml.Attribute("text"u8, outline.Text);
        if (feedUrl is not null)
        {
            xml.Attribute("type"u8, "rss"u8);
            xml.Attribute("title"u8, outline.Text);
            xml.Attribute("xmlUrl"u8, feedUrl);
        }

        if (Address(outline.HtmlUrl) is { } page) xml.Attribute("htmlUrl"u8, page);
        if (!string.IsNullOrEmpty(outline.Description)) xml.Attribute("description"u8, outline.Description);
        if (!string.IsNullOrEmpty(outline.Language))
        {
            if (LanguageTag.IsWellFormed(outline.Language)) xml.Attribute("language"u8, outline.Language);
            else log.LeftOut("the language of an outline", outline.Language, "it is no BCP 47 tag");
        }

        foreach (OpmlOutline inner in outline.Outlines) Write(inner);
        xml.End("outline"u8);
    }

    private string? Address(string? address)
    {
        if (string.IsNullOrEmpty(address)) return null;
        string? written = FeedAddress.Normalize(address, out bool repaired);
        if (written is null) log.AddressLeftOut("the address of an outline", address);
        else if (repaired) log.AddressRepaired("the address of an outline", address, written);
        return written;
    }
}
