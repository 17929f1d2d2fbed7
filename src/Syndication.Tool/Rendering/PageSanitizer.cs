using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using Ganss.Xss;

namespace Syndication.Tool.Rendering;

/// <summary>What of a page may be shown: its layout and style as far as nothing runs, nothing is fetched and nothing is sent.</summary>
internal sealed class PageSanitizer : HtmlSanitizer
{
    private static readonly string[] Refused =
    [
        "accept", "accept-charset", "accesskey", "action", "autocomplete", "autosave", "background", "challenge", "charset", "contenteditable", "draggable", "dropzone",
        "enctype", "for", "form", "href", "ismap", "list", "longdesc", "method", "name", "rel", "rev", "spellcheck", "tabindex", "target", "usemap",
    ];

    /// <summary>What fetches without <c>url()</c> (CSS Images 4 §2.1, CSS Values 5 §4.4), and markup.</summary>
    private static readonly Regex fetching = new(@"[<>]|image-set\s*\(|\b(?:src|image)\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    internal PageSanitizer()
    {
        KeepChildNodes = true;
        DisallowCssPropertyValue = fetching;
        AllowedSchemes.Clear();
        AllowedSchemes.Add("data");
        AllowedTags.Add("style");
        foreach (string name in (ReadOnlySpan<string>)["bdo", "hgroup", "nobr", "picture", "search"]) AllowedTags.Add(name);
        foreach (string name in (ReadOnlySpan<string>)["form", "input", "select", "option", "optgroup", "textarea", "button", "datalist", "keygen", "map", "area", "base", "link", "meta"]) AllowedTags.Remove(name);
        foreach (string name in Refused) AllowedAttributes.Remove(name);
        foreach (string name in (ReadOnlySpan<string>)["class", "id", "face", "text", "hidden", "role", Links]) AllowedAttributes.Add(name);
        AllowedAtRules.Clear();
        foreach (CssRuleType rule in (ReadOnlySpan<CssRuleType>)[CssRuleType.Style, CssRuleType.Media, CssRuleType.Supports, CssRuleType.Keyframes, CssRuleType.Keyframe]) AllowedAtRules.Add(rule);
    }

    /// <summary>The attribute in the place of an address: that there was a link.</summary>
    internal const string Links = "data-link";

    /// <summary>Any property may be set: there is nothing to reach from within a frame of its own.</summary>
    protected override bool IsAllowedCssProperty(string propertyName) => !propertyName.Contains("binding", StringComparison.OrdinalIgnoreCase) && !propertyName.Equals("behavior", StringComparison.OrdinalIgnoreCase);

    /// <summary>Nothing is fetched: only pictures that the page holds itself are left, be it in an attribute or in a style.</summary>
    protected override string? SanitizeUrl(IElement element, string url, string baseUrl) =>
        url.TrimStart().StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? url.Trim() : null;
}
