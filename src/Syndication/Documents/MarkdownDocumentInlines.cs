using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Syndication.Documents;

/// <summary>Walks the inlines of a Markdown block into runs.</summary>
internal sealed class MarkdownDocumentInlines(FlatDocumentBuilder builder, MarkdownDocumentHtml html)
{
    /// <summary>What is left to walk, innermost last: brackets that nothing closes nest as deep as the text is long, deeper than any call stack.</summary>
    private readonly Stack<(Inline? Next, RunStyle Style, int Link)> pending = new();

    /// <summary>The line ends of the block that are breaks.</summary>
    private HashSet<Inline> breaks = [];

    public void Add(ContainerInline container)
    {
        breaks = MarkdownLinkLines.Find(container);
        pending.Clear();
        pending.Push((container.FirstChild, RunStyle.None, -1));
        while (pending.TryPop(out (Inline? Next, RunStyle Style, int Link) at))
        {
            if (at.Next is null) continue;
            pending.Push((at.Next.NextSibling, at.Style, at.Link));
            Add(at.Next, at.Style, at.Link);
        }
    }

    private void AddAll(ContainerInline container, RunStyle style, int link) => pending.Push((container.FirstChild, style, link));

    private void Add(Inline inline, RunStyle style, int link)
    {
        switch (inline)
        {
            case LiteralInline literal:
                html.AddText(literal.Content.AsSpan(), style, link);
                break;
            case HtmlEntityInline entity:
                html.AddText(entity.Transcoded.AsSpan(), style, link);
                break;
            case CodeInline code:
                html.AddText(code.Content, style | RunStyle.Code, link);
                break;
            case LineBreakInline line when line.IsHard || breaks.Contains(line):
                builder.Break();
                break;
            case LineBreakInline:
                html.EndLine();
                break;
            case HtmlInline raw:
                html.Add(raw.Tag, isInline: true);
                break;
            case AutolinkInline auto:
                html.AddText(auto.Url, style, link >= 0 ? link : builder.AddLink(auto.IsEmail ? "mailto:" + auto.Url : auto.Url));
                break;
            case LinkInline { IsImage: true } image:
                html.AddPicture(builder.AddImage(AddressOf(image), PlainText(image), 0, 0), link);
                break;
            case LinkInline target:
                AddAll(target, style, link >= 0 || AddressOf(target) is not { Length: > 0 } address ? link : builder.AddLink(address));
                break;
            case EmphasisInline emphasis:
                AddAll(emphasis, style | StyleOf(emphasis), link);
                break;
            case TaskList:
                break;
            case DelimiterInline delimiter:
                html.AddText(delimiter.ToLiteral(), style, link);
                AddAll(delimiter, style, link);
                break;
            case ContainerInline other:
                AddAll(other, style, link);
                break;
        }
    }

    private static RunStyle StyleOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', _) => RunStyle.Strike,
        (_, 1) => RunStyle.Italic,
        _ => RunStyle.Bold,
    };

    private static string? AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url;

    private static string PlainText(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (Inline inline in container.Descendants())
        {
            if (inline is LiteralInline literal) text.Append(literal.Content.AsSpan());
            else if (inline is CodeInline code) text.Append(code.Content);
            else if (inline is HtmlEntityInline entity) text.Append(entity.Transcoded.AsSpan());
            else if (inline is LineBreakInline) text.Append(' ');
        }

        return text.ToString();
    }
}
