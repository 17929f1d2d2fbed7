using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Syndication.Feeds;

/// <summary>
/// Reads the dates that feeds carry: RFC 822 and 2822 with named zones, RFC 3339, the profile of ISO 8601 that Dublin Core wants (w3.org/TR/NOTE-datetime),
/// and what is near them. What can mean two days or two hours is not read.
/// </summary>
internal static class FeedDateText
{
    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:.,");
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 1, ["CET"] = 1, ["MET"] = 1, ["CEST"] = 2, ["MEST"] = 2, ["MESZ"] = 2, ["MEZ"] = 1,
        ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["EST"] = -5, ["EDT"] = -4, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["AKST"] = -9, ["AKDT"] = -8,
        ["HST"] = -10, ["HKT"] = 8, ["SGT"] = 8, ["JST"] = 9, ["KST"] = 9, ["AWST"] = 8, ["ACST"] = 9.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13, ["BRT"] = -3,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Ambiguous = FrozenSet.Create("CST", "IST", "BST", "AST", "GST", "SST", "AMT", "ECT");

    /// <summary>Reads a date.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="zones">Names of zones that go before the well-known ones.</param>
    /// <param name="remark">Where it was read: what was wrong with it all the same. Where it was not: why.</param>
    public static DateTimeOffset? Read(string text, ImmutableDictionary<string, TimeSpan> zones, out string? remark)
    {
        remark = null;
        var date = new Parts();
        string[] words = text.Split([' ', ',', '\t', '\r', '\n', '\u00A0', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > 12)
        {
            remark = "it is no date";
            return null;
        }

        foreach (string word in words)
        {
            if (!date.Take(word, zones, ref remark))
            {
                remark ??= "it is no date that RFC 822 or RFC 3339 know";
                return null;
            }
        }

        return date.ToDate(ref remark);
    }

    private static bool IsAllDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static int IndexOf(string[] names, ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return -1;
        for (int i = 0; i < names.Length; i++)
        {
            if (word.StartsWith(names[i], StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    private struct Parts
    {
        private int? year;
        private int? month;
        private int? day;
        private int? weekday;
        private TimeSpan? time;
        private TimeSpan? offset;
        private bool afternoon;

        /// <summary>Understands one word, and knows what the words before it were.</summary>
        public bool Take(ReadOnlySpan<char> word, ImmutableDictionary<string, TimeSpan> zones, ref string? remark)
        {
            word = word.TrimEnd('.');
            if (word.IsEmpty) return true;
            if (char.IsAsciiDigit(word[0])) return TakeNumber(word, zones, ref remark);
            if (word[0] is '+' or '-' or '−') return time is not null && TakeOffset(word);
            if (!word.ContainsAnyExceptInRange('A', 'z') || word.IndexOfAny('+', '-') > 0) return TakeName(word, zones, ref remark);
            return false;
        }

        public readonly DateTimeOffset? ToDate(ref string? remark)
        {
            if (year is not { } y || y is < 1 or > 9999 || month is not ({ } m and >= 1 and <= 12) || day is not { } d || d < 1 || d > DateTime.DaysInMonth(y, m))
            {
                remark = "it names no day of the calendar";
                return null;
            }

            TimeSpan clock = (time ?? TimeSpan.Zero) + (afternoon && time < TimeSpan.FromHours(12) ? TimeSpan.FromHours(12) : TimeSpan.Zero);
            var local = new DateTime(y, m, d);
            if (DateTime.MaxValue - local < clock) return null;
            if (weekday is { } named && (int)local.DayOfWeek != named) remark = "its day of the week is another";
            if (offset is null) remark ??= time is null ? null : "it names no time zone; UTC was taken";
            local += clock;
            long utc = local.Ticks - (offset ?? TimeSpan.Zero).Ticks;
            if (utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks) return new DateTimeOffset(local, offset ?? TimeSpan.Zero);
            remark = "it is outside of the calendar";
            return null;
        }

        private bool TakeNumber(ReadOnlySpan<char> word, ImmutableDictionary<string, TimeSpan> zones, ref string? remark)
        {
            if (word.Length > 10 && word[4] == '-' && word[10] is 'T' or 't' or '_') return TakeNumber(word[..10], zones, ref remark) && TakeClock(word[11..], zones, ref remark);
            if (word.Contains(':')) return time is null && TakeClock(word, zones, ref remark);
            if (word.IndexOfAny('-', '/', '.') > 0) return year is null && TakeDashed(word, ref remark);
            ReadOnlySpan<char> digits = word.TrimEnd("thsndr"); // 1st, 2nd, 3rd, 4th
            if (!IsAllDigits(digits) || digits.Length > 4) return false;
            int value = int.Parse(digits, CultureInfo.InvariantCulture);
            if (digits.Length <= 2 && day is null) day = value;
            else if (year is null && digits.Length is 2 or 4) year = FullYear(value, digits.Length);
            else return false;
            return true;
        }

        // RFC 2822 §4.3.
        private static int FullYear(int value, int digits) => digits > 2 ? value : value < 50 ? 2000 + value : 1900 + value;

        private bool TakeDashed(ReadOnlySpan<char> word, ref string? remark)
        {
            Span<Range> parts = stackalloc Range[4];
            int count = word.SplitAny(parts, "-/.");
            if (count is < 2 or > 3) return false;
            ReadOnlySpan<char> first = word[parts[0]];
            ReadOnlySpan<char> second = word[parts[1]];
            ReadOnlySpan<char> third = count == 3 ? word[parts[2]] : "1";
            if (IndexOf(Months, second) is >= 0 and int named) // 11-Sep-2019
            {
                month = named + 1;
                return count == 3 && IsAllDigits(first) && first.Length <= 2 && IsAllDigits(third) && third.Length is 2 or 4 && TakeDayAndYear(first, third);
            }

            if (!IsAllDigits(first) || !IsAllDigits(second) || !IsAllDigits(third) || second.Length > 2) return false;
            int a = int.Parse(first, CultureInfo.InvariantCulture);
            int b = int.Parse(second, CultureInfo.InvariantCulture);
            if (first.Length == 4)
            {
                (year, month, day) = (a, b, third.Length <= 2 ? int.Parse(third, CultureInfo.InvariantCulture) : 0);
                return true;
            }

            if (count != 3 || third.Length != 4 || first.Length > 2) return false;
            year = int.Parse(third, CultureInfo.InvariantCulture);
            if (a <= 12 && b <= 12 && a != b)
            {
                remark = "its day and month can be read either way";
                return false;
            }

            (day, month) = a > 12 ? (a, b) : (b, a);
            return true;
        }

        private bool TakeDayAndYear(ReadOnlySpan<char> first, ReadOnlySpan<char> third)
        {
            day = int.Parse(first, CultureInfo.InvariantCulture);
            year = FullYear(int.Parse(third, CultureInfo.InvariantCulture), third.Length);
            return true;
        }

        /// <summary>Hours and minutes, seconds and their fraction where there are any, and a zone written next to them.</summary>
        private bool TakeClock(ReadOnlySpan<char> word, ImmutableDictionary<string, TimeSpan> zones, ref string? remark)
        {
            int end = word.IndexOfAnyExcept(Clock);
            ReadOnlySpan<char> zone = end < 0 ? [] : word[end..];
            ReadOnlySpan<char> clock = end < 0 ? word : word[..end];
            Span<Range> parts = stackalloc Range[4];
            int count = clock.Split(parts, ':');
            if (count is < 2 or > 3 || !IsAllDigits(clock[parts[0]]) || !IsAllDigits(clock[parts[1]]) || clock[parts[0]].Length > 2 || clock[parts[1]].Length > 2) return false;
            int hours = int.Parse(clock[parts[0]], CultureInfo.InvariantCulture);
            int minutes = int.Parse(clock[parts[1]], CultureInfo.InvariantCulture);
            long ticks = 0;
            if (count == 3 && !TryTicks(clock[parts[2]], out ticks)) return false;
            if (hours > 24 || minutes > 59 || (hours == 24 && (minutes > 0 || ticks > 0))) return false;
            time = new TimeSpan(hours, minutes, 0) + TimeSpan.FromTicks(ticks);
            return zone.IsEmpty || Take(zone, zones, ref remark);
        }

        // A leap second is the one before it, as everywhere on this platform.
        private static bool TryTicks(ReadOnlySpan<char> seconds, out long ticks)
        {
            int point = seconds.IndexOfAny('.', ',');
            ReadOnlySpan<char> whole = point < 0 ? seconds : seconds[..point];
            ReadOnlySpan<char> fraction = point < 0 ? [] : seconds[(point + 1)..];
            ticks = 0;
            if (!IsAllDigits(whole) || whole.Length > 2 || (!fraction.IsEmpty && !IsAllDigits(fraction))) return false;
            int value = int.Parse(whole, CultureInfo.InvariantCulture);
            if (value > 60) return false;
            ticks = Math.Min(value, 59) * TimeSpan.TicksPerSecond;
            long unit = TimeSpan.TicksPerSecond / 10;
            foreach (char digit in fraction)
            {
                ticks += (digit - '0') * unit;
                unit /= 10;
            }

            return true;
        }

        private bool TakeOffset(ReadOnlySpan<char> word)
        {
            bool west = word[0] != '+';
            ReadOnlySpan<char> digits = word[1..];
            int colon = digits.IndexOf(':');
            ReadOnlySpan<char> hours = colon >= 0 ? digits[..colon] : digits.Length > 2 ? digits[..^2] : digits;
            ReadOnlySpan<char> minutes = colon >= 0 ? digits[(colon + 1)..] : digits.Length > 2 ? digits[^2..] : "0";
            if (!IsAllDigits(hours) || !IsAllDigits(minutes) || hours.Length > 2 || minutes.Length > 2) return false;
            var value = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
            if (value > TimeSpan.FromHours(14)) return false;
            offset = west ? -value : value;
            return true;
        }

        private bool TakeName(ReadOnlySpan<char> word, ImmutableDictionary<string, TimeSpan> zones, ref string? remark)
        {
            int sign = word.IndexOfAny('+', '-');
            if (sign > 0) return word[..sign] is "GMT" or "UTC" && TakeOffset(word[sign..]); // GMT+0800
            string name = word.ToString().ToUpperInvariant();
            if (time is not null && name is "AM" or "PM")
            {
                afternoon = name == "PM";
                if (!afternoon && time >= TimeSpan.FromHours(12)) time -= TimeSpan.FromHours(12);
                return true;
            }

            if (time is not null && TakeZone(name, zones, ref remark)) return true;
            if (remark is not null) return false;
            if (month is null && IndexOf(Months, word) is >= 0 and int namedMonth) month = namedMonth + 1;
            else if (weekday is null && IndexOf(Days, word) is >= 0 and int namedDay) weekday = namedDay;
            else return offset is not null; // "+0800 (China Standard Time)"
            return true;
        }

        private bool TakeZone(string name, ImmutableDictionary<string, TimeSpan> zones, ref string? remark)
        {
            if (offset is not null) return Hours.ContainsKey(name) || Ambiguous.Contains(name) || zones.ContainsKey(name);
            if (zones.TryGetValue(name, out TimeSpan given)) offset = given;
            else if (Hours.TryGetValue(name, out double hours)) offset = TimeSpan.FromHours(hours);
            else if (Ambiguous.Contains(name)) remark = $"{name} is the name of several time zones";
            else return false;
            return remark is null;
        }
    }
}
