namespace Syndication.Feeds;

/// <summary>Dates as the formats write them, whatever the culture; the offset is kept.</summary>
internal static class FeedDate
{
    /// <summary>The longest text that either form needs.</summary>
    public const int MaxLength = 40;

    /// <summary>RFC 822 with the four-digit year of RFC 1123 and a numeric zone: <c>Wed, 11 Sep 2019 10:44:45 +0800</c>.</summary>
    public static ReadOnlySpan<byte> Rfc822(DateTimeOffset date, Span<byte> buffer)
    {
        date = WithRealOffset(date);
        DateTime local = date.DateTime;
        "SunMonTueWedThuFriSat"u8.Slice(3 * (int)local.DayOfWeek, 3).CopyTo(buffer);
        ", "u8.CopyTo(buffer[3..]);
        int at = Digits(local.Day, 2, ' ', buffer, 5);
        "JanFebMarAprMayJunJulAugSepOctNovDec"u8.Slice(3 * (local.Month - 1), 3).CopyTo(buffer[at..]);
        buffer[at + 3] = (byte)' ';
        at = Digits(local.Year, 4, ' ', buffer, at + 4);
        at = Time(local, ' ', buffer, at);
        return buffer[..Offset(date.Offset, withColon: false, buffer, at)];
    }

    /// <summary>RFC 3339, fractions of a second where there are any: <c>2019-09-11T10:44:45+08:00</c>, <c>2019-09-11T02:44:45Z</c>.</summary>
    public static ReadOnlySpan<byte> Rfc3339(DateTimeOffset date, Span<byte> buffer)
    {
        date = WithRealOffset(date);
        DateTime local = date.DateTime;
        int at = Digits(local.Year, 4, '-', buffer, 0);
        at = Digits(local.Month, 2, '-', buffer, at);
        at = Digits(local.Day, 2, 'T', buffer, at);
        at = Time(local, '.', buffer, at);
        int fraction = (int)(local.Ticks % TimeSpan.TicksPerSecond);
        if (fraction != 0)
        {
            int digits = 7;
            for (; fraction % 10 == 0; fraction /= 10) digits--;
            at = Digits(fraction, digits, ' ', buffer, at);
        }

        at--; // no point without a fraction, and no blank
        if (date.Offset != TimeSpan.Zero) return buffer[..Offset(date.Offset, withColon: true, buffer, at)];
        buffer[at] = (byte)'Z';
        return buffer[..(at + 1)];
    }

    private static int Time(DateTime time, char after, Span<byte> buffer, int at)
    {
        at = Digits(time.Hour, 2, ':', buffer, at);
        at = Digits(time.Minute, 2, ':', buffer, at);
        return Digits(time.Second, 2, after, buffer, at);
    }

    private static int Offset(TimeSpan offset, bool withColon, Span<byte> buffer, int at)
    {
        buffer[at] = (byte)(offset < TimeSpan.Zero ? '-' : '+');
        int end = Digits(Math.Abs(offset.Hours), 2, ':', buffer, at + 1);
        return Digits(Math.Abs(offset.Minutes), 2, ' ', buffer, withColon ? end : end - 1) - 1;
    }

    /// <summary>A number in so many digits and a separator after it. Formats of <see cref="DateTimeOffset"/> take five times as long.</summary>
    /// <returns>Where to go on.</returns>
    private static int Digits(int value, int digits, char after, Span<byte> buffer, int at)
    {
        for (int i = digits - 1; i >= 0; i--)
        {
            (value, int digit) = Math.DivRem(value, 10);
            buffer[at + i] = (byte)('0' + digit);
        }

        buffer[at + digits] = (byte)after;
        return at + digits + 1;
    }

    // No place on earth is further behind UTC than twelve hours, and validators refuse what is.
    private static DateTimeOffset WithRealOffset(DateTimeOffset date) => date.Offset < TimeSpan.FromHours(-12) ? date.ToUniversalTime() : date;
}
