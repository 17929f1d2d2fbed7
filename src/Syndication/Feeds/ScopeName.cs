using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Syndication.Feeds;

/// <summary>
/// Names of scopes: one segment of a path and a file name on every system, readable in every script, and unlike for unlike keys. They are part of
/// addresses and ids and so never change.
/// </summary>
internal static class ScopeName
{
    // Bytes of UTF-8: file systems allow 255, and a kind, a number of an archive and an extension come to it.
    private const int MaxLength = 120;

    /// <summary>The key of a section: letters and digits of any script in lower case, anything else a hyphen; a short hash where it has neither.</summary>
    public static string Slug(string title)
    {
        string slug = Joined(FoldedText.Of(title));
        return slug.Length == 0 ? Hash(title) : slug;
    }

    /// <summary>A name of a kind and a key that is a slug already.</summary>
    public static string OfSlug(string kind, string slug) => $"{kind}-{Limited(slug)}";

    /// <summary>A name of a kind and any folded key; what the letters alone do not tell apart (<c>C#</c>, <c>C++</c>) a short hash does.</summary>
    public static string OfKey(string kind, string key)
    {
        string slug = Joined(key);
        string plain = key.Replace(' ', '-');
        return $"{kind}-{Limited(slug.Length == 0 ? Hash(plain) : slug == plain ? slug : $"{slug}-{Hash(plain)}")}";
    }

    private static string Joined(string folded)
    {
        var slug = new StringBuilder(folded.Length);
        foreach (Rune rune in folded.EnumerateRunes())
        {
            bool mark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && rune.Value is not (0xFE0F or 0x20E3);
            if (Rune.IsLetterOrDigit(rune) || mark) slug.Append(rune);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }

    private static string Limited(string slug)
    {
        if (Encoding.UTF8.GetByteCount(slug) <= MaxLength) return slug;
        int length = 0;
        int bytes = 0;
        foreach (Rune rune in slug.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxLength - 9) break;
            bytes += rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }

        return $"{slug[..length].TrimEnd('-')}-{Hash(slug)}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(XmlCharacters.Repair(text, out _))).AsSpan(0, 4));
}
