using System.Globalization;

namespace Syndication.Documents;

/// <summary>The bullet or number that a line begins with.</summary>
/// <param name="Length">Its characters with the space after them; 0 where the line begins with none.</param>
/// <param name="Ordinal">The number; 0 for a bullet.</param>
/// <param name="Style">What the markers of one list have in common: the bullet, or the mark after the number.</param>
internal readonly record struct ListMarker(int Length, int Ordinal, char Style)
{
    public bool IsOrdered => Ordinal > 0;

    public static ListMarker Of(ReadOnlySpan<char> line)
    {
        if (line.Length < 2) return default;
        ListMarker marker = Bullet(line);
        if (marker.Length == 0) marker = Numbered(line);
        if (marker.Length == 0) return default;
        int length = marker.Length;
        while (length < line.Length && char.IsWhiteSpace(line[length])) length++;
        return length == line.Length ? default : marker with { Length = length };
    }

    private static ListMarker Bullet(ReadOnlySpan<char> line) => line[0] switch
    {
        '-' or '*' or '+' or '–' when char.IsWhiteSpace(line[1]) => new ListMarker(1, 0, line[0]),
        '•' or '·' or '・' or '･' or '‣' or '◦' or '▪' or '▫' or '●' or '○' or '■' or '□' or '◆' or '◇' or '►' or '▶' or '➤' => new ListMarker(1, 0, line[0]),
        _ => default,
    };

    private static ListMarker Numbered(ReadOnlySpan<char> line)
    {
        if (line[0] is >= '①' and <= '⑳') return new ListMarker(1, line[0] - '①' + 1, '①');
        bool bracket = line[0] is '(' or '（';
        int start = bracket ? 1 : 0;
        int end = start;
        while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
        if (end - start > 3 || end == line.Length) return default;
        int ordinal;
        if (end > start)
        {
            ordinal = int.Parse(line[start..end], NumberStyles.None, CultureInfo.InvariantCulture);
        }
        else if (line[start] is >= 'a' and <= 'z' && start + 1 < line.Length && line[start + 1] is ')' or '）')
        {
            ordinal = line[end++] - 'a' + 1;
        }
        else
        {
            return default;
        }

        char mark = line[end];
        if (ordinal == 0 || bracket && mark is not (')' or '）') || mark is not ('.' or ')' or '）' or '、' or '．')) return default;
        if (mark == '.' && end + 1 < line.Length && char.IsAsciiDigit(line[end + 1])) return default;
        return new ListMarker(end + 1, ordinal, bracket ? '(' : mark);
    }
}
