using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Syndication.Documents;

/// <summary>Makes links of bare addresses while Markdown is parsed; Markdig's own extension takes the Chinese text after an address for a part of it.</summary>
internal sealed class MarkdownBareAddressParser : InlineParser
{
    public MarkdownBareAddressParser() => OpeningCharacters = ['h', 'H'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (char.IsAsciiLetterOrDigit(slice.PeekCharExtra(-1))) return false;
        ReadOnlySpan<char> rest = slice.AsSpan();
        int length = BareAddress.LengthAt(rest);
        if (length == 0) return false;
        string address = rest[..length].ToString();
        int start = processor.GetSourcePosition(slice.Start, out int line, out int column);
        var link = new LinkInline(address, "") { IsAutoLink = true, IsClosed = true, Line = line, Column = column, Span = new SourceSpan(start, start + length - 1) };
        link.AppendChild(new LiteralInline(address) { IsClosed = true });
        processor.Inline = link;
        slice.Start += length;
        return true;
    }
}
