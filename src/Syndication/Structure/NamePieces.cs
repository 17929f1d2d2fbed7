using System.Buffers;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Parts a list of names (<c>A, B and C</c>, <c>张三 李四</c>) into the pieces that each are one name.</summary>
internal static class NamePieces
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("、，,；; ");

    /// <summary>The pieces of a part of a text, without the blanks around them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the names start.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="links">The links in the text: none is parted.</param>
    /// <param name="language">The text's language, where known.</param>
    public static List<(int Start, int Length)> Of(ReadOnlySpan<char> text, int start, int end, LinkSpans links, string? language)
    {
        var pieces = new List<(int Start, int Length)>();
        int piece = start;
        for (int i = start; i < end; i++)
        {
            int skip = links.Around(i) ? 0 : SeparatorAt(text, i, piece, end);
            if (skip == 0) continue;
            AddPieces(text, piece, i, links, language, pieces);
            piece = i + skip;
            i = piece - 1;
        }

        AddPieces(text, piece, end, links, language, pieces);
        return pieces;
    }

    private static int SeparatorAt(ReadOnlySpan<char> text, int i, int piece, int end)
    {
        if (text[i] is '、' or '，' or ',' or '；' or ';' or '&' or '＆' or '+' or '،' or '/' or '|') return 1;
        int joiner = Vocabulary.Default.MatchAt(WordClass.Joiner, text, i);
        if (joiner == 0 || i == piece) return 0;
        if (!Characters.IsEastAsian(text[i])) return char.IsWhiteSpace(text[i - 1]) && i + joiner < end && char.IsWhiteSpace(text[i + joiner]) ? joiner : 0;
        bool spaced = char.IsWhiteSpace(text[i - 1]) && i + joiner < end && char.IsWhiteSpace(text[i + joiner]);
        return spaced || (IsHanName(text[piece..i].Trim()) && IsHanName(UpToSeparator(text[(i + joiner)..end]))) ? joiner : 0;
    }

    private static ReadOnlySpan<char> UpToSeparator(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int end = text.IndexOfAny(Separators);
        return end < 0 ? text : text[..end];
    }

    /// <summary>Names of two to four Han characters each, with only spaces between them, are several; a Japanese name has a space in it.</summary>
    private static void AddPieces(ReadOnlySpan<char> text, int start, int end, LinkSpans links, string? language, List<(int Start, int Length)> pieces)
    {
        while (start < end && Characters.IsInvisible(text[start])) start++;
        while (end > start && Characters.IsInvisible(text[end - 1])) end--;
        if (start == end) return;
        var words = new List<(int Start, int Length)>();
        bool allHan = language is not "ja";
        for (int i = start; i < end;)
        {
            int word = i;
            while (i < end && !char.IsWhiteSpace(text[i])) i++;
            if (i > word) words.Add((word, i - word));
            allHan &= i == word || IsHanName(text[word..i]);
            while (i < end && char.IsWhiteSpace(text[i])) i++;
        }

        bool inOneLink = links.Cover(start, end);
        if (allHan && words.Count > 1 && !inOneLink) pieces.AddRange(words);
        else pieces.Add((start, end - start));
    }

    private static bool IsHanName(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 4) return false;
        foreach (char c in word)
        {
            if (c is not (>= '\u4E00' and <= '\u9FFF')) return false;
        }

        return true;
    }
}
