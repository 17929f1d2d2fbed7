using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Syndication.Text;

/// <summary>How much of some bytes is UTF-8 (RFC 3629): other encodings hardly ever look like it by chance.</summary>
/// <param name="Sequences">Multi-byte sequences that are well-formed.</param>
/// <param name="Broken">Bytes or sequences that are not; one that the end cuts off does not count.</param>
internal readonly record struct Utf8Shape(int Sequences, int Broken)
{
    public bool IsCertain => Broken == 0;

    /// <summary>A UTF-8 text with a few damaged places.</summary>
    public bool IsMostly => Sequences >= 8 && Broken * 10L <= Sequences;

    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, broken = 0;
        bool valid = Utf8.IsValid(bytes);
        while (true)
        {
            int high = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (high < 0) break;
            bytes = bytes[high..];
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int length);
            if (status == OperationStatus.Done) sequences++;
            else if (status != OperationStatus.NeedMoreData) broken++;
            bytes = bytes[Math.Max(length, 1)..];
            if (valid && sequences > 1000) break;
        }

        return new Utf8Shape(sequences, broken);
    }
}
