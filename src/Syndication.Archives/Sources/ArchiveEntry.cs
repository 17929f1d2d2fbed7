namespace Syndication.Archives.Sources;

/// <summary>A file, or an entry of an archive, before it is known what it is.</summary>
/// <param name="Name">The name of the documents that come of it.</param>
/// <param name="Open">Opens the bytes.</param>
/// <param name="CanReopen">Whether the bytes can be opened more than once.</param>
internal sealed record ArchiveEntry(string Name, Func<Stream> Open, bool CanReopen)
{
    /// <summary>How many archives it stands in.</summary>
    public int Depth { get; init; }

    /// <summary>What its archive says of it.</summary>
    public IssueSource Known { get; init; } = new();

    /// <summary>The path of the file on disk; <see langword="null"/> within an archive.</summary>
    public string? File { get; init; }

    /// <summary>What tells its form, where that is not its name: <c>a.tar</c> for what <c>a.tar.gz</c> holds.</summary>
    public string? Alias { get; init; }

    /// <summary>The path in the folder or archive that it stands in.</summary>
    public string? Path { get; init; }

    /// <summary>The last part of what it is called.</summary>
    public string FileName => (Alias ?? Name)[((Alias ?? Name).LastIndexOf('/') + 1)..];

    /// <summary>An entry of the archive that this one is.</summary>
    public ArchiveEntry Inner(string path, Func<Stream> open, bool canReopen) => new(InnerName(path), open, canReopen) { Depth = Depth + 1, Path = path };

    /// <summary>The name of something in the archive that this entry is.</summary>
    public string InnerName(string path) => $"{Name}!/{path}";
}
