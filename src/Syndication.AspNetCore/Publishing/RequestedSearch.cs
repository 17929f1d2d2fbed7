using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>What a query asks to search for.</summary>
/// <param name="Scope">The search, folded: what differs by case, width or white space alone is the same.</param>
/// <param name="IsCanonical">Whether the query says just that. One that says it otherwise, or says more, is led to the one address that the feed has.</param>
internal sealed record RequestedSearch(FeedScope Scope, bool IsCanonical)
{
    /// <summary>Reads a query; nothing where it seeks nothing or is too long.</summary>
    public static RequestedSearch? Read(IQueryCollection query, int maxLength)
    {
        StringValues sought = query[SiteAddress.SearchField];
        if (sought.Sum(static each => each?.Length ?? 0) > maxLength) return null;

        // Folding what is folded already changes nothing but in a few odd characters; their address has to lead nowhere else.
        FeedScope scope = FeedScope.Search(FeedScope.Search(string.Join(' ', sought.ToArray())).Key!);
        return scope.Key!.Length == 0 || scope.Key.Length > maxLength ? null : new RequestedSearch(scope, query.Count == 1 && sought.Count == 1 && sought[0] == scope.Key);
    }
}
