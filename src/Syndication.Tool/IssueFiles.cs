namespace Syndication.Tool;

/// <summary>The files that the arguments of a command stand for.</summary>
internal static class IssueFiles
{
    private static readonly HashSet<string> readable = new(StringComparer.OrdinalIgnoreCase)
    {
        ".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ".mkd", ".mkdn", ".mdown", ".mdx", ".mdwn", ".txt", ".text", ".org", ".rst", ".rest", ".adoc", ".asciidoc", ".eml",
    };

    /// <summary>A file stands for itself; a folder for every readable file in it at any depth, in ordinal order, without hidden ones and links to folders.</summary>
    internal static IEnumerable<string> Under(IEnumerable<string> paths, Action<string, Exception> report) =>
        paths.SelectMany(path => Directory.Exists(path) ? InFolder(path, report) : [path]);

    private static List<string> InFolder(string root, Action<string, Exception> report)
    {
        var files = new List<string>();
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out string? folder))
        {
            try
            {
                foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                {
                    if (entry.Name.StartsWith('.')) continue;
                    string path = Path.Combine(folder, entry.Name);
                    if (entry is FileInfo && readable.Contains(entry.Extension)) files.Add(path);
                    else if (entry is DirectoryInfo && entry.LinkTarget is null) folders.Push(path);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                report(folder, e);
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }
}
