namespace Syndication.Documents;

/// <summary>The text of a document while it grows: one array, so that any character is at hand.</summary>
internal sealed class CharBuffer
{
    private char[] characters = new char[4096];

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

    public override string ToString() => new(characters, 0, Length);

    private void Grow(int more) => Array.Resize(ref characters, (int)Math.Min(Math.Max((long)characters.Length * 2, (long)Length + more), Array.MaxLength));
}
