using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.AspNetCore.Publishing;

/// <summary>Makes everything that is served of one newsletter: every scope in every format with its archive documents, its page and the list of feeds.</summary>
internal sealed class PublicationBuild(SyndicationOptions options, SiteAddress address, DateTimeOffset now, Action<string, ImmutableArray<Diagnostic>> report)
{
    private const string FeedPolicy = "default-src 'none'; style-src 'self'; img-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; media-src http: https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private readonly Dictionary<string, Resource> resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentMemory> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<FeedVersion>> versions = new(StringComparer.Ordinal);
    private readonly string cacheControl = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"public, max-age={(long)options.MaxAge.TotalSeconds}, stale-while-revalidate={(long)options.StaleWhileRevalidate.TotalSeconds}");

    /// <summary>Makes it.</summary>
    /// <param name="stored">The newsletter.</param>
    /// <param name="storedIssues">Its issues.</param>
    /// <param name="memory">What was published before.</param>
    /// <param name="before">What this node served before.</param>
    public ServedPublication Build(StoredPublication stored, ImmutableArray<StoredIssue> storedIssues, PublicationMemory memory, ServedPublication? before)
    {
        Publication publication = stored.Publication with { Title = stored.Publication.Title ?? stored.Key, Url = options.PublicationUrl?.Invoke(stored) ?? stored.Publication.Url };
        Issue[] issues = [.. storedIssues.Select(issue => options.IssueUrl?.Invoke(issue) is { } url ? issue.Issue with { Url = url } : issue.Issue)];
        var published = memory.Feeds.ToBuilder();
        var feeds = new List<(FeedScope Scope, Feed Feed)>();
        foreach (FeedScope scope in options.ScopesOf(issues))
        {
            FeedOptions own = options.Feeds with { IssuesFeedUrl = address.Absolute(SiteAddress.Of(stored.Key, FeedScope.Issues, FeedFormat.Atom)), Links = [.. options.Feeds.Links, .. options.Hubs.Select(static hub => new FeedLink("hub", hub))] };
            if (scope.Kind == FeedScopeKind.Digest) own = own with { Content = FeedContent.Excerpt };
            Feed feed = Feed.FromIssues(publication, issues, scope, own) with { Stylesheet = address.Absolute(SiteAddress.Stylesheet) };
            FollowedFeed followed = published.GetValueOrDefault(scope.Slug, PublishedFeed.Nothing).Follow(feed, now);
            feeds.Add((scope, followed.Feed));
            published[scope.Slug] = followed.Published;
        }

        // What only moved to another section is withdrawn from nowhere.
        HashSet<string> alive = [.. feeds.SelectMany(static each => each.Feed.Entries).Select(static entry => entry.Id!)];
        var served = ImmutableArray.CreateBuilder<ServedFeed>();
        foreach ((FeedScope scope, Feed feed) in feeds)
        {
            Feed kept = feed with { Tombstones = [.. feed.Tombstones.Where(gone => !alive.Contains(gone.Id))] };
            ArchivedFeed archived = ArchivedFeed.Of(kept, options.Budget, published[scope.Slug]);
            published[scope.Slug] = archived.Published;
            foreach (FeedFormat format in (FeedFormat[])[.. FeedFormat.ForReaders, FeedFormat.Html]) AddFeed(stored.Key, scope, format, archived, memory, before);
            served.Add(new ServedFeed(scope, archived.Subscription(static _ => null), FeedFormat.ForReaders.ToImmutableDictionary(static format => format, format => SiteAddress.Of(stored.Key, scope, format))));
        }

        string list = SiteAddress.OpmlOf(stored.Key);
        var opml = new ArrayBufferWriter<byte>();
        report(list, ListOf(publication.Title, stored.Key, served).Write(opml));
        Add(list, OpmlDocument.MediaType, opml.WrittenMemory, "opml", memory, before);
        return new ServedPublication(
            stored.Key, publication.Title!, served.ToImmutable(), resources.ToFrozenDictionary(StringComparer.Ordinal),
            memory.Documents.Keys.Concat(before?.Gone ?? Enumerable.Empty<string>()).Where(path => !resources.ContainsKey(path)).ToFrozenSet(StringComparer.Ordinal),
            memory with { Feeds = published.ToImmutable(), Documents = memory.Documents.SetItems(documents) })
        {
            Versions = versions.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private OpmlDocument ListOf(string? title, string key, IEnumerable<ServedFeed> served) =>
        OpmlDocument.FromFeeds(title, served.Select(feed => feed.Feed with { FeedUrl = address.Absolute(SiteAddress.Of(key, feed.Scope, FeedFormat.Atom)) }));

    private void AddFeed(string key, FeedScope scope, FeedFormat format, ArchivedFeed archived, PublicationMemory memory, ServedPublication? before)
    {
        string AddressOf(int number) => address.Absolute(SiteAddress.Of(key, scope, format, number));
        bool page = format == FeedFormat.Html;
        for (int i = 0; i <= archived.Archives; i++)
        {
            string path = SiteAddress.Of(key, scope, format, i);
            Feed document = i == 0 ? archived.Subscription(AddressOf) : archived.Archive(i, AddressOf);
            document = document with { Links = [.. document.Links, .. page ? Subscribe(key, scope) : i == 0 ? Page(key, scope) : []] };
            Resource resource = Add(path, format.MediaType, Write(path, document, format), format.FileExtension[1..], memory, before);
            if (options.Deltas && i == 0 && !page) Remember(path, document, format, resource, before);
        }
    }

    /// <summary>Keeps the last versions of a feed, and prepares what is new to those who have them.</summary>
    private void Remember(string path, Feed feed, FeedFormat format, Resource resource, ServedPublication? before)
    {
        ImmutableArray<FeedVersion> older = before is not null && before.Versions.TryGetValue(path, out ImmutableArray<FeedVersion> known) ? known : [];
        if (older.Length > 0 && older[0].Resource.Identity.Digest == resource.Identity.Digest)
        {
            versions[path] = older;
            resources[path] = older[0].Resource;
            return;
        }

        var bodies = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (FeedVersion version in older)
        {
            ReadOnlyMemory<byte> body = Write(path, feed with { Entries = [.. feed.Entries.Where(entry => !version.Entries.Contains(entry))] }, format);
            foreach (string tag in version.Resource.KnownETags) bodies.TryAdd(tag, body);
        }

        resources[path] = resource.With(new FeedDeltas(bodies.ToFrozenDictionary(StringComparer.Ordinal)));
        versions[path] = [new FeedVersion(resources[path], [.. feed.Entries]), .. older.Take(SyndicationOptions.DeltaVersions - 1)];
    }

    private ReadOnlyMemory<byte> Write(string path, Feed feed, FeedFormat format)
    {
        var body = new ArrayBufferWriter<byte>();
        report(path, feed.Write(body, format));
        return body.WrittenMemory;
    }

    private Resource Add(string path, string contentType, ReadOnlyMemory<byte> body, string format, PublicationMemory memory, ServedPublication? before)
    {
        var identity = new Representation(ContentCoding.Identity, body);
        DocumentMemory version = DocumentMemory.Of(identity.Digest, memory.Documents.GetValueOrDefault(path), now);
        documents[path] = version;

        // Bytes that are as they were keep the coded bytes that were made of them.
        Resource resource = before?.Resources.GetValueOrDefault(path) is { } same && same.Identity.Digest == identity.Digest && same.LastModified == version.LastModified
            ? same
            : new Resource(contentType, identity)
            {
                LastModified = version.LastModified,
                CacheControl = cacheControl,
                Format = format,
                ContentSecurityPolicy = format == "html" ? PagePolicy : FeedPolicy,
                Link = string.Join(", ", options.Hubs.Select(static hub => $"<{hub}>; rel=\"hub\"").Append($"<{address.Absolute(path)}>; rel=\"self\"")),
            };
        resources[path] = resource;
        return resource;
    }

    private IEnumerable<FeedLink> Subscribe(string key, FeedScope scope) =>
        FeedFormat.ForReaders.Select(format => new FeedLink("alternate", address.Absolute(SiteAddress.Of(key, scope, format))) { Title = format.Name, MediaType = format.MediaType.Split(';')[0] });

    private IEnumerable<FeedLink> Page(string key, FeedScope scope) =>
        [new FeedLink("related", address.Absolute(SiteAddress.Of(key, scope, FeedFormat.Html))) { Title = FeedFormat.Html.Name, MediaType = "text/html" }];
}
