using System.Collections.Frozen;
using System.Collections.Immutable;
using Syndication.AspNetCore.Http;

namespace Syndication.AspNetCore.Publishing;

/// <summary>Everything that is served at one moment. Never changed: a publishing puts another in its place.</summary>
internal sealed class FeedSite
{
    private readonly FrozenDictionary<string, Resource> resources;
    private readonly FrozenSet<string> gone;

    /// <summary>Puts it together.</summary>
    /// <param name="publications">The newsletters.</param>
    /// <param name="shared">What belongs to none of them.</param>
    /// <param name="withdrawn">The paths of newsletters that are no more.</param>
    public FeedSite(ImmutableArray<ServedPublication> publications, IEnumerable<KeyValuePair<string, Resource>> shared, IEnumerable<string> withdrawn)
    {
        Publications = publications;
        resources = publications.SelectMany(static publication => publication.Resources).Concat(shared).ToFrozenDictionary(StringComparer.Ordinal);
        gone = publications.SelectMany(static publication => publication.Gone).Concat(withdrawn).ToFrozenSet(StringComparer.Ordinal);
    }

    public ImmutableArray<ServedPublication> Publications { get; }

    public Resource? Find(string path) => resources.GetValueOrDefault(path);

    public bool IsGone(string path) => gone.Contains(path);

    public IEnumerable<Resource> Resources => resources.Values;
}
