using System.Buffers;

namespace Syndication.Feeds;

/// <summary>The domain that a link leads to, as it is compared: ASCII, lower case, without <c>www.</c></summary>
internal static class LinkedDomain
{
    private static readonly SearchValues<char> letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>The domain of an address; <see langword="null"/> where it has none.</summary>
    public static string? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.HostNameType is not UriHostNameType.Dns) return null;
        try
        {
            string host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
            return host.Length == 0 ? null : host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        }
        catch (UriFormatException)
        {
            // Some hosts that Uri takes have no ASCII form.
            return null;
        }
    }

    /// <summary>A domain as a person writes it, or the address of a page there.</summary>
    public static string Fold(string host)
    {
        string text = host.Trim();
        return Of(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}/") ?? FoldedText.Of(text);
    }

    /// <summary>Whether a domain is, or lies beneath, another.</summary>
    public static bool IsWithin(string domain, string other) =>
        domain.EndsWith(other, StringComparison.Ordinal) && (domain.Length == other.Length || domain[^(other.Length + 1)] == '.');

    /// <summary>Whether a folded domain can stand in a file name as it is.</summary>
    public static bool IsName(string domain) => domain.Length is > 0 and <= 120 && !domain.AsSpan().ContainsAnyExcept(letters) && domain[0] != '.' && domain[^1] != '.';
}
