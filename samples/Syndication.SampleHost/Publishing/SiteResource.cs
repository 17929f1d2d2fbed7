using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Syndication.SampleHost.Publishing;

/// <summary>What one address answers with: bytes that are ready to send, and their validators.</summary>
/// <param name="Path">The address, unescaped.</param>
/// <param name="ContentType">The media type with its charset.</param>
/// <param name="Body">The bytes.</param>
/// <param name="LastModified">When a source of it was last changed; a validator beside the <see cref="EntityTag"/>.</param>
public sealed record SiteResource(string Path, string ContentType, ReadOnlyMemory<byte> Body, DateTimeOffset LastModified)
{
    /// <summary>The language of a page of which there are several; <see langword="null"/> where there is only one.</summary>
    public string? Language { get; init; }

    /// <summary>A strong entity tag (RFC 9110 §8.8.3): the same bytes have the same tag, on every machine and after every start.</summary>
    public EntityTagHeaderValue EntityTag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Body.Span))[..32]}\"");
}
