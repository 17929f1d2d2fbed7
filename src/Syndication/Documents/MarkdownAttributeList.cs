using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Syndication.Documents;

/// <summary>
/// A list of attributes in braces: <c>{#id .class key="value"}</c> as Pandoc, PHP Markdown Extra and Hugo have it, <c>{: .class}</c> as kramdown and
/// MkDocs have it, where names of other lists may stand as well (<c>{:toc}</c>, <c>{:note: .warning}</c>).
/// </summary>
internal static class MarkdownAttributeList
{
    private const int Longest = 300;
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \t\r\n{}\"'");

    /// <summary>The length of the list that a text begins with; 0 where it begins with none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Longest)];
        if (text is not ['{', ..]) return 0;
        bool isKramdown = IsKramdown(text);
        int items = 0;
        for (int at = isKramdown ? 2 : 1; at < text.Length;)
        {
            if (text[at] is ' ' or '\t')
            {
                at++;
                continue;
            }

            if (text[at] == '}') return items > 0 ? at + 1 : 0;
            int length = ItemLength(text[at..], isKramdown);
            if (length == 0) return 0;
            at += length;
            items++;
        }

        return 0;
    }

    public static bool IsKramdown(ReadOnlySpan<char> list) => list is ['{', ':', ..];

    /// <summary>Whether a list cannot be taken for words in braces, as <c>{n=1}</c> can.</summary>
    public static bool IsUnmistakable(ReadOnlySpan<char> list) => list[1..].TrimStart() is [':' or '.' or '#', ..] || list.Contains('"');

    /// <summary>Whether a text is what a class is called and not a word of the text: it begins with a small letter.</summary>
    public static bool IsClass(ReadOnlySpan<char> text) => text.Length is > 0 and < Longest && NameLength(text, isId: false) == text.Length && char.IsAsciiLetterLower(text[0]);

    /// <summary>Cuts the list off the end of a heading's line, behind the marks that may close it.</summary>
    public static bool CutOffHeading(BlockProcessor processor, ref StringSlice line, IBlock heading)
    {
        ReadOnlySpan<char> text = line.AsSpan().TrimEnd();
        int start = text is [.., '}'] ? text.LastIndexOf('{') : -1;
        if (start < 0 || text[..start] is [.., ']' or '\\'] || LengthAt(text[start..]) != text.Length - start) return false;
        line.End = line.Start + start - 1;
        return true;
    }

    private static int ItemLength(ReadOnlySpan<char> text, bool isKramdown)
    {
        if (text[0] is '.' or '#') return NameLength(text[1..], text[0] == '#') is > 0 and int name ? name + 1 : 0;
        if (text is ['-', '}' or ' ', ..]) return 1;
        int key = NameLength(text, isId: false);
        if (key == 0 || key == text.Length) return 0;
        return text[key] == '=' ? ValueLength(text[(key + 1)..]) is > 0 and int value ? key + 1 + value : 0 : isKramdown ? key : 0;
    }

    private static int NameLength(ReadOnlySpan<char> text, bool isId)
    {
        int length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '-' or ':' || isId && text[length] == '.')) length++;
        return length;
    }

    private static int ValueLength(ReadOnlySpan<char> text)
    {
        if (text is not ['"' or '\'', ..]) return Math.Max(0, text.IndexOfAny(ValueEnd));
        int line = text.IndexOfAny('\r', '\n');
        return (line < 0 ? text : text[..line])[1..].IndexOf(text[0]) + 2 is > 1 and int length ? length : 0;
    }
}
