using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>
/// The raw HTML of a Markdown text: tags between which Markdown goes on, so no tree can be made of them; each is taken as it comes.
/// Markup that a reader does not see (scripts, styles, comments) adds nothing.
/// </summary>
internal sealed class MarkdownDocumentHtml(FlatDocumentBuilder builder, Limits limits)
{
    private static readonly FrozenDictionary<string, BoxKind> Boxes = new Dictionary<string, BoxKind>(StringComparer.Ordinal)
    {
        ["ul"] = BoxKind.UnorderedList, ["ol"] = BoxKind.OrderedList, ["li"] = BoxKind.ListItem, ["blockquote"] = BoxKind.Quote,
        ["table"] = BoxKind.Table, ["tr"] = BoxKind.TableRow, ["td"] = BoxKind.TableCell, ["th"] = BoxKind.TableHeaderCell,
        ["dl"] = BoxKind.DefinitionList, ["dt"] = BoxKind.DefinitionTerm, ["dd"] = BoxKind.DefinitionDescription,
        ["figure"] = BoxKind.Figure, ["figcaption"] = BoxKind.Caption, ["caption"] = BoxKind.Caption, ["details"] = BoxKind.Details, ["summary"] = BoxKind.Summary,
        ["div"] = BoxKind.Division, ["center"] = BoxKind.Division, ["section"] = BoxKind.SectionElement, ["article"] = BoxKind.Article, ["main"] = BoxKind.Main,
        ["header"] = BoxKind.Header, ["footer"] = BoxKind.Footer, ["nav"] = BoxKind.Navigation, ["aside"] = BoxKind.Aside, ["form"] = BoxKind.Form,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RunStyle> Styles = new Dictionary<string, RunStyle>(StringComparer.Ordinal)
    {
        ["b"] = RunStyle.Bold, ["strong"] = RunStyle.Bold, ["i"] = RunStyle.Italic, ["em"] = RunStyle.Italic, ["cite"] = RunStyle.Italic, ["dfn"] = RunStyle.Italic, ["var"] = RunStyle.Italic,
        ["code"] = RunStyle.Code, ["kbd"] = RunStyle.Code, ["samp"] = RunStyle.Code, ["tt"] = RunStyle.Code, ["s"] = RunStyle.Strike, ["del"] = RunStyle.Strike, ["strike"] = RunStyle.Strike,
        ["sub"] = RunStyle.Subscript, ["sup"] = RunStyle.Superscript, ["u"] = RunStyle.Underline, ["ins"] = RunStyle.Underline, ["mark"] = RunStyle.Mark,
        ["small"] = RunStyle.Small, ["q"] = RunStyle.Quoted, ["ruby"] = RunStyle.Ruby, ["rt"] = RunStyle.RubyText, ["a"] = RunStyle.None, ["font"] = RunStyle.None, ["span"] = RunStyle.None,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Unseen =
        new[] { "script", "style", "template", "title", "iframe", "noembed", "noframes", "noscript", "svg", "object", "rp", "textarea", "select" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Breaks =
        new[] { "p", "tbody", "thead", "tfoot", "address", "hgroup", "fieldset", "legend", "html", "body", "head", "option", "video", "audio" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Inline tags make no box, but searching them for every end tag takes time.</summary>
    private const int MostInlineTags = 128;

    private readonly List<Element> open = [];
    private readonly TextFlow flow = new(builder);
    private int floor;
    private bool depthReported;

    private Element Current => open.Count == 0 ? default : open[^1];

    /// <summary>Opens a box of Markdown's own: tags within it end with it.</summary>
    /// <returns>What <see cref="CloseTo"/> wants.</returns>
    public int Open(BoxKind kind)
    {
        int mark = floor;
        Push("", kind, Current);
        floor = open.Count;
        return mark;
    }

    /// <summary>Opens a heading of Markdown's own.</summary>
    /// <returns>What <see cref="CloseTo"/> wants.</returns>
    public int OpenHeading(int level)
    {
        int mark = floor;
        Push("", null, Current with { Kind = BlockKind.Heading, Level = level, HasBox = false });
        floor = open.Count;
        return mark;
    }

    public void CloseTo(int mark)
    {
        builder.EndBlock();
        PopTo(floor - 1);
        floor = mark;
    }

    public void AddText(ReadOnlySpan<char> text, RunStyle style, int link)
    {
        Element current = Current;
        if (!current.IsUnseen) flow.Add(text, style | current.Style, link >= 0 ? link : current.Link - 1);
    }

    public void AddPicture(int image, int link)
    {
        if (!Current.IsUnseen) flow.AddPicture(image, link >= 0 ? link : Current.Link - 1);
    }

    public void EndLine() => flow.EndLine();

    /// <summary>Ends what a paragraph's inline tags left open.</summary>
    public void EndLeaf()
    {
        int keep = open.Count;
        while (keep > floor && open[keep - 1].IsInline) keep--;
        PopTo(keep);
    }

    /// <summary>Ends unseen elements at the end of an HTML block, so that one that is never closed does not swallow the Markdown after it.</summary>
    public void EndHtmlBlock()
    {
        builder.EndBlock();
        int first = open.FindIndex(floor, element => element.IsUnseen);
        if (first >= 0) PopTo(first);
    }

    /// <summary>Makes the kind of the next block what the open tags say.</summary>
    public void RestoreKind()
    {
        builder.Kind = Current.Kind;
        builder.Level = Current.Level;
    }

    /// <summary>Takes a piece of HTML.</summary>
    public void Add(string source, bool isInline)
    {
        using var text = new TextSource(source);
        using var tokenizer = new HtmlTokenizer(text, HtmlEntityProvider.ResolverExtended);
        tokenizer.IsAcceptingCharacterData = false;
        while (true)
        {
            HtmlToken token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return;
                case HtmlTokenType.Character:
                    AddText(token.Data, RunStyle.None, -1);
                    break;
                case HtmlTokenType.StartTag:
                    HtmlTagToken tag = token.AsTag();
                    Start(tag, isInline);
                    if (!isInline && tag.Name is "script" or "style" or "iframe" or "noembed" or "noframes") tokenizer.State = HtmlParseMode.Rawtext;
                    else if (!isInline && tag.Name is "title" or "textarea") tokenizer.State = HtmlParseMode.RCData;
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
            }
        }
    }

    private void Start(HtmlTagToken tag, bool isInline)
    {
        string name = tag.Name;
        switch (name)
        {
            case "br":
                if (!Current.IsUnseen) builder.Break();
                return;
            case "hr":
                if (!Current.IsUnseen) builder.AddRule();
                return;
            case "img":
                AddPicture(builder.AddImage(tag.GetAttribute("src"), tag.GetAttribute("alt"), Pixels(tag, "width"), Pixels(tag, "height")), -1);
                return;
        }

        CloseImplied(name);
        Element next = Current with { Name = name, HasBox = false, IsInline = false };
        if (Unseen.Contains(name))
        {
            if (!tag.IsSelfClosing) Push(name, null, next with { IsUnseen = true, IsInline = isInline });
        }
        else if (Boxes.TryGetValue(name, out BoxKind kind))
        {
            Push(name, kind, next);
            Describe(tag);
        }
        else if (name is ['h', >= '1' and <= '6'])
        {
            builder.EndBlock();
            Push(name, null, next with { Kind = BlockKind.Heading, Level = name[1] - '0' });
        }
        else if (name == "pre")
        {
            builder.EndBlock();
            Push(name, null, next with { Kind = BlockKind.Code });
        }
        else if (Styles.TryGetValue(name, out RunStyle style))
        {
            string href = name == "a" ? tag.GetAttribute("href") : "";
            Push(name, null, next with { Style = next.Style | style, Link = href.Length > 0 ? builder.AddLink(href) + 1 : next.Link, IsInline = isInline });
        }
        else if (Breaks.Contains(name))
        {
            builder.EndBlock();
        }
    }

    private void End(string name)
    {
        if (name == "p" || Breaks.Contains(name)) builder.EndBlock();
        int at = open.FindLastIndex(open.Count - 1, open.Count - floor, element => element.Name == name);
        if (at >= 0) PopTo(at);
    }

    private void CloseImplied(string name)
    {
        (string[] closes, string within) = name switch
        {
            "li" => ((string[])["li"], "ul ol"),
            "dt" or "dd" => (["dt", "dd"], "dl"),
            "td" or "th" => (["td", "th"], "tr table"),
            "tr" => (["tr"], "table"),
            "a" => (["a"], "td th table"),
            _ => ([], ""),
        };
        if (closes.Length == 0) return;
        for (int i = open.Count - 1; i >= floor; i--)
        {
            string other = open[i].Name;
            if (closes.Contains(other, StringComparer.Ordinal))
            {
                PopTo(i);
                return;
            }

            if (within.Split(' ').Contains(other, StringComparer.Ordinal)) return;
        }
    }

    private void Describe(HtmlTagToken tag)
    {
        if (!Current.HasBox) return;
        string style = tag.GetAttribute("style").Replace(" ", "", StringComparison.Ordinal);
        if (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || tag.Attributes.Any(attribute => attribute.Name == "hidden")) builder.Box.Hides = true;
        if (builder.Box.Kind is BoxKind.TableCell or BoxKind.TableHeaderCell)
        {
            builder.Box.ColumnSpan = Math.Clamp(Pixels(tag, "colspan"), 1, 1000);
            builder.Box.RowSpan = Math.Clamp(Pixels(tag, "rowspan"), 1, 1000);
        }
        else if (builder.Box.Kind == BoxKind.OrderedList)
        {
            builder.Box.Ordinal = tag.GetAttribute("start").Length > 0 ? Pixels(tag, "start") : 1;
        }
    }

    private static int Pixels(HtmlTagToken tag, string attribute)
    {
        ReadOnlySpan<char> value = tag.GetAttribute(attribute).AsSpan().Trim();
        if (value.EndsWith("px", StringComparison.OrdinalIgnoreCase)) value = value[..^2];
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
    }

    private void Push(string name, BoxKind? kind, Element element)
    {
        if (open.Count >= limits.MaxDepth + MostInlineTags && name.Length > 0)
        {
            ReportDepth();
            return;
        }

        bool box = kind is not null && builder.Box.Depth < limits.MaxDepth;
        if (box) builder.OpenBox(kind!.Value);
        else if (kind is not null) ReportDepth();
        open.Add(element with { Name = name, HasBox = box, IsInline = kind is null && element.IsInline });
        RestoreKind();
    }

    private void PopTo(int count)
    {
        while (open.Count > count)
        {
            Element element = open[^1];
            open.RemoveAt(open.Count - 1);
            if (element.HasBox) builder.CloseBox();
            if (element.Kind != Current.Kind || element.Level != Current.Level) builder.EndBlock();
        }

        RestoreKind();
    }

    private void ReportDepth()
    {
        builder.EndBlock();
        if (depthReported) return;
        depthReported = true;
        builder.Report(new Diagnostic(DiagnosticCodes.NestingLimited, DiagnosticSeverity.Warning, $"Lists, quotes or tags nest deeper than {limits.MaxDepth}; what is deeper was flattened."));
    }

    /// <summary>An open tag and what holds within it. A link is counted from 1, so that the default is none.</summary>
    private readonly record struct Element(string Name, RunStyle Style, int Link, BlockKind Kind, int Level, bool HasBox, bool IsInline, bool IsUnseen);
}
