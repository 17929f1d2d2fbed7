using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>An item with what stands around it.</summary>
/// <param name="Issue">Its issue.</param>
/// <param name="Sections">Its section, then those around that one.</param>
/// <param name="Item">The item.</param>
internal readonly record struct ItemPlace(Issue Issue, ImmutableArray<Section> Sections, Item Item)
{
    public Section Section => Sections[0];

    /// <summary>Who wrote the item: who it names, else who its issue names.</summary>
    public ImmutableArray<Person> People => Item.Authors.IsEmpty ? Issue.Authors : Item.Authors;

    /// <summary>The items at the top of their sections, in reading order.</summary>
    public static IEnumerable<ItemPlace> TopOf(Issue issue, bool includeSponsors)
    {
        var pending = new Stack<ImmutableArray<Section>>();
        Push(issue.Sections, []);
        while (pending.TryPop(out ImmutableArray<Section> path))
        {
            if (!includeSponsors && IssueSelection.IsSponsor(path[0])) continue;
            foreach (Item item in path[0].Items) yield return new ItemPlace(issue, path, item);
            Push(path[0].Sections, path);
        }

        void Push(ImmutableArray<Section> sections, ImmutableArray<Section> outer)
        {
            for (int i = sections.Length - 1; i >= 0; i--) pending.Push([sections[i], .. outer]);
        }
    }

    /// <summary>The item and all that are nested in it, in reading order.</summary>
    public IEnumerable<ItemPlace> WithNested()
    {
        var pending = new Stack<Item>([Item]);
        while (pending.TryPop(out Item? item))
        {
            yield return this with { Item = item };
            for (int i = item.Items.Length - 1; i >= 0; i--) pending.Push(item.Items[i]);
        }
    }

    /// <summary>The outermost ones, of the item and all that are nested in it, that fulfil a condition.</summary>
    public IEnumerable<ItemPlace> Outermost(Func<ItemPlace, bool> condition)
    {
        var pending = new Stack<Item>([Item]);
        while (pending.TryPop(out Item? item))
        {
            ItemPlace place = this with { Item = item };
            if (condition(place)) yield return place;
            else for (int i = item.Items.Length - 1; i >= 0; i--) pending.Push(item.Items[i]);
        }
    }
}
