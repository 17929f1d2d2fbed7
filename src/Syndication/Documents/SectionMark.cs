using Syndication.Text;

namespace Syndication.Documents;

/// <summary>The sign before the titles of sections in a text whose items have another one: <c>■ ニュース</c> over lines that start with <c>・</c>.</summary>
internal static class SectionMark
{
    private const int Widest = 60;

    /// <summary>The sign: it stands before short lines, most of them right over a line with another sign that is indented as far; NUL where none does.</summary>
    public static char Of(string text, List<TextLine> lines)
    {
        Dictionary<char, (int Lines, int Over)> signs = [];
        for (int at = 0; at < lines.Count; at++)
        {
            if (lines[at].IsBlank || ListMarker.Of(lines[at].In(text)) is not { Length: > 0, IsOrdered: false } marker) continue;
            (int count, int over) = signs.GetValueOrDefault(marker.Style);
            if (IsTitle(text, lines[at]).Length == 0) count += 1000;
            signs[marker.Style] = (count + 1, over + (StandsOverOther(text, lines, at, marker.Style) ? 1 : 0));
        }

        foreach ((char sign, (int count, int over)) in signs)
        {
            if (over >= 2 && over * 2 >= count) return sign;
        }

        return '\0';
    }

    /// <summary>The marker of a line that may be a title; no length where it may not.</summary>
    public static ListMarker IsTitle(string text, TextLine line)
    {
        ReadOnlySpan<char> content = line.In(text);
        ListMarker marker = ListMarker.Of(content);
        bool isTitle = marker is { Length: > 0, IsOrdered: false } && content.Length <= Widest && Characters.Width(content) <= Widest && content.TrimEnd()[^1] is not ('.' or '。' or ',' or '，' or ';' or '；');
        return isTitle ? marker : default;
    }

    private static bool StandsOverOther(string text, List<TextLine> lines, int at, char style)
    {
        int next = at + 1;
        while (next < lines.Count && lines[next].IsBlank && next <= at + 2) next++;
        return next < lines.Count && !lines[next].IsBlank && lines[next].Indent <= lines[at].Indent
            && ListMarker.Of(lines[next].In(text)) is { Length: > 0, IsOrdered: false } other && other.Style != style;
    }
}
