namespace Syndication.Archives.Importing;

/// <summary>Where the relative links of a document lead within its archive (RFC 3986 §5.2, with the document's name as base).</summary>
internal static class LinkTargets
{
    /// <summary>The names of what links lead to; none for a document that does not stand at a path.</summary>
    /// <param name="document">The document.</param>
    /// <param name="links">Relative addresses without query and fragment.</param>
    public static IEnumerable<string> Of(ArchivedDocument document, IEnumerable<string> links)
    {
        if (document.Path is not { } path || !document.Name.EndsWith(path, StringComparison.Ordinal)) yield break;
        string root = document.Name[..^path.Length];
        foreach (string link in links)
        {
            if (Resolve(path, link) is { } target) yield return root + target;
        }
    }

    /// <summary>The path that a link leads to; <see langword="null"/> where it leads out of the archive, which nobody can tell anything of.</summary>
    private static string? Resolve(string path, string link)
    {
        string plain;
        try
        {
            plain = Uri.UnescapeDataString(link).Replace('\\', '/');
        }
        catch (UriFormatException)
        {
            return null;
        }

        var parts = new List<string>();
        if (!plain.StartsWith('/')) parts.AddRange(path.Split('/')[..^1]);
        foreach (string part in plain.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}
