using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>
/// The time of a response as <c>Date</c> has it (RFC 9110 §6.6.1), written once a second. It is our own and not the server's, whose timer may lag behind, so
/// that nothing in a response is later than its date.
/// </summary>
internal sealed class ResponseClock(TimeProvider time)
{
    private Second current = new(DateTimeOffset.MinValue, "");

    public Second Now()
    {
        DateTimeOffset now = time.GetUtcNow();
        Second known = Volatile.Read(ref current);
        if (now >= known.Begin && now < known.Begin.AddSeconds(1)) return known;
        DateTimeOffset begin = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var second = new Second(begin, HeaderUtilities.FormatDate(begin));
        Volatile.Write(ref current, second);
        return second;
    }

    /// <summary>A second.</summary>
    /// <param name="Begin">Its begin.</param>
    /// <param name="Text">As an HTTP-date.</param>
    internal sealed record Second(DateTimeOffset Begin, string Text);
}
