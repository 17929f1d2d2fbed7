using System.Net;
using System.Text;

namespace Syndication.Tool;

/// <summary>Text as HTML that is well-formed XML too, whatever the text holds.</summary>
internal static class Markup
{
    internal static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isText = rune.Value is '\n' or '\t' or >= 0x20 and not (>= 0x7F and < 0xA0) && (rune.Value & 0xFFFE) != 0xFFFE;
            clean.Append(isText ? rune.ToString() : rune.Value == '\r' ? "" : "\uFFFD");
        }

        return WebUtility.HtmlEncode(clean.ToString());
    }

    /// <summary>A link where a browser may follow the address, else the text alone.</summary>
    internal static string Link(string? address, string text) =>
        WebAddress.IsWeb(address) ? $"<a class=\"out\" href=\"{Text(address)}\" title=\"{Text(address)}\" rel=\"noopener noreferrer nofollow\">{Text(text)}</a>" : Text(text);
}
