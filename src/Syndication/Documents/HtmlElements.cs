using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Syndication.Documents;

/// <summary>What the elements of HTML (HTML Living Standard §4) mean for reading order and layout.</summary>
internal static class HtmlElements
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string MathNamespace = "http://www.w3.org/1998/Math/MathML";

    private static readonly Dictionary<string, BoxKind> Boxes = new(StringComparer.Ordinal)
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
    };

    private static readonly string[] Lines =
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "listing", "xmp", "legend", "body", "tbody", "thead", "tfoot", "optgroup", "video", "audio"];

    private static readonly string[] Invisible =
        ["script", "style", "template", "iframe", "object", "embed", "head", "title", "meta", "link", "base", "noframes", "noembed", "datalist",
        "rp", "canvas", "param", "source", "track", "desc", "metadata", "defs", "colgroup", "col"];

    private static readonly Dictionary<string, RunStyle> Styles = new(StringComparer.Ordinal)
    {
        ["b"] = RunStyle.Bold, ["strong"] = RunStyle.Bold, ["th"] = RunStyle.Bold,
        ["i"] = RunStyle.Italic, ["em"] = RunStyle.Italic, ["cite"] = RunStyle.Italic, ["dfn"] = RunStyle.Italic, ["var"] = RunStyle.Italic,
        ["code"] = RunStyle.Code, ["tt"] = RunStyle.Code, ["kbd"] = RunStyle.Code, ["samp"] = RunStyle.Code,
        ["s"] = RunStyle.Strike, ["strike"] = RunStyle.Strike, ["del"] = RunStyle.Strike,
        ["sub"] = RunStyle.Subscript, ["sup"] = RunStyle.Superscript, ["u"] = RunStyle.Underline, ["ins"] = RunStyle.Underline, ["mark"] = RunStyle.Mark,
        ["q"] = RunStyle.Quoted, ["small"] = RunStyle.Small, ["ruby"] = RunStyle.Ruby, ["rt"] = RunStyle.RubyText,
    };

    /// <summary>Elements that mean nothing for layout but something to the parser (HTML Living Standard §13.2.4.2), with those that have gone from the standard.</summary>
    private static readonly string[] Others =
        ["html", "a", "br", "hr", "img", "input", "wbr", "span", "font", "big", "nobr", "time", "abbr", "label", "area", "map", "applet", "marquee",
        "frameset", "frame", "amp-img", "plaintext", "keygen", "isindex", "basefont", "bgsound", "menuitem", "rb", "rtc", "meter", "output", "progress", "slot", "data", "bdi", "bdo", "picture"];

    private static readonly FrozenDictionary<string, ElementKind> Kinds = AllKinds();
    private static readonly FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> KindsBySpan = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names that are no plain element of SVG or MathML to the parser: where it goes back to HTML (§13.2.6.5).</summary>
    private static readonly FrozenDictionary<string, NodeFlags> SvgFlags = ForeignFlags(SvgNamespace, ["svg", "foreignObject", "desc", "title", "style"]);
    private static readonly FrozenDictionary<string, NodeFlags> MathFlags = ForeignFlags(MathNamespace, ["math", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"]);

    /// <summary>Every element with a meaning.</summary>
    public static IEnumerable<ElementKind> All => Kinds.Values;

    public static ElementKind KindOf(ReadOnlySpan<char> name) => KindsBySpan.TryGetValue(name, out ElementKind? kind) ? kind : new ElementKind(name.ToString());

    /// <summary>An element of the SVG namespace; in reading order it means what an HTML element of that name does.</summary>
    public static NodeFlags SvgFlagsOf(string name) => SvgFlags.GetValueOrDefault(name, NodeFlags.SvgMember);

    /// <summary>An element of the MathML namespace; see <see cref="SvgFlagsOf"/>.</summary>
    public static NodeFlags MathFlagsOf(string name) => MathFlags.GetValueOrDefault(name, NodeFlags.MathMember);

    /// <summary>What an ARIA landmark role (WAI-ARIA 1.2 §5.3.4) makes of a box.</summary>
    public static BoxKind BoxOfRole(ReadOnlySpan<char> role, BoxKind otherwise) => role switch
    {
        "navigation" or "menu" or "menubar" or "tablist" => BoxKind.Navigation,
        "banner" => BoxKind.Header,
        "contentinfo" => BoxKind.Footer,
        "complementary" => BoxKind.Aside,
        "search" or "form" or "dialog" or "alertdialog" => BoxKind.Form,
        "main" => BoxKind.Main,
        _ => otherwise,
    };

    private static FrozenDictionary<string, ElementKind> AllKinds()
    {
        IDocument document = new HtmlParser().ParseDocument("");
        return Boxes.Keys.Concat(Lines).Concat(Invisible).Concat(Styles.Keys).Concat(Others).Distinct(StringComparer.Ordinal).ToFrozenDictionary(
            name => name,
            name => new ElementKind(name)
            {
                // "noscript" is as without scripts.
                Flags = name == "noscript" ? NodeFlags.HtmlMember | NodeFlags.Special : document.CreateElement(name).Flags,
                Box = Boxes.TryGetValue(name, out BoxKind box) ? box : null,
                IsLine = Lines.Contains(name),
                IsInvisible = Invisible.Contains(name),
                IsVoid = name is "br" or "hr" or "wbr" or "img" or "amp-img" or "input",
                IsTableFrame = name is "table" or "tr" or "tbody" or "thead" or "tfoot",
                Style = Styles.GetValueOrDefault(name),
                HeadingLevel = name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0,
            },
            StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, NodeFlags> ForeignFlags(string space, string[] names)
    {
        IDocument document = new HtmlParser().ParseDocument("");
        return names.ToFrozenDictionary(name => name, name => document.CreateElement(space, name).Flags, StringComparer.Ordinal);
    }
}
