using System.Globalization;
using System.Text;

namespace Syndication.Documents;

/// <summary>Reads the part of TOML 1.0 that front matter is written in: tables, keys, strings, arrays, inline tables; numbers, dates and booleans as written.</summary>
internal sealed class FrontMatterToml
{
    private const int MaxDepth = 32;
    private readonly string text;
    private readonly List<(string Key, string Value)> entries;
    private int at;

    private FrontMatterToml(string text, List<(string Key, string Value)> entries) => (this.text, this.entries) = (text, entries);

    private char Next => at < text.Length ? text[at] : '\0';

    /// <returns>What is wrong with it; <see langword="null"/> where nothing is.</returns>
    public static string? Read(string block, List<(string Key, string Value)> entries)
    {
        var reader = new FrontMatterToml(block, entries);
        if (reader.ReadAll()) return null;
        entries.Clear();
        int line = block.AsSpan(0, Math.Min(reader.at, block.Length)).Count('\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"line {line} is no TOML.");
    }

    private bool ReadAll()
    {
        string table = "";
        while (true)
        {
            SkipBlank(lines: true);
            if (at >= text.Length) return true;
            if (Next == '[')
            {
                int brackets = text.AsSpan(at).StartsWith("[[", StringComparison.Ordinal) ? 2 : 1;
                at += brackets;
                if (!ReadKey(out table)) return false;
                for (int i = 0; i < brackets; i++)
                {
                    if (!Take(']')) return false;
                }
            }
            else if (!ReadPair(table, 0))
            {
                return false;
            }

            SkipBlank(lines: false);
            if (at < text.Length && Next is not ('\r' or '\n')) return false;
        }
    }

    private bool ReadPair(string table, int depth)
    {
        if (!ReadKey(out string key) || !Take('=')) return false;
        SkipBlank(lines: false);
        return ReadValue(table.Length == 0 ? key : table + "." + key, depth);
    }

    private bool ReadKey(out string key)
    {
        var parts = new StringBuilder();
        key = "";
        while (true)
        {
            SkipBlank(lines: false);
            if (Next is '"' or '\'')
            {
                if (!ReadString(out string quoted)) return false;
                parts.Append(quoted);
            }
            else
            {
                int start = at;
                while (char.IsLetterOrDigit(Next) || Next is '_' or '-') at++;
                if (at == start) return false;
                parts.Append(text, start, at - start);
            }

            SkipBlank(lines: false);
            if (Next != '.') break;
            at++;
            parts.Append('.');
        }

        key = parts.ToString();
        return key.Length <= FrontMatter.LongestKey;
    }

    private bool ReadValue(string key, int depth)
    {
        if (depth > MaxDepth || key.Length > FrontMatter.LongestKey) return false;
        switch (Next)
        {
            case '"' or '\'':
                if (!ReadString(out string value)) return false;
                entries.Add((key, value));
                return true;
            case '[':
                return ReadList(']', () => ReadValue(key, depth + 1));
            case '{':
                return ReadList('}', () => ReadPair(key, depth + 1));
            default:
                int start = at;
                while (at < text.Length && Next is not (',' or ']' or '}' or '#' or '\r' or '\n')) at++;
                string bare = text[start..at].Trim();
                if (bare.Length == 0 || !char.IsAsciiLetterOrDigit(bare[0]) && bare[0] is not ('+' or '-') || bare.Contains('"', StringComparison.Ordinal)) return false;
                entries.Add((key, bare));
                return true;
        }
    }

    private bool ReadList(char close, Func<bool> readElement)
    {
        at++;
        while (true)
        {
            SkipBlank(lines: true);
            if (Take(close)) return true;
            if (!readElement()) return false;
            SkipBlank(lines: true);
            if (Next == ',') at++;
            else if (Next != close) return false;
        }
    }

    private bool ReadString(out string value)
    {
        char quote = Next;
        bool literal = quote == '\'';
        bool lines = text.AsSpan(at).StartsWith(literal ? "'''" : "\"\"\"", StringComparison.Ordinal);
        at += lines ? 3 : 1;
        if (lines && Next == '\r') at++;
        if (lines && Next == '\n') at++;
        var result = new StringBuilder();
        value = "";
        while (at < text.Length)
        {
            char c = text[at++];
            if (c == quote && (!lines || text.AsSpan(at).StartsWith(literal ? "''" : "\"\"", StringComparison.Ordinal)))
            {
                at += lines ? 2 : 0;
                value = result.ToString();
                return true;
            }

            if (c is '\r' or '\n' && !lines) return false;
            if (c != '\\' || literal) result.Append(c);
            else if (!ReadEscape(result)) return false;
        }

        return false;
    }

    private bool ReadEscape(StringBuilder result)
    {
        char c = Next;
        at++;
        switch (c)
        {
            case 'n' or 'r' or 't' or 'b' or 'f':
                result.Append(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', _ => '\f' });
                return true;
            case '"' or '\\':
                result.Append(c);
                return true;
            case 'u' or 'U':
                int digits = c == 'u' ? 4 : 8;
                if (at + digits > text.Length || !int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) || !Rune.IsValid(code)) return false;
                at += digits;
                result.Append(new Rune(code).ToString());
                return true;
            case '\r' or '\n' or ' ' or '\t':
                while (Next is '\r' or '\n' or ' ' or '\t') at++;
                return true;
            default:
                return false;
        }
    }

    private bool Take(char wanted)
    {
        if (Next != wanted || at >= text.Length) return false;
        at++;
        return true;
    }

    private void SkipBlank(bool lines)
    {
        while (at < text.Length)
        {
            if (Next is ' ' or '\t' || lines && Next is '\r' or '\n') at++;
            else if (Next == '#') at += FrontMatter.Line(text, at).Length;
            else return;
        }
    }
}
