using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>The bytes of a resource in one content coding, with the strong validator (RFC 9110 §8.8.3) that belongs to just these bytes.</summary>
internal sealed class Representation
{
    public Representation(ContentCoding coding, ReadOnlyMemory<byte> body)
    {
        Coding = coding;
        Body = body;
        Digest = Convert.ToHexStringLower(SHA256.HashData(body.Span))[..32];
        ETag = $"\"{Digest}\"";
        EntityTag = new EntityTagHeaderValue(ETag);
    }

    public ContentCoding Coding { get; }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Half of the SHA-256 of <see cref="Body"/>: the same bytes have the same on every machine and after every start.</summary>
    public string Digest { get; }

    /// <summary>As it stands in <c>ETag</c>.</summary>
    public string ETag { get; }

    public EntityTagHeaderValue EntityTag { get; }
}
