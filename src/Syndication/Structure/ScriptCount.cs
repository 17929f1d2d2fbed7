using Syndication.Text;

namespace Syndication.Structure;

/// <summary>How many letters of each script a text has.</summary>
internal readonly ref struct ScriptCount
{
    public ScriptCount(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c < '\u0250')
            {
                if (char.IsAsciiLetter(c) || (c >= '\u00C0' && c is not ('×' or '÷'))) Latin++;
            }
            else if (c is >= '\u0370' and < '\u0400') Greek++;
            else if (c is >= '\u0400' and < '\u0530')
            {
                Cyrillic++;
                if (c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ') Ukrainian++;
            }
            else if (c is >= '\u0590' and < '\u0600') Hebrew++;
            else if (c is >= '\u0600' and < '\u0700')
            {
                Arabic++;
                if (c is 'پ' or 'چ' or 'ژ' or 'گ') Persian++;
            }
            else if (c is >= '\u0900' and < '\u0980') Devanagari++;
            else if (c is >= '\u0E00' and < '\u0E80') Thai++;
            else if (c is >= '\u1E00' and < '\u1F00') Latin++;
            else if (c is >= '\u3041' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F' && c is not ('・' or 'ー')) Kana++;
            else if (c is >= '\uAC00' and <= '\uD7AF' or >= '\u1100' and <= '\u11FF') Hangul++;
            else if (c is >= '\u3400' and <= '\u9FFF' && Characters.IsEastAsian(c)) Han++;
        }
    }

    public int Latin { get; }

    public int Cyrillic { get; }

    public int Ukrainian { get; }

    public int Greek { get; }

    public int Hebrew { get; }

    public int Arabic { get; }

    public int Persian { get; }

    public int Devanagari { get; }

    public int Thai { get; }

    public int Kana { get; }

    public int Hangul { get; }

    public int Han { get; }
}
