using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;

namespace Syndication.SampleHost.Publishing;

/// <summary>Chooses among languages what a reader asked for (RFC 9110 §12.5.4, lookup by RFC 4647 §3.4 on the primary subtag).</summary>
internal static class AcceptedLanguage
{
    public static SiteResource Choose(HttpRequest request, ImmutableArray<SiteResource> variants)
    {
        IEnumerable<StringWithQualityHeaderValue> wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(static language => language.Quality is not 0)
            .OrderByDescending(static language => language.Quality ?? 1);
        foreach (StringWithQualityHeaderValue language in wanted)
        {
            if (variants.FirstOrDefault(variant => Primary(variant.Language) == Primary(language.Value.Value)) is { } found) return found;
        }

        return variants[0];
    }

    private static string Primary(string? tag) => (tag ?? "").Split('-')[0].ToLowerInvariant();
}
