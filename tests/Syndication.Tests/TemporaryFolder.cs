namespace Syndication.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("syndication-").FullName;

    internal string this[string name] => System.IO.Path.Combine(Path, name);

    internal TemporaryFolder With(string name, string text) => With(name, System.Text.Encoding.UTF8.GetBytes(text));

    internal TemporaryFolder With(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this;
    }

    /// <summary>Every file beneath a folder with a hash of its bytes.</summary>
    internal string Snapshot(string name) => string.Join('\n', Directory.EnumerateFiles(this[name], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => $"{f} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
