using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>Everything that is served at one moment. Never changed: a publishing puts another in its place.</summary>
internal sealed class FeedSite
{
    private const int MaxArchive = 999;

    private readonly FrozenDictionary<string, Resource> resources;
    private readonly FrozenSet<string> gone;
    private readonly FrozenDictionary<string, ServedPublication> byKey;

    /// <summary>Puts it together.</summary>
    /// <param name="publications">The newsletters.</param>
    /// <param name="shared">What belongs to none of them.</param>
    /// <param name="withdrawn">The paths of newsletters that are no more.</param>
    public FeedSite(ImmutableArray<ServedPublication> publications, IEnumerable<KeyValuePair<string, Resource>> shared, IEnumerable<string> withdrawn)
    {
        Publications = publications;
        byKey = publications.ToFrozenDictionary(static publication => publication.Key, StringComparer.Ordinal);
        resources = publications.SelectMany(static publication => publication.Resources).Concat(shared).ToFrozenDictionary(StringComparer.Ordinal);
        gone = publications.SelectMany(static publication => publication.Gone).Concat(withdrawn).ToFrozenSet(StringComparer.Ordinal);
    }

    public ImmutableArray<ServedPublication> Publications { get; }

    public Resource? Find(string path) => resources.GetValueOrDefault(path);

    /// <summary>What a path asks for that is made on request: <c>weekly/search.rss</c>, <c>weekly/digest-week.atom</c>; none where it is nothing of the kind.</summary>
    public FeedRequest? Request(string path)
    {
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || FeedDocuments.Formats.FirstOrDefault(format => path.EndsWith(format.FileExtension, StringComparison.Ordinal)) is not { } format) return null;
        if (!byKey.TryGetValue(path[..slash], out ServedPublication? publication)) return null;
        string name = path[(slash + 1)..^format.FileExtension.Length];
        if (Request(publication, name, format, 0) is { } request) return request;
        int archive = name.LastIndexOf(SiteAddress.Archive, StringComparison.Ordinal);
        return archive > 0 && int.TryParse(name.AsSpan(archive + SiteAddress.Archive.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= MaxArchive
            ? Request(publication, name[..archive], format, number)
            : null;
    }

    public bool IsGone(string path) => gone.Contains(path);

    public IEnumerable<Resource> Resources => resources.Values;

    private static FeedRequest? Request(ServedPublication publication, string name, FeedFormat format, int archive) =>
        name == SiteAddress.Search ? new FeedRequest(publication, null, format, archive)
        : publication.Requestable.TryGetValue(name, out FeedScope? scope) ? new FeedRequest(publication, scope, format, archive)
        : null;
}
