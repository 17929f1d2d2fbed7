using System.Runtime.CompilerServices;

namespace Syndication.Tests.Text;

/// <summary>Finds the corpus that lies beside the repository, where there is one.</summary>
internal static class Corpus
{
    public static string? Folder(string name, [CallerFilePath] string here = "")
    {
        string shared = Environment.GetEnvironmentVariable("SYNDICATION_SHARED")
            ?? Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared");
        string folder = Path.Combine(shared, "corpus", name);
        return Directory.Exists(folder) ? folder : null;
    }
}
