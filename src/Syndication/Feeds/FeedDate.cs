using System.Globalization;

namespace Syndication.Feeds;

/// <summary>Dates as the formats write them, in English and the Gregorian calendar whatever the culture; the offset is kept.</summary>
internal static class FeedDate
{
    /// <summary>The longest text that either form needs.</summary>
    public const int MaxLength = 40;

    /// <summary>RFC 822 with the four-digit year of RFC 1123 and a numeric zone: <c>Wed, 11 Sep 2019 10:44:45 +0800</c>.</summary>
    public static ReadOnlySpan<byte> Rfc822(DateTimeOffset date, Span<byte> buffer)
    {
        date = WithRealOffset(date);
        date.TryFormat(buffer, out int written, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        buffer[(written - 2)..written].CopyTo(buffer[(written - 3)..]);
        return buffer[..(written - 1)];
    }

    /// <summary>RFC 3339, fractions of a second where there are any: <c>2019-09-11T10:44:45+08:00</c>, <c>2019-09-11T02:44:45Z</c>.</summary>
    public static ReadOnlySpan<byte> Rfc3339(DateTimeOffset date, Span<byte> buffer)
    {
        date = WithRealOffset(date);
        bool utc = date.Offset == TimeSpan.Zero;
        date.TryFormat(buffer, out int written, utc ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        return buffer[..written];
    }

    // No place on earth is further behind UTC than twelve hours, and validators refuse what is.
    private static DateTimeOffset WithRealOffset(DateTimeOffset date) => date.Offset < TimeSpan.FromHours(-12) ? date.ToUniversalTime() : date;
}
