using Syndication.Text;

namespace Syndication.Documents;

/// <summary>What a text says about itself before it begins: YAML between <c>---</c> or, as Hexo has it, only before it, TOML between <c>+++</c>, a JSON object, or plain <c>Key: value</c> lines; and the header of an AsciiDoc document.</summary>
/// <param name="Body">The text without it.</param>
/// <param name="Offset">Where the body starts in the text.</param>
/// <param name="Entries">Keys and values in order; a list has an entry per element, nested keys are joined by a dot.</param>
/// <param name="Problem">Why it could not be read in full; <see langword="null"/> where it could.</param>
internal sealed record FrontMatter(string Body, int Offset, IReadOnlyList<(string Key, string Value)> Entries, Diagnostic? Problem)
{
    internal const int LongestBlock = 64 * 1024;

    /// <summary>The longest key with the keys around it: thousands of entries may share one.</summary>
    internal const int LongestKey = 400;

    /// <summary>Takes the front matter off a text, and the header of an AsciiDoc document; nothing where it has none.</summary>
    public static FrontMatter Take(string text) => AsciiDocHeader.TakeFrom(TakeBlock(text));

    public void AddTo(FlatDocumentBuilder builder)
    {
        foreach (var (key, value) in Entries) builder.AddEvidence("front-matter", key, value);
        if (Problem is not null) builder.Report(Problem);
    }

    private static FrontMatter TakeBlock(string text)
    {
        int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        while (start < text.Length && text[start] is '\r' or '\n') start++;
        ReadOnlySpan<char> first = Line(text, start);
        if (first.TrimEnd() is "---") return Fenced(text, start, isToml: false) ?? None(text);
        if (first.TrimEnd() is "+++") return Fenced(text, start, isToml: true) ?? None(text);
        if (FrontMatterHeaders.CloseOf(text, start) is { } close) return Read(text, start, close, start, isToml: false) ?? None(text);
        if ((FrontMatterJson.Read(text, start) ?? FrontMatterHeaders.Read(text, start)) is { } headers) return new FrontMatter(text[headers.End..], headers.End, headers.Entries, null);
        return None(text);
    }

    private static FrontMatter None(string text) => new(text, 0, [], null);

    private static FrontMatter? Fenced(string text, int start, bool isToml)
    {
        int open = After(text, start);
        int close = open;
        while (!Closes(Line(text, close).TrimEnd(), isToml))
        {
            if (close >= text.Length || close - start > LongestBlock) return null;
            close = After(text, close);
        }

        return Read(text, open, close, start, isToml);
    }

    private static FrontMatter? Read(string text, int open, int close, int start, bool isToml)
    {
        string block = text[open..close];
        int end = After(text, close);
        var entries = new List<(string Key, string Value)>();
        string? problem = isToml ? FrontMatterToml.Read(block, entries) : FrontMatterYaml.Read(block, entries);
        if (problem is null) return entries.Count == 0 && !string.IsNullOrWhiteSpace(block) ? null : new FrontMatter(text[end..], end, entries, null);
        return Salvaged(text, open, close, end, start, isToml, problem);
    }

    private static bool Closes(ReadOnlySpan<char> line, bool isToml) => isToml ? line is "+++" : line is "---" or "...";

    /// <summary>Reads what can be read line by line of a block that is not well-formed; the other lines stay visible, at their places.</summary>
    private static FrontMatter? Salvaged(string text, int open, int close, int end, int start, bool isToml, string problem)
    {
        char[] body = text.ToCharArray();
        Blank(body, 0, open);
        Blank(body, close, end);
        var entries = new List<(string Key, string Value)>();
        int lost = 0;
        for (int at = open; at < close; at = After(text, at))
        {
            ReadOnlySpan<char> line = Line(text, at);
            int colon = line.IndexOf(isToml ? '=' : ':');
            if (colon > 0 && IsKey(line[..colon].Trim()))
            {
                entries.Add((line[..colon].Trim().ToString(), Unquoted(line[(colon + 1)..])));
                Blank(body, at, at + line.Length);
            }
            else if (!line.IsWhiteSpace())
            {
                lost++;
            }
        }

        if (entries.Count == 0 || lost > entries.Count) return null;
        (int number, int column) = new SourceText(text).At(start);
        var diagnostic = new Diagnostic(DiagnosticCodes.FrontMatterInvalid, DiagnosticSeverity.Warning, $"The front matter is not well-formed and was read line by line: {problem}", number, column);
        return new FrontMatter(new string(body), 0, entries, diagnostic);
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (char c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.')) return false;
        }

        return key.Length is > 0 and <= 40;
    }

    private static string Unquoted(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value).ToString();
    }

    /// <summary>Puts spaces in the place of text, so that what follows keeps its own.</summary>
    internal static void Blank(char[] body, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (body[i] is not ('\r' or '\n')) body[i] = ' ';
        }
    }

    /// <summary>The line at an offset, without its end.</summary>
    internal static ReadOnlySpan<char> Line(string text, int at)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        int end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Where the line after the one at an offset starts.</summary>
    internal static int After(string text, int at)
    {
        int end = text.AsSpan(at).IndexOfAny('\r', '\n');
        if (end < 0) return text.Length;
        end += at;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
