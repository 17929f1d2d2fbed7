using System.Collections.Frozen;

namespace Syndication.Documents;

/// <summary>What the elements of HTML (HTML Living Standard §4) mean for reading order and layout.</summary>
internal static class HtmlElements
{
    private static readonly FrozenDictionary<string, BoxKind> Boxes = new Dictionary<string, BoxKind>(StringComparer.Ordinal)
    {
        ["div"] = BoxKind.Division, ["address"] = BoxKind.Division, ["center"] = BoxKind.Division, ["hgroup"] = BoxKind.Division,
        ["main"] = BoxKind.Main, ["article"] = BoxKind.Article, ["section"] = BoxKind.SectionElement,
        ["header"] = BoxKind.Header, ["footer"] = BoxKind.Footer, ["nav"] = BoxKind.Navigation, ["aside"] = BoxKind.Aside,
        ["menu"] = BoxKind.UnorderedList, ["ul"] = BoxKind.UnorderedList, ["dir"] = BoxKind.UnorderedList, ["ol"] = BoxKind.OrderedList, ["li"] = BoxKind.ListItem,
        ["blockquote"] = BoxKind.Quote, ["dl"] = BoxKind.DefinitionList, ["dt"] = BoxKind.DefinitionTerm, ["dd"] = BoxKind.DefinitionDescription,
        ["figure"] = BoxKind.Figure, ["figcaption"] = BoxKind.Caption, ["caption"] = BoxKind.Caption,
        ["table"] = BoxKind.Table, ["tr"] = BoxKind.TableRow, ["td"] = BoxKind.TableCell, ["th"] = BoxKind.TableHeaderCell,
        ["details"] = BoxKind.Details, ["summary"] = BoxKind.Summary,
        ["form"] = BoxKind.Form, ["fieldset"] = BoxKind.Form, ["select"] = BoxKind.Form, ["option"] = BoxKind.Form, ["button"] = BoxKind.Form,
        ["textarea"] = BoxKind.Form, ["dialog"] = BoxKind.Form, ["search"] = BoxKind.Form, ["noscript"] = BoxKind.Division,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lines = FrozenSet.Create(StringComparer.Ordinal,
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "listing", "xmp", "legend", "body", "tbody", "thead", "tfoot", "optgroup", "video", "audio");

    private static readonly FrozenSet<string> Invisible = FrozenSet.Create(StringComparer.Ordinal,
        "script", "style", "template", "iframe", "object", "embed", "head", "title", "meta", "link", "base", "noframes", "noembed", "datalist",
        "rp", "canvas", "param", "source", "track", "desc", "metadata", "defs", "colgroup", "col");

    private static readonly FrozenDictionary<string, RunStyle> Styles = new Dictionary<string, RunStyle>(StringComparer.Ordinal)
    {
        ["b"] = RunStyle.Bold, ["strong"] = RunStyle.Bold, ["th"] = RunStyle.Bold,
        ["i"] = RunStyle.Italic, ["em"] = RunStyle.Italic, ["cite"] = RunStyle.Italic, ["dfn"] = RunStyle.Italic, ["var"] = RunStyle.Italic,
        ["code"] = RunStyle.Code, ["tt"] = RunStyle.Code, ["kbd"] = RunStyle.Code, ["samp"] = RunStyle.Code,
        ["s"] = RunStyle.Strike, ["strike"] = RunStyle.Strike, ["del"] = RunStyle.Strike,
        ["sub"] = RunStyle.Subscript, ["sup"] = RunStyle.Superscript, ["u"] = RunStyle.Underline, ["ins"] = RunStyle.Underline, ["mark"] = RunStyle.Mark,
        ["q"] = RunStyle.Quoted, ["small"] = RunStyle.Small, ["ruby"] = RunStyle.Ruby, ["rt"] = RunStyle.RubyText,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsInvisible(string name) => Invisible.Contains(name);

    /// <summary>Whether an element ends the line before and after it without being a box.</summary>
    public static bool IsLine(string name) => Lines.Contains(name);

    public static bool TryGetBox(string name, out BoxKind kind) => Boxes.TryGetValue(name, out kind);

    public static RunStyle StyleOf(string name) => Styles.GetValueOrDefault(name);

    public static int HeadingLevel(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;

    /// <summary>What an ARIA landmark role (WAI-ARIA 1.2 §5.3.4) makes of a box.</summary>
    public static BoxKind BoxOfRole(string? role, BoxKind otherwise) => role switch
    {
        "navigation" or "menu" or "menubar" or "tablist" => BoxKind.Navigation,
        "banner" => BoxKind.Header,
        "contentinfo" => BoxKind.Footer,
        "complementary" => BoxKind.Aside,
        "search" or "form" or "dialog" or "alertdialog" => BoxKind.Form,
        "main" => BoxKind.Main,
        _ => otherwise,
    };
}
