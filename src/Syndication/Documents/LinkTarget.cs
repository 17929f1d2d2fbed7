namespace Syndication.Documents;

/// <summary>Where a link of the document leads.</summary>
/// <param name="Href">As written, trimmed.</param>
/// <param name="Url">The absolute address where it is one that content may carry (http, https, mailto), else <see langword="null"/>.</param>
/// <param name="Reach">How far it leads.</param>
internal readonly record struct LinkTarget(string Href, string? Url, LinkReach Reach)
{
    /// <summary>Whether it counts as a link of an item: http(s), not within the page.</summary>
    public bool IsWeb => Url is not null && Reach is LinkReach.Foreign or LinkReach.Own && !Url!.StartsWith("mailto:", StringComparison.Ordinal);
}
