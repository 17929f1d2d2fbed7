namespace Syndication.Tests;

/// <summary>The folder that holds the corpus and the schemas: <c>$SYNDICATION_SHARED</c>, else <c>shared</c> beside the repository. It may be missing.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a file or folder in it; <see langword="null"/> where it is missing.</summary>
    internal static string? Find(string name)
    {
        string root = Environment.GetEnvironmentVariable("SYNDICATION_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        string path = Path.GetFullPath(Path.Combine(root, name));
        return Path.Exists(path) ? path : null;
    }

    /// <summary>The path of a file or folder in it; the test that asks is skipped where it is missing.</summary>
    internal static string Require(string name)
    {
        string? path = Find(name);
        if (path is null) Assert.Skip($"../shared/{name} is not there, and the environment variable SYNDICATION_SHARED names no folder that has it.");
        return path;
    }
}
