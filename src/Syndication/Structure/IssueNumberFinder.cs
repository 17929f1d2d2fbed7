using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds the number of an issue in a title, a line or an address; never a date, a year, a version or a count.</summary>
internal static class IssueNumberFinder
{
    /// <summary>The likeliest number in a text: the strongest, of equals the first.</summary>
    /// <param name="text">A title or a short line.</param>
    /// <param name="publication">The newsletter's name, where known: a number right behind it is the issue's.</param>
    public static IssueNumber? Best(ReadOnlySpan<char> text, string? publication = null)
    {
        IssueNumber? best = null;
        foreach (IssueNumber candidate in All(text, publication))
        {
            if (best is null || candidate.Strength > best.Value.Strength) best = candidate;
        }

        return best;
    }

    /// <summary>All numbers in a text that may be the issue's, in order.</summary>
    public static List<IssueNumber> All(ReadOnlySpan<char> text, string? publication = null)
    {
        var found = new List<IssueNumber>();
        List<FoundDate>? dates = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!TryAt(text, i, publication, out IssueNumber number)) continue;
            dates ??= DateFinder.All(text);
            if (dates.Exists(date => date.Start < number.End && number.Start < date.End)) continue;
            found.Add(number);
            i = number.End - 1;
        }

        return found;
    }

    /// <summary>The number that a file name or an address ends in or marks: weak evidence.</summary>
    public static IssueNumber? InAddress(string address)
    {
        ReadOnlySpan<char> path = address;
        int scheme = path.IndexOf("://");
        if (scheme >= 0)
        {
            path = path[(scheme + 3)..];
            int host = path.IndexOf('/');
            path = host < 0 ? [] : path[host..];
            int query = path.IndexOfAny('?', '#');
            if (query >= 0) path = path[..query];
        }

        ReadOnlySpan<char> segment = LastSegment(ref path);
        int dot = segment.LastIndexOf('.');
        if (dot > 0) segment = segment[..dot];
        if (segment.IsEmpty || segment.Equals("index", StringComparison.OrdinalIgnoreCase) || segment.Equals("default", StringComparison.OrdinalIgnoreCase)) segment = LastSegment(ref path);
        if (!segment.IsEmpty && segment.Length <= 2 && !segment.ContainsAnyExceptInRange('0', '9')
            && LastSegment(ref path) is { IsEmpty: false } above && !above.ContainsAnyExceptInRange('0', '9')) return null;
        return InSlug(segment);
    }

    private static IssueNumber? InSlug(ReadOnlySpan<char> slug)
    {
        for (int i = 0; i < slug.Length; i++)
        {
            int length = Numeral.ReadDigits(slug, i, out int value);
            if (length == 0)
            {
                if (slug[i] == '第' && ReadEastAsian(slug, i, out IssueNumber east)) return east with { Strength = NumberStrength.Address };
                continue;
            }

            int end = i + length;
            if (length is 4 or 8 && SkipDate(slug, i, length, value) is > 0 and int behind)
            {
                i = behind - 1;
                continue;
            }

            bool alone = length <= 5 && !IsYear(value, length) && !(length == 4 && slug[i] == '0')
                && (i == 0 || slug[i - 1] is not '.') && (end == slug.Length || slug[end] is not '.')
                && !(i > 0 && slug[i - 1] is 'v' or 'V' && (i == 1 || !char.IsLetter(slug[i - 2])));
            bool marked = i > 0 && EndsInMarker(slug[..i]);
            if (alone && value > -1 && (end == slug.Length || marked) && (i == 0 || char.IsLetter(slug[i - 1]) || slug[i - 1] is '-' or '_' or ' ' or '+' or '='))
            {
                return new IssueNumber(value, i, length, NumberStrength.Address);
            }

            i = end - 1;
        }

        return null;
    }

    private static bool TryAt(ReadOnlySpan<char> text, int i, string? publication, out IssueNumber number)
    {
        number = default;
        char c = text[i];
        if (c is '第' or '제') return ReadEastAsian(text, i, out number);
        if (c == '#' || c == '＃') return ReadHash(text, i, publication, out number);
        if (char.IsDigit(c) && (i == 0 || !char.IsDigit(text[i - 1])))
        {
            return ReadSuffixed(text, i, out number) || ReadBehindName(text, i, publication, out number);
        }

        if (!char.IsLetter(c) && c != '№') return false;
        return (i == 0 || Folding.IsBoundary(text[i - 1], c)) && ReadMarked(text, i, out number);
    }

    /// <summary><c>第十八期</c>, <c>第 1111 期</c>, <c>제18호</c>.</summary>
    private static bool ReadEastAsian(ReadOnlySpan<char> text, int i, out IssueNumber number)
    {
        number = default;
        int at = SkipSpaces(text, i + 1);
        int length = Numeral.ReadDigits(text, at, out int value);
        if (length == 0) length = text[i] == '제' ? Numeral.ReadHangul(text, at, out value) : Numeral.ReadHan(text, at, out value);
        if (length == 0 || value < 0) return false;
        at = SkipSpaces(text, at + length);
        int suffix = Vocabulary.Default.MatchAt(WordClass.IssueSuffix, text, at, wholeWords: false);
        if (suffix == 0) return false;
        bool sure = text[at] is '期' or '号' or '號' or '호' or '辑' or '輯' or '刊' or '회' or '回';
        number = new IssueNumber(value, i, at + suffix - i, sure ? NumberStrength.Marked : NumberStrength.Plain);
        return true;
    }

    /// <summary><c>18호</c>, <c>18期</c>: a count where a word before or behind makes it one.</summary>
    private static bool ReadSuffixed(ReadOnlySpan<char> text, int i, out IssueNumber number)
    {
        number = default;
        int length = Numeral.ReadDigits(text, i, out int value);
        int at = SkipSpaces(text, i + length);
        if (value < 0 || at >= text.Length || text[at] is not ('期' or '号' or '號' or '호')) return false;
        int before = i - 1;
        while (before >= 0 && text[before] == ' ') before--;
        if (before >= 0 && text[before] is '共' or '近' or '约' or '約' or '前' or '这' or '這' or '每' or '等' or '总' or '總' or '.' or '月') return false;
        if (at + 1 < text.Length && text[at] == '호' && Characters.IsEastAsian(text[at + 1])) return false;
        number = new IssueNumber(value, i, at + 1 - i, NumberStrength.Plain);
        return true;
    }

    /// <summary><c>Issue #18</c>, <c>Vol.4</c>, <c>Nr. 12</c>, <c>Issue XIV</c>.</summary>
    private static bool ReadMarked(ReadOnlySpan<char> text, int i, out IssueNumber number)
    {
        number = default;
        int marker = Vocabulary.Default.MatchAt(WordClass.IssueMarker, text, i, wholeWords: false);
        if (marker == 0) return false;
        int at = i + marker;
        bool sign = !char.IsLetter(text[at - 1]);
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '.' or ':' or '：' or '#' or '＃' or '№' or '°' or 'º' or '(' or '（'))
        {
            sign |= !char.IsWhiteSpace(text[at]);
            at++;
        }

        if (text[i] == 'n' && marker <= 3 && !sign && text[at - 1] == ' ') return false;
        NumberStrength strength = Folding.Fold(text[i]) == 'v' && Folding.Fold(text[Math.Min(i + 2, text.Length - 1)]) == 'l' ? NumberStrength.Volume : NumberStrength.Marked;
        int length = Numeral.ReadDigits(text, at, out int value);
        if (length == 0)
        {
            length = Numeral.ReadHan(text, at, out value);
            if (length == 0) length = ReadRoman(text, i + marker, at, out value);
            if (length == 0) return false;
        }
        else if ((IsYear(value, length) && text[at - 1] != '#') || (EndsInUnit(text, at + length) && !IsOverYear(text, at + length)))
        {
            return false;
        }

        if (value < 0) return false;
        int end = at + length;
        string? printed = null;
        if (end + 1 < text.Length && text[end] == '.' && char.IsDigit(text[end + 1]))
        {
            int fraction = Numeral.ReadDigits(text, end + 1, out _);
            printed = text.Slice(at, length + 1 + fraction).ToString();
            end += 1 + fraction;
        }

        number = new IssueNumber(value, i, end - i, strength, printed);
        return true;
    }

    private static int ReadRoman(ReadOnlySpan<char> text, int afterMarker, int at, out int value)
    {
        value = 0;
        if (at == afterMarker && char.IsLetter(text[at - 1])) return 0;
        int length = Numeral.ReadRoman(text, at, out value);
        return length > 0 && IsFollowedBySeparator(text, at + length) ? length : 0;
    }

    /// <summary><c>#123</c>: the issue's where the newsletter's name or nothing stands before it.</summary>
    private static bool ReadHash(ReadOnlySpan<char> text, int i, string? publication, out IssueNumber number)
    {
        number = default;
        if (i > 0 && Folding.IsWordCharacter(text[i - 1])) return false;
        int at = SkipSpaces(text, i + 1);
        int length = Numeral.ReadDigits(text, at, out int value);
        int end = at + length;
        if (length is 0 or > 5 || (end < text.Length && (Folding.IsWordCharacter(text[end]) || text[end] == '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))) return false;
        bool named = i == 0 || IsName(text[..i], publication);
        number = new IssueNumber(value, i, end - i, named ? NumberStrength.Marked : NumberStrength.Plain);
        return true;
    }

    /// <summary><c>Some Weekly 116</c>: a number behind the newsletter's name, with nothing or a separator behind it.</summary>
    private static bool ReadBehindName(ReadOnlySpan<char> text, int i, string? publication, out IssueNumber number)
    {
        number = default;
        if (i > 0 && (text[i - 1] is '.' or '-' or '/' or ',' or '+' || Folding.IsWordCharacter(text[i - 1]))) return false;
        int length = Numeral.ReadDigits(text, i, out int value);
        if (length > 5 || value < 0 || IsYear(value, length) || !IsFollowedBySeparator(text, i + length)) return false;
        ReadOnlySpan<char> before = text[..i].Trim();
        bool whole = before.IsEmpty && text[(i + length)..].Trim().IsEmpty;
        if (!whole && (before.IsEmpty || !IsName(before, publication))) return false;
        bool known = publication is not null && Same(before, publication);
        number = new IssueNumber(value, i, length, known ? NumberStrength.Marked : NumberStrength.Plain);
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> before, string? publication)
    {
        before = Folding.TrimToWords(before);
        if (before.IsEmpty) return false;
        if (publication is not null && Same(before, publication)) return true;
        return Characters.Width(before) <= 60 && before.IndexOfAny(":：|｜·") < 0 && Vocabulary.Default.Contains(WordClass.PublicationNoun, before);
    }

    private static bool Same(ReadOnlySpan<char> text, string publication) => Folding.TrimToWords(text).Equals(Folding.TrimToWords(publication), StringComparison.OrdinalIgnoreCase);

    private static bool IsFollowedBySeparator(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length) return true;
        if (Folding.IsWordCharacter(text[end]) || text[end] is '%' or '％' or '/' or '+') return false;
        if (text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1])) return false;
        if (Characters.IsEastAsian(text[end])) return false;
        int next = SkipSpaces(text, end);
        return next >= text.Length || (!char.IsLetterOrDigit(text[next]) && text[next] is not ('%' or '％' or '+'));
    }

    private static bool EndsInUnit(ReadOnlySpan<char> text, int end) =>
        end < text.Length && (Folding.IsWordCharacter(text[end]) || text[end] is '%' or '％' || (text[end] == '/' && end + 1 < text.Length && char.IsDigit(text[end + 1])));

    /// <summary>"7/2020": the seventh of a year.</summary>
    private static bool IsOverYear(ReadOnlySpan<char> text, int end) =>
        text[end] == '/' && Numeral.ReadDigits(text, end + 1, out int year) is 4 && IsYear(year, 4) && !EndsInUnit(text, end + 5);

    private static bool EndsInMarker(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd("-_ +=");
        int start = before.LastIndexOfAny('-', '_', ' ') + 1;
        ReadOnlySpan<char> word = before[start..];
        return Vocabulary.Default.Is(WordClass.IssueMarker, word) || Vocabulary.Default.Is(WordClass.PublicationNoun, word);
    }

    private static int SkipDate(ReadOnlySpan<char> slug, int i, int length, int value)
    {
        if (length == 8) return DateFinder.DayOf(value / 10000, value / 100 % 100, value % 100) is null ? 0 : i + 8;
        int at = i + 4;
        for (int part = 0; part < 2; part++)
        {
            if (at >= slug.Length || slug[at] is not ('-' or '_')) return 0;
            int digits = Numeral.ReadDigits(slug, at + 1, out int number);
            if (digits is 0 or > 2 || number is < 1 or > 31 || !IsYear(value, 4)) return 0;
            at += 1 + digits;
        }

        return at;
    }

    private static bool IsYear(int value, int length) => length == 4 && value is >= 1990 and <= 2100;

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static ReadOnlySpan<char> LastSegment(ref ReadOnlySpan<char> path)
    {
        path = path.TrimEnd("/\\");
        int start = path.LastIndexOfAny('/', '\\') + 1;
        ReadOnlySpan<char> segment = path[start..];
        path = path[..start];
        return segment;
    }
}
