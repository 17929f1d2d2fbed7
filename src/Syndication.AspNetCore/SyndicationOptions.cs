using System.Collections.Immutable;
using Syndication.Archives.Stores;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.AspNetCore;

/// <summary>How the feeds of a store are served. Checked when the application starts; bound from configuration as any options.</summary>
public sealed class SyndicationOptions
{
    /// <summary>
    /// The public address under which the feeds are mapped, absolute, http or https: <c>https://news.example.org/</c>. It stands in feeds, so that it never
    /// comes from a request: the <c>Host</c> field is the sender's choice. Required.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>The SQLite file of the store, where no other <see cref="IIssueStore"/> is registered. Default <c>syndication.db</c>, in the content root.</summary>
    public string Database { get; set; } = "syndication.db";

    /// <summary>How often the store is asked whether something has changed; another process may have published. Default half a second.</summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Scopes that every newsletter has a feed of beside <see cref="FeedScope.All"/>.</summary>
    public IList<FeedScope> Scopes { get; } = [];

    /// <summary>Sections that stand in so many issues, and labels, authors and domains that stand on so many items, have feeds of their own; 0: none. Default 3.</summary>
    public int ScopesAtLeast { get; set; } = 3;

    /// <summary>
    /// Whether feeds that are not prepared are made when somebody asks for them: those of a search by its words (<c>{newsletter}/search.rss?q=etcd</c>), digests, and
    /// sections, labels, authors and domains that are rarer than <see cref="ScopesAtLeast"/>. What was made is kept, in memory and where the application has one
    /// in its distributed cache. Default <see langword="true"/>.
    /// </summary>
    public bool MakeOnRequest { get; set; } = true;

    /// <summary>The most characters that a search on request may have; a longer one is answered with 400. At most 500, since servers take no addresses of any length. Default 200.</summary>
    public int MaxSearchLength { get; set; } = 200;

    /// <summary>How many bytes of feeds made on request are kept in memory. Default 64 MB (67 108 864).</summary>
    public long RequestedBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>What feeds say that issues do not, and how much they carry.</summary>
    public FeedOptions Feeds { get; set; } = new();

    /// <summary>How large a feed may grow before its oldest entries move to archive documents (RFC 5005).</summary>
    public FeedBudget Budget { get; set; } = new();

    /// <summary>The absolute address of an issue's page, where this application has one; by default what the issue itself says.</summary>
    public Func<StoredIssue, string?>? IssueUrl { get; set; }

    /// <summary>The absolute address of a newsletter's page, where this application has one; by default what the newsletter itself says.</summary>
    public Func<StoredPublication, string?>? PublicationUrl { get; set; }

    /// <summary>How long a reader may take a feed for fresh (<c>max-age</c>, RFC 9111 §5.2.2.1). Default five minutes.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a cache may go on to serve a feed while it asks for a newer one (<c>stale-while-revalidate</c>, RFC 5861). Default an hour.</summary>
    public TimeSpan StaleWhileRevalidate { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Feeds that have another address now: the old path beneath <see cref="Address"/>, and the new one or an absolute address. Answered with <see cref="RenamedStatusCode"/>.</summary>
    public IDictionary<string, string> Renamed { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The status of <see cref="Renamed"/> feeds: 301, which every reader knows, or 308 (RFC 9110 §15.4.2, §15.4.9). Default 301.</summary>
    public int RenamedStatusCode { get; set; } = 301;

    /// <summary>Paths beneath <see cref="Address"/> of feeds that will not come back. Answered with 410, at which readers unsubscribe (RFC 9110 §15.5.11).</summary>
    public ISet<string> Withdrawn { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How often one reader may ask for one feed; <see langword="null"/>: as often as it likes. Default <see langword="null"/>.</summary>
    public PollLimit? PollLimit { get; set; }

    /// <summary>Whether pages of other sites may read the feeds (CORS, <c>Access-Control-Allow-Origin: *</c>). Default <see langword="true"/>: feeds are public.</summary>
    public bool AllowAnyOrigin { get; set; } = true;

    /// <summary>
    /// Whether readers that ask for it (<c>A-IM: feed</c>, RFC 3229) get only the entries that are new to them, with status 226. Default <see langword="false"/>:
    /// a common reader asks and then takes 226 for an error.
    /// </summary>
    public bool Deltas { get; set; }

    /// <summary>The WebSub hubs (W3C) that are named in feeds and told of every change; absolute addresses. Default none.</summary>
    public IList<string> Hubs { get; } = [];

    /// <summary>The newest versions of a feed that <see cref="Deltas"/> are kept for.</summary>
    internal const int DeltaVersions = 8;

    /// <summary>Every scope of a newsletter with some issues.</summary>
    internal ImmutableArray<FeedScope> ScopesOf(IReadOnlyCollection<Issue> issues) =>
        [.. FeedScope.All.Concat(Scopes).Concat(ScopesAtLeast == 0 ? [] : FeedScope.Of(issues, ScopesAtLeast)).Distinct()];

    /// <summary>The scopes beside those that are only made on request, but for searches.</summary>
    internal IEnumerable<FeedScope> RequestableOf(IReadOnlyCollection<Issue> issues, IEnumerable<FeedScope> prepared) =>
        MakeOnRequest ? Enum.GetValues<DigestPeriod>().Select(FeedScope.Digest).Concat(FeedScope.Of(issues, atLeast: 1)).Except(prepared) : [];
}
