using System.Globalization;
using System.Text;

namespace Syndication.Archives.Stores;

/// <summary>
/// A change of several files of a folder that happens as a whole or not at all, also when the process is killed or the power fails: the new files are written
/// aside, then a list of them, then each is moved to its place. Where the list is found later, the moving is finished; without one, nothing has happened.
/// </summary>
internal sealed class FolderChange(string root, string aside)
{
    private const string ListName = "list";

    private readonly List<(string Path, byte[]? Bytes)> files = [];

    /// <summary>A file to write, or with <see langword="null"/> to remove.</summary>
    /// <param name="path">Its path beneath the root, with slashes.</param>
    /// <param name="bytes">What it will hold.</param>
    public void Add(string path, byte[]? bytes) => files.Add((path, bytes));

    /// <summary>The folders beneath the root that it changes something in.</summary>
    public IReadOnlyCollection<string> Folders => files.Select(static file => file.Path.Split('/')[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Carries the change out.</summary>
    /// <exception cref="IOException">A file could not be written aside; nothing has happened.</exception>
    public void Commit()
    {
        if (files.Count == 0) return;
        Directory.CreateDirectory(aside);
        try
        {
            Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            {
                if (files[i].Bytes is { } bytes) Write(Path.Combine(aside, Name(i)), bytes);
            });
        }
        catch (AggregateException failure)
        {
            throw new IOException(failure.InnerException?.Message, failure);
        }

        string list = Path.Combine(aside, ListName);
        Write(list + ".new", Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{(file.Bytes is null ? '-' : '+')}{file.Path}\n"))));
        File.Move(list + ".new", list, overwrite: true);
        Finish(root, aside);
    }

    /// <summary>Finishes a change that was begun, or takes its remains away.</summary>
    public static void Finish(string root, string aside)
    {
        if (!Directory.Exists(aside)) return;
        string list = Path.Combine(aside, ListName);
        if (File.Exists(list))
        {
            string[] lines = File.ReadAllLines(list);
            for (int i = 0; i < lines.Length; i++)
            {
                string target = Path.Combine(root, lines[i][1..]), source = Path.Combine(aside, Name(i));
                if (lines[i][0] == '-')
                {
                    File.Delete(target);
                }
                else if (File.Exists(source))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.Move(source, target, overwrite: true);
                }
            }

            File.Delete(list);
        }

        Directory.Delete(aside, recursive: true);
    }

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static void Write(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
