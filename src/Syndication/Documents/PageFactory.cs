using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace Syndication.Documents;

/// <summary>Makes the nodes of one <see cref="Page"/> for AngleSharp's parser, within bounds: it counts them, and now and then the depth they are at.</summary>
internal sealed class PageFactory(Limits limits) : IDomConstructionElementFactory<Page, PageElement>
{
    private const int Interval = 64;
    private readonly long mostElements = (long)limits.MaxBlocks * HtmlTree.NodesPerBlock;
    private readonly int mostDepth = HtmlTree.MostDepth(limits);
    private long created;
    private PageElement? last;

    /// <summary>An element is not in the tree yet when it is made: the depth that counts is that of the one made before.</summary>
    public T Count<T>(T element) where T : PageElement
    {
        if (++created > mostElements) throw new BeyondBoundsException();
        if (created % Interval == 0)
        {
            int depth = 0;
            for (IConstructableNode? at = last; at is not null; at = at.Parent) depth++;
            if (depth > mostDepth) throw new BeyondBoundsException();
        }

        last = element;
        return element;
    }

    public Page CreateDocument(TextSource source, IBrowsingContext? context = null) => new(source);

    public PageElement Create(Page document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
    {
        ElementKind kind = HtmlElements.KindOf(localName.Memory.Span);
        return Count(new PageElement(kind, kind.Flags | flags, this));
    }

    public PageElement CreateUnknown(Page document, StringOrMemory tagName) => Create(document, tagName);

    public PageElement CreateNoScript(Page document, bool scripting) => Create(document, "noscript");

    public IConstructableNode CreateDocumentType(Page document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) => new PageText(default);

    public IConstructableMathElement CreateMath(Page document, StringOrMemory name = default)
    {
        ElementKind kind = HtmlElements.KindOf(name.Memory.Span);
        return Count(new MathElement(kind, HtmlElements.MathFlagsOf(kind.Name)));
    }

    public IConstructableSvgElement CreateSvg(Page document, StringOrMemory name = default)
    {
        ElementKind kind = HtmlElements.KindOf(name.Memory.Span);
        return Count(new SvgElement(kind, HtmlElements.SvgFlagsOf(kind.Name)));
    }

    public IConstructableMetaElement CreateMeta(Page document) => Count(new MetaElement(HtmlElements.KindOf("meta")));

    public IConstructableScriptElement CreateScript(Page document, bool parserInserted, bool started) => Count(new ScriptElement(HtmlElements.KindOf("script")));

    public IConstructableFrameElement CreateFrame(Page document) => Count(new FrameElement(HtmlElements.KindOf("frame")));

    public IConstructableFormElement CreateForm(Page document) => Count(new FormElement(HtmlElements.KindOf("form")));

    public IConstructableTemplateElement CreateTemplate(Page document) => throw new PageNotBuiltException();

    private sealed class MetaElement(ElementKind kind) : PageElement(kind, kind.Flags), IConstructableMetaElement
    {
        public void Handle()
        {
        }
    }

    private sealed class ScriptElement(ElementKind kind) : PageElement(kind, kind.Flags), IConstructableScriptElement
    {
        public bool Prepare(IConstructableDocument document) => false;

        public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class FrameElement(ElementKind kind) : PageElement(kind, kind.Flags), IConstructableFrameElement;

    private sealed class FormElement(ElementKind kind) : PageElement(kind, kind.Flags), IConstructableFormElement;

    private sealed class SvgElement(ElementKind kind, NodeFlags flags) : PageElement(kind, flags), IConstructableSvgElement;

    private sealed class MathElement(ElementKind kind, NodeFlags flags) : PageElement(kind, flags), IConstructableMathElement;
}
