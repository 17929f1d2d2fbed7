using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Unicode;

namespace Syndication.Feeds;

/// <summary>
/// Writes indented XML as UTF-8. Whatever the text, the document is well-formed: what XML cannot carry is repaired and logged
/// (<see cref="XmlCharacters"/>). Names come from the formats, are given as UTF-8 and are not checked.
/// </summary>
internal sealed class Utf8XmlWriter(IBufferWriter<byte> output, WriteLog log) : IDisposable
{
    private const int ChunkSize = 32 * 1024;

    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static readonly SearchValues<char> TextSpecials = SearchValues.Create("<>&\r" + Controls);
    private static readonly SearchValues<char> AttributeSpecials = SearchValues.Create("<>&\"\r\n\t" + Controls);
    private static readonly SearchValues<char> CdataSpecials = SearchValues.Create("\r" + Controls);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
    private int used;
    private int depth;
    private bool startTagOpen;
    private bool endsInline;

    public void Declaration() => Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>"u8);

    /// <summary>A processing instruction that names a style sheet (www.w3.org/TR/xml-stylesheet).</summary>
    /// <param name="href">An address; escaped as an attribute, so that nothing in it can end the instruction.</param>
    public void Stylesheet(string href)
    {
        Raw("\n<?xml-stylesheet type=\"text/css\" href=\""u8);
        Escaped(href, "the style sheet"u8, AttributeSpecials);
        Raw("\"?>"u8);
    }

    public void Start(ReadOnlySpan<byte> name)
    {
        if (startTagOpen) CloseStartTag();
        Indent(name.Length + 1);
        buffer[used++] = (byte)'<';
        name.CopyTo(buffer.AsSpan(used));
        used += name.Length;
        startTagOpen = true;
        depth++;
    }

    public void Attribute(ReadOnlySpan<byte> name, string value)
    {
        Debug.Assert(startTagOpen, "An attribute belongs to a start tag.");
        AttributeStart(name);
        Escaped(value, name, AttributeSpecials);
        Raw((byte)'"');
    }

    public void Attribute(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        AttributeStart(name);
        Raw(value);
        Raw((byte)'"');
    }

    public void End(ReadOnlySpan<byte> name)
    {
        depth--;
        if (startTagOpen)
        {
            Raw(" />"u8);
            startTagOpen = false;
        }
        else
        {
            if (!endsInline) Indent(0);
            Span<byte> tag = Reserve(name.Length + 3);
            "</"u8.CopyTo(tag);
            name.CopyTo(tag[2..]);
            tag[name.Length + 2] = (byte)'>';
            used += name.Length + 3;
        }

        endsInline = false;
    }

    /// <summary>Text of the element last started; <paramref name="name"/> is what a diagnostic calls it.</summary>
    public void Text(string value, ReadOnlySpan<byte> name)
    {
        CloseStartTag();
        Escaped(value, name, TextSpecials);
        endsInline = true;
    }

    /// <summary>
    /// Markup as text: in a CDATA section, which is smaller and can be read by people; escaped where the text has something that such a section cannot hold.
    /// </summary>
    public void Markup(string value, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<char> text = value;
        if (text.ContainsAny(CdataSpecials) || text.Contains("]]>", StringComparison.Ordinal) || XmlCharacters.HasHighRemoved(text))
        {
            Text(value, name);
            return;
        }

        CloseStartTag();
        Raw("<![CDATA["u8);
        int replaced = Transcoded(text);
        Raw("]]>"u8);
        endsInline = true;
        if (replaced > 0) log.CharactersRepaired(Encoding.UTF8.GetString(name), replaced);
    }

    /// <summary>Markup that is known to be well-formed XML.</summary>
    public void WellFormed(string markup)
    {
        CloseStartTag();
        Transcoded(markup);
        endsInline = true;
    }

    public void Element(ReadOnlySpan<byte> name, string value)
    {
        Start(name);
        Text(value, name);
        End(name);
    }

    /// <summary>An element whose text is ASCII and needs no escaping.</summary>
    public void Element(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Start(name);
        CloseStartTag();
        Raw(value);
        endsInline = true;
        End(name);
    }

    /// <summary>The line break after the last element; all bytes go to the output.</summary>
    public void Finish()
    {
        Raw((byte)'\n');
        Flush();
    }

    public void Flush()
    {
        output.Write(buffer.AsSpan(0, used));
        used = 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void AttributeStart(ReadOnlySpan<byte> name)
    {
        Span<byte> start = Reserve(name.Length + 3);
        start[0] = (byte)' ';
        name.CopyTo(start[1..]);
        "=\""u8.CopyTo(start[(name.Length + 1)..]);
        used += name.Length + 3;
    }

    private void CloseStartTag()
    {
        if (!startTagOpen) return;
        Raw((byte)'>');
        startTagOpen = false;
    }

    /// <summary>A line break and the indentation; the caller may write so many bytes more without asking.</summary>
    private void Indent(int more)
    {
        Span<byte> line = Reserve(1 + (2 * depth) + more);
        line[0] = (byte)'\n';
        line.Slice(1, 2 * depth).Fill((byte)' ');
        used += 1 + (2 * depth);
    }

    private void Escaped(string value, ReadOnlySpan<byte> name, SearchValues<char> specials)
    {
        int repaired = 0;
        if (XmlCharacters.HasHighRemoved(value)) value = XmlCharacters.Repair(value, out repaired);
        ReadOnlySpan<char> rest = value;
        while (true)
        {
            int next = rest.IndexOfAny(specials);
            repaired += Transcoded(next < 0 ? rest : rest[..next]);
            if (next < 0) break;
            char special = rest[next];
            if (XmlCharacters.IsRemoved(special)) repaired++;
            else Raw(Entity(special));
            rest = rest[(next + 1)..];
        }

        if (repaired > 0) log.CharactersRepaired(Encoding.UTF8.GetString(name), repaired);
    }

    private static ReadOnlySpan<byte> Entity(char special) => special switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '"' => "&quot;"u8,
        '\t' => "&#x9;"u8,
        '\n' => "&#xA;"u8,
        _ => "&#xD;"u8,
    };

    /// <returns>How many lone surrogates were replaced.</returns>
    private int Transcoded(ReadOnlySpan<char> text)
    {
        int replaced = 0;
        while (!text.IsEmpty)
        {
            Span<byte> free = Reserve(Math.Min(3 * text.Length, ChunkSize / 2));
            OperationStatus status = Utf8.FromUtf16(text, free, out int read, out int written, replaceInvalidSequences: false, isFinalBlock: true);
            used += written;
            text = text[read..];
            if (status != OperationStatus.InvalidData) continue;
            Raw("\uFFFD"u8);
            replaced++;
            text = text[1..];
        }

        return replaced;
    }

    private void Raw(byte value)
    {
        Reserve(1)[0] = value;
        used++;
    }

    private void Raw(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        used += value.Length;
    }

    private Span<byte> Reserve(int count)
    {
        if (buffer.Length - used < count)
        {
            Flush();
            if (buffer.Length < count)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = ArrayPool<byte>.Shared.Rent(count);
            }
        }

        return buffer.AsSpan(used);
    }
}
