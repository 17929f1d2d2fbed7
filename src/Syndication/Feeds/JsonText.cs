using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace Syndication.Feeds;

/// <summary>
/// Strings as JSON has them (RFC 8259 §7), escaped and in UTF-8 in one pass: only what must be escaped is, so that every script and emoji can be read, and
/// halves of surrogate pairs, which nothing can carry, become U+FFFD.
/// </summary>
internal sealed class JsonText : IDisposable
{
    private static readonly SearchValues<char> Specials = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int used;

    /// <summary>The string in its quotes; good until the next call.</summary>
    /// <param name="value">Any text.</param>
    /// <param name="replaced">How many halves of surrogate pairs were replaced.</param>
    public ReadOnlySpan<byte> Quoted(string value, out int replaced)
    {
        used = 0;
        replaced = 0;
        Append("\""u8);
        ReadOnlySpan<char> rest = value;
        while (true)
        {
            int next = rest.IndexOfAny(Specials);
            Transcode(next < 0 ? rest : rest[..next], ref replaced);
            if (next < 0) break;
            Escape(rest[next]);
            rest = rest[(next + 1)..];
        }

        Append("\""u8);
        return buffer.AsSpan(0, used);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Escape(char special)
    {
        switch (special)
        {
            case '"': Append("\\\""u8); break;
            case '\\': Append("\\\\"u8); break;
            case '\b': Append("\\b"u8); break;
            case '\f': Append("\\f"u8); break;
            case '\n': Append("\\n"u8); break;
            case '\r': Append("\\r"u8); break;
            case '\t': Append("\\t"u8); break;
            default:
                Span<byte> digits = stackalloc byte[6];
                "\\u00"u8.CopyTo(digits);
                ((int)special).TryFormat(digits[4..], out _, "X2", CultureInfo.InvariantCulture);
                Append(digits);
                break;
        }
    }

    private void Transcode(ReadOnlySpan<char> text, ref int replaced)
    {
        while (!text.IsEmpty)
        {
            Reserve(3 * text.Length);
            OperationStatus status = Utf8.FromUtf16(text, buffer.AsSpan(used), out int read, out int written, replaceInvalidSequences: false, isFinalBlock: true);
            used += written;
            text = text[read..];
            if (status != OperationStatus.InvalidData) continue;
            Append("\uFFFD"u8);
            replaced++;
            text = text[1..];
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (buffer.Length - used >= count) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * buffer.Length, used + count));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
