using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Makes ids that stay when an issue is read again, edited or moved: tag URIs (RFC 4151) for issues, and for items what follows from issue and main link.</summary>
internal static class StableIds
{
    /// <summary>
    /// The date of every tag. RFC 4151 §2.1 wants a day on which the minter held the name; the day of an issue may be corrected later and must not
    /// change the id, so it is the year in which tag URIs were published, for all.
    /// </summary>
    private const string TagDate = "2005";

    /// <summary>Where nobody states the publication's address: RFC 2606 keeps the name from being anyone's.</summary>
    private const string NoAuthority = "newsletter.invalid";

    /// <summary>
    /// The id of an issue: <c>tag:example.org,2005:some-weekly:issue:18</c>; <see langword="null"/> where nothing tells it from others. It follows from
    /// what every form of the issue says (the publication's name, the number or date) and from what its publisher states, never from the address that
    /// one form has and another has not: page, Markdown source and mail of an issue have one id.
    /// </summary>
    /// <param name="publication">The newsletter's name.</param>
    /// <param name="home">The newsletter's address as a person states it, not as a page has it.</param>
    /// <param name="number">The issue's number as it is printed: issues 4.1 and 4.2 are two.</param>
    /// <param name="url">The issue's address.</param>
    /// <param name="published">When it was published.</param>
    /// <param name="title">Its title.</param>
    public static string? OfIssue(string? publication, string? home, string? number, string? url, PublicationDate? published, string? title)
    {
        string name = publication is not null ? Specific(Slug(WithoutBrackets(publication))) : "";
        string? page = PathOf(url) is { Length: > 0 } path ? $"page:{Specific(path)}" : null;
        string? date = published is { } day ? $"date:{day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : null;
        string? local = number is not null ? $"issue:{number}"
            : (name.Length > 0 ? date ?? page : page ?? date)
            ?? (title is not null && Slug(title) is { Length: > 0 } slug ? $"title:{Specific(slug)}" : null);
        if (local is null) return null;

        // Without a name, the address is all that tells one newsletter's issue 3 from another's.
        string authority = HostOf(home) ?? (name.Length == 0 ? HostOf(url) : null) ?? NoAuthority;
        return name.Length == 0 ? $"tag:{authority},{TagDate}:{local}" : $"tag:{authority},{TagDate}:{name}:{local}";
    }

    /// <summary>Whether a text is a tag URI (RFC 4151 §2.1): front matter has numbers and slugs for ids as well, which are none for the world.</summary>
    public static bool IsTag(string text)
    {
        string[] parts = text.Split(':', 3);
        return parts.Length == 3 && parts[0] == "tag" && parts[2].Length > 0 && parts[1].Split(',') is [{ Length: > 0 } authority, { Length: >= 4 } date]
            && authority.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@') && date.All(static c => char.IsAsciiDigit(c) || c == '-') && Uri.IsWellFormedUriString(text, UriKind.Absolute);
    }

    /// <summary>The id of an item: the issue's with a hash of the item's main link, else of its title, else of its text.</summary>
    /// <param name="issueId">The issue's id.</param>
    /// <param name="mainLink">The address that the item is about.</param>
    /// <param name="title">The item's title.</param>
    /// <param name="text">The item's text.</param>
    /// <param name="taken">How many items of the issue have each id already; the new one is counted. A second item with the same link gets <c>-2</c>.</param>
    public static string OfItem(string issueId, string? mainLink, string? title, string? text, Dictionary<string, int> taken)
    {
        string subject = mainLink is { Length: > 0 } ? "u " + NormalizedAddress(mainLink)
            : !string.IsNullOrWhiteSpace(title) ? "t " + Folding.Fold(Repaired(title).Normalize(NormalizationForm.FormKC))
            : "x " + Folding.Fold(Repaired(text ?? "").Normalize(NormalizationForm.FormKC));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(subject), hash);
        string id = $"{issueId}:{Convert.ToHexStringLower(hash[..10])}";
        int count = taken[id] = taken.GetValueOrDefault(id) + 1;
        return count == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
    }

    /// <summary>The key of a section across issues: letters and digits of any script in lower case, anything else a hyphen (Unicode NFC).</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (Rune rune in Repaired(title).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            bool keep = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && rune.Value is not (0xFE0F or 0x20E3);
            if (keep) slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }

    /// <summary>An address without what changes while it leads to the same page: scheme, <c>www</c>, fragment, tracking parameters, a last slash.</summary>
    public static string NormalizedAddress(string url)
    {
        ReadOnlySpan<char> rest = url.AsSpan().Trim();
        int scheme = rest.IndexOf("://");
        if (scheme >= 0) rest = rest[(scheme + 3)..];
        int fragment = rest.IndexOf('#');
        if (fragment >= 0 && !rest[fragment..].StartsWith("#!") && !rest[fragment..].StartsWith("#/")) rest = rest[..fragment];
        int query = rest.IndexOf('?');
        ReadOnlySpan<char> path = query < 0 ? rest : rest[..query];
        int slash = path.IndexOf('/');
        string host = (slash < 0 ? path : path[..slash]).ToString().ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        var normalized = new StringBuilder(host).Append(slash < 0 ? "" : path[slash..].TrimEnd('/'));
        if (query < 0) return normalized.ToString();
        char separator = '?';
        foreach (Range range in rest[(query + 1)..].Split('&'))
        {
            ReadOnlySpan<char> parameter = rest[(query + 1)..][range];
            if (parameter.IsEmpty || IsTracking(parameter)) continue;
            normalized.Append(separator).Append(parameter);
            separator = '&';
        }

        return normalized.ToString();
    }

    private static bool IsTracking(ReadOnlySpan<char> parameter)
    {
        int equals = parameter.IndexOf('=');
        ReadOnlySpan<char> name = equals < 0 ? parameter : parameter[..equals];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || name is "fbclid" or "gclid" or "mc_cid" or "mc_eid" or "igshid" or "ref_src" or "spm" or "_hsenc" or "_hsmi";
    }

    /// <summary>The host of an address in ASCII, without <c>www</c>: a tag's authority (RFC 4151 §2.1).</summary>
    private static string? HostOf(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.HostNameType is not UriHostNameType.Dns || AsciiHostOf(uri) is not { Length: > 0 } host) return null;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static string? AsciiHostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return null; // Uri takes hosts that IDNA has no form for, and says so here only.
        }
    }

    /// <summary>A name without what stands in brackets behind it: its translation or abbreviation, which one form of an issue prints and another does not.</summary>
    private static string WithoutBrackets(string name)
    {
        int open = name.AsSpan().IndexOfAny("（([【");
        return open > 0 && name[..open].Trim() is { Length: > 1 } before ? before : name;
    }

    private static string? PathOf(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)) return null;
        string path = Uri.UnescapeDataString(uri.AbsolutePath);
        if (path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase)) path = path[..^11];
        string joined = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Slug).Where(part => part.Length > 0));
        string query = Slug(Uri.UnescapeDataString(uri.Query));
        return query.Length == 0 ? joined : $"{joined}/{query}";
    }

    /// <summary>Percent-encoded where RFC 4151's <c>specific</c> part (RFC 3986 pchar, "/", "?") wants it.</summary>
    private static string Specific(string text) => string.Join('/', text.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Neither lone surrogates nor U+FFFE can be normalised.</summary>
    private static string Repaired(string text)
    {
        text = text.Replace('\uFFFE', '\uFFFD');
        foreach (char c in text)
        {
            if (char.IsSurrogate(c)) return string.Concat(text.EnumerateRunes());
        }

        return text;
    }
}
