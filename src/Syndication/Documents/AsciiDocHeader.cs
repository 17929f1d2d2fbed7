namespace Syndication.Documents;

/// <summary>The lines right below the title of an AsciiDoc document (AsciiDoc Language, "Document Header"): attributes such as <c>:revdate: 2023-04-05</c>, conditions and remarks.</summary>
internal static class AsciiDocHeader
{
    private const int MostLines = 200;

    /// <summary>Before the names of attributes that generators of sites take for what they know of a page.</summary>
    private static readonly string[] Prefixes = ["jbake-", "page-", "awestruct-"];

    /// <summary>Takes the header's lines off a text, whose other lines stay at their places; an author's line stays visible, though it is evidence as well.</summary>
    public static FrontMatter TakeFrom(FrontMatter front)
    {
        string text = front.Body;
        int at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')) at++;
        if (at == text.Length || !EqualsHeading.Of(FrontMatter.Line(text, at)).IsDocumentTitle) return front;
        char[] body = text.ToCharArray();
        var entries = new List<(string Key, string Value)>(front.Entries);
        bool isHeader = true;
        string? author = null;
        at = FrontMatter.After(text, at);
        for (int lines = 0; at < text.Length && lines < MostLines; lines++)
        {
            int start = at;
            ReadOnlySpan<char> line = FrontMatter.Line(text, at);
            at = FrontMatter.After(text, at);
            if (line.IsWhiteSpace())
            {
                isHeader = false;
            }
            else if (AttributeAt(line) is { } attribute)
            {
                string value = attribute.Value;
                for (; value.EndsWith(" \\", StringComparison.Ordinal) && at < text.Length && lines < MostLines; lines++, at = FrontMatter.After(text, at)) value = $"{value[..^2]} {FrontMatter.Line(text, at).Trim()}";
                entries.Add((attribute.Name, value));
                FrontMatter.Blank(body, start, at);
            }
            else if (IsCondition(line) || line.StartsWith("//", StringComparison.Ordinal))
            {
                FrontMatter.Blank(body, start, at);
            }
            else if (!isHeader)
            {
                break;
            }
            else if (lines == 0)
            {
                author = AuthorIn(line);
            }
        }

        if (author is not null && entries.Count > front.Entries.Count) entries.Add(("author", author));
        return front with { Body = new string(body), Entries = entries };
    }

    /// <summary>The author that the first line below a title names, before the mail address if any: three names at the most.</summary>
    private static string? AuthorIn(ReadOnlySpan<char> line)
    {
        int mail = line.IndexOf('<');
        ReadOnlySpan<char> name = (mail < 0 ? line : line[..mail]).Trim();
        foreach (char c in name)
        {
            if (!char.IsLetter(c) && c is not (' ' or '.' or '-' or '\'' or '_')) return null;
        }

        return !name.IsEmpty && name.Count(' ') < 3 ? name.ToString().Replace('_', ' ') : null;
    }

    private static (string Name, string Value)? AttributeAt(ReadOnlySpan<char> line)
    {
        if (line is not [':', ..] || line[1..].IndexOf(':') is not (> 0 and int length)) return null;
        ReadOnlySpan<char> name = line.Slice(1, length), rest = line[(length + 2)..];
        if (!rest.IsEmpty && !char.IsWhiteSpace(rest[0])) return null;
        bool isUnset = name[0] == '!' || name[^1] == '!';
        name = name.Trim('!');
        if (name.IsEmpty || !char.IsLetterOrDigit(name[0]) || !IsName(name)) return null;
        return (Known(name), isUnset ? "" : rest.Trim().ToString());
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-')) return false;
        }

        return true;
    }

    private static string Known(ReadOnlySpan<char> name)
    {
        foreach (string prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length) return name[prefix.Length..].ToString();
        }

        return name is "revdate" ? "date" : name.ToString();
    }

    private static bool IsCondition(ReadOnlySpan<char> line) =>
        line.TrimEnd() is [.., ']'] && (line.StartsWith("ifdef::", StringComparison.Ordinal) || line.StartsWith("ifndef::", StringComparison.Ordinal) || line.StartsWith("ifeval::", StringComparison.Ordinal) || line.StartsWith("endif::", StringComparison.Ordinal));
}
