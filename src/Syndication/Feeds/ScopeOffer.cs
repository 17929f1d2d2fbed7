using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Finds the scopes that are worth a feed of their own.</summary>
internal static class ScopeOffer
{
    public static ImmutableArray<FeedScope> Of(IEnumerable<Issue> issues, int atLeast)
    {
        Issue[] newestFirst = [.. IssueOrder.NewestFirst(issues)];
        ItemPlace[] top = [.. newestFirst.SelectMany(static issue => ItemPlace.TopOf(issue, includeSponsors: true))];
        ItemPlace[] all = [.. top.SelectMany(static place => place.WithNested())];
        return
        [
            .. Frequent(newestFirst.SelectMany(SectionsOf), atLeast, newestFirst.Length, equalToAll: scope => top.All(place => place.Sections.Any(section => ItemSelection.KeyOf(section) == scope.Key))),
            .. Frequent(all.Where(static place => !string.IsNullOrWhiteSpace(place.Item.Kind)).Select(static place => FeedScope.Label(place.Item.Kind!)), atLeast, all.Length),
            .. Frequent(all.SelectMany(AuthorsOf), atLeast, all.Length),
            .. Frequent(all.SelectMany(DomainsOf), atLeast, all.Length),
        ];
    }

    /// <param name="found">Each scope as often as it was found, newest first.</param>
    /// <param name="atLeast">How often it has to be found.</param>
    /// <param name="everywhere">How often a scope is found that is equal to all items.</param>
    /// <param name="equalToAll">Asked, where given, instead of that count.</param>
    private static IEnumerable<FeedScope> Frequent(IEnumerable<FeedScope> found, int atLeast, int everywhere, Func<FeedScope, bool>? equalToAll = null) =>
        found.GroupBy(static scope => scope)
            .Select(static alike => (Alike: alike, Count: alike.Count()))
            .Where(each => each.Count >= atLeast && !(equalToAll is null ? each.Count == everywhere : equalToAll(each.Alike.Key)))
            .OrderByDescending(static each => each.Count).ThenBy(static each => each.Alike.Key.Slug, StringComparer.Ordinal)
            .Select(static each => Titled(each.Alike));

    // Printed in several ways, it is called what most call it, of these what the newest does.
    private static FeedScope Titled(IEnumerable<FeedScope> alike) => alike.GroupBy(static scope => scope.Title).MaxBy(static group => group.Count())!.First();

    private static IEnumerable<FeedScope> SectionsOf(Issue issue)
    {
        var pending = new Stack<Section>(issue.Sections.Reverse());
        var seen = new HashSet<FeedScope>();
        while (pending.TryPop(out Section? section))
        {
            if (IssueSelection.IsSponsor(section)) continue;
            if (ItemSelection.KeyOf(section) is { } key && HasItems(section))
            {
                FeedScope scope = FeedScope.Section(key, string.IsNullOrWhiteSpace(section.Title) ? null : section.Title);
                if (seen.Add(scope)) yield return scope;
            }

            foreach (Section inner in section.Sections.Reverse()) pending.Push(inner);
        }
    }

    private static bool HasItems(Section section) => !section.Items.IsEmpty || section.Sections.Any(HasItems);

    private static IEnumerable<FeedScope> AuthorsOf(ItemPlace place) =>
        place.People.Where(static person => !string.IsNullOrWhiteSpace(person.Name)).Select(static person => FeedScope.Author(person.Name)).Distinct();

    private static IEnumerable<FeedScope> DomainsOf(ItemPlace place) =>
        place.Item.Links.Select(static link => LinkedDomain.Of(link.Url)).OfType<string>().Select(FeedScope.Domain).Distinct();
}
