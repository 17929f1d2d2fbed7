using System.Text;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Syndication.Documents;

/// <summary>An element of a page with its attributes.</summary>
internal class PageElement(ElementKind kind, NodeFlags flags, PageFactory? maker = null) : PageNode, IConstructableElement, IConstructableNamedNodeMap
{
    private PageAttribute[] attributes = [];

    public ElementKind Kind { get; } = kind;

    public ReadOnlySpan<PageAttribute> Attributes => attributes;

    /// <summary>Where its tag starts in the source, from 0; -1 where that was not asked for or there is no tag.</summary>
    public int Position { get; set; } = -1;

    /// <summary>What the selectors of a profile say of it.</summary>
    public BlockPins Pins { get; init; }

    /// <summary>Whether it is none of SVG or MathML.</summary>
    public bool IsHtml => flags.HasFlag(NodeFlags.HtmlMember);

    public override NodeFlags Flags => flags;

    public override StringOrMemory NodeName => Kind.Name;

    StringOrMemory IConstructableElement.LocalName => Kind.Name;

    StringOrMemory IConstructableElement.NamespaceUri => IsHtml ? NamespaceNames.HtmlUri : flags.HasFlag(NodeFlags.SvgMember) ? NamespaceNames.SvgUri : NamespaceNames.MathMlUri;

    StringOrMemory IConstructableElement.Prefix => StringOrMemory.Empty;

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    ISourceReference? IConstructableElement.SourceReference
    {
        get => null;
        set => Position = value?.Position.Position - 1 ?? -1;
    }

    int IConstructableNamedNodeMap.Length => attributes.Length;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => null;

    /// <summary>The value of an attribute; <see langword="null"/> where there is none.</summary>
    public string? GetAttribute(ReadOnlySpan<char> name)
    {
        int index = IndexOf(name);
        return index < 0 ? null : attributes[index].Value.ToString();
    }

    public bool HasAttribute(ReadOnlySpan<char> name) => IndexOf(name) >= 0;

    /// <summary>The text of an element and all within; <see langword="null"/> where it is longer, which is not waited for: such elements may nest.</summary>
    public string? TextWithin(int below = int.MaxValue)
    {
        var text = new StringBuilder();
        var pending = new Stack<PageNode>();
        pending.Push(this);
        for (long nodes = 0; pending.TryPop(out PageNode? node); nodes++)
        {
            if (node is PageText inner) text.Append(inner.Data);
            if (text.Length >= below || nodes > 2L * below) return null;
            for (int i = node.Children.Length - 1; i >= 0; i--) pending.Push(node.Children[i]);
        }

        return text.ToString();
    }

    public void Add(ReadOnlyMemory<char> name, ReadOnlyMemory<char> value) => attributes = [.. attributes, new PageAttribute(name, value)];

    void IConstructableElement.SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => Add(name.Memory, value.Memory);

    void IConstructableElement.SetOwnAttribute(StringOrMemory name, StringOrMemory value) => Add(name.Memory, value.Memory);

    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) =>
        IndexOf(localName.Memory.Span) is >= 0 and int index ? attributes[index].Value : StringOrMemory.Empty;

    bool IConstructableElement.HasAttribute(StringOrMemory name) => IndexOf(name.Memory.Span) >= 0;

    void IConstructableElement.SetAttributes(StructAttributes tagAttributes)
    {
        if (tagAttributes.Count == 0) return;
        int known = attributes.Length;
        Array.Resize(ref attributes, known + tagAttributes.Count);
        for (int i = 0; i < tagAttributes.Count; i++)
        {
            MemoryHtmlAttributeToken token = tagAttributes[i];
            attributes[known + i] = new PageAttribute(token.Name.Memory, token.Value.Memory);
        }
    }

    void IConstructableElement.SetupElement()
    {
    }

    void IConstructableElement.AddComment(ref StructHtmlToken token)
    {
    }

    IConstructableNode IConstructableElement.ShallowCopy()
    {
        var copy = new PageElement(Kind, flags, maker) { attributes = attributes, Position = Position };
        return maker?.Count(copy) ?? copy;
    }

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not PageElement other || other.attributes.Length != this.attributes.Length) return false;
        foreach (PageAttribute attribute in this.attributes)
        {
            if (other.IndexOf(attribute.Name.Span) is not (>= 0 and int index) || !other.attributes[index].Value.Span.SequenceEqual(attribute.Value.Span)) return false;
        }

        return true;
    }

    private int IndexOf(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].Name.Span.SequenceEqual(name)) return i;
        }

        return -1;
    }
}
