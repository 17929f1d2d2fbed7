using System.Buffers;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Reads the names and roles of a by-line (<c>作者：张三 李四</c>, <c>edited by A, B and C</c>). A sentence in which somebody is named is none.</summary>
internal static class BylineReader
{
    private const int LongestLabelLead = 48;

    private static readonly SearchValues<char> NameSeparators = SearchValues.Create("、，,；; ");
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
        var links = new List<(int Start, int End, string? Url)>();
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Link >= 0 && run.Length > 0) links.Add((run.Start - block.Start, run.End - block.Start, document.Links[run.Link].Url));
        }

        Read(text, links, language, people, announcedOnly);
        return people;
    }

    /// <summary>The people that a line of plain text names with their roles.</summary>
    public static List<Person> Read(ReadOnlySpan<char> text, string? language = null)
    {
        var people = new List<Person>();
        if (text.Length <= 600) Read(text, [], language, people);
        return people;
    }

    /// <summary>The people that the value of a metadata field names (<c>A, B and C</c>), without a label.</summary>
    public static List<Person> ReadNames(string value, PersonRole role = PersonRole.Author, string? language = null)
    {
        var people = new List<Person>();
        foreach ((int start, int length) in Pieces(value, 0, value.Length, [], language))
        {
            if (NameReader.Read(value.AsSpan(start, length), role) is { } person && NameReader.IsName(person.Name)) Add(people, person);
        }

        return people;
    }

    private static void Read(ReadOnlySpan<char> text, List<(int Start, int End, string? Url)> links, string? language, List<Person> people, bool announcedOnly = false)
    {
        int segment = 0;
        for (int i = 0; i < text.Length;)
        {
            if (IsSegmentEnd(text, i) && !IsWithinLink(links, i))
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

    private static bool TryLabel(ReadOnlySpan<char> text, int i, int segment, List<(int Start, int End, string? Url)> links, out BylineLabel label)
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
            bool linked = IsLinked(links, end);
            if (!atStart || end == i + length || !(linked || EndsInPreposition(text.Slice(i, length)) || Characters.IsEastAsian(text[i]))) return false;
        }

        label = new BylineLabel(Role(role), end, colon, colon || Characters.IsEastAsian(text[i]) || text.Slice(i, length).Contains(' '));
        return end < text.Length;
    }

    private static void ReadNames(ReadOnlySpan<char> text, BylineLabel label, int end, List<(int Start, int End, string? Url)> links, string? language, List<Person> people)
    {
        var found = new List<Person>();
        foreach ((int start, int length) in Pieces(text, label.End, end, links, language))
        {
            if (NameReader.Read(text.Slice(start, length), label.Role) is not { } person) continue;
            int pieceEnd = start + length;
            string? url = links.Find(link => link.Start < pieceEnd && start < link.End).Url;
            bool linked = links.Exists(link => link.Start < pieceEnd && start < link.End);
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
    private static int EndOfNames(ReadOnlySpan<char> text, int start, List<(int Start, int End, string? Url)> links)
    {
        int end = text.Length;
        for (int i = start; i < text.Length; i++)
        {
            if (IsWithinLink(links, i)) continue;
            if (IsSegmentEnd(text, i) || IsNextLabel(text, i, start))
            {
                end = i;
                break;
            }
        }

        if (DateFinder.First(text[start..end]) is { } date) end = start + date.Start;
        ReadOnlySpan<char> rest = text[start..end].TrimEnd();
        foreach (string word in (ReadOnlySpan<string>)[" on", " at", " in", " am", " le", " el", " em", " il"])
        {
            if (!rest.EndsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            rest = rest[..^word.Length];
            break;
        }

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

    private static bool EndsInPreposition(ReadOnlySpan<char> label)
    {
        int start = label.LastIndexOf(' ') + 1;
        Span<char> word = stackalloc char[8];
        ReadOnlySpan<char> last = label[start..];
        if (last.Length > word.Length) return false;
        last.ToLowerInvariant(word);
        return word[..last.Length] is "by" or "von" or "par" or "por" or "door" or "di" or "da" or "από" or "מאת" or "بقلم";
    }

    private static List<(int Start, int Length)> Pieces(ReadOnlySpan<char> text, int start, int end, List<(int Start, int End, string? Url)> links, string? language)
    {
        var pieces = new List<(int Start, int Length)>();
        int piece = start;
        for (int i = start; i < end; i++)
        {
            int skip = IsWithinLink(links, i) ? 0 : SeparatorAt(text, i, piece, end);
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
        int end = text.IndexOfAny(NameSeparators);
        return end < 0 ? text : text[..end];
    }

    /// <summary>Names of two to four Han characters each, with only spaces between them, are several; a Japanese name has a space in it.</summary>
    private static void AddPieces(ReadOnlySpan<char> text, int start, int end, List<(int Start, int End, string? Url)> links, string? language, List<(int Start, int Length)> pieces)
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

        bool inOneLink = links.Exists(link => link.Start <= start && end <= link.End);
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

    private static bool IsLinked(List<(int Start, int End, string? Url)> links, int at)
    {
        foreach ((int start, int end, _) in links)
        {
            if (start <= at && at < end) return true;
        }

        return false;
    }

    private static bool IsWithinLink(List<(int Start, int End, string? Url)> links, int at)
    {
        foreach ((int start, int end, _) in links)
        {
            if (start < at && at < end) return true;
        }

        return false;
    }

    private static PersonRole Role(WordClass role) => role switch
    {
        WordClass.Editor => PersonRole.Editor,
        WordClass.Translator => PersonRole.Translator,
        WordClass.Publisher => PersonRole.Publisher,
        _ => PersonRole.Author,
    };

    private readonly record struct BylineLabel(PersonRole Role, int End, bool HasColon, bool IsAnnounced);
}
