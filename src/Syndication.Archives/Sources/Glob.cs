using System.Text;
using System.Text.RegularExpressions;

namespace Syndication.Archives.Sources;

/// <summary>Patterns for paths: <c>*</c> and <c>?</c> within a part, <c>**</c> for parts at any depth.</summary>
internal static class Glob
{
    public static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files that a pattern stands for, in ordinal order.</summary>
    public static List<string> Files(string pattern, List<ArchivedDocument> unread)
    {
        pattern = pattern.Replace('\\', '/');
        int firstWild = pattern.AsSpan().IndexOfAny('*', '?');
        int slash = pattern.LastIndexOf('/', firstWild);
        string root = slash < 0 ? "." : slash == 0 ? "/" : pattern[..slash];
        if (!Directory.Exists(root)) return [];
        var whole = new Regex(ToRegex(slash < 0 ? "./" + pattern : pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        List<string> files = FolderSource.FilesUnder(root, unread);
        files.RemoveAll(file => !whole.IsMatch(file));
        return slash < 0 ? files.ConvertAll(file => file[2..]) : files;
    }

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
