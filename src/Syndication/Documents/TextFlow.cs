using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Adds text that its source wraps into lines: a line's end is a space, but nothing between two characters that are written without spaces.</summary>
internal sealed class TextFlow(FlatDocumentBuilder builder)
{
    private char last;
    private bool wrapped;

    public void Add(ReadOnlySpan<char> text, RunStyle style = RunStyle.None, int link = -1)
    {
        if (text.IsEmpty) return;
        Rejoin(text[0]);
        builder.AddText(text, style, link);
        last = text[^1];
    }

    public void AddPicture(int image, int link = -1)
    {
        Rejoin('x');
        builder.AddPicture(image, link);
        last = 'x';
    }

    /// <summary>The source's line ends here, the paragraph does not.</summary>
    public void EndLine() => wrapped = true;

    private void Rejoin(char next)
    {
        if (!wrapped) return;
        wrapped = false;
        if (builder.InBlock && IsSpaceBetween(last, next)) builder.AddText(" ");
    }

    private static bool IsSpaceBetween(char before, char after) => !(IsUnspaced(before) && IsUnspaced(after)) && !IsFullWidthMark(before) && !IsFullWidthMark(after);

    /// <summary>Han, kana and their punctuation; Hangul has spaces between words.</summary>
    private static bool IsUnspaced(char c) =>
        Characters.IsEastAsian(c) && c is not (>= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F' or >= '\uAC00' and <= '\uD7AF') || IsFullWidthMark(c);

    private static bool IsFullWidthMark(char c) => c is >= '\u3001' and <= '\u3003' or >= '\u3008' and <= '\u3011' or >= '\u3014' and <= '\u301F' or '！' or '（' or '）' or '，' or '：' or '；' or '？';
}
