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
        (int brackets, Inline words) = WordsAfter(processor, rest[length..], address);
        length += brackets;
        var link = new LinkInline(address, "") { IsAutoLink = true, IsClosed = true, Line = line, Column = column, Span = new SourceSpan(start, start + length - 1) };
        link.AppendChild(words);
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    /// <summary>The words that AsciiDoc has in brackets after an address, else the address itself.</summary>
    private static (int Brackets, Inline Words) WordsAfter(InlineProcessor processor, ReadOnlySpan<char> text, string address)
    {
        (int brackets, Range range) = AsciiDocLink.At(text);
        if (brackets == 0 || processor.Document.ContainsLinkReferenceDefinition(text[1..(brackets - 1)].ToString())) return (0, new LiteralInline(address) { IsClosed = true });
        if (processor.Inline is LiteralInline before) before.Content.End -= AsciiDocLink.MacroLength(before.Content.AsSpan());
        return text[range] switch
        {
            [] => (brackets, new LiteralInline(address) { IsClosed = true }),
            ['`', .. var code, '`'] => (brackets, new CodeInline(code.ToString()) { IsClosed = true }),
            var words => (brackets, new LiteralInline(words.ToString()) { IsClosed = true }),
        };
    }
}
