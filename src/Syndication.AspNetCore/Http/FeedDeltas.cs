using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>What is new in a feed to those who have one of its last versions, prepared (RFC 3229 with the instance manipulation <c>feed</c>).</summary>
/// <param name="Bodies">The document with the new entries, by the validator of the older version.</param>
internal sealed record FeedDeltas(FrozenDictionary<string, ReadOnlyMemory<byte>> Bodies)
{
    /// <summary>The document for a request; <see langword="null"/> where it asks for none or has no version that is known.</summary>
    public ReadOnlyMemory<byte>? For(IHeaderDictionary request)
    {
        if (!request.TryGetValue("A-IM", out StringValues wanted) || !Wants(wanted) || !EntityTagHeaderValue.TryParseList(request.IfNoneMatch, out IList<EntityTagHeaderValue>? tags)) return null;
        foreach (EntityTagHeaderValue tag in tags)
        {
            if (Bodies.TryGetValue(tag.Tag.ToString(), out ReadOnlyMemory<byte> body)) return body;
        }

        return null;
    }

    private static bool Wants(StringValues field) =>
        StringWithQualityHeaderValue.TryParseList(field, out IList<StringWithQualityHeaderValue>? wanted)
        && wanted.Any(static each => each.Value.Equals("feed", StringComparison.OrdinalIgnoreCase) && each.Quality is not 0);
}
