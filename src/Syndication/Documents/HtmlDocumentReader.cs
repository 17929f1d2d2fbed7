using System.Text;
using AngleSharp.Dom;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Reads a page (HTML Living Standard) into flat blocks by one walk over AngleSharp's tree. Nesting is layout; reading order is kept.</summary>
internal sealed class HtmlDocumentReader
{
    private readonly FlatDocumentBuilder builder;
    private readonly Limits limits;

    /// <summary>The elements around the one being read, outermost first; frames are used again, since a page opens thousands.</summary>
    private readonly List<Frame> frames = [];
    private int depth;
    private readonly Dictionary<string, InlineStyle> styles = new(StringComparer.Ordinal);
    private readonly TableShape tables = new();
    private bool depthReported;
    private PinnedElements? pinned;

    private HtmlDocumentReader(FlatDocumentBuilder builder, Limits limits)
    {
        this.builder = builder;
        this.limits = limits;
    }

    /// <summary>Parses and reads a page or a fragment of one.</summary>
    public static FlatDocument Read(string html, Limits limits, string? address, CancellationToken cancellationToken)
    {
        using IDocument? page = HtmlTree.Parse(html, limits);
        if (page is not null) return Read(page, limits, address, cancellationToken);
        var document = new FlatDocumentBuilder(DocumentFormat.Html, limits, address);
        using IDocument? head = HtmlTree.Parse(HeadOf(html), limits);
        if (head is not null) HtmlMetadata.Read(head, document);
        PinnedElements.ReportUnasked(limits.Selectors, document.Report);
        HtmlTokenReader.Read(html, document, cancellationToken);
        return document.Build();
    }

    /// <summary>Reads a page that is parsed already.</summary>
    public static FlatDocument Read(IDocument page, Limits limits, string? address, CancellationToken cancellationToken)
    {
        var document = new FlatDocumentBuilder(DocumentFormat.Html, limits, address);
        HtmlMetadata.Read(page, document);
        if (page.Body is { } body) new HtmlDocumentReader(document, limits) { pinned = PinnedElements.Find(page, limits.Selectors, document.Report) }.Walk(body, cancellationToken);
        return document.Build();
    }

    private static string HeadOf(string html)
    {
        int end = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : html[..end];
    }

    private void Walk(IElement body, CancellationToken cancellationToken)
    {
        Enter(body, new Setting(RunStyle.None, -1, default, 0, BlockKind.Paragraph, 0, null));
        int steps = 0;
        while (depth > 0)
        {
            Frame frame = frames[depth - 1];
            if (++steps % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            INodeList children = frame.Element.ChildNodes;
            if (frame.Next >= children.Length)
            {
                depth--;
                Leave(frame);
                continue;
            }

            INode child = children[frame.Next++];
            if (child is IText text) AddText(text, frame);
            else if (child is IElement element) Enter(element, frame.Inner);
        }
    }

    private void AddText(IText text, Frame frame)
    {
        Setting setting = frame.Inner;
        if (frame.IsTable && string.IsNullOrWhiteSpace(text.Data)) return;
        ReadOnlySpan<char> data = text.Data;
        if (setting.Link < 0 && setting.Kind != BlockKind.Code && !setting.Style.HasFlag(RunStyle.Code)) data = AddBareAddresses(data, setting);
        builder.AddText(data, setting.Style, setting.Link, setting.LookIndex);
    }

    /// <summary>Adds text up to its last address that no element made a link, as mail programs and old pages leave them; returns the rest.</summary>
    private ReadOnlySpan<char> AddBareAddresses(ReadOnlySpan<char> data, Setting setting)
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
            builder.AddText(data[..start], setting.Style, -1, setting.LookIndex);
            builder.AddText(address, setting.Style, builder.AddLink(address), setting.LookIndex);
            data = data[(start + length)..];
            from = 0;
        }

        return data;
    }

    private void Enter(IElement element, Setting setting)
    {
        string name = element.LocalName;

        // In SVG and MathML these names mean nothing, and such elements may hold text.
        switch (element.HasChildNodes ? "" : name)
        {
            case "br":
                if (setting.Kind == BlockKind.Code) builder.AddText("\n", setting.Style, setting.Link, setting.LookIndex);
                else builder.Break();
                return;
            case "hr":
                builder.AddRule();
                return;
            case "wbr":
                return;
            case "img" or "amp-img":
                AddImage(element, setting);
                return;
            case "input":
                return;
        }

        if (HtmlElements.IsInvisible(name))
        {
            HtmlMetadata.ReadElement(element, builder);
            return;
        }

        if (depth >= limits.MaxDepth)
        {
            Flatten(element, setting);
            return;
        }

        Open(element, name, setting);
    }

    private void Open(IElement element, string name, in Setting setting)
    {
        bool isBare = element.Attributes.Length == 0;
        InlineStyle css = isBare ? default : StyleOf(element);
        int level = HtmlElements.HeadingLevel(name);
        bool isBox = HtmlElements.TryGetBox(name, out BoxKind kind);
        bool isLine = !isBox && (HtmlElements.IsLine(name) || css.IsBlock);
        if (isBox || isLine)
        {
            builder.EndBlock();
            builder.Position = element.SourceReference?.Position.Position - 1 ?? -1;
        }
        else if (!builder.InBlock && element.SourceReference is { } at)
        {
            builder.Position = at.Position.Position - 1;
        }

        if (isBox) OpenBox(element, name, isBare ? kind : HtmlElements.BoxOfRole(element.GetAttribute("role"), kind));
        bool hides = name == "noscript" || (!isBare && (css.IsHidden || element.HasAttribute("hidden")));
        if (hides && !isBox) builder.OpenBox(BoxKind.Division);
        if (hides) builder.Box.IsHidden = true;

        Setting inner = setting with
        {
            Style = StyleWithin(setting.Style, HtmlElements.StyleOf(name), css),
            Kind = level > 0 ? BlockKind.Heading : name is "pre" or "listing" or "xmp" ? BlockKind.Code : isBox ? BlockKind.Paragraph : setting.Kind,
            Level = level > 0 ? level : isBox ? 0 : setting.Level,
            Property = (isBare ? null : element.GetAttribute("itemprop")) ?? (isBox ? null : setting.Property),
        };
        if (pinned is not null) inner = inner with { Pins = inner.Pins | pinned.Of(element) };
        if (name == "a" && element.GetAttribute("href") is { } href) inner = inner with { Link = builder.AddLink(href) };
        Look look = LookWithin(inner.Look, element, name, css, level);
        if (look != inner.Look) inner = inner with { Look = look, LookIndex = builder.AddLook(look) };
        if (name == "time" || (!isBare && element.HasAttribute("datetime"))) ReadTime(element);
        else if (inner.Property is not null && !isBare && element.HasAttribute("itemprop")) ReadMicrodata(element, inner.Property);

        Apply(inner);
        if (depth == frames.Count) frames.Add(new Frame());
        Frame frame = frames[depth++];
        frame.Element = element;
        frame.Outer = setting;
        frame.Inner = inner;
        frame.HasBox = isBox || hides;
        frame.IsLine = isLine;
        frame.IsTable = kind == BoxKind.Table || kind == BoxKind.TableRow || name is "tbody" or "thead" or "tfoot";
        frame.Next = 0;
    }

    private void Leave(Frame frame)
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

    private void Apply(in Setting setting)
    {
        if (builder.Kind != setting.Kind || builder.Level != setting.Level || builder.Pins != setting.Pins) builder.EndBlock();
        builder.Kind = setting.Kind;
        builder.Level = setting.Level;
        builder.Property = setting.Property;
        builder.Pins = setting.Pins;
    }

    private void OpenBox(IElement element, string name, BoxKind kind)
    {
        Box box = builder.OpenBox(kind);
        switch (kind)
        {
            case BoxKind.OrderedList:
                box.Ordinal = Number(element.GetAttribute("start"), 1);
                break;
            case BoxKind.ListItem:
                box.Ordinal = Number(element.GetAttribute("value"), 0);
                break;
            case BoxKind.Table:
                tables.Open(box, element.GetAttribute("role") is "presentation" or "none");
                break;
            case BoxKind.TableCell or BoxKind.TableHeaderCell:
                box.ColumnSpan = Math.Clamp(Number(element.GetAttribute("colspan"), 1), 1, 100);
                box.RowSpan = Math.Clamp(Number(element.GetAttribute("rowspan"), 1), 1, 1000);
                tables.AddCell(name == "th");
                break;
            case BoxKind.Caption when name == "caption":
                tables.AddCaption();
                break;
        }
    }

    private void AddImage(IElement element, Setting setting)
    {
        int width = Number(element.GetAttribute("width"), 0);
        int height = Number(element.GetAttribute("height"), 0);
        bool isPixel = (element.HasAttribute("width") && width <= 1) || (element.HasAttribute("height") && height <= 1) || StyleOf(element).IsHidden;
        if (isPixel) return;
        string? source = element.GetAttribute("src") ?? element.GetAttribute("data-src");
        if (source is null || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) source = element.GetAttribute("data-src") ?? element.GetAttribute("data-original") ?? source;
        builder.AddPicture(builder.AddImage(source, element.GetAttribute("alt") ?? element.GetAttribute("title"), width, height), setting.Link);
    }

    private void ReadTime(IElement element)
    {
        string name = element.GetAttribute("itemprop") ?? "datetime";
        builder.AddEvidence("time", name, element.GetAttribute("datetime"));
        builder.AddEvidence("time", "text", ShortText(element, 80));
    }

    private void ReadMicrodata(IElement element, string property)
    {
        builder.AddEvidence("microdata", property, element.GetAttribute("content") ?? ShortText(element, 200));
    }

    /// <summary>The text of an element; <see langword="null"/> where it is longer, which is not waited for: such elements may nest.</summary>
    private static string? ShortText(IElement element, int below)
    {
        var text = new StringBuilder();
        int nodes = 0;
        foreach (INode node in element.GetDescendants())
        {
            if (node is IText { Data: var data }) text.Append(data);
            if (text.Length >= below || ++nodes > 2 * below) return null;
        }

        return text.ToString();
    }

    private InlineStyle StyleOf(IElement element)
    {
        string? css = element.GetAttribute("style");
        if (string.IsNullOrEmpty(css)) return default;
        if (!styles.TryGetValue(css, out InlineStyle style)) styles[css] = style = InlineStyle.Parse(css);
        return style;
    }

    private static RunStyle StyleWithin(RunStyle outer, RunStyle own, InlineStyle css)
    {
        RunStyle style = outer | own;
        if (css.Bold is { } bold) style = bold ? style | RunStyle.Bold : style & ~RunStyle.Bold;
        if (css.Italic is { } italic) style = italic ? style | RunStyle.Italic : style & ~RunStyle.Italic;
        return style;
    }

    private static Look LookWithin(Look outer, IElement element, string name, InlineStyle css, int level)
    {
        Look look = level > 0 ? outer with { Size = 0 } : outer;
        if (name == "font")
        {
            if (element.GetAttribute("size") is { } size) look = look with { Size = FontSize(size) };
            if (element.GetAttribute("color") is { } color) look = look with { Color = color.ToLowerInvariant() };
        }

        if (name == "big") look = look with { Size = 20 };
        if (css.Size > 0) look = look with { Size = css.Size };
        else if (css.Scale > 0) look = look with { Size = (short)Math.Clamp(MathF.Round((look.Size == 0 ? 16 : look.Size) * css.Scale), 1, 500) };
        if (css.Color is not null) look = look with { Color = css.Color };
        string? background = css.Background ?? (name is "td" or "table" or "tr" or "th" or "body" ? element.GetAttribute("bgcolor")?.ToLowerInvariant() : null);
        if (background is not null) look = look with { Background = background };
        bool? centered = css.Centered ?? (name == "center" ? true : element.GetAttribute("align") is { } align && name != "table" ? align.Equals("center", StringComparison.OrdinalIgnoreCase) : null);
        return centered is { } c ? look with { Centered = c } : look;
    }

    private static short FontSize(string size)
    {
        int number = Number(size.TrimStart('+', '-'), 0);
        if (size.StartsWith('+')) number = 3 + number;
        else if (size.StartsWith('-')) number = 3 - number;
        return Math.Clamp(number, 1, 7) switch { 1 => 10, 2 => 13, 3 => 16, 4 => 18, 5 => 24, 6 => 32, _ => 48 };
    }

    private static int Number(string? value, int otherwise)
    {
        if (value is null) return otherwise;
        ReadOnlySpan<char> digits = value.AsSpan().Trim();
        int end = 0;
        while (end < digits.Length && char.IsAsciiDigit(digits[end])) end++;
        return int.TryParse(digits[..end], System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : otherwise;
    }

    /// <summary>Adds the text of an element that is too deep to walk into: as one line, without its nesting.</summary>
    private void Flatten(IElement element, Setting setting)
    {
        if (!depthReported)
        {
            depthReported = true;
            builder.Report(new Diagnostic(DiagnosticCodes.NestingLimited, DiagnosticSeverity.Warning, $"Elements nest deeper than {limits.MaxDepth}; deeper ones were read without their nesting."));
        }

        var pending = new Stack<(INode Node, int Link)>();
        pending.Push((element, setting.Link));
        while (pending.TryPop(out (INode Node, int Link) next))
        {
            if (next.Node is IText text)
            {
                builder.AddText(text.Data, setting.Style, next.Link, setting.LookIndex);
                continue;
            }

            if (next.Node is not IElement inner || HtmlElements.IsInvisible(inner.LocalName)) continue;
            if (inner.LocalName == "br" || HtmlElements.TryGetBox(inner.LocalName, out _) || HtmlElements.IsLine(inner.LocalName)) builder.EndBlock();
            int link = inner.LocalName == "a" && inner.GetAttribute("href") is { } href ? builder.AddLink(href) : next.Link;
            INodeList children = inner.ChildNodes;
            for (int i = children.Length - 1; i >= 0; i--) pending.Push((children[i], link));
        }
    }

    private readonly record struct Setting(RunStyle Style, int Link, Look Look, short LookIndex, BlockKind Kind, int Level, string? Property, BlockPins Pins = BlockPins.None);

    private sealed class Frame
    {
        public IElement Element { get; set; } = null!;

        public Setting Outer { get; set; }

        public Setting Inner { get; set; }

        public bool HasBox { get; set; }

        public bool IsLine { get; set; }

        public bool IsTable { get; set; }

        public int Next { get; set; }
    }
}
