using Markdig.Syntax.Inlines;

namespace Syndication.Documents;

/// <summary>
/// Lines of a paragraph that stand for themselves, though Markdown joins them: a line that is nothing but a link, over a sentence of its own, and lines
/// that all start with a link and end as sentences do. Text that an editor wrapped goes on in small letters.
/// </summary>
internal static class MarkdownLinkLines
{
    /// <summary>The line ends that are more than spaces.</summary>
    public static HashSet<Inline> Find(ContainerInline paragraph)
    {
        HashSet<Inline> ends = [];
        if (paragraph.FirstChild is not { } first || !IsLink(first)) return ends;
        List<Inline> starts = [first];
        bool allLinks = true, sentences = true;
        for (Inline? inline = first; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LineBreakInline { IsHard: false } || inline.NextSibling is not { } next) continue;
            starts.Add(next);
            allLinks &= IsLink(next);
            sentences &= EndsLine(inline.PreviousSibling);
        }

        if (starts.Count == 1) return ends;
        if (allLinks && sentences)
        {
            foreach (Inline start in starts.Skip(1)) ends.Add(start.PreviousSibling!);
        }
        else if (starts[1].PreviousSibling is { } end && IsAlone(first, end) && StartsSentence(starts[1]))
        {
            ends.Add(end);
        }

        return ends;
    }

    private static bool IsLink(Inline inline) => inline is LinkInline { IsImage: false, FirstChild: not null } || inline is EmphasisInline { FirstChild: LinkInline { IsImage: false } };

    /// <summary>Whether nothing but space stands between a link and the end of its line.</summary>
    private static bool IsAlone(Inline link, Inline end)
    {
        Inline? at = link.NextSibling;
        while (at is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace()) at = at.NextSibling;
        return ReferenceEquals(at, end);
    }

    private static bool EndsLine(Inline? inline) =>
        inline is not null && (IsLink(inline) || (inline is LiteralInline literal && literal.Content.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or ')' or '。' or '！' or '？' or '）' or '…']));

    private static bool StartsSentence(Inline inline)
    {
        while (inline is ContainerInline { FirstChild: { } inner }) inline = inner;
        if (inline is not LiteralInline literal || literal.Content.AsSpan().TrimStart() is not [var first, ..]) return false;
        return char.IsLetter(first) ? !char.IsLower(first) : first is '"' or '“' or '«' or '「' or '《';
    }
}
