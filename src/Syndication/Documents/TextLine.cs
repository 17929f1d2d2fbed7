using System.Text;

namespace Syndication.Documents;

/// <summary>A line of a plain text without the white space around it.</summary>
/// <param name="Start">First visible character; the line's end where it has none.</param>
/// <param name="End">Behind the last visible character.</param>
/// <param name="Indent">Columns before the first; a tab goes to the next multiple of four.</param>
internal readonly record struct TextLine(int Start, int End, int Indent)
{
    private const int WidestIndent = 200;

    public int Length => End - Start;

    public bool IsBlank => End == Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>Cuts a text into lines at LF, CR or CR LF.</summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        int at = 0;
        while (at < text.Length)
        {
            int end = text.AsSpan(at).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : at + end;
            lines.Add(Trimmed(text, at, end, 0));
            at = end + 1;
            if (end < text.Length && text[end] == '\r' && at < text.Length && text[at] == '\n') at++;
        }

        return lines;
    }

    /// <summary>The part of this line from an offset on.</summary>
    public TextLine From(string text, int start) => Trimmed(text, start, End, Indent + start - Start);

    /// <summary>The text of some lines, the first from an offset on, with LF between them.</summary>
    public static ReadOnlySpan<char> Joined(string text, List<TextLine> lines, int from, int to, int start)
    {
        if (to == from + 1) return text.AsSpan(start, lines[from].End - start);
        var joined = new StringBuilder();
        joined.Append(text, start, lines[from].End - start);
        for (int i = from + 1; i < to; i++) joined.Append('\n').Append(text, lines[i].Start, lines[i].Length);
        return joined.ToString();
    }

    /// <summary>Some lines as they stand, less the indent that all of them have.</summary>
    public static string Verbatim(string text, List<TextLine> lines, int from, int to)
    {
        int margin = int.MaxValue;
        for (int i = from; i < to; i++) margin = lines[i].IsBlank ? margin : Math.Min(margin, lines[i].Indent);
        var verbatim = new StringBuilder();
        for (int i = from; i < to; i++)
        {
            if (i > from) verbatim.Append('\n');
            if (!lines[i].IsBlank) verbatim.Append(' ', Math.Min(lines[i].Indent - margin, WidestIndent)).Append(text, lines[i].Start, lines[i].Length);
        }

        return verbatim.ToString();
    }

    private static TextLine Trimmed(string text, int start, int end, int indent)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '\uFEFF')) end--;
        for (; start < end; start++)
        {
            char c = text[start];
            if (c == ' ') indent++;
            else if (c == '\t') indent = (indent / 4 + 1) * 4;
            else if (!char.IsWhiteSpace(c) && c != '\uFEFF') break;
        }

        return new TextLine(start, end, indent);
    }
}
