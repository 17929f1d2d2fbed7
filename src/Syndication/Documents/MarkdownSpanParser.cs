using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Syndication.Documents;

/// <summary>Words in brackets with attributes, as Pandoc has them (<c>[Notes]{#notes}</c>): the words.</summary>
internal sealed class MarkdownSpanParser : InlineParser
{
    public MarkdownSpanParser() => OpeningCharacters = [']'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        ReadOnlySpan<char> rest = slice.AsSpan()[1..];
        int length = MarkdownAttributeList.LengthAt(rest);
        if (length == 0 || !MarkdownAttributeList.IsUnmistakable(rest[..length])) return false;
        if (processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { IsImage: false } open || (open.IsActive && open.Label is not null)) return false;
        var span = new ContainerInline { Span = open.Span, Line = open.Line, Column = open.Column, IsClosed = true };
        open.ReplaceBy(span);
        processor.Inline = span;
        processor.PostProcessInlines(0, span, null, false);
        slice.Start += length + 1;
        return true;
    }
}
