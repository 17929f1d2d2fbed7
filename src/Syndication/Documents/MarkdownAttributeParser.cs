using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Syndication.Documents;

/// <summary>Passes over a <see cref="MarkdownAttributeList"/> within a text: right after what it belongs to, at the end of a heading, or, as kramdown has it, at the start of a list's item.</summary>
internal sealed class MarkdownAttributeParser : InlineParser
{
    public MarkdownAttributeParser() => OpeningCharacters = ['{'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        ReadOnlySpan<char> rest = slice.AsSpan();
        int length = MarkdownAttributeList.LengthAt(rest);
        if (length == 0 || !(BelongsToBlock(processor, rest, length) || BelongsTo(processor.Inline, rest[..length]))) return false;
        slice.Start += length;
        return true;
    }

    private static bool BelongsToBlock(InlineProcessor processor, ReadOnlySpan<char> rest, int length) => processor.Block switch
    {
        HeadingBlock => rest[length..].IsWhiteSpace(),
        ParagraphBlock { Parent: ListItemBlock } => processor.Inline is null && MarkdownAttributeList.IsKramdown(rest),
        _ => false,
    };

    /// <summary>Whether a list says something about what stands right before it; after a bare address <c>{#part}</c> is a part of a pattern of addresses (RFC 6570, 3.2.4).</summary>
    private static bool BelongsTo(Inline? before, ReadOnlySpan<char> list) => before switch
    {
        LinkInline { IsAutoLink: true } => MarkdownAttributeList.IsKramdown(list),
        LinkInline or AutolinkInline => true,
        CodeInline => MarkdownAttributeList.IsUnmistakable(list),
        EmphasisDelimiterInline emphasis => emphasis.Type.HasFlag(DelimiterType.Close) && MarkdownAttributeList.IsUnmistakable(list),
        _ => false,
    };
}
