using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>
/// Chooses a content coding by <c>Accept-Encoding</c> (RFC 9110 §12.5.3): the highest weight wins, then our own order. Readers send few different fields, so
/// what was chosen is kept.
/// </summary>
internal sealed class CodingChoice
{
    private const int MaxKept = 256;
    private const int MaxKeptLength = 100;

    private readonly ConcurrentDictionary<string, int> kept = new(StringComparer.Ordinal);

    /// <summary>The index of the coding among those of the resource; −1 where none is acceptable, not even none.</summary>
    public int Choose(StringValues field, Resource resource)
    {
        bool whole = ReferenceEquals(resource.Codings, ContentCoding.All);
        if (!whole || field.Count != 1 || field[0] is not { Length: <= MaxKeptLength } text) return Choose(field, resource.Codings);
        if (kept.TryGetValue(text, out int known)) return known;
        int chosen = Choose(field, resource.Codings);
        if (kept.Count < MaxKept) kept.TryAdd(text, chosen);
        return chosen;
    }

    private static int Choose(StringValues field, IReadOnlyList<ContentCoding> codings)
    {
        int identity = codings.Count - 1;

        // Without the field anything would do; who does not say what it understands is given what everybody does.
        if (field.Count == 0 || !StringWithQualityHeaderValue.TryParseList(field, out IList<StringWithQualityHeaderValue>? accepted)) return identity;
        int best = -1;
        double bestWeight = 0;
        for (int i = 0; i < codings.Count; i++)
        {
            double weight = Weight(codings[i], accepted);
            if (weight <= bestWeight) continue;
            best = i;
            bestWeight = weight;
        }

        return best;
    }

    private static double Weight(ContentCoding coding, IList<StringWithQualityHeaderValue> accepted)
    {
        double? any = null;
        foreach (StringWithQualityHeaderValue each in accepted)
        {
            if (Names(each.Value, coding)) return each.Quality ?? 1;
            if (each.Value == "*") any = each.Quality ?? 1;
        }

        // Identity is acceptable unless it is excluded, and any other coding that is named is wanted more.
        return coding == ContentCoding.Identity ? any is 0 ? 0 : any ?? 0.0001 : any ?? 0;
    }

    private static bool Names(StringSegment name, ContentCoding coding) =>
        name.Equals(coding.Name, StringComparison.OrdinalIgnoreCase) || (coding.Name == "gzip" && name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase));
}
