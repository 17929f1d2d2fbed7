namespace Syndication.Documents;

/// <summary>
/// The numbered addresses at the foot of a plain text or mail (<c>[1] https://…</c>), by which words of the text point (<c>… is out [1].</c>). A line
/// that the text points to is a definition, as in Markdown: its address goes to the link.
/// </summary>
internal sealed class TextReferences
{
    private const int LongestName = 24;

    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);
    private readonly HashSet<int> definitions = [];

    public TextReferences(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal)) return;
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        HashSet<string> used = new(StringComparer.Ordinal);
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start);
            int indent = line.Length - line.TrimStart().Length;
            if (Definition(line.Trim()) is { Name: { } name, Address: { } address })
            {
                // A name that is defined twice names nothing.
                if (places.TryAdd(name, start + indent)) addresses[name] = address;
                else places[name] = -1;
            }
            else
            {
                FindUses(line, used);
            }

            start = end + 1;
        }

        foreach ((string name, int place) in places)
        {
            if (place >= 0 && used.Contains(name)) definitions.Add(place);
            else addresses.Remove(name);
        }
    }

    /// <summary>Whether a line defines an address that the text points to.</summary>
    public bool IsDefinition(TextLine line) => definitions.Count > 0 && definitions.Contains(line.Start);

    /// <summary>The pointer that a text begins with, and where it leads; nothing where it begins with none.</summary>
    public (int Length, string? Address) At(ReadOnlySpan<char> text)
    {
        if (addresses.Count == 0) return default;
        int close = NameEnd(text);
        return close > 0 && addresses.TryGetValue(text[1..close].ToString(), out string? address) ? (close + 1, address) : default;
    }

    private static (string? Name, string? Address) Definition(ReadOnlySpan<char> line)
    {
        int close = NameEnd(line);
        if (close < 0) return default;
        ReadOnlySpan<char> rest = line[(close + 1)..].TrimStart(": ").Trim("<> ");
        return rest.Length > 0 && BareAddress.LengthAt(rest) is > 0 and int length && length == rest.Length ? (line[1..close].ToString(), rest.ToString()) : default;
    }

    private static void FindUses(ReadOnlySpan<char> line, HashSet<string> used)
    {
        for (int open = line.IndexOf('['); open >= 0; open = line.IndexOf('['))
        {
            line = line[open..];
            int close = NameEnd(line);
            if (close > 0) used.Add(line[1..close].ToString());
            line = line[1..];
        }
    }

    /// <summary>Where the short name in square brackets that a text begins with closes; -1 where it begins with none.</summary>
    private static int NameEnd(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '[') return -1;
        int close = text[..Math.Min(text.Length, LongestName)].IndexOf(']');
        return close > 1 && !text[1..close].ContainsAny(" \t[") ? close : -1;
    }
}
