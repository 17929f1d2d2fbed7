using System.Buffers;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Reads the names and roles of a by-line (<c>作者：张三 李四</c>, <c>edited by A, B and C</c>). A sentence in which somebody is named is none.</summary>
internal static class BylineReader
{
    private const int LongestLabelLead = 48;

    private static readonly SearchValues<char> Colons = SearchValues.Create(":：︰");
    private static readonly SearchValues<char> SegmentEnds = SearchValues.Create("|｜·•\n。！？!?—–/»→.");
    private static readonly WordClass[] Labels = [WordClass.Author, WordClass.Editor, WordClass.Translator, WordClass.Publisher];

    /// <summary>The people that a block names with their roles, and the addresses of those that are links.</summary>
    /// <param name="document">The document.</param>
    /// <param name="block">The block.</param>
    /// <param name="language">The document's language, where known.</param>
    /// <param name="announcedOnly">Whether "by" alone is not enough: where items have by-lines of their own.</param>
    public static List<Person> Read(FlatDocument document, Block block, string? language = null, bool announcedOnly = false)
    {
        ReadOnlySpan<char> text = document.TextOf(block);
        var people = new List<Person>();
        if (text.Length > 600 || !MayName(text)) return people;
        Read(text, LinkSpans.Of(document, block), language, people, announcedOnly);
        return people;
    }

    /// <summary>The people that a line of plain text names with their roles.</summary>
    public static List<Person> Read(ReadOnlySpan<char> text, string? language = null)
    {
        var people = new List<Person>();
        if (text.Length <= 600) Read(text, LinkSpans.None, language, people);
        return people;
    }

    /// <summary>The people that the value of a metadata field names (<c>A, B and C</c>), without a label.</summary>
    public static List<Person> ReadNames(string value, PersonRole role = PersonRole.Author, string? language = null)
    {
        var people = new List<Person>();
        value = WithoutAddresses(value);
        foreach ((int start, int length) in NamePieces.Of(value, 0, value.Length, LinkSpans.None, language))
        {
            if (NameReader.Read(value.AsSpan(start, length), role) is { } person && NameReader.IsName(person.Name)) Add(people, person);
        }

        return people;
    }

    /// <summary>Names without the pages that stand behind them: <c>Jane Doe &lt;https://…&gt;</c>.</summary>
    private static string WithoutAddresses(string value)
    {
        for (int open = value.IndexOf("<http", StringComparison.OrdinalIgnoreCase); open > 0; open = value.IndexOf("<http", StringComparison.OrdinalIgnoreCase))
        {
            int close = value.IndexOf('>', open);
            value = close < 0 ? value[..open] : value.Remove(open, close + 1 - open);
        }

        return value;
    }

    private static void Read(ReadOnlySpan<char> text, LinkSpans links, string? language, List<Person> people, bool announcedOnly = false)
    {
        int segment = 0;
        for (int i = 0; i < text.Length;)
        {
            if (IsSegmentEnd(text, i) && !links.Around(i))
            {
                segment = ++i;
                continue;
            }

            if (!TryLabel(text, i, segment, links, out BylineLabel label))
            {
                i++;
                continue;
            }

            if (announcedOnly && !label.IsAnnounced)
            {
                i = label.End;
                continue;
            }

            int end = EndOfNames(text, label.End, links);
            ReadNames(text, label, end, links, language, people);
            i = segment = Math.Max(end, label.End);
        }
    }

    /// <summary>A glance: a label stands at the start of a segment, or has a colon after it.</summary>
    private static bool MayName(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Colons)) return true;
        while (!text.IsEmpty)
        {
            int word = 0;
            while (word < text.Length && !char.IsLetterOrDigit(text[word])) word++;
            foreach (WordClass label in Labels)
            {
                if (Vocabulary.Default.MatchAt(label, text, word) > 0) return true;
            }

            int end = text.IndexOfAny(SegmentEnds);
            if (end < 0) return false;
            text = text[(end + 1)..];
        }

        return false;
    }

    private static bool TryLabel(ReadOnlySpan<char> text, int i, int segment, LinkSpans links, out BylineLabel label)
    {
        label = default;
        if (!char.IsLetter(text[i]) || (i > 0 && !Folding.IsBoundary(text[i - 1], text[i]))) return false;
        int length = 0;
        WordClass role = default;
        foreach (WordClass candidate in Labels)
        {
            int match = Vocabulary.Default.MatchAt(candidate, text, i);
            if (match > length) (length, role) = (match, candidate);
        }

        if (length == 0) return false;
        int end = i + length;
        while (end < text.Length && Characters.IsInvisible(text[end])) end++;
        bool atStart = text[segment..i].Trim().IsEmpty || Folding.TrimToWords(text[segment..i]).IsEmpty;
        bool colon = end < text.Length && Characters.IsColon(text[end]);
        if (colon)
        {
            // 译文作者： is a label, "three things by the author:" in the middle of a paragraph none.
            if (!atStart && (Characters.Width(text[segment..i]) > LongestLabelLead || !(Characters.IsEastAsian(text[i]) || EndsInPreposition(text.Slice(i, length))) || (Characters.IsEastAsian(text[i]) && !char.IsWhiteSpace(text[i - 1]) && !char.IsPunctuation(text[i - 1]) && i - segment > 4))) return false;
            end++;
            while (end < text.Length && Characters.IsInvisible(text[end])) end++;
        }
        else
        {
            bool linked = links.At(end);
            if (!atStart || end == i + length || !(linked || EndsInPreposition(text.Slice(i, length)) || Characters.IsEastAsian(text[i]))) return false;
        }

        label = new BylineLabel(Role(role), end, colon, colon || Characters.IsEastAsian(text[i]) || text.Slice(i, length).Contains(' '));
        return end < text.Length;
    }

    private static void ReadNames(ReadOnlySpan<char> text, BylineLabel label, int end, LinkSpans links, string? language, List<Person> people)
    {
        var found = new List<Person>();
        foreach ((int start, int length) in NamePieces.Of(text, label.End, end, links, language))
        {
            if (NameReader.Read(text.Slice(start, length), label.Role) is not { } person) continue;
            bool linked = links.Touch(start, start + length, out string? url);
            bool isName = NameReader.IsName(person.Name) && (linked || (label.HasColon && !person.Name.Contains(' ', StringComparison.Ordinal)) || NameReader.LooksLikeName(person.Name));
            if (!isName)
            {
                if (!label.HasColon) return;
                continue;
            }

            if (url is not null && url.StartsWith("mailto:", StringComparison.Ordinal)) found.Add(person with { Email = Uri.UnescapeDataString(url[7..].Split('?')[0]) });
            else found.Add(url is null ? person : person with { Url = url });
        }

        foreach (Person person in found) Add(people, person);
    }

    private static void Add(List<Person> people, Person person)
    {
        if (!people.Exists(known => known.Role == person.Role && known.Name == person.Name)) people.Add(person);
    }

    /// <summary>Where the names end: at a separator of fields, at the end of the sentence, at the next label or a date.</summary>
    private static int EndOfNames(ReadOnlySpan<char> text, int start, LinkSpans links)
    {
        int end = text.Length;
        for (int i = start; i < text.Length; i++)
        {
            if (links.Around(i)) continue;
            if (IsSegmentEnd(text, i) || IsNextLabel(text, i, start))
            {
                end = i;
                break;
            }
        }

        if (DateFinder.First(text[start..end]) is { } date) end = start + date.Start;
        ReadOnlySpan<char> rest = text[start..end].TrimEnd();
        int last = rest.LastIndexOf(' ');
        if (last >= 0 && Vocabulary.Default.Is(WordClass.DatePreposition, rest[(last + 1)..])) rest = rest[..last];
        return start + rest.Length;
    }

    private static bool IsNextLabel(ReadOnlySpan<char> text, int i, int start)
    {
        if (i == start || !char.IsLetter(text[i]) || !(char.IsWhiteSpace(text[i - 1]) || char.IsPunctuation(text[i - 1]))) return false;
        foreach (WordClass kind in (ReadOnlySpan<WordClass>)[WordClass.Author, WordClass.Editor, WordClass.Translator, WordClass.Publisher, WordClass.Published])
        {
            int length = Vocabulary.Default.MatchAt(kind, text, i);
            if (length == 0) continue;
            int end = i + length;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            if ((end < text.Length && Characters.IsColon(text[end])) || EndsInPreposition(text.Slice(i, length)) && length > 4) return true;
        }

        return false;
    }

    private static bool IsSegmentEnd(ReadOnlySpan<char> text, int i)
    {
        char c = text[i];
        if (c is '|' or '｜' or '·' or '•' or '\n' or '。' or '！' or '？' or '!' or '?' or '—' or '–' or '/' or '»' or '→') return c != '·' || !IsWithinName(text, i);
        if (c != '.') return false;

        // A full stop ends the names unless it belongs to an initial or a title.
        int word = i;
        while (word > 0 && char.IsLetterOrDigit(text[word - 1])) word--;
        bool atEnd = i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]);
        return atEnd && i - word > 2;
    }

    /// <summary>The dot of a transcribed name: 加布里埃尔·加西亚.</summary>
    private static bool IsWithinName(ReadOnlySpan<char> text, int i) =>
        i > 0 && i + 1 < text.Length && Characters.IsEastAsian(text[i - 1]) && Characters.IsEastAsian(text[i + 1]);

    private static bool EndsInPreposition(ReadOnlySpan<char> label) =>
        Vocabulary.Default.Is(WordClass.NamePreposition, label[(label.LastIndexOf(' ') + 1)..]);

    private static PersonRole Role(WordClass role) => role switch
    {
        WordClass.Editor => PersonRole.Editor,
        WordClass.Translator => PersonRole.Translator,
        WordClass.Publisher => PersonRole.Publisher,
        _ => PersonRole.Author,
    };

    private readonly record struct BylineLabel(PersonRole Role, int End, bool HasColon, bool IsAnnounced);
}
