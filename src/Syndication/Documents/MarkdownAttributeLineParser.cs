using Markdig.Parsers;
using Markdig.Syntax;

namespace Syndication.Documents;

/// <summary>
/// A line that is nothing but a <see cref="MarkdownAttributeList"/>, as kramdown and Hugo have it below or above a block, or that begins or ends a division of Pandoc (<c>::: {.note}</c>,
/// <c>::: warning</c>, <c>:::</c>): it ends a paragraph and shows nothing.
/// </summary>
internal sealed class MarkdownAttributeLineParser : BlockParser
{
    private const int FewestColons = 3;

    public MarkdownAttributeLineParser() => OpeningCharacters = ['{', ':'];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        ReadOnlySpan<char> line = processor.Line.AsSpan().TrimEnd();
        if (!(line[0] == ':' ? IsDivision(line) : IsList(line))) return BlockState.None;
        processor.NewBlocks.Push(new AttributeLine(this) { Column = processor.Column, Span = new SourceSpan(processor.Line.Start, processor.Line.End) });
        return BlockState.BreakDiscard;
    }

    private static bool IsList(ReadOnlySpan<char> line) => MarkdownAttributeList.LengthAt(line) == line.Length && MarkdownAttributeList.IsUnmistakable(line);

    private static bool IsDivision(ReadOnlySpan<char> line)
    {
        int colons = line.IndexOfAnyExcept(':');
        if (colons < 0) return line.Length >= FewestColons;
        if (colons < FewestColons) return false;
        ReadOnlySpan<char> rest = line[colons..].TrimStart();
        int list = MarkdownAttributeList.LengthAt(rest);
        return list > 0 ? rest[list..].Trim(" :").IsEmpty : MarkdownAttributeList.IsClass(rest);
    }

    private sealed class AttributeLine(BlockParser parser) : LeafBlock(parser);
}
