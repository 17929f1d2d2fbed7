using Markdig.Parsers;
using Markdig.Syntax;

namespace Syndication.Documents;

/// <summary>A line that is nothing but a <see cref="MarkdownAttributeList"/>, as kramdown and Hugo have it below or above a block: it ends a paragraph and shows nothing.</summary>
internal sealed class MarkdownAttributeLineParser : BlockParser
{
    public MarkdownAttributeLineParser() => OpeningCharacters = ['{'];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        ReadOnlySpan<char> line = processor.Line.AsSpan().TrimEnd();
        if (MarkdownAttributeList.LengthAt(line) is var length && (length == 0 || length < line.Length) || !MarkdownAttributeList.IsUnmistakable(line)) return BlockState.None;
        processor.NewBlocks.Push(new AttributeLine(this) { Column = processor.Column, Span = new SourceSpan(processor.Line.Start, processor.Line.End) });
        return BlockState.BreakDiscard;
    }

    private sealed class AttributeLine(BlockParser parser) : LeafBlock(parser);
}
