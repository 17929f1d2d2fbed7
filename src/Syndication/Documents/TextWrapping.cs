using Syndication.Text;

namespace Syndication.Documents;

/// <summary>
/// Whether the lines of a plain text were broken to fit a width. A broken line is one that the next line's first word would not have fitted in;
/// if that holds for most lines that follow each other, lines are joined where it holds.
/// </summary>
internal sealed class TextWrapping
{
    private const int Narrowest = 50;
    private const int Widest = 100;
    private readonly string text;
    private readonly int width;

    public TextWrapping(string text, List<TextLine> lines)
    {
        this.text = text;
        int wide = 0, longest = 0, pairs = 0, broken = 0;
        foreach (TextLine line in lines)
        {
            int columns = Columns(line);
            if (columns > Widest) wide += line.In(text).Contains("://", StringComparison.Ordinal) ? 0 : 1;
            else longest = Math.Max(longest, columns);
        }

        if (longest < Narrowest || wide * 50 > lines.Count) return;
        width = longest;
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i - 1].IsBlank || lines[i].Length < 3 || ListMarker.Of(lines[i].In(text)).Length > 0 || ListMarker.Of(lines[i - 1].In(text)).Length > 0 || !IsText(lines[i]) || !IsText(lines[i - 1]) || Columns(lines[i - 1]) * 2 < width) continue;
            pairs++;
            if (Joins(lines[i - 1], lines[i])) broken++;
        }

        if (pairs < 2 || broken * 10 < pairs * 6) width = 0;
    }

    /// <summary>Whether a line has words, and no address that could not be broken.</summary>
    private bool IsText(TextLine line)
    {
        ReadOnlySpan<char> content = line.In(text);
        if (content.Contains("://", StringComparison.Ordinal)) return false;
        foreach (char c in content)
        {
            if (char.IsLetterOrDigit(c)) return true;
        }

        return false;
    }

    /// <summary>Whether the lines were broken to a width at all.</summary>
    public bool IsBroken => width > 0;

    /// <summary>Whether a line was broken where the next one begins.</summary>
    public bool Joins(TextLine line, TextLine next)
    {
        if (width == 0 || line.IsBlank || next.IsBlank || IsAddress(next)) return false;
        int columns = Columns(line);
        return columns <= Widest && columns + 1 + FirstWord(next) > width - 6 && columns > width / 2;
    }

    /// <summary>Whether a line is nothing but an address: it was put on a line of its own.</summary>
    public bool IsAddress(TextLine line)
    {
        ReadOnlySpan<char> content = line.In(text).Trim("<> ");
        return content.Length > 0 && BareAddress.LengthAt(content) == content.Length;
    }

    private int Columns(TextLine line) => line.Indent + (line.Length > 4 * Widest ? line.Length : Characters.Width(line.In(text)));

    private int FirstWord(TextLine line)
    {
        ReadOnlySpan<char> content = line.In(text);
        if (Characters.IsEastAsian(content[0])) return 2;
        int end = content.IndexOfAny(' ', '\t');
        return end < 0 ? content.Length : end;
    }
}
