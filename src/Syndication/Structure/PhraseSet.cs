using System.Collections.Frozen;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Phrases that are looked for in running text, each with what it stands for.</summary>
internal sealed class PhraseSet<T>
{
    private readonly FrozenDictionary<char, (string Phrase, T Value)[]> byFirst;
    private readonly (string Phrase, T Value)[]?[] byAscii = new (string Phrase, T Value)[]?[128];

    /// <summary>A bit for each character that a phrase starts with.</summary>
    private readonly ulong[] firsts = new ulong[1024];

    /// <summary>For each first character in ASCII, a bit for each second one in ASCII that a phrase goes on with.</summary>
    private readonly UInt128[] seconds = new UInt128[128];

    public PhraseSet(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        byFirst = phrases
            .Select(pair => (Phrase: Folding.Fold(pair.Key), pair.Value))
            .Where(pair => pair.Phrase.Length > 0)
            .DistinctBy(pair => pair.Phrase, StringComparer.Ordinal)
            .GroupBy(pair => pair.Phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Phrase.Length).ToArray());
        foreach ((char first, (string Phrase, T Value)[] group) in byFirst)
        {
            firsts[first >> 6] |= 1UL << (first & 63);
            if (first >= 128) continue;
            byAscii[first] = group;
            foreach ((string phrase, _) in group) seconds[first] |= phrase.Length == 1 ? UInt128.MaxValue : phrase[1] < 128 ? UInt128.One << phrase[1] : 0;
        }
    }

    /// <summary>Whether any phrase stands anywhere in the text, as whole words. Most characters are passed over at a glance: no phrase starts within a word.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        bool inWord = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 128)
            {
                bool isWord = char.IsAsciiLetterOrDigit(c);
                if (!(inWord && isWord) && MayGoOn(text, i) && MatchAt(text, i, out _) > 0) return true;
                inWord = isWord;
            }
            else
            {
                if (MayGoOn(text, i) && MatchAt(text, i, out _) > 0) return true;
                inWord = false;
            }
        }

        return false;
    }

    /// <summary>The longest phrase that stands at a place in the text, as whole words.</summary>
    /// <returns>How many characters of the text it takes; 0 where there is none.</returns>
    public int MatchAt(ReadOnlySpan<char> text, int at, out T? value, bool wholeWords = true)
    {
        value = default;
        if ((uint)at >= (uint)text.Length || !MayGoOn(text, at) || (wholeWords && at > 0 && !Folding.IsBoundary(text[at - 1], text[at]))) return 0;
        if (Starting(text[at]) is not { } candidates) return 0;
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
        if (text.IsEmpty || text.Length > 80 || Starting(text[0]) is not { } candidates) return false;
        foreach ((string phrase, T found) in candidates)
        {
            if (EndOf(phrase, text, 0) != text.Length) continue;
            value = found;
            return true;
        }

        return false;
    }

    /// <summary>A glance at two characters: whether a phrase may start here.</summary>
    private bool MayGoOn(ReadOnlySpan<char> text, int at)
    {
        char first = Folding.Fold(text[at]);
        if ((firsts[first >> 6] >> (first & 63) & 1) == 0) return false;
        if (first >= 128) return true;
        char next = at + 1 < text.Length ? Folding.Fold(text[at + 1]) : ' ';
        return next >= 128 || (seconds[first] >> next & UInt128.One) != 0;
    }

    private (string Phrase, T Value)[]? Starting(char c)
    {
        char folded = Folding.Fold(c);
        return folded < 128 ? byAscii[folded] : byFirst.GetValueOrDefault(folded);
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
