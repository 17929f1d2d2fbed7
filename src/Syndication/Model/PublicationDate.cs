using System.Globalization;
using System.Text.Json.Serialization;

namespace Syndication.Model;

/// <summary>A date as the source gives it: a day alone, or a moment with its offset from UTC. Written as RFC 3339 <c>full-date</c> or <c>date-time</c>.</summary>
[JsonConverter(typeof(PublicationDateConverter))]
public readonly record struct PublicationDate : IComparable<PublicationDate>
{
    private readonly DateTimeOffset? moment;

    /// <summary>A day alone.</summary>
    /// <param name="date">The day in the calendar of the publisher.</param>
    public PublicationDate(DateOnly date) => Date = date;

    /// <summary>A moment.</summary>
    /// <param name="moment">The moment; its offset is kept.</param>
    public PublicationDate(DateTimeOffset moment)
    {
        Date = DateOnly.FromDateTime(moment.DateTime);
        this.moment = moment;
    }

    /// <summary>The day, in the publisher's own offset.</summary>
    public DateOnly Date { get; }

    /// <summary>The moment; <see langword="null"/> where only the day is known.</summary>
    public DateTimeOffset? Moment => moment;

    /// <summary>The moment, or midnight UTC of the day where only that is known: what a feed needs.</summary>
    public DateTimeOffset ToDateTimeOffset() => moment ?? new DateTimeOffset(Date, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Reads an RFC 3339 <c>full-date</c> or <c>date-time</c>.</summary>
    /// <param name="text">The text, without surrounding white space.</param>
    /// <param name="date">The date read.</param>
    /// <returns>Whether <paramref name="text"/> is one of the two forms and names a day that exists.</returns>
    public static bool TryParse(string? text, out PublicationDate date)
    {
        date = default;
        if (string.IsNullOrEmpty(text)) return false;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            date = new PublicationDate(day);
            return true;
        }

        if (text.Length >= 20 && text[10] is 'T' or 't' or ' '
            && (text[^1] is 'Z' or 'z' || (text[^3] == ':' && text[^6] is '+' or '-'))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at))
        {
            date = new PublicationDate(at);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public int CompareTo(PublicationDate other) => ToDateTimeOffset().CompareTo(other.ToDateTimeOffset());

    /// <summary>Whether one date is before the other.</summary>
    public static bool operator <(PublicationDate left, PublicationDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether one date is before the other or the same.</summary>
    public static bool operator <=(PublicationDate left, PublicationDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one date is after the other.</summary>
    public static bool operator >(PublicationDate left, PublicationDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether one date is after the other or the same.</summary>
    public static bool operator >=(PublicationDate left, PublicationDate right) => left.CompareTo(right) >= 0;

    /// <summary>The RFC 3339 form: <c>2019-09-11</c>, <c>2019-09-11T10:44:45+08:00</c> or, in UTC, <c>2019-09-11T02:44:45Z</c>; fractions of a second are kept.</summary>
    public override string ToString()
    {
        if (moment is not { } at) return Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string local = at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return at.Offset == TimeSpan.Zero ? local + "Z" : local + at.ToString("zzz", CultureInfo.InvariantCulture);
    }
}
