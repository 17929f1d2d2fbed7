using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>The links of an item while they are gathered: each address once.</summary>
internal sealed class LinkList
{
    private const int Few = 16;

    private readonly List<Link> links = [];

    /// <summary>Where each address stands; only where there are many.</summary>
    private Dictionary<string, int>? known;

    /// <summary>Adds a link. Where its address is known already, its words are added to that link's if both are parts of the title.</summary>
    public void Add(string url, ReadOnlySpan<char> text, bool isInTitle)
    {
        int at = IndexOf(url);
        if (at >= 0)
        {
            if (isInTitle) links[at] = links[at] with { Text = links[at].Text + text.ToString() };
            return;
        }

        known?.Add(url, links.Count);
        links.Add(new Link(url, text.IsEmpty ? null : text.ToString()));
    }

    public ImmutableArray<Link> ToImmutable() => [.. links];

    private int IndexOf(string url)
    {
        if (known is null && links.Count >= Few)
        {
            known = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < links.Count; i++) known.Add(links[i].Url, i);
        }

        if (known is not null) return known.GetValueOrDefault(url, -1);
        for (int i = 0; i < links.Count; i++)
        {
            if (links[i].Url == url) return i;
        }

        return -1;
    }
}
