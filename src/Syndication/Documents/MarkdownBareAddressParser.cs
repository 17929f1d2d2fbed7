using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Syndication.Documents;

/// <summary>Makes links of bare addresses while Markdown is parsed; Markdig's own extension takes the Chinese text after an address for a part of it. Words or a picture that AsciiDoc makes of an address are understood as well (<see cref="AsciiDocLink"/>).</summary>
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
        var link = new LinkInline(address, "") { IsAutoLink = true, IsClosed = true, Line = line, Column = column };
        length += AddWords(processor, link, rest[length..]);
        link.Span = new SourceSpan(start, start + length - 1);
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    /// <summary>Gives a link the words that AsciiDoc has in brackets after its address, else the address itself.</summary>
    /// <returns>The length of the brackets.</returns>
    private static int AddWords(InlineProcessor processor, LinkInline link, ReadOnlySpan<char> text)
    {
        (int brackets, Range range) = AsciiDocLink.At(text);
        if (brackets > 0 && processor.Document.ContainsLinkReferenceDefinition(text[1..(brackets - 1)].ToString())) brackets = 0;
        if (brackets > 0 && processor.Inline is LiteralInline before)
        {
            (int macro, link.IsImage) = AsciiDocLink.MacroBefore(before.Content.AsSpan());
            before.Content.End -= macro;
        }

        ReadOnlySpan<char> words = brackets > 0 ? text[range] : [];
        if (words is ['`', .. var code, '`']) link.AppendChild(new CodeInline(code.ToString()) { IsClosed = true });
        else if (!words.IsEmpty || !link.IsImage) link.AppendChild(new LiteralInline(words.IsEmpty ? link.Url! : words.ToString()) { IsClosed = true });
        return brackets;
    }
}
