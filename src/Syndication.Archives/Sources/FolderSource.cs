using System.Runtime.CompilerServices;
using Syndication.Text;

namespace Syndication.Archives.Sources;

/// <summary>Reads files, folders (every file at any depth, in ordinal order; a Maildir, as maildir(5) has it, is one) and globs (<c>2019/**/*.html</c>).</summary>
internal static class FolderSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (File.Exists(source) || !Directory.Exists(source) && !Glob.IsGlob(source))
        {
            // A file that was named is read, whatever it is called.
            await foreach (ArchivedDocument document in walk.ReadAsync(Entry(source), cancellationToken).ConfigureAwait(false)) yield return document;
            yield break;
        }

        var unread = new List<ArchivedDocument>();
        List<string> files = Glob.IsGlob(source) && !Directory.Exists(source) ? Glob.Files(source, unread, walk) : FilesUnder(source, unread, walk);
        foreach (ArchivedDocument refused in unread) yield return refused;
        ExportTable table = await ExportTable.OfAsync(walk, files.Select(f => (f, (Func<Stream>)(() => OpenFile(f)))), cancellationToken).ConfigureAwait(false);
        foreach (string file in files)
        {
            if (walk.IsExhausted) yield break;
            if (table.Holds(file)) continue;
            ArchiveEntry entry = Entry(file) with { Path = PathUnder(source, file) };
            if (table.Of(file) is { } row)
            {
                if (row.IsDraft) continue;
                entry = entry with { Known = row.Source };
            }

            await foreach (ArchivedDocument document in walk.ReadAsync(entry with { File = null }, cancellationToken).ConfigureAwait(false)) yield return document;
        }
    }

    public static FileStream OpenFile(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);

    /// <summary>Every file worth a look under a folder, in ordinal order; hidden ones and links to folders are passed over, and a Maildir's <c>tmp</c>, which holds what was not delivered.</summary>
    public static List<string> FilesUnder(string root, List<ArchivedDocument> unread, ArchiveWalk walk)
    {
        var files = new List<string>();
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out string? folder))
        {
            try
            {
                bool isMaildir = Directory.Exists(Path.Combine(folder, "cur")) && Directory.Exists(Path.Combine(folder, "new"));
                foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                {
                    if (entry.Name.StartsWith('.') && !(isMaildir && entry is DirectoryInfo)) continue;
                    string path = $"{folder.TrimEnd('/', '\\')}/{entry.Name}";
                    if (entry is DirectoryInfo)
                    {
                        if (entry.LinkTarget is null && !(isMaildir && entry.Name == "tmp")) folders.Push(path);
                    }
                    else
                    {
                        walk.See(path);
                        if (!walk.MayBeRead(entry.Name)) continue;
                        if (IsOutside(entry, root)) unread.Add(ArchiveWalk.Refuse(path, DiagnosticCodes.ArchiveEntryRefused, "The file is a link that leads out of the folder; such links are not followed."));
                        else files.Add(path);
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unread.Add(ArchiveWalk.Refuse(folder, DiagnosticCodes.ArchiveBroken, $"The folder cannot be read: {e.Message}"));
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static ArchiveEntry Entry(string path) => new(path.Replace('\\', '/'), () => Open(path), CanReopen: true) { File = path, Path = Path.GetFileName(path) };

    /// <summary>The path of a file beneath a folder, or beneath what of a glob is no pattern.</summary>
    private static string PathUnder(string source, string file)
    {
        string root = Glob.IsGlob(source) && !Directory.Exists(source) ? Glob.RootOf(source) : source;
        return file.Replace('\\', '/')[Math.Min(file.Length, root.TrimEnd('/', '\\').Length)..].TrimStart('/');
    }

    /// <summary>What has no length is not opened: a pipe would be waited for without end.</summary>
    private static Stream Open(string path) => new FileInfo(path) is { Exists: true, Length: 0 } ? Stream.Null : OpenFile(path);

    /// <summary>A link to a file counts as that file only within the folder.</summary>
    private static bool IsOutside(FileSystemInfo entry, string root)
    {
        if (entry.LinkTarget is null) return false;
        string? target = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return target is null || !target.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
