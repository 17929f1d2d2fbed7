using System.Collections.Immutable;

namespace Syndication.SampleHost.Archive;

/// <summary>What a look at a folder saw: when every file in it was last written, and how long it was.</summary>
public sealed class FolderLook
{
    private readonly ImmutableDictionary<string, (long Length, DateTime Written)> files;

    private FolderLook(ImmutableDictionary<string, (long Length, DateTime Written)> files) => this.files = files;

    /// <summary>Looks.</summary>
    /// <param name="folder">The folder; with a missing one nothing is seen.</param>
    public static FolderLook At(string folder) => new(!Directory.Exists(folder)
        ? ImmutableDictionary<string, (long, DateTime)>.Empty
        : new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .ToImmutableDictionary(static file => file.FullName, static file => (file.Length, file.LastWriteTimeUtc), StringComparer.Ordinal));

    /// <summary>The files that came, changed or went between another look and this.</summary>
    public IEnumerable<string> DifferencesFrom(FolderLook other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return files.Keys.Union(other.files.Keys, StringComparer.Ordinal).Where(file => files.TryGetValue(file, out var now) != other.files.TryGetValue(file, out var before) || now != before);
    }

    /// <summary>This look, but with some files as another look saw them.</summary>
    public FolderLook With(IEnumerable<string> older, FolderLook other)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(other);
        var mixed = files.ToBuilder();
        foreach (string file in older)
        {
            if (other.files.TryGetValue(file, out var before)) mixed[file] = before;
            else mixed.Remove(file);
        }

        return new FolderLook(mixed.ToImmutable());
    }
}
