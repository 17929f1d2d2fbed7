using System.Xml;

namespace Syndication.Feeds;

/// <summary>HTML as it stands within an XML document.</summary>
internal static class XhtmlFragment
{
    public const string Namespace = "http://www.w3.org/1999/xhtml";
    private const int MaxDepth = 200;

    /// <summary>The <c>div</c> that Atom wants around XHTML (RFC 4287 §3.1.1.3); <see langword="null"/> where the HTML is not well-formed XML of XHTML elements.</summary>
    public static string? Div(string html)
    {
        if (XmlCharacters.HasHighRemoved(html)) return null;
        string div = $"<div xmlns=\"{Namespace}\">{html}</div>";
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(div), settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && (reader.NamespaceURI != Namespace || reader.Prefix.Length > 0 || reader.Depth > MaxDepth)) return null;
            }

            return div;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
