using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>
/// What one address answers with, prepared: the bytes in every coding and the header fields that go with them. Coded bytes are made once, when first asked
/// for or by <see cref="Prepare"/>; nothing is made per request.
/// </summary>
internal sealed class Resource
{
    /// <summary>What is smaller gains nothing by a coding.</summary>
    private const int WorthCoding = 256;

    private readonly Lazy<Representation>[] coded;

    public Resource(string contentType, ReadOnlyMemory<byte> body)
        : this(contentType, new Representation(ContentCoding.Identity, body))
    {
    }

    /// <summary>A resource of bytes that already have their validator.</summary>
    public Resource(string contentType, Representation identity)
    {
        ContentType = contentType;
        Identity = identity;
        Codings = identity.Body.Length < WorthCoding ? [ContentCoding.Identity] : ContentCoding.All;
        coded = [.. Codings.Select(coding => coding == ContentCoding.Identity
            ? new Lazy<Representation>(identity)
            : new Lazy<Representation>(() => new Representation(coding, coding.Encode(identity.Body))))];
    }

    private Resource(Resource other, FeedDeltas deltas)
    {
        (ContentType, Identity, Codings, coded) = (other.ContentType, other.Identity, other.Codings, other.coded);
        (LastModified, CacheControl, Link, ContentSecurityPolicy, Vary, Format) = (other.LastModified, other.CacheControl, other.Link, other.ContentSecurityPolicy, other.Vary, other.Format);
        (IsPage, IsStyled) = (other.IsPage, other.IsStyled);
        Deltas = deltas;
    }

    public string ContentType { get; }

    /// <summary>Without a coding.</summary>
    public Representation Identity { get; }

    /// <summary>The codings it is to be had in, the preferred one first.</summary>
    public IReadOnlyList<ContentCoding> Codings { get; }

    /// <summary>When it last changed, in whole seconds and later than every time before; what is compared with conditions. None where it is not known.</summary>
    public DateTimeOffset? LastModified { get; init; }

    public string CacheControl { get; init; } = "no-cache";

    /// <summary>Links that concern whoever gets the resource (RFC 8288): <c>self</c>, <c>hub</c>.</summary>
    public string? Link { get; init; }

    /// <summary>What a browser that shows it may load.</summary>
    public string? ContentSecurityPolicy { get; init; }

    /// <summary>Whether a browser shows it as a page, with links that people follow.</summary>
    public bool IsPage { get; init; }

    /// <summary>Header fields of the request that it was chosen by, beside <c>Accept-Encoding</c>.</summary>
    public string Vary { get; init; } = HeaderNames.AcceptEncoding;

    /// <summary>Whether it is XML with a style sheet, which browsers are given under the name by which they show it (<see cref="AcceptedTypes.Xml"/>).</summary>
    public bool IsStyled { get; init; }

    /// <summary>What it is called in metrics: <c>atom</c>, <c>opml</c>.</summary>
    public string Format { get; init; } = "other";

    /// <summary>What of it is new to those who have an older version, by the validators of that (RFC 3229).</summary>
    public FeedDeltas? Deltas { get; }

    /// <summary>The same with what is new to those who have older versions.</summary>
    public Resource With(FeedDeltas deltas) => new(this, deltas);

    public Representation In(int coding) => coded[coding].Value;

    /// <summary>Makes all coded bytes.</summary>
    public void Prepare(CancellationToken cancellationToken)
    {
        foreach (Lazy<Representation> each in coded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ = each.Value;
        }
    }

    /// <summary>The validators of every coding that has been made.</summary>
    public IEnumerable<string> KnownETags => coded.Where(static each => each.IsValueCreated).Select(static each => each.Value.ETag);
}
