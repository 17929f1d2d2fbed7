using Syndication.Text;

namespace Syndication.Archives.Sources;

/// <summary>The paths of entries in archives. Nothing is ever written under them, but a path that points outside of its archive is a trap, and refused.</summary>
internal static class EntryPath
{
    /// <summary>The path with slashes; <see langword="null"/> where it is absolute, climbs out of the archive or cannot be a path.</summary>
    public static string? Safe(string path)
    {
        path = path.Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        bool isUnsafe = path.Length is 0 or > 4096 || path[0] == '/' || path.Contains('\0', StringComparison.Ordinal) || path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])
            || path.Split('/').Contains("..");
        return isUnsafe ? null : path;
    }

    public static ArchivedDocument Refuse(ArchiveEntry archive, string path) =>
        ArchiveWalk.Refuse(archive.InnerName(Printable(path)), DiagnosticCodes.ArchiveEntryRefused, $"The entry's name points outside of its archive: \"{Printable(path)}\".");

    public static ArchivedDocument RefuseLink(ArchiveEntry archive, string path) =>
        ArchiveWalk.Refuse(archive.InnerName(path), DiagnosticCodes.ArchiveEntryRefused, "The entry is a link to another file; links in archives are not followed.");

    /// <summary>Whether a file system's own droppings: not to be read, and not to be named either.</summary>
    public static bool IsDropping(string path) => path.EndsWith('/') || path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.Split('/').Any(part => part.StartsWith('.'));

    private static string Printable(string path) => new([.. path.Take(200).Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
}
