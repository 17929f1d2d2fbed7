using System.Buffers;

namespace Syndication.Documents;

/// <summary>The text of a document while it grows: one array, so that any character is at hand.</summary>
internal sealed class CharBuffer
{
    private char[] characters = ArrayPool<char>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public char this[int index] => characters[index];

    public void Append(char c)
    {
        if (Length == characters.Length) Grow(1);
        characters[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> value)
    {
        if (value.Length > characters.Length - Length) Grow(value.Length);
        value.CopyTo(characters.AsSpan(Length));
        Length += value.Length;
    }

    /// <summary>Takes characters off the end.</summary>
    public void CutTo(int length) => Length = length;

    /// <summary>The text; the array goes back to its pool, so nothing can be added after.</summary>
    public string Finish()
    {
        string text = new(characters, 0, Length);
        ArrayPool<char>.Shared.Return(characters);
        characters = [];
        return text;
    }

    private void Grow(int more)
    {
        char[] larger = ArrayPool<char>.Shared.Rent((int)Math.Min(Math.Max((long)characters.Length * 2, (long)Length + more), Array.MaxLength));
        characters.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(characters);
        characters = larger;
    }
}
