namespace Syndication.Documents;

/// <summary>A line of a plain text without the white space around it.</summary>
/// <param name="Start">First visible character; the line's end where it has none.</param>
/// <param name="End">Behind the last visible character.</param>
/// <param name="Indent">Columns before the first; a tab goes to the next multiple of four.</param>
internal readonly record struct TextLine(int Start, int End, int Indent)
{
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
