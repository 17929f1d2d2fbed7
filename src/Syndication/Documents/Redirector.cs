namespace Syndication.Documents;

/// <summary>Addresses that only lead on: <c>/url?q=https://…</c>, as word processors and mail senders wrap every link of a text.</summary>
internal static class Redirector
{
    private static readonly string[] pages = ["url", "redirect", "redir", "away", "away.php", "l.php", "out", "exit", "link.php", "redirect.php", "go.php"];
    private static readonly string[] names = ["q", "url", "u", "to", "target", "dest", "destination", "redirect", "link"];

    /// <summary>The address that an address leads on to, decoded; <see langword="null"/> where it says none.</summary>
    public static string? TargetOf(string address)
    {
        int query = address.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return null;
        ReadOnlySpan<char> path = address.AsSpan(0, query).TrimEnd('/');
        ReadOnlySpan<char> page = path[(path.LastIndexOf('/') + 1)..];
        if (!Has(pages, page) || path.LastIndexOf("//") + 2 > path.LastIndexOf('/')) return null;
        ReadOnlySpan<char> parameters = address.AsSpan(query + 1);
        foreach (Range range in parameters.Split('&'))
        {
            ReadOnlySpan<char> parameter = parameters[range];
            int equals = parameter.IndexOf('=');
            if (equals <= 0 || !Has(names, parameter[..equals])) continue;
            string value = Uri.UnescapeDataString(parameter[(equals + 1)..]);
            if (value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private static bool Has(string[] words, ReadOnlySpan<char> word)
    {
        foreach (string known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
