using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Syndication.Feeds;

/// <summary>UUIDs made from values (RFC 9562 §5.8, version 8 over SHA-256): the same values give the same one, for ever.</summary>
internal static class NamedUuid
{
    /// <summary><c>urn:uuid:…</c> of the values; <see langword="null"/> and empty are different.</summary>
    public static string Create(params ReadOnlySpan<string?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (string? value in values)
        {
            byte[] bytes = value is null ? [] : Encoding.UTF8.GetBytes(value);
            BinaryPrimitives.WriteInt32BigEndian(length, value is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)(0x80 | (digest[6] & 0x0F));
        digest[8] = (byte)(0x80 | (digest[8] & 0x3F));
        return "urn:uuid:" + new Guid(digest[..16], bigEndian: true).ToString("D");
    }
}
