using System.Collections.Frozen;
using System.Collections.Immutable;
using Syndication.Feeds;
using Syndication.SampleHost.Archive;

namespace Syndication.SampleHost.Publishing;

/// <summary>The pages of the site and their files, made once per import, by their address.</summary>
public sealed class Site
{
    private readonly FrozenDictionary<string, ImmutableArray<SiteResource>> byPath;

    private Site(IReadOnlyList<Newsletter> newsletters, IEnumerable<SiteResource> resources, ImmutableArray<SiteResource> notFound)
    {
        Newsletters = newsletters;
        byPath = resources.GroupBy(static resource => resource.Path, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);
        NotFound = notFound;
    }

    /// <summary>The newsletters that the pages show.</summary>
    public IReadOnlyList<Newsletter> Newsletters { get; }

    /// <summary>The page for an address that does not exist, one per language.</summary>
    public ImmutableArray<SiteResource> NotFound { get; }

    /// <summary>Makes the site of some newsletters.</summary>
    public static async Task<Site> BuildAsync(IReadOnlyList<Newsletter> newsletters, SitePages pages)
    {
        ArgumentNullException.ThrowIfNull(newsletters);
        ArgumentNullException.ThrowIfNull(pages);
        DateTimeOffset changed = newsletters.Select(static newsletter => newsletter.Changed).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        List<SiteResource> resources = [await AssetAsync(SiteAddress.StyleSheet, "text/css; charset=utf-8", changed), await AssetAsync(SiteAddress.Icon, "image/svg+xml", changed), await AssetAsync(SiteAddress.Card, "image/png", changed)];
        resources.AddRange(await pages.HomeAsync(newsletters, changed));
        resources.AddRange(await pages.AboutFeedsAsync(newsletters, changed));
        foreach (Newsletter newsletter in newsletters)
        {
            resources.Add(await pages.NewsletterAsync(newsletter));
            foreach (ArchivedIssue issue in newsletter.Issues) resources.Add(await pages.IssueAsync(newsletter, issue));
            foreach (FeedScope topic in newsletter.Topics) resources.Add(await pages.TopicAsync(newsletter, topic));
        }

        return new Site(newsletters, resources, await pages.NotFoundAsync(changed));
    }

    /// <summary>What stands at an address: one resource, or one per language; none where there is nothing.</summary>
    public ImmutableArray<SiteResource> Find(string path) => byPath.TryGetValue(path, out ImmutableArray<SiteResource> found) ? found : [];

    private static async Task<SiteResource> AssetAsync(string path, string contentType, DateTimeOffset changed)
    {
        await using Stream stream = typeof(Site).Assembly.GetManifestResourceStream(path[1..]) ?? throw new InvalidOperationException($"The file {path} is not part of the assembly.");
        byte[] body = new byte[stream.Length];
        await stream.ReadExactlyAsync(body);
        return new SiteResource(path, contentType, body, changed);
    }
}
