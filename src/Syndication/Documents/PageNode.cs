using System.Collections;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Syndication.Documents;

/// <summary>
/// A node of a page as AngleSharp's parser builds it for us: only what reading needs, a third of the weight of its own. Text and attribute values
/// are slices of the parser's buffer.
/// </summary>
internal abstract class PageNode : IConstructableNode, IConstructableNodeList
{
    private PageNode[] children = [];
    private int count;

    public ReadOnlySpan<PageNode> Children => children.AsSpan(0, count);

    public IConstructableNode? Parent { get; set; }

    public virtual NodeFlags Flags => NodeFlags.None;

    public virtual StringOrMemory NodeName => StringOrMemory.Empty;

    IConstructableNodeList IConstructableNode.ChildNodes => this;

    int IConstructableNodeList.Length => count;

    IConstructableNode IConstructableNodeList.this[int index] => Children[index];

    public void AddNode(IConstructableNode node) => InsertNode(count, node);

    public virtual void InsertNode(int idx, IConstructableNode childNode)
    {
        if (count == children.Length) Array.Resize(ref children, count == 0 ? 2 : count * 2);
        if (idx < count) Array.Copy(children, idx, children, idx + 1, count - idx);
        children[idx] = (PageNode)childNode;
        count++;
        childNode.Parent = this;
    }

    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => InsertText(count, text, emitWhiteSpaceOnly);

    /// <summary>White space is kept whatever the parser says: it parts words.</summary>
    public void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (text.Length > 0) InsertNode(idx, new PageText(text.Memory));
    }

    public void RemoveFromParent() => Parent?.RemoveChild(this);

    public void RemoveChild(IConstructableNode childNode)
    {
        int index = Array.IndexOf(children, (PageNode)childNode, 0, count);
        if (index >= 0) RemoveNode(index, childNode);
    }

    public void RemoveNode(int idx, IConstructableNode childNode)
    {
        count--;
        Array.Copy(children, idx + 1, children, idx, count - idx);
        children[count] = null!;
        childNode.Parent = null;
    }

    void IConstructableNodeList.Clear() => Clear();

    public IEnumerator<IConstructableNode> GetEnumerator() => children.Take(count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected void Clear()
    {
        children = [];
        count = 0;
    }
}
