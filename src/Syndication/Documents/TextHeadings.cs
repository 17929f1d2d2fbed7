using System.Buffers;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Headings of a plain text that are underlined; their ranks are in the order in which the kinds of lines first appear.</summary>
internal sealed class TextHeadings(string text, TextFlavour flavour)
{
    private static readonly SearchValues<char> PlainMarks = SearchValues.Create("=-~_*#+^—–─━═┄┈＝－＿＊～");
    private static readonly SearchValues<char> RstMarks = SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private const int LongestFrame = 12;
    private readonly List<(char Mark, bool Over)> ranks = [];

    /// <summary>The mark that a line is made of alone; NUL where it is no such line.</summary>
    public char MarkOf(TextLine line)
    {
        if (line.Length < 3) return '\0';
        ReadOnlySpan<char> content = line.In(text);
        char mark = content[0];
        if (!(flavour == TextFlavour.Rst ? RstMarks : PlainMarks).Contains(mark)) return '\0';
        if (content.IndexOfAnyExcept(mark) < 0) return mark is '.' or ':' && line.Length < 4 ? '\0' : mark;
        return flavour != TextFlavour.Rst && content.Count(mark) >= 3 && content.IndexOfAnyExcept(mark, ' ') < 0 ? mark : '\0';
    }

    /// <summary>How many lines the heading that starts at a line takes, and its text's line and level; 0 where none starts there.</summary>
    public (int Lines, TextLine Title, int Level) At(List<TextLine> lines, int at)
    {
        char over = MarkOf(lines[at]);
        int title = over == '\0' ? at : at + 1;
        if (title + 1 >= lines.Count || lines[title].IsBlank || over != '\0' && MarkOf(lines[title]) != '\0') return default;
        char under = MarkOf(lines[title + 1]);
        if (under == '\0' || over != '\0' && over != under || !Underlines(lines[title + 1], lines[title])) return default;
        if (flavour == TextFlavour.Plain && over == '\0' && ClosesFrame(lines, title + 1)) return default;
        if (flavour == TextFlavour.Plain && over == '\0' && at > 0 && !lines[at - 1].IsBlank && MarkOf(lines[at - 1]) == '\0' && IsLast(lines, title + 2)) return default;
        int rank = ranks.IndexOf((under, over != '\0'));
        if (rank < 0)
        {
            rank = ranks.Count;
            ranks.Add((under, over != '\0'));
        }

        return (title + 2 - at, lines[title], Math.Min(rank + 1, 6));
    }

    /// <summary>Whether nothing but blank lines follows: a rule under several lines at the very end closes them, and makes no heading of the last.</summary>
    private static bool IsLast(List<TextLine> lines, int at)
    {
        while (at < lines.Count && lines[at].IsBlank) at++;
        return at >= lines.Count;
    }

    /// <summary>Whether a rule closes what an equal rule, not long before, opened over several lines.</summary>
    private bool ClosesFrame(List<TextLine> lines, int rule)
    {
        for (int i = rule - 1; i >= 0 && i >= rule - LongestFrame; i--)
        {
            if (MarkOf(lines[i]) == '\0') continue;
            return lines[i].Length == lines[rule].Length && text[lines[i].Start] == text[lines[rule].Start] && rule - i > 2 && (i == 0 || lines[i - 1].IsBlank || MarkOf(lines[i - 1]) != '\0') && i + 1 < rule && !lines[i + 1].IsBlank;
        }

        return false;
    }

    private bool Underlines(TextLine line, TextLine title)
    {
        int width = Characters.Width(title.In(text));
        bool unbroken = line.In(text).IndexOfAnyExcept(text[line.Start]) < 0;
        return unbroken && width <= 160 && line.Length * 2 >= width && (flavour != TextFlavour.Rst || line.Length >= 4 || line.Length >= title.Length);
    }
}
