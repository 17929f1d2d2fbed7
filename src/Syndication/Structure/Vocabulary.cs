using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>The words of all languages that say what a piece of an issue is, from <c>vocabulary.json</c>. Where structure can tell, words are not asked.</summary>
internal sealed class Vocabulary
{
    /// <summary>Farvardin, the first month of the Solar Hijri calendar.</summary>
    public const int FirstPersianMonth = 13;

    private static readonly Lazy<Vocabulary> Loaded = new(Load);

    private readonly PhraseSet<WordClass>[] words;
    private readonly PhraseSet<string> sections;
    private readonly PhraseSet<int> months;
    private readonly PhraseSet<int> weekdays;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> functionWords;

    private Vocabulary(JsonElement root)
    {
        words = [.. Enum.GetValues<WordClass>().Select(kind => new PhraseSet<WordClass>(Phrases(root.GetProperty("words").GetProperty(NameOf(kind)), kind)))];
        JsonElement sponsors = root.GetProperty("words").GetProperty(NameOf(WordClass.Sponsor));
        sections = new PhraseSet<string>(root.GetProperty("sections").EnumerateObject()
            .SelectMany(kind => Phrases(kind.Value, kind.Name)).Concat(Phrases(sponsors, "sponsor")));
        months = new PhraseSet<int>(root.GetProperty("months").EnumerateObject().SelectMany(language => Numbered(language.Value, 1))
            .Concat(Numbered(root.GetProperty("persianMonths"), FirstPersianMonth)));
        weekdays = new PhraseSet<int>(Phrases(root.GetProperty("weekdays"), 1));
        functionWords = root.GetProperty("functionWords").EnumerateObject()
            .SelectMany(language => language.Value.EnumerateArray().Select(word => (Word: word.GetString()!, Language: language.Name)))
            .GroupBy(pair => pair.Word, pair => pair.Language, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Simplified = SearchValues.Create(root.GetProperty("variants").GetProperty("zh-Hans").GetString()!);
        Traditional = SearchValues.Create(root.GetProperty("variants").GetProperty("zh-Hant").GetString()!);
    }

    /// <summary>The one vocabulary, read when first asked for.</summary>
    public static Vocabulary Default => Loaded.Value;

    /// <summary>Han characters that only simplified Chinese writes so.</summary>
    public SearchValues<char> Simplified { get; }

    /// <summary>Han characters that simplified Chinese writes otherwise.</summary>
    public SearchValues<char> Traditional { get; }

    /// <summary>Whether the text as a whole is one of the phrases, whatever ordinal, count, bracket or picture stands around it.</summary>
    public bool Is(WordClass kind, ReadOnlySpan<char> text) => Is(words[(int)kind], text, out _);

    /// <summary>Whether the text starts with one of the phrases, as whole words.</summary>
    /// <param name="kind">Which phrases.</param>
    /// <param name="text">The text.</param>
    /// <param name="length">How many characters of the text are used up.</param>
    public bool Starts(WordClass kind, ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        int start = 0;
        while (start < text.Length && Characters.IsInvisible(text[start])) start++;
        int raw = words[(int)kind].MatchAt(text, start, out _);
        if (raw == 0)
        {
            while (start < text.Length && !char.IsLetterOrDigit(text[start])) start++;
            raw = words[(int)kind].MatchAt(text, start, out _);
        }

        if (raw > 0) length = start + raw;
        return raw > 0;
    }

    /// <inheritdoc cref="Starts(WordClass, ReadOnlySpan{char}, out int)"/>
    public bool Starts(WordClass kind, ReadOnlySpan<char> text) => Starts(kind, text, out _);

    /// <summary>Whether one of the phrases stands anywhere in the text, as whole words in scripts that have spaces between words.</summary>
    public bool Contains(WordClass kind, ReadOnlySpan<char> text) => words[(int)kind].StandsIn(text);

    /// <summary>How many characters one of the phrases takes at a place in the text; 0 where none stands there.</summary>
    public int MatchAt(WordClass kind, ReadOnlySpan<char> text, int at, bool wholeWords = true) => words[(int)kind].MatchAt(text, at, out _, wholeWords);

    /// <summary>The kind of section that a title plainly names (<c>news</c>, <c>reading</c>, …): the longest phrase in it says so, of equals the last.</summary>
    public string? SectionKindOf(ReadOnlySpan<char> title)
    {
        if (Is(sections, title, out string? kind)) return kind;
        if (Characters.Width(title) > 48) return null;
        int best = 0;
        for (int i = 0; i < title.Length; i++)
        {
            int length = sections.MatchAt(title, i, out string? found);
            if (length == 0 || Characters.Width(title.Slice(i, length)) < best) continue;
            best = Characters.Width(title.Slice(i, length));
            kind = found;
        }

        return kind;
    }

    /// <summary>Whether a title is made of the words that sections are called by, not merely with one of them in it.</summary>
    public bool NamesSection(ReadOnlySpan<char> title)
    {
        if (Is(sections, title, out _)) return true;
        int width = Characters.Width(title);
        if (width > 32) return false;
        int named = 0;
        for (int i = 0; i < title.Length;)
        {
            int length = sections.MatchAt(title, i, out _);
            if (length > 0) named += Characters.Width(title.Slice(i, length));
            i += Math.Max(length, 1);
        }

        return named * 2 >= width;
    }

    /// <summary>The month that is named at a place in the text, from 1, those of the Persian calendar from <see cref="FirstPersianMonth"/>; 0 where none is.</summary>
    public int MonthAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = months.MatchAt(text, at, out int month);
        return month;
    }

    /// <summary>How many characters a weekday's name takes at a place in the text; 0 where none stands there.</summary>
    public int WeekdayAt(ReadOnlySpan<char> text, int at) => weekdays.MatchAt(text, at, out _);

    /// <summary>The languages that have a small word (the, und, pour), given in lower case.</summary>
    public ReadOnlySpan<string> LanguagesOf(ReadOnlySpan<char> functionWord) => functionWords.TryGetValue(functionWord, out string[]? languages) ? languages : [];

    private static bool Is<T>(PhraseSet<T> set, ReadOnlySpan<char> text, out T? value)
    {
        if (text.Length > 160)
        {
            value = default;
            return false;
        }

        ReadOnlySpan<char> core = Folding.TrimToWords(text);
        if (core.IsEmpty) return set.Is(text.Trim(), out value);
        return set.Is(core, out value) || set.Is(WithoutNumbers(core), out value);
    }

    /// <summary>Without the ordinal before and the count after: <c>三、评论（12）</c> is 评论.</summary>
    private static ReadOnlySpan<char> WithoutNumbers(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && (char.IsDigit(text[start]) || "一二三四五六七八九十".Contains(text[start]))) start++;
        if (start > 0 && start < text.Length && !char.IsLetterOrDigit(text[start])) text = Folding.TrimToWords(text[start..]);
        int end = text.Length;
        while (end > 0 && char.IsDigit(text[end - 1])) end--;
        return end > 0 && end < text.Length && !char.IsLetterOrDigit(text[end - 1]) ? Folding.TrimToWords(text[..end]) : text;
    }

    private static string NameOf(WordClass kind)
    {
        string name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static IEnumerable<KeyValuePair<string, T>> Phrases<T>(JsonElement languages, T value) =>
        languages.EnumerateObject().SelectMany(language => language.Value.EnumerateArray()).Select(phrase => KeyValuePair.Create(phrase.GetString()!, value));

    private static IEnumerable<KeyValuePair<string, int>> Numbered(JsonElement months, int first) =>
        months.EnumerateArray().SelectMany((names, index) => names.EnumerateArray().Select(name => KeyValuePair.Create(name.GetString()!, index + first)));

    private static Vocabulary Load()
    {
        using Stream stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("vocabulary.json")
            ?? throw new InvalidOperationException("The vocabulary is missing from the assembly.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return new Vocabulary(document.RootElement);
    }
}
