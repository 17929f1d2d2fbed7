using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Syndication.Archives.Stores;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>
/// Makes the feeds that are not prepared when somebody asks for them, each once: they are kept in memory, within a bound, and by the application's distributed
/// cache where it has one, so that nodes make them only once. How many are made at a time is bounded too.
/// </summary>
internal sealed class RequestedFeeds : IDisposable
{
    /// <summary>The key of the cache service, which the application may configure by this name.</summary>
    public const string Cache = "Syndication";

    private const int MaxWaiting = 100;

    private static readonly HybridCacheEntryOptions shared = new() { Expiration = TimeSpan.FromHours(1), Flags = HybridCacheEntryFlags.DisableLocalCache };

    private readonly IIssueStore store;
    private readonly FeedDocuments documents;
    private readonly SyndicationOptions options;
    private readonly SiteAddress address;
    private readonly HybridCache cache;
    private readonly MemoryCache made;
    private readonly ConcurrencyLimiter making = new(new ConcurrencyLimiterOptions { PermitLimit = Environment.ProcessorCount, QueueLimit = MaxWaiting });

    public RequestedFeeds(IIssueStore store, FeedPublisher publisher, IOptions<SyndicationOptions> options, HybridCache cache)
    {
        this.store = store;
        documents = publisher.Documents;
        this.options = options.Value;
        address = new SiteAddress(this.options);
        this.cache = cache;
        made = new MemoryCache(new MemoryCacheOptions { SizeLimit = this.options.RequestedBytes });
    }

    /// <summary>A document; <see langword="null"/> where the feed has no such archive.</summary>
    /// <exception cref="RequestedFeedException">It cannot be made now: the store cannot be reached, or too many are being made.</exception>
    public async Task<Resource?> FindAsync(FeedRequest request, FeedScope scope, CancellationToken cancellationToken)
    {
        string key = KeyOf(request, scope);
        if (made.TryGetValue(key, out Resource? known)) return known;
        byte[] body;
        try
        {
            body = await cache.GetOrCreateAsync(key, cancel => MakeAsync(request, scope, cancel), shared, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw failure as RequestedFeedException ?? new RequestedFeedException("The store cannot be read.", failure);
        }

        if (body.Length == 0) return null;
        string self = address.Absolute(request.Publication.Key, scope, request.Format, request.Archive);
        Resource resource = documents.Resource(
            self, request.Format.MediaType, request.Format.FileExtension[1..], new Representation(ContentCoding.Identity, body), request.Publication.Memory.Content?.LastModified, announced: false);

        // The coded bytes, which come with the first who ask for them, are rarely more than as much again.
        return made.Set(key, resource, new MemoryCacheEntryOptions { Size = 2L * body.Length, SlidingExpiration = TimeSpan.FromMinutes(10) });
    }

    public void Dispose()
    {
        made.Dispose();
        making.Dispose();
    }

    /// <summary>The name of a document under which all nodes know it; another as soon as it could have other bytes.</summary>
    private static string KeyOf(FeedRequest request, FeedScope scope)
    {
        string[] parts = [request.Publication.Key, request.Publication.Memory.Content?.Digest ?? "", scope.Kind.ToString(), scope.Key ?? "", request.Format.FileExtension, request.Archive.ToString(CultureInfo.InvariantCulture)];
        return "syndication:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private async ValueTask<byte[]> MakeAsync(FeedRequest request, FeedScope scope, CancellationToken cancellationToken)
    {
        using RateLimitLease lease = await making.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired) throw new RequestedFeedException("Too many feeds are being made.", null);
        string key = request.Publication.Key;
        StoredIssue[] issues = await store.GetIssuesAsync(key, cancellationToken).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        Feed whole = documents.Whole(documents.Of(request.Publication.Stored), documents.Of(issues), scope, announced: false);
        ArchivedFeed archived = ArchivedFeed.Of(whole, options.Budget);
        if (request.Archive > archived.Archives) return [];
        Feed document = documents.Document(key, scope, request.Format, archived, request.Archive);
        return documents.Write(SiteAddress.Of(key, scope, request.Format, request.Archive), document, request.Format).ToArray();
    }
}
