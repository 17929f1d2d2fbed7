using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Syndication.Documents;

/// <summary>A page as a tree of elements and text. What is read from it must be copied before it is disposed: that gives the parser's buffers back.</summary>
internal sealed class Page(TextSource source) : PageNode, IConstructableDocument, IDisposable
{
    /// <summary>The <c>html</c> element.</summary>
    public PageElement? Root { get; private set; }

    public PageElement? Head => Child("head");

    /// <summary>The <c>body</c>, or the <c>frameset</c> in its place.</summary>
    public PageElement? Body => Child("body") ?? Child("frameset");

    public TextSource Source => source;

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    IConstructableElement? IConstructableDocument.Head => Head;

    IConstructableElement IConstructableDocument.DocumentElement => Root!;

    bool IConstructableDocument.IsLoading => false;

    public override void InsertNode(int idx, IConstructableNode childNode)
    {
        if (childNode is PageElement element)
        {
            // Here the parser puts what stands in a table but not in a cell, since it knows a table only by its own type.
            if (Root is not null) throw new PageNotBuiltException();
            Root = element;
        }

        base.InsertNode(idx, childNode);
    }

    void IConstructableDocument.Clear()
    {
        Root = null;
        Clear();
    }

    void IConstructableDocument.AddComment(ref StructHtmlToken token)
    {
    }

    void IConstructableDocument.PerformMicrotaskCheckpoint()
    {
    }

    void IConstructableDocument.ProvideStableState()
    {
    }

    void IConstructableDocument.TrackError(Exception exception)
    {
    }

    void IConstructableDocument.ApplyManifest()
    {
    }

    Task IConstructableDocument.WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    Task IConstructableDocument.FinishLoadingAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Builder?.Dispose();
        Builder = null;
        source.Dispose();
    }

    private PageElement? Child(string name)
    {
        if (Root is null) return null;
        foreach (PageNode node in Root.Children)
        {
            if (node is PageElement element && element.Kind.Name == name) return element;
        }

        return null;
    }
}
