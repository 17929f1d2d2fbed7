using AngleSharp.Dom;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Reads a page (HTML Living Standard) into flat blocks by one walk over its tree. Nesting is layout; reading order is kept.</summary>
internal sealed class HtmlDocumentReader
{
    private readonly FlatDocumentBuilder builder;
    private readonly Limits limits;

    /// <summary>The elements around the one being read, outermost first; frames are used again, since a page opens thousands.</summary>
    private readonly List<HtmlFrame> frames = [];
    private int depth;
    private readonly Dictionary<string, InlineStyle> styles = new(StringComparer.Ordinal);
    private readonly StyleSheet sheet = new();
    private readonly TableShape tables = new();
    private bool depthReported;

    private HtmlDocumentReader(FlatDocumentBuilder builder, Limits limits)
    {
        this.builder = builder;
        this.limits = limits;
    }

    /// <summary>Parses and reads a page or a fragment of one.</summary>
    public static FlatDocument Read(string html, Limits limits, string? address, CancellationToken cancellationToken)
    {
        var document = new FlatDocumentBuilder(DocumentFormat.Html, limits, address);
        using Page? page = HtmlTree.Parse(html, limits, document.Report);
        if (page is not null) return Read(page, document, limits, cancellationToken);
        using Page? head = HtmlTree.Parse(HeadOf(html), limits with { Selectors = null }, document.Report);
        if (head is not null) HtmlMetadata.Read(head, document);
        PinnedElements.ReportUnasked(limits.Selectors, document.Report);
        HtmlTokenReader.Read(html, document, cancellationToken);
        return document.Build();
    }

    /// <summary>Reads a page that AngleSharp has parsed already.</summary>
    public static FlatDocument Read(IDocument page, Limits limits, string? address, CancellationToken cancellationToken)
    {
        var document = new FlatDocumentBuilder(DocumentFormat.Html, limits, address);
        using Page copy = PageCopy.Of(page, PinnedElements.Find(page, limits.Selectors, document.Report));
        return Read(copy, document, limits, cancellationToken);
    }

    private static FlatDocument Read(Page page, FlatDocumentBuilder document, Limits limits, CancellationToken cancellationToken)
    {
        HtmlMetadata.Read(page, document);
        if (page.Body is { } body)
        {
            var reader = new HtmlDocumentReader(document, limits);
            reader.ReadStyles(page.Head);
            reader.Walk(body, cancellationToken);
        }

        return document.Build();
    }

    private void ReadStyles(PageElement? head)
    {
        foreach (PageNode node in head is null ? [] : head.Children)
        {
            if (node is PageElement { Kind.Name: "style" } style) sheet.Add(style.TextWithin()!);
        }
    }

    private static string HeadOf(string html)
    {
        int end = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : html[..end];
    }

    private void Walk(PageElement body, CancellationToken cancellationToken)
    {
        Enter(body, new HtmlSetting(RunStyle.None, -1, 0, BlockKind.Paragraph, 0, null));
        int steps = 0;
        while (depth > 0)
        {
            HtmlFrame frame = frames[depth - 1];
            if (++steps % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<PageNode> children = frame.Element.Children;
            if (frame.Next >= children.Length)
            {
                depth--;
                Leave(frame);
                continue;
            }

            PageNode child = children[frame.Next++];
            if (child is PageText text) AddText(text, frame);
            else if (child is PageElement element) Enter(element, frame.Inner);
        }
    }

    private void AddText(PageText text, HtmlFrame frame)
    {
        ReadOnlySpan<char> data = text.Data;
        if (frame.Element is { Kind.IsTableFrame: true, IsHtml: true } && data.IndexOfAnyExcept(" \t\r\n\f") < 0) return;
        ref readonly HtmlSetting setting = ref frame.Inner;
        if (setting.Link < 0 && setting.Kind != BlockKind.Code && !setting.Style.HasFlag(RunStyle.Code)) data = AddBareAddresses(data, setting);
        builder.AddText(data, setting.Style, setting.Link, setting.Look);
    }

    /// <summary>Adds text up to its last address that no element made a link, as mail programs and old pages leave them; returns the rest.</summary>
    private ReadOnlySpan<char> AddBareAddresses(ReadOnlySpan<char> data, in HtmlSetting setting)
    {
        int from = 0;
        while (data[from..].IndexOf("://", StringComparison.Ordinal) is >= 0 and int found)
        {
            int scheme = from + found;
            int start = scheme - (scheme > 4 && data[scheme - 1] is 's' or 'S' ? 5 : 4);
            int length = start >= from ? BareAddress.LengthAt(data[start..]) : 0;
            if (length == 0)
            {
                from = scheme + 3;
                continue;
            }

            string address = data.Slice(start, length).ToString();
            builder.AddText(data[..start], setting.Style, -1, setting.Look);
            builder.AddText(address, setting.Style, builder.AddLink(address), setting.Look);
            data = data[(start + length)..];
            from = 0;
        }

        return data;
    }

    private void Enter(PageElement element, in HtmlSetting setting)
    {
        ElementKind kind = element.Kind;

        // In SVG and MathML the names of void elements mean nothing, and such elements may hold text.
        if (kind.IsVoid && element.Children.IsEmpty) AddVoid(element, setting);
        else if (kind.Name == "style") sheet.Add(element.TextWithin()!);
        else if (kind.IsInvisible) HtmlMetadata.ReadElement(element, builder);
        else if (depth >= limits.MaxDepth) Flatten(element, setting);
        else Open(element, kind, setting);
    }

    private void AddVoid(PageElement element, in HtmlSetting setting)
    {
        switch (element.Kind.Name)
        {
            case "br":
                if (setting.Kind == BlockKind.Code) builder.AddText("\n", setting.Style, setting.Link, setting.Look);
                else builder.Break();
                break;
            case "hr":
                builder.AddRule();
                break;
            case "img" or "amp-img":
                AddImage(element, setting);
                break;
        }
    }

    private void Open(PageElement element, ElementKind kind, in HtmlSetting setting)
    {
        bool isBare = element.Attributes.IsEmpty;
        HtmlAttributes attributes = isBare ? default : HtmlAttributes.Of(element);
        InlineStyle css = StyleOf(attributes.Style);
        if (!sheet.IsEmpty && !isBare && !(attributes.Class.IsEmpty && attributes.Id.IsEmpty)) css = css.Over(sheet.Of(kind.Name, attributes.Class, attributes.Id));
        bool isBox = kind.Box is not null;
        bool isLine = !isBox && (kind.IsLine || css.IsBlock);
        if (isBox || isLine) builder.EndBlock();
        if (isBox || isLine || (!builder.InBlock && element.Position >= 0)) builder.Position = element.Position;

        if (isBox) OpenBox(element, kind, isBare ? kind.Box!.Value : HtmlElements.BoxOfRole(attributes.Role, kind.Box!.Value));
        bool hides = css.IsHidden || attributes.IsHidden || kind.Name == "noscript";
        bool sizes = css.HidesText || (css.Size > 0 && builder.Box.HidesText);
        if ((hides || sizes) && !isBox) builder.OpenBox(BoxKind.Division);
        if (hides) builder.Box.Hides = true;
        if (sizes) builder.Box.HidesText = css.HidesText;

        int link = attributes.Href is { } href && kind.Name == "a" ? builder.AddLink(href.ToString()) : setting.Link;
        short look = isBare && !HtmlLook.MayChange(kind) ? setting.Look : LookWithin(setting.Look, kind, attributes, css);
        string? property = attributes.Property?.ToString() ?? (attributes.IsAuthor ? "author" : null);
        if (attributes.HasDateTime || kind.Name == "time") ReadTime(element);
        else if (property is not null) builder.AddEvidence("microdata", property, element.GetAttribute("content") ?? element.TextWithin(200));

        if (depth == frames.Count) frames.Add(new HtmlFrame());
        HtmlFrame frame = frames[depth++];
        frame.Element = element;
        frame.Outer = setting;
        frame.Inner = new HtmlSetting(
            StyleWithin(setting.Style | kind.Style, css),
            link,
            look,
            kind.HeadingLevel > 0 ? BlockKind.Heading : kind.Name is "pre" or "listing" or "xmp" ? BlockKind.Code : isBox ? BlockKind.Paragraph : setting.Kind,
            kind.HeadingLevel > 0 ? kind.HeadingLevel : isBox ? 0 : setting.Level,
            property ?? (isBox ? null : setting.Property),
            setting.Pins | element.Pins);
        frame.HasBox = isBox || hides || sizes;
        frame.IsLine = isLine;
        frame.Next = 0;
        Apply(frame.Inner);
    }

    private void Leave(HtmlFrame frame)
    {
        if (frame.HasBox)
        {
            builder.EndBlock();
            if (builder.Box.Kind is BoxKind.Table) tables.Close(builder.Box);
            builder.CloseBox();
        }
        else if (frame.IsLine)
        {
            builder.EndBlock();
        }

        Apply(frame.Outer);
    }

    private void Apply(in HtmlSetting setting)
    {
        if (builder.Kind != setting.Kind || builder.Level != setting.Level || builder.Pins != setting.Pins) builder.EndBlock();
        builder.Kind = setting.Kind;
        builder.Level = setting.Level;
        builder.Property = setting.Property;
        builder.Pins = setting.Pins;
    }

    private void OpenBox(PageElement element, ElementKind name, BoxKind kind)
    {
        Box box = builder.OpenBox(kind);
        switch (kind)
        {
            case BoxKind.OrderedList:
                box.Ordinal = HtmlNumber.Of(element.GetAttribute("start"), 1);
                break;
            case BoxKind.ListItem:
                box.Ordinal = HtmlNumber.Of(element.GetAttribute("value"), 0);
                break;
            case BoxKind.Table:
                tables.Open(box, element.GetAttribute("role") is "presentation" or "none");
                break;
            case BoxKind.TableCell or BoxKind.TableHeaderCell:
                box.ColumnSpan = Math.Clamp(HtmlNumber.Of(element.GetAttribute("colspan"), 1), 1, 100);
                box.RowSpan = Math.Clamp(HtmlNumber.Of(element.GetAttribute("rowspan"), 1), 1, 1000);
                tables.AddCell(name.Name == "th");
                break;
            case BoxKind.Caption when name.Name == "caption":
                tables.AddCaption();
                break;
        }
    }

    private void AddImage(PageElement element, in HtmlSetting setting)
    {
        int width = HtmlNumber.Of(element.GetAttribute("width"), 0);
        int height = HtmlNumber.Of(element.GetAttribute("height"), 0);
        bool isPixel = (element.HasAttribute("width") && width <= 1) || (element.HasAttribute("height") && height <= 1) || StyleOf(element.GetAttribute("style")).IsHidden;
        if (isPixel) return;
        string? source = element.GetAttribute("src") ?? element.GetAttribute("data-src");
        if (source is null || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) source = element.GetAttribute("data-src") ?? element.GetAttribute("data-original") ?? source;
        builder.AddPicture(builder.AddImage(source, element.GetAttribute("alt") ?? element.GetAttribute("title"), width, height), setting.Link);
    }

    private void ReadTime(PageElement element)
    {
        string name = element.GetAttribute("itemprop") ?? "datetime";
        builder.AddEvidence("time", name, element.GetAttribute("datetime"));
        builder.AddEvidence("time", "text", element.TextWithin(80));
    }

    private InlineStyle StyleOf(ReadOnlySpan<char> css)
    {
        if (css.IsEmpty) return default;
        Dictionary<string, InlineStyle>.AlternateLookup<ReadOnlySpan<char>> known = styles.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(css, out InlineStyle style)) known[css] = style = InlineStyle.Parse(css);
        return style;
    }

    private short LookWithin(short outer, ElementKind kind, in HtmlAttributes attributes, in InlineStyle css)
    {
        Look around = builder.LookAt(outer);
        Look look = HtmlLook.Within(around, kind, attributes, css);
        return look == around ? outer : builder.AddLook(look);
    }

    private static RunStyle StyleWithin(RunStyle style, in InlineStyle css)
    {
        if (css.Bold is { } bold) style = bold ? style | RunStyle.Bold : style & ~RunStyle.Bold;
        if (css.Italic is { } italic) style = italic ? style | RunStyle.Italic : style & ~RunStyle.Italic;
        return style;
    }

    /// <summary>Adds the text of an element that is too deep to walk into: as one line, without its nesting.</summary>
    private void Flatten(PageElement element, in HtmlSetting setting)
    {
        if (!depthReported)
        {
            depthReported = true;
            builder.Report(new Diagnostic(DiagnosticCodes.NestingLimited, DiagnosticSeverity.Warning, $"Elements nest deeper than {limits.MaxDepth}; deeper ones were read without their nesting."));
        }

        var pending = new Stack<(PageNode Node, int Link)>();
        pending.Push((element, setting.Link));
        while (pending.TryPop(out (PageNode Node, int Link) next))
        {
            if (next.Node is PageText text)
            {
                builder.AddText(text.Data, setting.Style, next.Link, setting.Look);
                continue;
            }

            if (next.Node is not PageElement { Kind: { IsInvisible: false } kind } inner) continue;
            if (kind.Name == "br" || kind.Box is not null || kind.IsLine) builder.EndBlock();
            int link = kind.Name == "a" && inner.GetAttribute("href") is { } href ? builder.AddLink(href) : next.Link;
            ReadOnlySpan<PageNode> children = inner.Children;
            for (int i = children.Length - 1; i >= 0; i--) pending.Push((children[i], link));
        }
    }
}
