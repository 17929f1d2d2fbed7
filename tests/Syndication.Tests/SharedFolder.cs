namespace Syndication.Tests;

/// <summary>The folder that lies beside the repository and holds the corpus and the schemas; tests that need it skip where it is missing.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a file or folder in it; <see langword="null"/> where it is missing.</summary>
    internal static string? Find(string name)
    {
        string root = Environment.GetEnvironmentVariable("SYNDICATION_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        string path = Path.GetFullPath(Path.Combine(root, name));
        return Path.Exists(path) ? path : null;
    }
}
