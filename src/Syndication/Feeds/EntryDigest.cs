using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Syndication.Feeds;

/// <summary>A hash of what an entry says to its reader: words, addresses and files, not markup, white space or dates.</summary>
internal static class EntryDigest
{
    public static string Of(FeedEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // An untitled entry has no title in one format and its first sentence in another.
        string? title = Words(entry.DisplayTitle);
        string? text = Words(entry.Content is null ? entry.Summary : entry.Content.Text);
        Append(hash, title);
        Append(hash, entry.Url);
        // JSON Feed requires a content and repeats the title where there is nothing else.
        Append(hash, text == title ? null : text);
        foreach (string address in Addresses(entry.Content?.Html)) Append(hash, address);
        foreach (FeedEnclosure enclosure in entry.Enclosures) Append(hash, enclosure.Url);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10));
    }

    /// <summary>The texts of <c>href</c> and <c>src</c>; contents are written by our own writers, which quote every attribute.</summary>
    private static IEnumerable<string> Addresses(string? html)
    {
        if (html is null) yield break;
        foreach (string name in new[] { " href=\"", " src=\"" })
        {
            for (int at = html.IndexOf(name, StringComparison.Ordinal); at >= 0; at = html.IndexOf(name, at, StringComparison.Ordinal))
            {
                at += name.Length;
                int end = html.IndexOf('"', at);
                if (end < 0) yield break;
                yield return html[at..end];
            }
        }
    }

    private static string? Words(string? text) => text is null ? null : FoldedSpaces(XmlCharacters.Repair(text, out _));

    // Redesigned markup breaks lines elsewhere.
    private static string FoldedSpaces(string text) => string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Append(IncrementalHash hash, string? value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value ?? "");
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
