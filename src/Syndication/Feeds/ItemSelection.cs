using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>The items of an issue that a scope chooses.</summary>
internal static class ItemSelection
{
    public static IEnumerable<ItemPlace> Of(Issue issue, FeedScope scope, bool includeSponsors)
    {
        IEnumerable<ItemPlace> top = ItemPlace.TopOf(issue, includeSponsors);
        string key = scope.Key ?? "";
        return scope.Kind switch
        {
            FeedScopeKind.Items => top,
            FeedScopeKind.Section => top.Where(place => place.Sections.Any(section => KeyOf(section) == key)),
            FeedScopeKind.Label => top.SelectMany(place => place.Outermost(p => FoldedText.Of(p.Item.Kind) == key)),
            FeedScopeKind.Author => top.SelectMany(place => place.Outermost(p => p.People.Any(person => FoldedText.Of(person.Name) == key))),
            FeedScopeKind.Domain => top.SelectMany(place => place.Outermost(p => LinksTo(p.Item, key))),
            FeedScopeKind.Search => Found(top, SearchExpression.Parse(key)),
            _ => throw new ArgumentOutOfRangeException(nameof(scope)),
        };
    }

    /// <summary>The key of a section across issues; <see langword="null"/> where it has no heading.</summary>
    public static string? KeyOf(Section section)
    {
        string? named = string.IsNullOrWhiteSpace(section.Slug) ? section.Title : section.Slug;
        return string.IsNullOrWhiteSpace(named) ? null : ScopeName.Slug(named);
    }

    private static bool LinksTo(Item item, string domain) => item.Links.Any(link => LinkedDomain.Of(link.Url) is { } host && LinkedDomain.IsWithin(host, domain));

    private static IEnumerable<ItemPlace> Found(IEnumerable<ItemPlace> places, SearchExpression expression) => places.Where(expression.Finds);
}
