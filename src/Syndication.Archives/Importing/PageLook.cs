using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Syndication.Archives.Importing;

/// <summary>
/// What a page looks like, as a row of hexadecimal digits that can be compared (MinHash of four bits: of so many orders of all tokens, a few bits of the first
/// token in each): the share of equal digits, less what is equal by chance, is about the share of tokens that two pages have in common.
/// </summary>
internal static class PageLook
{
    private const int Count = 96, Values = 16;

    /// <summary>Pages of one template have more than half of what they are made of in common.</summary>
    private const double Alike = 0.5;

    /// <summary>The digits; <see langword="null"/> for what has next to no tags.</summary>
    public static string? Of(IReadOnlyCollection<string> tokens)
    {
        if (tokens.Count < 3) return null;
        Span<ulong> least = stackalloc ulong[Count];
        least.Fill(ulong.MaxValue);
        Span<byte> hash = stackalloc byte[32];
        foreach (string token in tokens)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
            ulong start = BitConverter.ToUInt64(hash), step = BitConverter.ToUInt64(hash[8..]) | 1;
            for (int i = 0; i < Count; i++) least[i] = Math.Min(least[i], Mix(start + ((ulong)i * step)));
        }

        var text = new StringBuilder(Count);
        foreach (ulong value in least) text.Append(CultureInfo.InvariantCulture, $"{value % Values:x}");
        return text.ToString();
    }

    /// <summary>Whether two pages look like pages of one template.</summary>
    public static bool AreAlike(string a, string b) => Likeness(a, b) > Alike;

    /// <summary>The share of what two pages have in common, from 0 to 1, about.</summary>
    public static double Likeness(string a, string b)
    {
        if (a.Length != b.Length || a.Length == 0) return 0;
        int same = 0;
        for (int i = 0; i < a.Length; i++) same += a[i] == b[i] ? 1 : 0;
        return Math.Max(0, (((double)same / a.Length) - (1.0 / Values)) / (1 - (1.0 / Values)));
    }

    /// <summary>Spreads the bits (the finaliser of SplitMix64).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
