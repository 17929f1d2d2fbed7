using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Syndication.Feeds;

/// <summary>The ids that a document has, so that no two entries get the same: all of them, or, for documents without end, the latest.</summary>
internal sealed class WrittenIds
{
    /// <summary>How many ids are remembered at the least where entries come one by one.</summary>
    public const int Remembered = 8 * 1024;

    private readonly int limit;
    // Half a SHA-256 of each id written, and how many entries have had it. The ids themselves would live just long enough to fill the oldest generation
    // of the collector with garbage.
    private Dictionary<UInt128, int> current = [];
    private Dictionary<UInt128, int> before = [];

    private WrittenIds(int limit) => this.limit = limit;

    public static WrittenIds All() => new(int.MaxValue);

    public static WrittenIds Latest() => new(Remembered);

    /// <summary>The id, or, where it was written before, one made from it that was not.</summary>
    public string Unique(string id)
    {
        UInt128 key = KeyOf(id);
        if (!Knows(key) && current.TryAdd(key, 1)) return id;
        for (int n = current.GetValueOrDefault(key, before.GetValueOrDefault(key, 1)) + 1; ; n++)
        {
            string other = string.Create(CultureInfo.InvariantCulture, $"{id}{(id.Contains('#', StringComparison.Ordinal) ? '-' : '#')}{n}");
            UInt128 otherKey = KeyOf(other);
            if (Knows(otherKey) || !current.TryAdd(otherKey, 1)) continue;
            current[key] = n;
            return other;
        }
    }

    private static UInt128 KeyOf(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private bool Knows(UInt128 key)
    {
        if (current.Count >= limit)
        {
            // The same two over and over: new ones would be large objects, which stay for long.
            (before, current) = (current, before);
            current.Clear();
        }

        return before.Count > 0 && before.ContainsKey(key);
    }
}
