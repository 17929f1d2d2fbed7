using System.Globalization;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Finds dates in text, as the languages write them, and reads the dates of metadata. A date has a day, a month and a year from 1990 to 2100; anything less is none.</summary>
internal static class DateFinder
{
    /// <summary>The first date printed in a text that is no doubt one.</summary>
    public static FoundDate? First(ReadOnlySpan<char> text, string? language = null)
    {
        for (int at = 0; TryNext(text, at, language, out FoundDate found); at = found.End)
        {
            if (found.Date is not null) return found;
        }

        return null;
    }

    /// <summary>All dates printed in a text, in order, those that could be two days among them.</summary>
    public static List<FoundDate> All(ReadOnlySpan<char> text, string? language = null)
    {
        var all = new List<FoundDate>();
        for (int at = 0; TryNext(text, at, language, out FoundDate found); at = found.End) all.Add(found);
        return all;
    }

    /// <summary>Reads the value of a metadata field: ISO 8601, RFC 3339, RFC 5322, or a date as printed. <see langword="null"/> where it is none or could be two.</summary>
    public static PublicationDate? Parse(string value, string? language = null)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        if (ReadBasic(text) is { } basic) return basic;
        return First(text, language)?.Date;
    }

    /// <summary>The date in an address or file name (<c>/2016/12/10/</c>, <c>2016-02-01-name.md</c>, <c>20231107-x</c>): the last one, whole digits only.</summary>
    public static DateOnly? InAddress(string address)
    {
        ReadOnlySpan<char> path = PathOf(address);
        DateOnly? last = null;
        for (int i = 0; i < path.Length; i++)
        {
            if (!char.IsAsciiDigit(path[i]) || (i > 0 && char.IsAsciiDigit(path[i - 1]))) continue;
            int length = Numeral.ReadDigits(path, i, out int year);
            DateOnly? found = null;
            if (length == 8) found = DayOf(year / 10000, year / 100 % 100, year % 100);
            else if (length == 4) found = ReadParts(path, i + 4, year);
            if (found is not null) last = found;
            i += length - 1;
        }

        return last;
    }

    /// <summary>The day, where it exists and the year is a likely one.</summary>
    public static DateOnly? DayOf(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The day of the Solar Hijri calendar, which Iran and Afghanistan use, where it exists and the year is a likely one.</summary>
    public static DateOnly? PersianDayOf(int year, int month, int day)
    {
        if (year is < 1369 or > 1478 || day < 1) return null;
        var calendar = new PersianCalendar();
        return day <= calendar.GetDaysInMonth(year, month) ? DateOnly.FromDateTime(calendar.ToDateTime(year, month, day, 0, 0, 0, 0)) : null;
    }

    private static bool TryNext(ReadOnlySpan<char> text, int at, string? language, out FoundDate found)
    {
        for (int i = at; i < text.Length; i++)
        {
            char c = text[i];
            bool digit = char.IsDigit(c);
            if (!digit && !char.IsLetter(c) && c is not ('〇' or '○')) continue;
            if (i > 0 && !CanStart(text, i)) continue;
            var reader = new DateReader(text, i, language);
            if (!reader.Read()) continue;
            found = new FoundDate(reader.Date, i, reader.End - i);
            return true;
        }

        found = default;
        return false;
    }

    private static bool CanStart(ReadOnlySpan<char> text, int i)
    {
        char before = text[i - 1];
        if (char.IsDigit(text[i]))
        {
            if (char.IsDigit(before) || before is '/' or '\\') return false;
            return before is not ('.' or '-') || i < 2 || !char.IsDigit(text[i - 2]);
        }

        return Numeral.DigitOf(text[i]) < 0 ? Folding.IsBoundary(before, text[i]) : Numeral.DigitOf(before) < 0;
    }

    private static PublicationDate? ReadBasic(ReadOnlySpan<char> text)
    {
        if (Numeral.ReadDigits(text, 0, out int digits) != 8 || DayOf(digits / 10000, digits / 100 % 100, digits % 100) is not { } day) return null;
        if (text.Length == 8) return new PublicationDate(day);
        if (text.Length < 15 || text[8] is not ('T' or 't') || Numeral.ReadDigits(text, 9, out int time) is not 6) return null;
        string extended = $"{time / 10000:00}:{time / 100 % 100:00}:{time % 100:00}{text[15..]}";
        return TimeOfDay.Read(extended, 0, day, out PublicationDate moment) > 0 ? moment : new PublicationDate(day);
    }

    private static DateOnly? ReadParts(ReadOnlySpan<char> path, int at, int year)
    {
        if (at >= path.Length || path[at] is not ('-' or '/' or '_' or '.')) return null;
        char separator = path[at];
        int monthLength = Numeral.ReadDigits(path, at + 1, out int month);
        int second = at + 1 + monthLength;
        if (monthLength is 0 or > 2 || second >= path.Length || path[second] != separator) return null;
        int dayLength = Numeral.ReadDigits(path, second + 1, out int day);
        return dayLength is 0 or > 2 ? null : DayOf(year, month, day);
    }

    private static ReadOnlySpan<char> PathOf(string address)
    {
        ReadOnlySpan<char> path = address;
        int scheme = path.IndexOf("://");
        if (scheme >= 0)
        {
            path = path[(scheme + 3)..];
            int slash = path.IndexOf('/');
            path = slash < 0 ? [] : path[slash..];
            int end = path.IndexOfAny('?', '#');
            if (end >= 0) path = path[..end];
            return path;
        }

        // Of a file's path only the name and date folders straight above it: a folder named for a backup says nothing of the issue.
        int name = path.LastIndexOfAny('/', '\\') + 1;
        int start = name;
        while (start > 0 && path[..(start - 1)].LastIndexOfAny('/', '\\') + 1 is int above && above < start - 1 && !path[above..(start - 1)].ContainsAnyExceptInRange('0', '9')) start = above;
        return path[start..];
    }
}
