using System.Collections.Frozen;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Phrases that are looked for in running text, each with what it stands for.</summary>
internal sealed class PhraseSet<T>
{
    private readonly FrozenDictionary<char, (string Phrase, T Value)[]> byFirst;

    public PhraseSet(IEnumerable<KeyValuePair<string, T>> phrases) =>
        byFirst = phrases
            .Select(pair => (Phrase: Folding.Fold(pair.Key), pair.Value))
            .Where(pair => pair.Phrase.Length > 0)
            .DistinctBy(pair => pair.Phrase, StringComparer.Ordinal)
            .GroupBy(pair => pair.Phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Phrase.Length).ToArray());

    /// <summary>The longest phrase that stands at a place in the text, as whole words.</summary>
    /// <returns>How many characters of the text it takes; 0 where there is none.</returns>
    public int MatchAt(ReadOnlySpan<char> text, int at, out T? value, bool wholeWords = true)
    {
        value = default;
        if ((uint)at >= (uint)text.Length || !byFirst.TryGetValue(Folding.Fold(text[at]), out (string Phrase, T Value)[]? candidates)) return 0;
        if (wholeWords && at > 0 && !Folding.IsBoundary(text[at - 1], text[at])) return 0;
        foreach ((string phrase, T found) in candidates)
        {
            int end = EndOf(phrase, text, at);
            if (end < 0 || (wholeWords && end < text.Length && !Folding.IsBoundary(text[end - 1], text[end]))) continue;
            value = found;
            return end - at;
        }

        return 0;
    }

    /// <summary>Whether the whole text is one of the phrases.</summary>
    public bool Is(ReadOnlySpan<char> text, out T? value)
    {
        value = default;
        if (text.IsEmpty || text.Length > 80 || !byFirst.TryGetValue(Folding.Fold(text[0]), out (string Phrase, T Value)[]? candidates)) return false;
        foreach ((string phrase, T found) in candidates)
        {
            if (EndOf(phrase, text, 0) != text.Length) continue;
            value = found;
            return true;
        }

        return false;
    }

    private static int EndOf(string phrase, ReadOnlySpan<char> text, int at)
    {
        int i = at;
        foreach (char wanted in phrase)
        {
            while (i < text.Length && Characters.IsInvisible(text[i]) && !char.IsWhiteSpace(text[i])) i++;
            if (i >= text.Length || Folding.Fold(text[i]) != wanted) return -1;
            i++;
            if (wanted != ' ') continue;
            while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        }

        return i;
    }
}
