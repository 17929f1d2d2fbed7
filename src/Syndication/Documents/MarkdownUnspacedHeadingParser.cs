using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>
/// A heading without a space after its marks, as Markdown allowed before CommonMark (<c>##Articles##</c>): with two marks or more, or with marks at
/// both ends. CommonMark 0.31, 4.2 reads such a line as text, and so is <c>#tag</c> here.
/// </summary>
internal sealed class MarkdownUnspacedHeadingParser : BlockParser
{
    private const int MostMarks = 6;

    public MarkdownUnspacedHeadingParser() => OpeningCharacters = ['#'];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        StringSlice line = processor.Line;
        ReadOnlySpan<char> text = line.AsSpan().TrimEnd();
        int marks = text.IndexOfAnyExcept('#');
        if (marks is < 1 or > MostMarks || char.IsWhiteSpace(text[marks])) return BlockState.None;
        ReadOnlySpan<char> words = text[marks..].TrimEnd('#');
        bool isClosed = words.Length < text.Length - marks;
        if ((marks == 1 && !isClosed) || words.IsWhiteSpace() || !Characters.HasLetter(words)) return BlockState.None;
        var heading = new HeadingBlock(this) { HeaderChar = '#', Level = marks, Column = processor.Column, Span = new SourceSpan(line.Start, line.End) };
        processor.NewBlocks.Push(heading);
        processor.GoToColumn(processor.Column + marks);
        processor.Line.End = processor.Line.Start + words.TrimEnd().Length - 1;
        heading.Span.End = processor.Line.End;
        return BlockState.Break;
    }
}
