using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>What a reader says in <c>Accept</c> of the media types it likes (RFC 9110 §12.5.1).</summary>
internal static class AcceptedTypes
{
    /// <summary>
    /// What a feed in XML with a style sheet is called to those who like it better than the feed's own type. Browsers do, which name it and no type of feeds,
    /// and only under this name they show the feed with its style; to readers of feeds it is the feed as well. The bytes and their validators are the same.
    /// </summary>
    public const string Xml = "application/xml; charset=utf-8";

    private static readonly MediaTypeHeaderValue xml = MediaTypeHeaderValue.Parse("application/xml");

    /// <summary>Whether a type is one of XML.</summary>
    public static bool IsXml(string contentType) => contentType.Contains("+xml", StringComparison.Ordinal);

    /// <summary>Whether plain XML is liked better than another type.</summary>
    public static bool PrefersXml(StringValues field, string other) =>
        field.Count > 0 && field.ToString().Contains(xml.MediaType.Value!, StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParseList(field, out IList<MediaTypeHeaderValue>? accepted) && Weight(accepted, xml) > Weight(accepted, MediaTypeHeaderValue.Parse(other.Split(';')[0]));

    /// <summary>How much a type is liked: by the range that is nearest to it.</summary>
    public static double Weight(IList<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type)
    {
        MediaTypeHeaderValue? range = accepted.Where(each => IsIn(type, each)).OrderBy(static each => each.MatchesAllTypes).ThenBy(static each => each.MatchesAllSubTypes).FirstOrDefault();
        return range is null ? 0 : range.Quality ?? 1;
    }

    // The framework's own comparison takes application/atom+xml for a kind of application/xml, which RFC 9110 does not.
    private static bool IsIn(MediaTypeHeaderValue type, MediaTypeHeaderValue range) =>
        range.MatchesAllTypes || (range.MatchesAllSubTypes ? type.Type.Equals(range.Type, StringComparison.OrdinalIgnoreCase) : type.MediaType.Equals(range.MediaType, StringComparison.OrdinalIgnoreCase));
}
