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

    private static readonly SearchValues<char> TextSpecials = SearchValues.Create(
        "<>&\r\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private static readonly SearchValues<char> AttributeSpecials = SearchValues.Create(
        "<>&\"\r\n\t\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
    private int used;
    private int depth;
    private bool startTagOpen;
    private bool endsInline;

    public void Declaration() => Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>"u8);

    public void Start(ReadOnlySpan<byte> name)
    {
        CloseStartTag();
        Indent();
        Raw((byte)'<');
        Raw(name);
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
            if (!endsInline) Indent();
            Raw("</"u8);
            Raw(name);
            Raw((byte)'>');
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
        Raw((byte)' ');
        Raw(name);
        Raw("=\""u8);
    }

    private void CloseStartTag()
    {
        if (!startTagOpen) return;
        Raw((byte)'>');
        startTagOpen = false;
    }

    private void Indent()
    {
        Raw((byte)'\n');
        Span<byte> spaces = Reserve(2 * depth);
        spaces[..(2 * depth)].Fill((byte)' ');
        used += 2 * depth;
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
    private int Transcoded(ReadOnlySpan<char> run)
    {
        int replaced = 0;
        while (!run.IsEmpty)
        {
            Span<byte> free = Reserve(Math.Min(3 * run.Length, ChunkSize / 2));
            OperationStatus status = Utf8.FromUtf16(run, free, out int read, out int written, replaceInvalidSequences: false, isFinalBlock: true);
            used += written;
            run = run[read..];
            if (status != OperationStatus.InvalidData) continue;
            Raw("\uFFFD"u8);
            replaced++;
            run = run[1..];
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
