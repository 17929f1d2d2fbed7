using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Reads one date from a place in a text.</summary>
internal ref struct DateReader
{
    private readonly ReadOnlySpan<char> text;
    private readonly int start;
    private readonly string? language;
    private int at;

    public DateReader(ReadOnlySpan<char> text, int start, string? language)
    {
        this.text = text;
        this.start = at = start;
        this.language = language;
    }

    /// <summary>What was read; <see langword="null"/> where day and month cannot be told apart.</summary>
    public PublicationDate? Date { get; private set; }

    /// <summary>Behind the last character read.</summary>
    public int End { get; private set; }

    /// <summary>Reads a date and the time behind it; <see langword="false"/> where there is none.</summary>
    public bool Read()
    {
        if (EraYear(out int year) || HanYear(out year)) return AfterEastAsianYear(year);
        int digits = Number(out int first);
        if (digits == 0) return MonthFirst();
        if (digits == 4)
        {
            int behind = at;
            Spaces();
            if (At("年") || At("년")) return AfterEastAsianYear(first);
            at = behind;
            if (YearMonthDay(first)) return true;
            at = behind;
            return YearThenMonthName(first);
        }

        return digits <= 2 && (DayThenMonthName(first) || (Rewind(start + digits) && DayMonthYear(first)));
    }

    private bool AfterEastAsianYear(int year)
    {
        Spaces();
        if (SmallNumber(out int month) == 0) return false;
        Spaces();
        if (!(At("月") || At("월"))) return false;
        Spaces();
        if (SmallNumber(out int day) == 0) return false;
        Spaces();
        if (!(At("日") || At("일") || At("号") || At("號"))) return false;
        return Accept(year, month, day);
    }

    private bool YearMonthDay(int year)
    {
        if (at >= text.Length || text[at] is not ('-' or '/' or '.' or '‐' or '‑')) return false;
        char separator = text[at++];
        if (separator == '.') Spaces();
        if (Number(out int month) is 0 or > 2) return false;
        if (at >= text.Length || text[at] != separator) return false;
        at++;
        if (separator == '.') Spaces();
        if (Number(out int day) is 0 or > 2) return false;
        if (at + 1 < text.Length && text[at] == separator && char.IsDigit(text[at + 1])) return false;
        return Accept(year, month, day);
    }

    private bool YearThenMonthName(int year)
    {
        if (!Gap() || !MonthName(out int month) || !Gap() || Number(out int day) is 0 or > 2) return false;
        OrdinalEnding();
        return !EndsOfRange() && Accept(year, month, day);
    }

    private bool DayThenMonthName(int day)
    {
        if (IsSecondOfRange()) return false;
        OrdinalEnding();
        if (at < text.Length && text[at] == '.') at++;
        if (!Gap())
        {
            // "5-May-2024"; in "Issue 31 - October 2009" the dash parts a number from a month.
            if (at >= text.Length || text[at] is not ('-' or '/')) return false;
            at++;
        }

        Linking();
        if (!MonthName(out int month)) return false;
        if (at < text.Length && text[at] is '.' or '-' or '/') at++;
        Comma();
        Linking();
        int digits = Number(out int year);

        // Persian years are often written with two digits: ۹۹ is 1399, ۰۲ is 1402.
        if (digits == 2 && month >= Vocabulary.FirstPersianMonth) year += year >= 50 ? 1300 : 1400;
        else if (digits != 4) return false;
        return Accept(year, month, day);
    }

    private bool MonthFirst()
    {
        if (!MonthName(out int month)) return false;
        if (at < text.Length && text[at] is '.' or '-') at++;
        Spaces();
        if (Number(out int day) is 0 or > 2) return false;
        OrdinalEnding();
        if (EndsOfRange()) return false;
        int behind = at;
        Comma();
        Linking();
        if (at == behind && !(at < text.Length && text[at] == '-' && ++at > 0)) return false;
        return Number(out int year) == 4 && Accept(year, month, day);
    }

    /// <summary><c>16.4.2019</c> is a day first everywhere; with other separators it depends on who wrote it.</summary>
    private bool DayMonthYear(int first)
    {
        if (at >= text.Length || text[at] is not ('/' or '.' or '-')) return false;
        char separator = text[at++];
        if (separator == '.') Spaces();
        if (Number(out int second) is 0 or > 2 || at >= text.Length || text[at] != separator) return false;
        at++;
        if (separator == '.') Spaces();
        if (Number(out int year) != 4) return false;
        if (at + 1 < text.Length && text[at] is '.' or '/' or '-' && char.IsDigit(text[at + 1])) return false;
        if (separator == '.' || first > 12 || IsDayFirst) return Accept(year, second, first);
        if (second > 12 || first == second || IsMonthFirst) return Accept(year, first, second);
        if (DateFinder.DayOf(year, first, second) is null) return false;
        End = at;
        return true;
    }

    private readonly bool IsMonthFirst => language is not null && language.EndsWith("-US", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether writers of the language put the day first; of English alone nobody knows, and East Asian ones put the year first.</summary>
    private readonly bool IsDayFirst => language is not null && !IsMonthFirst
        && (language.Length > 2 && language.StartsWith("en-", StringComparison.OrdinalIgnoreCase) && language[3..].ToUpperInvariant() is "GB" or "AU" or "NZ" or "IE" or "IN"
            || language.Split('-')[0] is "de" or "fr" or "es" or "pt" or "it" or "nl" or "ru" or "uk" or "pl" or "tr" or "ar" or "he" or "sv" or "da" or "nb" or "fi" or "cs");

    private bool Accept(int year, int month, int day)
    {
        if (at < text.Length && char.IsDigit(text[at])) return false;
        if ((month < Vocabulary.FirstPersianMonth ? DateFinder.DayOf(year, month, day) : DateFinder.PersianDayOf(year, month - Vocabulary.FirstPersianMonth + 1, day)) is not { } date) return false;
        Date = new PublicationDate(date);
        End = at;
        int i = at;
        if (i < text.Length && text[i] is 'T' or 't') i++;
        else
        {
            while (i < text.Length && (text[i] is ' ' or ',' or '\u00A0')) i++;
            if (i == at) return true;
        }

        int end = TimeOfDay.Read(text, i, date, out PublicationDate moment);
        if (end > 0)
        {
            Date = moment;
            End = end;
        }

        return true;
    }

    private bool EraYear(out int year)
    {
        year = 0;
        foreach ((string era, int before) in (ReadOnlySpan<(string, int)>)[("令和", 2018), ("平成", 1988), ("民國", 1911), ("民国", 1911)])
        {
            if (!text[at..].StartsWith(era)) continue;
            int saved = at;
            at += era.Length;
            Spaces();
            int read = At("元") ? year = 1 : SmallNumber(out year, 3);
            year += before;
            if (read > 0 && At("年")) return true;
            at = saved;
        }

        return false;
    }

    private bool HanYear(out int year)
    {
        year = 0;
        if (at + 4 >= text.Length || text[at + 4] != '年') return false;
        for (int i = at; i < at + 4; i++)
        {
            int digit = Numeral.DigitOf(text[i]);
            if (digit < 0) return false;
            year = year * 10 + digit;
        }

        at += 5;
        return true;
    }

    private int Number(out int value)
    {
        int length = Numeral.ReadDigits(text, at, out value);
        at += length;
        return length;
    }

    private int SmallNumber(out int value, int longest = 2)
    {
        int length = Numeral.ReadDigits(text, at, out value);
        if (length > longest) return 0;
        if (length == 0) length = Numeral.ReadHan(text, at, out value);
        at += length;
        return length;
    }

    private bool MonthName(out int month)
    {
        month = Vocabulary.Default.MonthAt(text, at, out int length);
        at += length;
        return length > 0;
    }

    private void OrdinalEnding()
    {
        foreach (string ending in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "º", "°", "ª", "e"])
        {
            int end = at + ending.Length;
            if (!text[at..].StartsWith(ending, StringComparison.OrdinalIgnoreCase) || (end < text.Length && char.IsLetter(text[end]))) continue;
            at = end;
            return;
        }
    }

    /// <summary>Small words between the parts: <c>16 de abril de 2019</c>, <c>16th of April</c>.</summary>
    private void Linking()
    {
        Spaces();
        foreach (string word in (ReadOnlySpan<string>)["de ", "of ", "del ", "do ", "di "])
        {
            if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            at += word.Length;
            Spaces();
            return;
        }
    }

    private void Comma()
    {
        Spaces();
        if (at < text.Length && text[at] is ',' or '،') at++;
        Spaces();
    }

    private bool Gap()
    {
        int before = at;
        Spaces();
        return at > before;
    }

    private void Spaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private bool Rewind(int to)
    {
        at = to;
        return true;
    }

    private bool At(string wanted)
    {
        if (!text[at..].StartsWith(wanted)) return false;
        at += wanted.Length;
        return true;
    }

    /// <summary>Whether a second day follows: two days are no date.</summary>
    private readonly bool EndsOfRange()
    {
        int i = at;
        while (i < text.Length && text[i] == ' ') i++;
        if (i >= text.Length || text[i] is not ('-' or '–' or '—' or '~' or '～')) return false;
        i++;
        while (i < text.Length && text[i] == ' ') i++;
        int digits = Numeral.ReadDigits(text, i, out _);
        return digits is 1 or 2 || (digits == 0 && Vocabulary.Default.MonthAt(text, i, out _) > 0);
    }

    /// <summary>Whether a first day stands before: <c>7–13 January 2018</c>.</summary>
    private readonly bool IsSecondOfRange()
    {
        int i = start - 1;
        while (i >= 0 && text[i] == ' ') i--;
        if (i < 0 || text[i] is not ('-' or '–' or '—' or '~' or '～')) return false;
        i--;
        while (i >= 0 && text[i] == ' ') i--;
        if (i < 0 || !char.IsAsciiDigit(text[i])) return false;
        int day = text[i] - '0';
        if (i > 0 && char.IsAsciiDigit(text[i - 1])) day += 10 * (text[--i] - '0');
        return day is >= 1 and <= 31 && (i == 0 || (!char.IsDigit(text[i - 1]) && text[i - 1] is not ('#' or '＃')));
    }
}
