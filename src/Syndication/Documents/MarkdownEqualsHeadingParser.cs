using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Syndication.Documents;

/// <summary>An <see cref="EqualsHeading"/> in Markdown, where CommonMark has a paragraph: after an empty line or another block, and over none that makes a heading or a table of it.</summary>
internal sealed class MarkdownEqualsHeadingParser : BlockParser
{
    public MarkdownEqualsHeadingParser() => OpeningCharacters = ['='];

    /// <inheritdoc/>
    public override bool CanInterrupt(BlockProcessor processor, Markdig.Syntax.Block block) => block is not ParagraphBlock;

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        StringSlice line = processor.Line;
        EqualsHeading found = EqualsHeading.Of(line.AsSpan());
        if (found.Level == 0 || (found.IsDocumentTitle && processor.CurrentContainer is not MarkdownDocument { Count: 0 }) || IsMarkupBelow(line)) return BlockState.None;
        var heading = new HeadingBlock(this) { HeaderChar = '=', Level = found.Level, Column = processor.Column, Span = new SourceSpan(line.Start, line.End) };
        processor.NewBlocks.Push(heading);
        processor.GoToColumn(processor.Column + found.Start);
        processor.Line.End = processor.Line.Start + found.Length - 1;
        heading.Span.End = processor.Line.End;
        return BlockState.Break;
    }

    private static bool IsMarkupBelow(StringSlice line)
    {
        if (line.End + 1 >= line.Text.Length) return false;
        ReadOnlySpan<char> below = FrontMatter.Line(line.Text, FrontMatter.After(line.Text, line.End + 1)).Trim();
        return !below.IsEmpty && below.IndexOfAnyExcept("=-|: ") < 0;
    }
}
