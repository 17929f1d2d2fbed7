using System.Buffers;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Finds web addresses that stand in text without any markup.</summary>
internal static class BareAddress
{
    private static readonly SearchValues<char> TargetEnd = SearchValues.Create(" \t\r\n<>()[]\"");

    /// <summary>The length of the address that a text begins with; 0 where it begins with none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        int host = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (host == 0 || host == text.Length || !char.IsAsciiLetterOrDigit(text[host]) && text[host] != '[') return 0;
        int end = host, open = 0;
        while (end < text.Length && Continues(text, host, end, ref open)) end++;
        return WithoutTrailingMarks(text[..end], host);
    }

    /// <summary>The length of the address that markup leads to: one that may stand in text, or a mail address with its scheme.</summary>
    public static int TargetLengthAt(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return LengthAt(text);
        int end = text.IndexOfAny(TargetEnd);
        return end < 0 ? text.Length : end > 7 ? end : 0;
    }

    private static bool Continues(ReadOnlySpan<char> text, int host, int at, ref int open)
    {
        char c = text[at];
        switch (c)
        {
            case '(':
                open++;
                return true;
            case ')':
                return --open >= 0;
            case '*':
                return at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]);
            case <= ' ' or '\u007F' or '<' or '>' or '"' or '`' or '|' or '\\' or '^' or '{' or '}':
                return false;
            case '[' or ']':
                return at == host && c == '[' || c == ']' && text[host] == '[' && at - host < 42 && text[host..at].IndexOf(']') < 0;
            case < '\u0080':
                return true;
            default:
                return char.IsLetterOrDigit(c) && (!Characters.IsEastAsian(c) || BelongsToPath(text, host, at));
        }
    }

    /// <summary>Unspaced scripts run on after an address; their letters are part of it after a path's separator only.</summary>
    private static bool BelongsToPath(ReadOnlySpan<char> text, int host, int at)
    {
        int path = text[host..at].IndexOf('/');
        if (path < 0) return false;
        path += host;
        char before = text[at - 1];
        return before is '=' or '#' or '_' || before == '/' && at - 1 > path || Characters.IsEastAsian(before);
    }

    private static int WithoutTrailingMarks(ReadOnlySpan<char> address, int host)
    {
        int end = address.Length;
        while (end > host && address[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '\'' or '*' or '_' or '~') end--;
        return end > host ? end : 0;
    }
}
