using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.AspNetCore.Publishing;

/// <summary>Makes everything that is served of one newsletter: every scope in every format with its archive documents, its page and the list of feeds.</summary>
internal sealed class PublicationBuild(SyndicationOptions options, SiteAddress address, FeedDocuments feeds, DateTimeOffset now, Action<string, ImmutableArray<Diagnostic>> report)
{
    private readonly Dictionary<string, Resource> resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentMemory> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<FeedVersion>> versions = new(StringComparer.Ordinal);

    /// <summary>Makes it.</summary>
    /// <param name="stored">The newsletter.</param>
    /// <param name="storedIssues">Its issues.</param>
    /// <param name="memory">What was published before.</param>
    /// <param name="before">What this node served before.</param>
    public ServedPublication Build(StoredPublication stored, ImmutableArray<StoredIssue> storedIssues, PublicationMemory memory, ServedPublication? before)
    {
        Publication publication = feeds.Of(stored);
        ImmutableArray<Issue> issues = feeds.Of(storedIssues);
        ImmutableArray<FeedScope> scopes = options.ScopesOf(issues);
        var published = memory.Feeds.ToBuilder();
        var followed = new List<(FeedScope Scope, Feed Feed)>();
        foreach (FeedScope scope in scopes)
        {
            Feed feed = feeds.Whole(publication, issues, scope, announced: true);
            followed.Add((scope, published.GetValueOrDefault(scope.Name, PublishedFeed.Nothing).Follow(feed, now, out PublishedFeed after)));
            published[scope.Name] = after;
        }

        // What only moved to another section is withdrawn from nowhere.
        HashSet<string> alive = [.. followed.SelectMany(static each => each.Feed.Entries).Select(static entry => entry.Id!)];
        var served = ImmutableArray.CreateBuilder<ServedFeed>();
        foreach ((FeedScope scope, Feed feed) in followed)
        {
            Feed kept = feed with { Tombstones = [.. feed.Tombstones.Where(gone => !alive.Contains(gone.Id))] };
            ArchivedFeed archived = ArchivedFeed.Of(kept, options.Budget, published[scope.Name]);
            published[scope.Name] = archived.Published;
            foreach (FeedFormat format in FeedDocuments.Formats) AddFeed(stored.Key, scope, format, archived, memory, before);
            served.Add(new ServedFeed(scope, archived.Subscription(static _ => null), FeedFormat.All.ToImmutableDictionary(static format => format, format => SiteAddress.Of(stored.Key, scope, format))));
        }

        string list = SiteAddress.OpmlOf(stored.Key);
        var opml = new ArrayBufferWriter<byte>();
        report(list, ListOf(publication.Title, stored.Key, served).Write(opml));
        Add(list, OpmlDocument.MediaType, opml.WrittenMemory, "opml", memory, before);
        return new ServedPublication(
            stored.Key, publication.Title!, served.ToImmutable(), resources.ToFrozenDictionary(StringComparer.Ordinal),
            memory.Documents.Keys.Concat(before?.Gone ?? Enumerable.Empty<string>()).Where(path => !resources.ContainsKey(path)).ToFrozenSet(StringComparer.Ordinal),
            memory with { Feeds = published.ToImmutable(), Documents = memory.Documents.SetItems(documents), Content = DocumentMemory.Of(Version(stored), memory.Content, now) })
        {
            Stored = stored,
            Requestable = options.RequestableOf(issues, scopes).ToFrozenDictionary(static scope => scope.Name, StringComparer.Ordinal),
            Versions = versions.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private OpmlDocument ListOf(string? title, string key, IEnumerable<ServedFeed> served) =>
        OpmlDocument.FromFeeds(title, served.Select(feed => feed.Feed with { FeedUrl = address.Absolute(SiteAddress.Of(key, feed.Scope, FeedFormat.Atom)) }));

    private void AddFeed(string key, FeedScope scope, FeedFormat format, ArchivedFeed archived, PublicationMemory memory, ServedPublication? before)
    {
        for (int i = 0; i <= archived.Archives; i++)
        {
            string path = SiteAddress.Of(key, scope, format, i);
            Feed document = feeds.Document(key, scope, format, archived, i);
            Resource resource = Add(path, format.MediaType, feeds.Write(path, document, format), format.FileExtension[1..], memory, before);
            if (options.Deltas && i == 0 && format != FeedFormat.Html) Remember(path, document, format, resource, before);
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
            ReadOnlyMemory<byte> body = feeds.Write(path, feed with { Entries = [.. feed.Entries.Where(entry => !version.Entries.Contains(entry))] }, format);
            foreach (string tag in version.Resource.KnownETags) bodies.TryAdd(tag, body);
        }

        resources[path] = resource.With(new FeedDeltas(bodies.ToFrozenDictionary(StringComparer.Ordinal)));
        versions[path] = [new FeedVersion(resources[path], [.. feed.Entries]), .. older.Take(SyndicationOptions.DeltaVersions - 1)];
    }

    private Resource Add(string path, string contentType, ReadOnlyMemory<byte> body, string format, PublicationMemory memory, ServedPublication? before)
    {
        var identity = new Representation(ContentCoding.Identity, body);
        DocumentMemory version = DocumentMemory.Of(identity.Digest, memory.Documents.GetValueOrDefault(path), now);
        documents[path] = version;

        // Bytes that are as they were keep the coded bytes that were made of them.
        Resource resource = before?.Resources.GetValueOrDefault(path) is { } same && same.Identity.Digest == identity.Digest && same.LastModified == version.LastModified
            ? same
            : feeds.Resource(address.Absolute(path), contentType, format, identity, version.LastModified, announced: true);
        resources[path] = resource;
        return resource;
    }

    /// <summary>A name for all that feeds of the newsletter can be made of: another where its issues, the options or the writers are others.</summary>
    private string Version(StoredPublication stored)
    {
        IEnumerable<string> parts = documents.OrderBy(static document => document.Key, StringComparer.Ordinal).Select(static document => document.Value.Digest).Append(stored.Revision.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
    }
}
