using Syndication.Text;

namespace Syndication.Documents;

/// <summary>A heading that a line's equals signs make: <c>== Section</c> in AsciiDoc, <c>== Section ==</c> in wikis.</summary>
/// <param name="Level">How many signs there are; 0 where the line is no such heading.</param>
/// <param name="Start">Where in the line its text starts.</param>
/// <param name="Length">The length of its text.</param>
/// <param name="IsClosed">Whether as many signs follow the text.</param>
internal readonly record struct EqualsHeading(int Level, int Start, int Length, bool IsClosed)
{
    private const int Longest = 300;
    private const int MostSigns = 6;

    /// <summary>Whether only the first line of a document may be so: its title.</summary>
    public bool IsDocumentTitle => Level == 1 && !IsClosed;

    public TextLine TextIn(TextLine line) => new(line.Start + Start, line.Start + Start + Length, 0);

    public static EqualsHeading Of(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        int signs = line.IndexOfAnyExcept('=');
        if (signs is < 1 or > MostSigns || line.Length > Longest || line[signs] is not (' ' or '\t' or '\u3000')) return default;
        int start = line.Length - line[signs..].TrimStart().Length;
        ReadOnlySpan<char> text = line[start..].TrimEnd('=');
        int closing = line.Length - start - text.Length;
        if ((closing != 0 && closing != signs) || (closing > 0 && text is not [.., ' ' or '\t' or '\u3000']) || text.Contains("==", StringComparison.Ordinal)) return default;
        text = text.TrimEnd();
        return Characters.HasLetter(text) ? new EqualsHeading(signs, start, text.Length, closing > 0) : default;
    }
}
