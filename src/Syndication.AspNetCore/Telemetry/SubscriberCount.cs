using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Syndication.AspNetCore.Telemetry;

/// <summary>How many people a reader that fetches for all of them says it has, in <c>User-Agent</c>: <c>Feedly/1.0 (…; 16 subscribers; …)</c>, <c>NewsBlur Feed Fetcher - 3 subscribers</c>.</summary>
/// <param name="Reader">Its name.</param>
/// <param name="Subscribers">How many.</param>
internal readonly partial record struct SubscriberCount(string Reader, int Subscribers)
{
    private const int MaxLength = 512;
    private const int MaxNameLength = 40;

    // Most fields have none of them, and are seen through at once.
    private static readonly SearchValues<string> words = SearchValues.Create(["subscriber", "reader"], StringComparison.OrdinalIgnoreCase);

    public static SubscriberCount? Read(string? userAgent)
    {
        if (userAgent is not { Length: > 0 and <= MaxLength } || !userAgent.AsSpan().ContainsAny(words) || !int.TryParse(Counted().Match(userAgent).Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int count)) return null;
        int end = userAgent.AsSpan().IndexOfAny('/', '(', ';');
        string name = (end < 0 ? userAgent : userAgent[..end]).Split(" - ")[0].Trim();
        return name.Length is > 0 and <= MaxNameLength && !name.Any(char.IsControl) ? new SubscriberCount(name, count) : null;
    }

    [GeneratedRegex(@"\b(?<count>[0-9]{1,8}) (subscribers?|readers?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Counted();
}
