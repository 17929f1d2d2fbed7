using System.Globalization;
using System.Text;

namespace Syndication.Archives.Stores;

/// <summary>
/// The words that a search index keeps of a folded text: those of scripts with spaces as they are; of scripts without, every character and every pair of
/// neighbours, so that a word of two characters, as most Chinese words are, is found by the index too (trigrams need three).
/// </summary>
internal static class SearchWords
{
    private const int MaxLength = 100;

    /// <summary>What the index keeps of a text, each once, in ordinal order.</summary>
    public static string[] OfText(string folded)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        Walk(folded, words.Add, run =>
        {
            words.UnionWith(run);
            words.UnionWith(Pairs(run));
        });
        return [.. words.Order(StringComparer.Ordinal)];
    }

    /// <summary>What the index must have of a text that is sought: a single character only where it stands alone.</summary>
    public static string[] OfQuery(string folded)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        Walk(folded, words.Add, run => words.UnionWith(run.Count == 1 ? run : Pairs(run)));
        return [.. words.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Pairs(List<string> run) => run.Zip(run.Skip(1), string.Concat);

    private static void Walk(string folded, Func<string, bool> word, Action<List<string>> run)
    {
        var spaced = new StringBuilder();
        var unspaced = new List<string>();
        foreach (Rune rune in folded.EnumerateRunes())
        {
            bool ofWord = IsOfWord(rune), withoutSpaces = ofWord && IsWithoutSpaces(rune.Value);
            if (spaced.Length > 0 && (!ofWord || withoutSpaces)) EndWord();
            if (unspaced.Count > 0 && !withoutSpaces) EndRun();
            if (withoutSpaces) unspaced.Add(rune.ToString());
            else if (ofWord && spaced.Length < MaxLength) spaced.Append(rune);
        }

        if (spaced.Length > 0) EndWord();
        if (unspaced.Count > 0) EndRun();

        void EndWord()
        {
            word(spaced.ToString());
            spaced.Clear();
        }

        void EndRun()
        {
            run(unspaced);
            unspaced.Clear();
        }
    }

    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Thai to Myanmar, Hangul, Khmer, kana, Han and their extensions: written without spaces, or, as Korean, with particles that belong to no word.
    private static bool IsWithoutSpaces(int code) =>
        code is (>= 0x0E00 and <= 0x109F) or (>= 0x1100 and <= 0x11FF) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F)
            or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x1B000 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFF);
}
