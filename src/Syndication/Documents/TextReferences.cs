using System.Text;

namespace Syndication.Documents;

/// <summary>
/// The addresses at the foot of a plain text or mail (<c>[1] https://…</c>), or below each part of one (<c>[the list] &lt;https://…&gt;</c>, as Org exports
/// them), by which words of the text point (<c>… is out [1].</c>). A line that the text points to is a definition, as in Markdown: its address goes to the link.
/// </summary>
internal sealed class TextReferences
{
    private const int LongestName = 24, LongestWords = 200;

    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);
    private readonly HashSet<int> definitions = [];

    public TextReferences(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal)) return;
        Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
        HashSet<string> used = new(StringComparer.Ordinal);
        for (int start = 0, next; start < text.Length; start = next)
        {
            ReadOnlySpan<char> line = LineAt(text, start, out next);
            int indent = line.Length - line.TrimStart().Length;
            (string? name, string? address) = Definition(line.Trim());
            List<int> lines = [start + indent];
            if (name is null && WordsAlone(line.Trim()) && next < text.Length)
            {
                // Long words stand on a line of their own over the address.
                int below = next;
                ReadOnlySpan<char> second = LineAt(text, below, out int after);
                (name, address) = Definition($"{line.Trim()} {second.Trim()}");
                if (name is not null)
                {
                    lines.Add(below + second.Length - second.TrimStart().Length);
                    next = after;
                }
            }

            if (name is null || address is null)
            {
                FindUses(text, start, next, used);
                continue;
            }

            // A name that is defined for two addresses names nothing.
            if (!addresses.TryGetValue(name, out string? known)) (addresses[name], places[name]) = (address, lines);
            else if (known == address) places[name].AddRange(lines);
            else places[name].Clear();
        }

        foreach ((string name, List<int> lines) in places)
        {
            if (lines.Count > 0 && used.Contains(name)) definitions.UnionWith(lines);
            else addresses.Remove(name);
        }
    }

    /// <summary>Whether a line defines an address that the text points to.</summary>
    public bool IsDefinition(TextLine line) => definitions.Count > 0 && definitions.Contains(line.Start);

    /// <summary>The pointer that a text begins with, and where it leads; nothing where it begins with none.</summary>
    /// <returns>How long the pointer is, its words within (a number keeps its brackets), and its address.</returns>
    public (int Length, Range Words, string? Address) At(ReadOnlySpan<char> text)
    {
        if (addresses.Count == 0) return default;
        int close = NameEnd(text);
        if (close <= 0 || !addresses.TryGetValue(Collapsed(text[1..close]), out string? address)) return default;
        return (close + 1, IsNumber(text[1..close]) ? 0..(close + 1) : 1..close, address);
    }

    private static (string? Name, string? Address) Definition(ReadOnlySpan<char> line)
    {
        int close = NameEnd(line);
        if (close < 0) return default;
        ReadOnlySpan<char> rest = line[(close + 1)..].TrimStart(": ");
        bool isBracketed = rest is ['<', .., '>'];
        if (!isBracketed && (close > LongestName || line[1..close].Contains(' '))) return default;
        rest = rest.Trim("<> ");
        return rest.Length > 0 && BareAddress.LengthAt(rest) is > 0 and int length && length == rest.Length ? (Collapsed(line[1..close]), rest.ToString()) : default;
    }

    private static bool WordsAlone(ReadOnlySpan<char> line) => line is ['[', .., ']'] && NameEnd(line) == line.Length - 1;

    private static void FindUses(string text, int start, int end, HashSet<string> used)
    {
        for (int open = text.AsSpan(start, end - start).IndexOf('['); open >= 0; open = text.AsSpan(start, end - start).IndexOf('['))
        {
            start += open;
            ReadOnlySpan<char> rest = text.AsSpan(start, Math.Min(LongestWords + 2, text.Length - start));
            int close = NameEnd(rest);
            if (close > 0) used.Add(Collapsed(rest[1..close]));
            start++;
        }
    }

    /// <summary>Where the name in square brackets that a text begins with closes, in the same paragraph; -1 where it begins with none.</summary>
    private static int NameEnd(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '[' || char.IsWhiteSpace(text[1])) return -1;
        int close = text[..Math.Min(text.Length, LongestWords)].IndexOf(']');
        if (close <= 1 || text[1..close].Contains('[')) return -1;
        int line = text[..close].IndexOf('\n');
        return line >= 0 && text[(line + 1)..close].TrimStart(" \t\r").StartsWith('\n') ? -1 : close;
    }

    private static bool IsNumber(ReadOnlySpan<char> name) => !name.ContainsAnyExceptInRange('0', '9');

    private static string Collapsed(ReadOnlySpan<char> name)
    {
        if (name.IndexOfAny(" \t\r\n") < 0) return name.ToString();
        var words = new StringBuilder(name.Length);
        foreach (Range word in name.SplitAny(' ', '\t', '\r', '\n'))
        {
            if (name[word].IsEmpty) continue;
            if (words.Length > 0) words.Append(' ');
            words.Append(name[word]);
        }

        return words.ToString();
    }

    private static ReadOnlySpan<char> LineAt(string text, int start, out int next)
    {
        int end = text.IndexOf('\n', start);
        if (end < 0) end = text.Length;
        next = Math.Min(end + 1, text.Length);
        return text.AsSpan(start, end - start);
    }
}
