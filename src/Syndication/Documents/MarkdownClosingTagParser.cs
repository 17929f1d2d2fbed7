using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Syndication.Documents;

/// <summary>
/// A line that is nothing but the end tag of a block (<c>&lt;/p&gt;</c>), as converters leave it between paragraphs: it ends with the line. By CommonMark
/// 0.31, 4.6 the Markdown right below it would be raw HTML as well.
/// </summary>
internal sealed class MarkdownClosingTagParser : BlockParser
{
    public MarkdownClosingTagParser() => OpeningCharacters = ['<'];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        StringSlice line = processor.Line;
        ReadOnlySpan<char> text = line.AsSpan().TrimEnd();
        if (text is not ['<', '/', _, .., '>'] || text[2..^1].ContainsAnyExceptInRange('a', 'z')) return BlockState.None;
        processor.NewBlocks.Push(new HtmlBlock(this) { Type = HtmlBlockType.InterruptingBlock, Column = processor.Column, Span = new SourceSpan(line.Start, line.End) });
        return BlockState.Break;
    }
}
