namespace Syndication.Documents;

/// <summary>What a reStructuredText defines by name and shows elsewhere: link targets and substitutions.</summary>
internal sealed class RstTargets
{
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RstSubstitution> substitutions = new(StringComparer.Ordinal);
    private readonly Queue<string> anonymous = new();

    public RstTargets(string text, List<TextLine> lines)
    {
        for (int at = 0; at < lines.Count; at++)
        {
            ReadOnlySpan<char> line = lines[at].In(text);
            if (line.StartsWith("__ ", StringComparison.Ordinal)) anonymous.Enqueue(line[3..].Trim().ToString());
            else if (line.StartsWith(".. _", StringComparison.Ordinal)) AddTarget(text, lines, at, line[4..]);
            else if (line.StartsWith(".. |", StringComparison.Ordinal)) AddSubstitution(text, lines, at, line[4..]);
        }
    }

    /// <summary>The address of a name; empty for a place within the text; <see langword="null"/> for an unknown name.</summary>
    public string? AddressOf(ReadOnlySpan<char> name)
    {
        string key = Normal(name);
        for (int hops = 0; hops < 4 && addresses.TryGetValue(key, out string? address); hops++)
        {
            if (!address.EndsWith('_') || address.Contains("://", StringComparison.Ordinal)) return address;
            key = Normal(address.AsSpan()[..^1].Trim('`'));
        }

        return null;
    }

    public RstSubstitution? SubstitutionOf(ReadOnlySpan<char> name) => substitutions.GetValueOrDefault(Normal(name));

    public string? NextAnonymous() => anonymous.TryDequeue(out string? address) ? address : null;

    /// <summary>Behind the lines that belong to the explicit markup at a line: those that are indented more.</summary>
    public static int EndOf(List<TextLine> lines, int at)
    {
        int end = at + 1;
        for (int next = end; next < lines.Count && (lines[next].IsBlank || lines[next].Indent > lines[at].Indent); next++)
        {
            if (!lines[next].IsBlank) end = next + 1;
        }

        return end;
    }

    private void AddTarget(string text, List<TextLine> lines, int at, ReadOnlySpan<char> definition)
    {
        int nameEnd, colon;
        if (definition.StartsWith("`", StringComparison.Ordinal))
        {
            nameEnd = definition[1..].IndexOf('`') + 1;
            colon = nameEnd + 1;
            if (nameEnd <= 0 || colon >= definition.Length || definition[colon] != ':') return;
        }
        else
        {
            colon = definition.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 && definition.EndsWith(":", StringComparison.Ordinal)) colon = definition.Length - 1;
            if (colon <= 0) return;
            nameEnd = colon;
        }

        string address = definition[(colon + 1)..].Trim().ToString();
        for (int next = at + 1; next < lines.Count && !lines[next].IsBlank && lines[next].Indent > lines[at].Indent; next++) address += lines[next].In(text).ToString();
        string name = Normal(definition[..nameEnd].Trim('`'));
        if (name == "_") anonymous.Enqueue(address);
        else addresses.TryAdd(name, address);
    }

    private void AddSubstitution(string text, List<TextLine> lines, int at, ReadOnlySpan<char> definition)
    {
        int bar = definition.IndexOf('|');
        int colons = definition.IndexOf("::", StringComparison.Ordinal);
        if (bar <= 0 || colons < bar) return;
        string value = definition[(colons + 2)..].Trim().ToString();
        bool isImage = definition[(bar + 1)..colons].Trim() is "image";
        string alt = "", target = "";
        int end = EndOf(lines, at);
        for (int next = at + 1; next < end; next++)
        {
            ReadOnlySpan<char> option = lines[next].In(text);
            if (option.StartsWith(":alt:", StringComparison.Ordinal)) alt = option[5..].Trim().ToString();
            else if (option.StartsWith(":target:", StringComparison.Ordinal)) target = option[8..].Trim().ToString();
            else if (!isImage && !option.IsEmpty) value += " " + option.ToString();
        }

        substitutions.TryAdd(Normal(definition[..bar]), new RstSubstitution(isImage, value, alt, target));
    }

    private static string Normal(ReadOnlySpan<char> name) =>
        string.Join(' ', name.ToString().Replace("\\", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
