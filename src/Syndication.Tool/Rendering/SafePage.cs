using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Css;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Syndication.Documents;

namespace Syndication.Tool.Rendering;

/// <summary>Makes of a page what can be shown in a report: as it was published as far as that is safe, pictures from elsewhere as boxes with their words.</summary>
internal static class SafePage
{
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        ["form"] = "div", ["noscript"] = "div", ["select"] = "div", ["optgroup"] = "div", ["option"] = "div", ["textarea"] = "div", ["dialog"] = "div", ["applet"] = "div",
        ["button"] = "span", ["xmp"] = "pre", ["listing"] = "pre", ["plaintext"] = "pre", ["amp-img"] = "img", ["frameset"] = "div", ["marquee"] = "div",
    };

    private static readonly Regex lifted = new(@"\bposition:\s*(?:fixed|-webkit-sticky|sticky)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex clear = new(@"\bopacity:\s*0(?:\.0+)?(?<end>\s*(?:[;}!]|$))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>What AngleSharp needs to know style sheets, which it does not fetch.</summary>
    internal static IBrowsingContext Styling() =>
        BrowsingContext.New(Configuration.Default.WithCss(new CssParserOptions { IsIncludingUnknownDeclarations = true, IsToleratingInvalidSelectors = true }));

    /// <summary>Changes the page; text that was shown stays in the nodes it was in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isStyled">Whether its styles were read and may stay.</param>
    internal static void Clean(IHtmlDocument page, bool isStyled)
    {
        if (!isStyled) RemoveStyles(page);
        foreach (IElement element in page.All.ToList())
        {
            string name = element.LocalName;
            if (element.ParentElement is null) continue;
            if (name is not ("style" or "head" or "col" or "colgroup" or "rp") && HtmlElements.KindOf(name).IsInvisible) element.Remove();
            else if (name is "a" or "area") TakeAddress(element);
            else if (name == "details") element.SetAttribute("open", "");
            else if (Harmless.TryGetValue(name, out string? other)) Rename(page, element, other);
        }

        Sanitize(page);
        ShowAsAfterScripts(page);
        foreach (IElement picture in page.QuerySelectorAll("img").ToList())
        {
            if (!picture.HasAttribute("src")) ShowInWords(page, picture);
        }
    }

    private static void Sanitize(IHtmlDocument page)
    {
        try
        {
            new PageSanitizer().SanitizeDom(page);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A style that its parser fails on must not keep the page from being shown.
            RemoveStyles(page);
            new PageSanitizer().SanitizeDom(page);
        }
    }

    private static void RemoveStyles(IHtmlDocument page)
    {
        foreach (IElement style in page.QuerySelectorAll("style").ToList()) style.Remove();
        foreach (IElement element in page.QuerySelectorAll("[style]").ToList()) element.RemoveAttribute("style");
    }

    /// <summary>Shows what waits for a script: boxes that lie upon the page until one takes them away stand in it, and what is clear until one shows it is not.</summary>
    private static void ShowAsAfterScripts(IHtmlDocument page)
    {
        foreach (IElement element in page.QuerySelectorAll("[style]"))
        {
            string style = element.GetAttribute("style")!, shown = Shown(style);
            if (shown != style) element.SetAttribute("style", shown);
        }

        foreach (IElement style in page.QuerySelectorAll("style")) style.TextContent = Shown(style.TextContent);
    }

    private static string Shown(string style) => clear.Replace(lifted.Replace(style, "position: static"), "opacity: 1${end}");

    private static void TakeAddress(IElement link)
    {
        string? address = link.GetAttribute("href")?.Trim();
        link.RemoveAttribute(PageSanitizer.Links);
        if (address is null) return;
        link.SetAttribute(PageSanitizer.Links, "");
        if (WebAddress.IsWeb(address)) link.SetAttribute("title", address);
    }

    private static void Rename(IHtmlDocument page, IElement element, string name)
    {
        IElement other = page.CreateElement(name);
        foreach (IAttr attribute in element.Attributes) other.SetAttribute(attribute.NamespaceUri, attribute.Name, attribute.Value);
        element.Replace(other);
        other.Append([.. element.ChildNodes]);
    }

    private static void ShowInWords(IHtmlDocument page, IElement picture)
    {
        int width = HtmlNumber.Of(picture.GetAttribute("width"), 0), height = HtmlNumber.Of(picture.GetAttribute("height"), 0);
        if ((picture.HasAttribute("width") && width <= 1) || (picture.HasAttribute("height") && height <= 1))
        {
            picture.Remove();
            return;
        }

        IElement box = page.CreateElement("issue-picture");
        string words = picture.GetAttribute("alt") ?? picture.GetAttribute("title") ?? "";
        string size = (width > 0 && !picture.GetAttribute("width")!.Contains('%', StringComparison.Ordinal), height > 0) switch
        {
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"width:{width}px;aspect-ratio:{width}/{height};"),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"width:{width}px;"),
            (false, true) => string.Create(CultureInfo.InvariantCulture, $"min-height:{Math.Min(height, 400)}px;"),
            _ => "",
        };
        string style = size + picture.GetAttribute("style");
        if (style.Length > 0) box.SetAttribute("style", style);
        if (picture.GetAttribute("class") is { Length: > 0 } known) box.SetAttribute("class", known);
        box.SetAttribute("role", "img");
        box.SetAttribute("aria-label", words.Length > 0 ? words : "picture without words");
        box.TextContent = words;
        picture.Replace(box);
    }
}
