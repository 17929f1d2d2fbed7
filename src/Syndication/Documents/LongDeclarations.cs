namespace Syndication.Documents;

/// <summary>
/// Blinds <c>meta http-equiv</c> of a length that no page has: AngleSharp looks for an encoding in each, in time and memory that grow with the square of
/// its length. The text is decoded already, and every character stays at its place.
/// </summary>
internal static class LongDeclarations
{
    private const string Name = "http-equiv", Blind = "xttp-equiv";
    private const int LongestTag = 1024;

    public static string Without(string html)
    {
        char[]? copy = null;
        for (int at = html.IndexOf(Name, StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf(Name, at + Name.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsLong(html, at)) continue;
            copy ??= html.ToCharArray();
            Blind.CopyTo(copy.AsSpan(at));
        }

        return copy is null ? html : new string(copy);
    }

    /// <summary>Whether the tag around a place does not begin and end near it, whatever stands within quotes.</summary>
    private static bool IsLong(string html, int at)
    {
        int start = html.LastIndexOf('<', at, Math.Min(at + 1, LongestTag));
        if (start < 0) return true;
        char quote = '\0';
        for (int i = start; i < html.Length && i < start + LongestTag; i++)
        {
            if (quote != '\0' ? html[i] == quote : html[i] is '"' or '\'') quote = quote == '\0' ? html[i] : '\0';
            else if (html[i] == '>' && quote == '\0') return false;
        }

        return true;
    }
}
