using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Syndication.Archives.Exporting;

/// <summary>Exchanges addresses in exported Markdown, where a link or an image has them, for paths to what was exported beside it, and back.</summary>
internal static partial class LocalAddresses
{
    /// <summary>The name in the front matter under which each path stands with the address that it is instead of.</summary>
    public const string Name = "local";

    /// <summary>The Markdown with paths for the addresses that have one; and each path with its address.</summary>
    public static string ToPaths(string markdown, Func<string, string?> pathOf, out JsonObject addresses)
    {
        var used = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string text = Exchange(markdown, address =>
        {
            if (pathOf(address) is not { } path) return null;
            // Two addresses of one thing have one path; the first is the one to come back.
            if (used.TryGetValue(path, out string? other) && other != address) return null;
            used[path] = address;
            return path;
        });
        addresses = [];
        foreach (var (path, address) in used) addresses[path] = address;
        return text;
    }

    /// <summary>The way back.</summary>
    public static string ToAddresses(string markdown, JsonObject addresses) => Exchange(markdown, path => addresses[path] is JsonValue value && value.TryGetValue(out string? address) ? address : null);

    private static string Exchange(string markdown, Func<string, string?> exchange)
    {
        return Place().Replace(markdown, match =>
        {
            Group attribute = match.Groups["attribute"], place = attribute.Success ? attribute : match.Groups["angled"] is { Success: true } angled ? angled : match.Groups["bare"];
            string address = place.Value;
            if (exchange(WebUtility.HtmlDecode(address)) is not { } other) return match.Value;
            string written = attribute.Success ? WebUtility.HtmlEncode(other) : $"<{other.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";
            int start = place.Index - match.Index - (place == match.Groups["angled"] ? 1 : 0), end = place.Index - match.Index + place.Length + (place == match.Groups["angled"] ? 1 : 0);
            return string.Concat(match.Value.AsSpan(0, start), written, match.Value.AsSpan(end));
        });
    }

    [GeneratedRegex(@"\]\((?:<(?<angled>[^<>\n]*)>|(?<bare>[^\s()<>]+))|(?:href|src)=""(?<attribute>[^""\n]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Place();
}
