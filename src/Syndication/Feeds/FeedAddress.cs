using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Syndication.Feeds;

/// <summary>
/// Makes addresses fit for a feed: absolute, of a scheme that cannot run anything, and a URI (RFC 3986). Non-ASCII characters are percent-encoded
/// (RFC 3987 §3.1) and hosts become punycode without a diagnostic, since that changes nothing. What <see cref="Uri"/> refuses is refused too, since
/// readers on this platform fail on the whole feed for it.
/// </summary>
internal static class FeedAddress
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static readonly SearchValues<char> Plain = SearchValues.Create(Unreserved + ":/?@!$&'()*+,;=");
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create(Unreserved + "!$&'()*+,;=");
    private static readonly SearchValues<char> PlainHostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
    private static readonly FrozenSet<string> LinkSchemes =
        FrozenSet.Create(StringComparer.Ordinal, "http", "https", "ftp", "mailto", "tel", "gemini", "gopher", "magnet", "urn", "tag", "news", "ipfs");

    /// <summary>An address that may be followed; <see langword="null"/> where it is relative, broken or of another scheme.</summary>
    /// <param name="address">Any text.</param>
    /// <param name="repaired">Whether characters that are no part of any address had to be encoded or removed.</param>
    public static string? Normalize(string? address, out bool repaired) => Normalize(address, keepNonAscii: false, LinkSchemes, out repaired);

    /// <summary>An identifier, which is compared and not followed: an IRI of any scheme.</summary>
    /// <param name="address">Any text.</param>
    /// <param name="repaired">Whether characters that are no part of any IRI had to be encoded or removed.</param>
    public static string? NormalizeIri(string? address, out bool repaired) => Normalize(address, keepNonAscii: true, null, out repaired);

    /// <summary>An address of http(s), or one relative to the document that it stands in; percent-encoded where it has to be.</summary>
    /// <param name="reference">Any text.</param>
    public static string? NormalizeReference(string reference)
    {
        int colon = reference.AsSpan().Trim().IndexOf(':');
        if (colon >= 0 && reference.AsSpan().Trim().IndexOfAny('/', '?', '#') is var end && (end < 0 || colon < end))
        {
            return Normalize(reference, out _) is { } absolute && absolute.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? absolute : null;
        }

        bool repaired = false;
        var written = new StringBuilder(reference.Length);
        AppendEncoded(written, reference.AsSpan().Trim(), keepNonAscii: false, allowFragment: true, ref repaired);
        return written.Length == 0 ? null : written.ToString();
    }

    private static string? Normalize(string? address, bool keepNonAscii, FrozenSet<string>? schemes, out bool repaired)
    {
        repaired = false;
        if (address is null || IsPlain(address, identifier: schemes is null)) return address;
        ReadOnlySpan<char> text = address.AsSpan().Trim();
        if (text.ContainsAny('\t', '\n', '\r')) text = string.Concat(address.Trim().Split('\t', '\n', '\r'));
        repaired = text.Length != address.Length;
        int colon = text.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(text[0]) || text[..colon].ContainsAnyExcept(SchemeCharacters)) return null;
        string scheme = text[..colon].ToString().ToLowerInvariant();
        if (schemes is not null && !schemes.Contains(scheme)) return null;
        bool web = scheme is "http" or "https" or "ftp";

        var written = new StringBuilder(text.Length + 16).Append(text[..(colon + 1)]);
        ReadOnlySpan<char> rest = text[(colon + 1)..];
        if (rest.StartsWith("//"))
        {
            int end = rest[2..].IndexOfAny('/', '?', '#');
            ReadOnlySpan<char> authority = end < 0 ? rest[2..] : rest[2..(end + 2)];
            written.Append("//");
            if (!AppendAuthority(written, authority, keepNonAscii, ref repaired) || (schemes is not null && written[^1] == '/')) return null;
            rest = end < 0 ? [] : rest[(end + 2)..];
        }
        else if (web || rest.IsEmpty || rest[0] is '?' or '#')
        {
            return null;
        }

        AppendEncoded(written, rest, keepNonAscii, allowFragment: true, ref repaired);
        string result = written.Equals(address) ? address : written.ToString();
        return schemes is null || Uri.TryCreate(result, UriKind.Absolute, out _) ? result : null;
    }

    // What nearly every address is, seen without taking it apart: http(s), a host of lower-case labels with letters at its end, and nothing to encode.
    private static bool IsPlain(ReadOnlySpan<char> address, bool identifier)
    {
        int start = address.StartsWith("https://") ? 8 : address.StartsWith("http://") ? 7 : 0;
        ReadOnlySpan<char> rest;
        if (start == 0)
        {
            int colon = address.IndexOf(':');
            if (!identifier || colon < 1 || colon == address.Length - 1 || !char.IsAsciiLetter(address[0]) || address[..colon].ContainsAnyExcept(SchemeCharacters)) return false;
            rest = address[(colon + 1)..];
            if (rest.StartsWith("//")) return false;
        }
        else
        {
            address = address[start..];
            int end = address.IndexOfAny('/', '?', '#');
            ReadOnlySpan<char> host = end < 0 ? address : address[..end];
            if (host.IsEmpty || host.Length > 63 || host.ContainsAnyExcept(PlainHostCharacters) || host.Contains("..", StringComparison.Ordinal)) return false;
            if (!char.IsAsciiLetterOrDigit(host[0]) || !char.IsAsciiLetter(host[^1]) || host.ContainsAny("-.") && (host.Contains("-.", StringComparison.Ordinal) || host.Contains(".-", StringComparison.Ordinal))) return false;
            rest = end < 0 ? [] : address[end..];
        }

        int fragment = rest.IndexOf('#');
        return fragment < 0 ? !rest.ContainsAnyExcept(Plain) : !rest[..fragment].ContainsAnyExcept(Plain) && !rest[(fragment + 1)..].ContainsAnyExcept(Plain);
    }

    private static bool AppendAuthority(StringBuilder written, ReadOnlySpan<char> authority, bool keepNonAscii, ref bool repaired)
    {
        int at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            int start = written.Length;
            AppendEncoded(written, authority[..at], keepNonAscii, allowFragment: false, ref repaired);
            written.Replace("@", "%40", start, written.Length - start).Append('@');
            authority = authority[(at + 1)..];
        }

        int portColon = authority.LastIndexOf(':');
        ReadOnlySpan<char> port = [];
        if (portColon >= 0 && authority.LastIndexOf(']') < portColon)
        {
            port = authority[(portColon + 1)..];
            authority = authority[..portColon];
            if (port.ContainsAnyExceptInRange('0', '9') || (!port.IsEmpty && !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return false;
        }

        if (authority.StartsWith("["))
        {
            if (!authority.EndsWith("]") || authority.Contains('%') || !IPAddress.TryParse(authority, out IPAddress? ip) || ip.AddressFamily != AddressFamily.InterNetworkV6) return false;
            written.Append(authority);
        }
        else if (!AppendHost(written, authority, keepNonAscii))
        {
            return false;
        }

        if (!port.IsEmpty) written.Append(':').Append(port);
        return true;
    }

    private static bool AppendHost(StringBuilder written, ReadOnlySpan<char> host, bool keepNonAscii)
    {
        if (!Ascii.IsValid(host) && !keepNonAscii)
        {
            try
            {
                host = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(host.ToString());
            }
            catch (ArgumentException)
            {
                return false;
            }
        }

        foreach (Rune rune in host.EnumerateRunes())
        {
            if (rune.IsAscii ? !HostCharacters.Contains((char)rune.Value) : !IsIriCharacter(rune)) return false;
        }

        written.Append(host);
        return true;
    }

    private static void AppendEncoded(StringBuilder written, ReadOnlySpan<char> text, bool keepNonAscii, bool allowFragment, ref bool repaired)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            int next = text.IndexOfAnyExcept(Plain);
            written.Append(next < 0 ? text : text[..next]);
            if (next < 0) return;
            text = text[next..];
            char c = text[0];
            if (c == '%' && text.Length > 2 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]))
            {
                written.Append(text[..3]);
                text = text[3..];
                continue;
            }

            if (c == '#' && allowFragment)
            {
                written.Append('#');
                allowFragment = false;
                text = text[1..];
                continue;
            }

            bool valid = Rune.DecodeFromUtf16(text, out Rune rune, out int length) == OperationStatus.Done && IsIriCharacter(rune);
            text = text[length..];
            if (c is '\t' or '\n' or '\r')
            {
                repaired = true;
            }
            else if (valid && keepNonAscii)
            {
                written.Append(rune.ToString());
            }
            else
            {
                repaired |= !valid;
                foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)]) written.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool IsIriCharacter(Rune rune) => !rune.IsAscii
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value != 0xFFFD;
}
