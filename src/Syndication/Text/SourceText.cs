namespace Syndication.Text;

/// <summary>A decoded text that can tell lines and columns. Lines end at LF, CR or CR LF; they are found on the first question.</summary>
internal sealed class SourceText(string text)
{
    private readonly Lazy<List<int>> lineStarts = new(() => LineStarts(text));

    public string Text => text;

    /// <summary>Line and column of an offset, both from 1; an offset outside the text counts as the nearest end.</summary>
    public (int Line, int Column) At(int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        int line = lineStarts.Value.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return (line + 1, offset - lineStarts.Value[line] + 1);
    }

    private static List<int> LineStarts(string text)
    {
        List<int> starts = [0];
        int at = 0;
        while (true)
        {
            int end = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (end < 0) return starts;
            at += end + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            starts.Add(at);
        }
    }
}
