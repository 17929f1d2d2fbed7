namespace Syndication.Documents;

/// <summary>Tells texts that no person writes and that take Markdig time in the square of their size.</summary>
internal static class MarkdownCost
{
    private const int MostUnclosed = 200;
    private const int MostDefinitions = 5000;
    private const int MostColumns = 500;

    public static bool IsExcessive(string text) => HasUnclosedTargets(text) || HasEndlessLines(text);

    /// <summary>Link targets that begin and do not end, without a space between them: each is read to the end of all.</summary>
    private static bool HasUnclosedTargets(ReadOnlySpan<char> text)
    {
        int unclosed = 0;
        int at = text.IndexOf("](", StringComparison.Ordinal);
        while (at >= 0)
        {
            text = text[(at + 2)..];
            at = text.IndexOf("](", StringComparison.Ordinal);
            if (at < 0) break;
            unclosed = text[..at].IndexOfAny(") \n") >= 0 ? 0 : unclosed + 1;
            if (unclosed > MostUnclosed) return true;
        }

        return false;
    }

    /// <summary>Thousands of link definitions without an empty line between them; tables with thousands of columns.</summary>
    private static bool HasEndlessLines(ReadOnlySpan<char> text)
    {
        int definitions = 0;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            definitions = line.StartsWith("[", StringComparison.Ordinal) && line.Contains("]:", StringComparison.Ordinal) ? definitions + 1 : 0;
            if (definitions > MostDefinitions || line.Length > MostColumns && line.Count('|') > MostColumns && line.Trim().IndexOfAnyExcept("|-: ") < 0) return true;
        }

        return false;
    }
}
