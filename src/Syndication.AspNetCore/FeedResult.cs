using System.Buffers;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Syndication.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore;

/// <summary>
/// Answers with a feed, with the same HTTP semantics as <see cref="FeedEndpoints.MapFeeds"/>: validators, conditions, codings, HEAD. Keep it as long as the feed
/// stays the same: it prepares its bytes once.
/// </summary>
public sealed class FeedResult : IResult, IEndpointMetadataProvider
{
    private readonly Lazy<Resource>[] resources;

    /// <summary>Answers with a feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="format">The format; by default the reader chooses by <c>Accept</c>, and gets RSS where it does not.</param>
    public FeedResult(Feed feed, FeedFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(feed);
        Feed = feed;
        Format = format;
        resources = [.. (format is null ? FeedFormat.ForReaders.AsEnumerable() : [format]).Select(each => new Lazy<Resource>(() => Prepare(each)))];
    }

    /// <summary>The feed.</summary>
    public Feed Feed { get; }

    /// <summary>The format; <see langword="null"/> where the reader chooses by <c>Accept</c>.</summary>
    public FeedFormat? Format { get; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        ResourceResponse response = httpContext.RequestServices.GetService<ResourceResponse>() ?? new ResourceResponse(new ResponseClock(TimeProvider.System), allowAnyOrigin: true);
        return response.AnswerAsync(httpContext, resources[Format is null ? Choose(httpContext.Request) : 0].Value);
    }

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [.. FeedFormat.ForReaders.Select(static format => format.MediaType.Split(';')[0])]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    /// <summary>The format that the reader likes best (RFC 9110 §12.5.1), of equals the first; the first too where it likes none, since a feed is better than 406.</summary>
    private static int Choose(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out IList<MediaTypeHeaderValue>? accepted)) return 0;
        int best = 0;
        double bestWeight = 0;
        for (int i = 0; i < FeedFormat.ForReaders.Length; i++)
        {
            MediaTypeHeaderValue own = MediaTypeHeaderValue.Parse(FeedFormat.ForReaders[i].MediaType.Split(';')[0]);
            double weight = AcceptedTypes.Weight(accepted, own);
            if (weight <= bestWeight) continue;
            best = i;
            bestWeight = weight;
        }

        return best;
    }

    private Resource Prepare(FeedFormat format)
    {
        var body = new ArrayBufferWriter<byte>();
        Feed.Write(body, format);

        // A part of a second counts as the next one: what changed later within it is not taken for the same.
        long? ticks = Feed.Updated?.UtcTicks + TimeSpan.TicksPerSecond - 1;
        bool styled = Feed.Stylesheet is not null && AcceptedTypes.IsXml(format.MediaType);
        return new Resource(format.MediaType, body.WrittenMemory)
        {
            LastModified = ticks is { } late ? new DateTimeOffset(late - (late % TimeSpan.TicksPerSecond), TimeSpan.Zero) : null,
            CacheControl = "public, no-cache",
            Format = format.FileExtension[1..],
            IsStyled = styled,
            Vary = Format is null || styled ? $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}" : HeaderNames.AcceptEncoding,
        };
    }
}
