using System.Buffers;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>
/// The name by which an issue speaks of its newsletter: capitalised words up to a noun of newsletters (<c>NixOS Weekly Newsletter</c>), or from one on
/// (<c>This Week in Matrix</c>), that open the title before a colon, or stand in the introduction and again below.
/// </summary>
internal sealed class ProseName(Reading reading, IssueTitle title)
{
    private const int IntroductionBlocks = 4;
    private const int LongestName = 48;
    private static readonly SearchValues<char> Space = SearchValues.Create(" \u00A0(\"“\n");

    /// <summary>The name, verbatim; <see langword="null"/> where none is spoken of.</summary>
    public string? Find()
    {
        if (title.Text is { } text && text.IndexOf(": ", StringComparison.Ordinal) is > 0 and int colon && NameIn(text.AsSpan(0, colon)) is { } titled && titled.Length == colon) return titled;
        int seen = 0;
        for (int i = 0; i < reading.Count && seen < IntroductionBlocks; i++)
        {
            if (reading.RoleOf(i) is not (BlockRole.Content or BlockRole.Masthead or BlockRole.Title or BlockRole.Label) || reading.Cues[i].Width == 0) continue;
            seen++;
            if (NameIn(reading.TextOf(i)) is { } name && StandsAgain(name, i)) return name;
        }

        return null;
    }

    private bool StandsAgain(string name, int block)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (i != block && reading.TextOf(i).Contains(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return title.Text?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;
    }

    private string? NameIn(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (!char.IsUpper(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) continue;
            int length = reading.Vocabulary.MatchAt(WordClass.PublicationNoun, text, at);
            if (length == 0) continue;
            int start = Before(text, at), end = After(text, at + length);
            if ((start == at && end == at + length) || end - start > LongestName) continue;
            return text[start..end].ToString();
        }

        return null;
    }

    /// <summary>Where the capitalised words begin that end at a place.</summary>
    private static int Before(ReadOnlySpan<char> text, int at)
    {
        int start = at;
        while (start > 1 && text[start - 1] == ' ')
        {
            int word = text[..(start - 1)].LastIndexOfAny(Space) + 1;
            if (word >= start - 1 || !(char.IsUpper(text[word]) || char.IsDigit(text[word])) || !char.IsLetterOrDigit(text[start - 2])) break;
            if (text[word..(start - 1)] is "The" or "Welcome") break;
            start = word;
        }

        return start;
    }

    /// <summary>Where the capitalised words end that follow a place, with nouns of newsletters among them.</summary>
    private static int After(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]))
        {
            int word = end + 1;
            while (word < text.Length && char.IsLetterOrDigit(text[word])) word++;
            if (Vocabulary.Default.MonthAt(text, end + 1, out _) > 0) break;
            end = word;
        }

        return end;
    }
}
