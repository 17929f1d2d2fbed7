using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>The conditions of a request, in the order of RFC 9110 §13.2.2.</summary>
internal static class Preconditions
{
    /// <summary>The status that the conditions ask for: 412, 304, or 200 where the request goes on.</summary>
    public static int Evaluate(IHeaderDictionary request, Representation representation, DateTimeOffset? lastModified)
    {
        if (request.IfMatch is { Count: > 0 } ifMatch)
        {
            if (!Matches(ifMatch, representation, strong: true)) return StatusCodes.Status412PreconditionFailed;
        }
        else if (lastModified is { } changed && Date(request.IfUnmodifiedSince) is { } unmodifiedSince && changed > unmodifiedSince)
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        if (request.IfNoneMatch is { Count: > 0 } ifNoneMatch) return Matches(ifNoneMatch, representation, strong: false) ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
        return lastModified is { } last && Date(request.IfModifiedSince) is { } since && last <= since ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
    }

    /// <summary>Whether a range may be taken of what the reader has the rest of (RFC 9110 §13.1.5): its validator is this one, strongly compared.</summary>
    public static bool AllowsRange(IHeaderDictionary request, Representation representation, string? lastModified)
    {
        StringValues field = request.IfRange;
        if (field.Count == 0) return true;
        return field.Count == 1 && (field[0] == representation.ETag || (lastModified is not null && field[0] == lastModified));
    }

    /// <summary>Whether a field with entity tags, on one line or several, has that of a representation.</summary>
    public static bool Matches(StringValues field, Representation representation, bool strong)
    {
        if (field.Count == 1 && string.Equals(field[0], representation.ETag, StringComparison.Ordinal)) return true;
        if (!EntityTagHeaderValue.TryParseList(field, out IList<EntityTagHeaderValue>? tags)) return false;
        foreach (EntityTagHeaderValue tag in tags)
        {
            if (tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(representation.EntityTag, strong)) return true;
        }

        return false;
    }

    private static DateTimeOffset? Date(StringValues field) => field.Count == 1 && HeaderUtilities.TryParseDate(field[0], out DateTimeOffset date) ? date : null;
}
