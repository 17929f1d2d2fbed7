namespace Syndication.Documents;

/// <summary>A piece of text of a page, its character references resolved.</summary>
internal sealed class PageText(ReadOnlyMemory<char> data) : PageNode
{
    public ReadOnlySpan<char> Data => data.Span;
}
