using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Syndication.Feeds;

/// <summary>
/// Makes of a text that wants to be XML one that a parser reads: control characters go, ampersands and less-than signs that begin nothing are escaped, and
/// the entities of HTML become characters. Entities that a document type declares are not known, so that none can grow.
/// </summary>
internal static class XmlRepair
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The same instance where nothing has to be done.</summary>
    /// <param name="text">The document.</param>
    /// <param name="count">How many places were repaired.</param>
    public static string Repair(string text, out int count)
    {
        text = XmlCharacters.Repair(text, out count);
        StringBuilder? repaired = null;
        int copied = 0;
        for (int at = text.AsSpan().IndexOfAny('<', '&'); at >= 0; at = Next(text, at))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at);
            if (rest[0] == '<')
            {
                int section = EndOfSection(text, at);
                if (section > 0)
                {
                    at = section - 1;
                    continue;
                }

                if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] is '/' or '!' or '?' or '_' or ':')) continue;
                Replace(1, "&lt;");
                count++;
                continue;
            }

            int end = rest[..Math.Min(rest.Length, 40)].IndexOf(';');
            string? written = end < 2 ? null : Reference(rest[1..end]);
            if (written is null) Replace(1, "&amp;");
            else if (written.Length > 0) Replace(end + 1, written);
            if (written is null or "\uFFFD") count++;

            void Replace(int length, string by)
            {
                (repaired ??= new StringBuilder(text.Length + 64)).Append(text, copied, at - copied).Append(by);
                copied = at + length;
            }
        }

        return repaired?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static int Next(string text, int at)
    {
        if (at + 1 >= text.Length) return -1;
        int next = text.AsSpan(at + 1).IndexOfAny('<', '&');
        return next < 0 ? -1 : at + 1 + next;
    }

    // Nothing is markup within a CDATA section or a comment.
    private static int EndOfSection(string text, int at)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        string? end = rest.StartsWith("<![CDATA[") ? "]]>" : rest.StartsWith("<!--") ? "-->" : null;
        if (end is null) return 0;
        int found = text.IndexOf(end, at + 4, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + end.Length;
    }

    /// <returns>What to write for a reference; empty where it can stay, <see langword="null"/> where it is none.</returns>
    private static string? Reference(ReadOnlySpan<char> name)
    {
        if (name[(name[0] == '#' ? 1 : 0)..].ContainsAnyExcept(NameCharacters)) return null;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos") return "";
        if (name[0] == '#')
        {
            bool hex = name.Length > 2 && name[1] is 'x' or 'X';
            if (!int.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int value)) return null;
            if (!Rune.IsValid(value)) return "\uFFFD";
            return value is < ' ' and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF ? "\uFFFD" : name[1] == 'X' ? "&#x" + name[2..].ToString() + ";" : "";
        }

        string reference = $"&{name};";
        string characters = WebUtility.HtmlDecode(reference);
        return characters == reference ? null : characters;
    }
}
