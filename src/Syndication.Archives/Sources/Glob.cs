using System.Text;
using System.Text.RegularExpressions;

namespace Syndication.Archives.Sources;

/// <summary>Patterns for paths: <c>*</c> and <c>?</c> within a part, <c>**</c> for parts at any depth.</summary>
internal static class Glob
{
    public static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files that a pattern stands for, in ordinal order.</summary>
    public static List<string> Files(string pattern, List<ArchivedDocument> unread, ArchiveWalk walk)
    {
        pattern = pattern.Replace('\\', '/');
        int slash = SlashBefore(pattern);
        string root = RootOf(pattern) is { Length: > 0 } folder ? folder : ".";
        if (!Directory.Exists(root)) return [];
        var whole = new Regex(ToRegex(slash < 0 ? "./" + pattern : pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        List<string> files = FolderSource.FilesUnder(root, unread, walk);
        files.RemoveAll(file => !whole.IsMatch(file));
        return slash < 0 ? files.ConvertAll(file => file[2..]) : files;
    }

    /// <summary>The folder that all files of a pattern stand in; empty for the one that the program runs in.</summary>
    public static string RootOf(string pattern)
    {
        pattern = pattern.Replace('\\', '/');
        int slash = SlashBefore(pattern);
        return slash < 0 ? "" : slash == 0 ? "/" : pattern[..slash];
    }

    private static int SlashBefore(string pattern) => pattern.LastIndexOf('/', pattern.AsSpan().IndexOfAny('*', '?'));

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/"))
            {
                regex.Append("(?:[^/]+/)*");
                i += 2;
            }
            else if (pattern.AsSpan(i).StartsWith("**"))
            {
                regex.Append(".*");
                i++;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", char c => Regex.Escape(c.ToString()) });
            }
        }

        return regex.Append('$').ToString();
    }
}
