using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Reads the time that follows a date: RFC 3339 §5.6, RFC 5322 §3.3. Without an offset from UTC a time names no moment.</summary>
internal static class TimeOfDay
{
    /// <summary>Reads <c>10:44[:45[.5]]</c> and an offset.</summary>
    /// <returns>Where the time ends; 0 where none with an offset stands there.</returns>
    public static int Read(ReadOnlySpan<char> text, int at, DateOnly day, out PublicationDate moment)
    {
        moment = default;
        int i = at;
        if (!TwoDigits(text, ref i, out int hour) || !Skip(text, ref i, ':') || !TwoDigits(text, ref i, out int minute)) return 0;
        int second = 0;
        long ticks = 0;
        if (Skip(text, ref i, ':'))
        {
            if (!TwoDigits(text, ref i, out second)) return 0;
            if (i + 1 < text.Length && text[i] is '.' or ',' && char.IsAsciiDigit(text[i + 1]))
            {
                i++;
                long scale = TimeSpan.TicksPerSecond;
                for (; i < text.Length && char.IsAsciiDigit(text[i]); i++) ticks += (text[i] - '0') * (scale /= 10);
            }
        }

        if (hour > 23 || minute > 59 || second > 60) return 0;
        if (i < text.Length && text[i] == ' ') i++;
        if (!Offset(text, ref i, out TimeSpan offset)) return 0;
        DateTime local = day.ToDateTime(new TimeOnly(hour, minute, Math.Min(second, 59))).AddTicks(ticks);
        moment = new PublicationDate(new DateTimeOffset(local, offset));
        return i;
    }

    private static bool Offset(ReadOnlySpan<char> text, ref int i, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (i >= text.Length) return false;
        if (text[i] is '+' or '-')
        {
            int sign = text[i] == '-' ? -1 : 1;
            int j = i + 1;
            if (!TwoDigits(text, ref j, out int hours)) return false;
            Skip(text, ref j, ':');
            if (!TwoDigits(text, ref j, out int minutes) || hours > 14 || minutes > 59 || hours * 60 + minutes > 840) return false;
            offset = new TimeSpan(sign * hours, sign * minutes, 0);
            i = j;
            return true;
        }

        // Other names of zones stand for several offsets (CST) or none that is sure.
        foreach (string name in (ReadOnlySpan<string>)["UTC", "GMT", "UT", "Z"])
        {
            if (!text[i..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            int end = i + name.Length;
            if (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '+' or '-')) continue;
            i = end;
            return true;
        }

        return false;
    }

    private static bool TwoDigits(ReadOnlySpan<char> text, ref int i, out int value)
    {
        value = 0;
        if (i + 1 >= text.Length || !char.IsAsciiDigit(text[i]) || !char.IsAsciiDigit(text[i + 1])) return false;
        value = (text[i] - '0') * 10 + text[i + 1] - '0';
        i += 2;
        return true;
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int i, char wanted)
    {
        if (i >= text.Length || text[i] != wanted) return false;
        i++;
        return true;
    }
}
