using System.Buffers;

namespace Syndication.Documents;

/// <summary>Makes the addresses of a document absolute (RFC 3986 §5) and tells the few kinds that content may carry from the rest.</summary>
internal sealed class AddressResolver
{
    private static readonly SearchValues<char> NotInMail = SearchValues.Create("<>\"'\\ ");

    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#&=+,:@!$'()*;");

    private Uri? baseUri;
    private string? ownHost;

    public AddressResolver(string? address) => SetBase(address);

    /// <summary>The document's own address, absolute; <see langword="null"/> where unknown.</summary>
    public string? Address { get; private set; }

    /// <summary>Takes an address for the document's own unless a better one is known already.</summary>
    public void SetBase(string? address)
    {
        if (address is null || baseUri is not null) return;
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https")) return;
        if (Written(address.Trim(), uri) is not { } written) return;
        baseUri = uri;
        ownHost = HostOf(uri);
        Address = written;
    }

    public LinkTarget Resolve(string href)
    {
        href = Clean(href);
        if (Redirector.TargetOf(href) is { } target) href = Clean(target);
        if (href.Length == 0) return new LinkTarget(href, null, LinkReach.Unusable);
        if (href[0] == '#') return new LinkTarget(href, null, LinkReach.Anchor);
        if (href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return new LinkTarget(href, IsPlainMail(href) ? "mailto:" + href[7..] : null, IsPlainMail(href) ? LinkReach.Foreign : LinkReach.Unusable);
        }

        bool schemeRelative = href.StartsWith("//", StringComparison.Ordinal);
        if (schemeRelative || href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            if (!schemeRelative && PlainHost(href) is { Length: > 0 } host) return new LinkTarget(href, href, IsOwn(host) ? LinkReach.Own : LinkReach.Foreign);
            string full = schemeRelative ? (baseUri?.Scheme ?? "https") + ":" + href : href;
            if (!Uri.TryCreate(full, UriKind.Absolute, out Uri? absolute) || absolute.Host.Length == 0 || Written(full, absolute) is not { } written) return new LinkTarget(href, null, LinkReach.Unusable);
            return new LinkTarget(href, written, IsOwn(HostOf(absolute)) ? LinkReach.Own : LinkReach.Foreign);
        }

        if (HasScheme(href)) return new LinkTarget(href, null, LinkReach.Unusable);
        if (baseUri is null || !Uri.TryCreate(baseUri, href, out Uri? resolved) || resolved.Scheme is not ("http" or "https")) return new LinkTarget(href, null, LinkReach.Own);
        bool here = resolved.Fragment.Length > 0 && resolved.GetLeftPart(UriPartial.Query) == baseUri.GetLeftPart(UriPartial.Query);
        return new LinkTarget(href, here ? null : Written(resolved.AbsoluteUri, resolved), here ? LinkReach.Anchor : LinkReach.Own);
    }

    private bool IsOwn(ReadOnlySpan<char> host) => ownHost is not null && host.Equals(ownHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The host of an address that needs no parser to be seen as good: letters, digits and the marks of RFC 3986 only; empty for any other.</summary>
    private static ReadOnlySpan<char> PlainHost(string address)
    {
        ReadOnlySpan<char> rest = address.AsSpan(address[4] is 's' or 'S' ? 8 : 7);
        int end = rest.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> host = end < 0 ? rest : rest[..end];
        if (host.IsEmpty || host[0] is '.' or '-' || host.ContainsAnyExcept(HostCharacters) || !char.IsAsciiLetterOrDigit(host[^1])) return default;
        if (end >= 0 && rest[end..].ContainsAnyExcept(PlainCharacters)) return default;
        if (host.Length > 63 || host.Contains("..", StringComparison.Ordinal) || host.Contains(".-", StringComparison.Ordinal) || host.Contains("-.", StringComparison.Ordinal)) return default;
        if (!host.ContainsAnyInRange('A', 'z')) return default;
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    /// <summary>
    /// The address as written where it is a URI already: a reader finds it again as the publisher printed it. Else percent-encoded, its host in
    /// ASCII (RFC 5891); <see langword="null"/> where the host can be no name.
    /// </summary>
    private static string? Written(string address, Uri uri)
    {
        if (uri.Host.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            try
            {
                return new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
            }
            catch (UriFormatException)
            {
                return null;
            }
        }

        foreach (char c in address)
        {
            if (c is <= ' ' or >= '\u007F' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}') return uri.AbsoluteUri;
        }

        return address;
    }

    private static string Clean(string href)
    {
        ReadOnlySpan<char> trimmed = href.AsSpan().Trim();
        if (trimmed.IndexOfAny("\t\r\n") < 0) return trimmed.Length == href.Length ? href : trimmed.ToString();
        return trimmed.ToString().Replace("\t", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }

    private static bool IsPlainMail(string href)
    {
        int at = href.IndexOf('@', StringComparison.Ordinal);
        return at > 7 && at < href.Length - 1 && href.AsSpan(7).IndexOfAny(NotInMail) < 0 && !href.AsSpan(7).ContainsAnyExceptInRange('!', '~');
    }

    private static bool HasScheme(string href)
    {
        for (int i = 0; i < href.Length; i++)
        {
            char c = href[i];
            if (c == ':') return i > 0;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.') && c > ' ') return false;
        }

        return false;
    }

    private static string HostOf(Uri uri) => uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
}
