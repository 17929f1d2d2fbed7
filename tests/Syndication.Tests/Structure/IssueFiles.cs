using System.Text;

namespace Syndication.Tests.Structure;

/// <summary>Issues to hold the laws against: those of the repository, and the corpus where it lies beside it.</summary>
internal static class IssueFiles
{
    private static readonly string[] issues = [".html", ".md", ".markdown", ".txt", ".org", ".rst"];

    /// <summary>The sample issues, as paths from the folder <c>samples/issues</c>.</summary>
    public static IEnumerable<string> Samples() => Under(Path.Combine(Repository.Root, "samples", "issues")).Where(static name => name.Contains('/'));

    /// <summary>The corpus, as paths from its folder of issues; empty where it is missing.</summary>
    public static IEnumerable<string> Corpus() => SharedFolder.Find("corpus/issues") is { } folder ? Under(folder) : [];

    /// <summary>All of them, each with the folder it comes from; a corpus that is missing stands as one name, for a test to skip by.</summary>
    public static TheoryData<string> All => [.. Samples().Select(static name => $"samples/{name}"), .. Corpus().DefaultIfEmpty("(missing)").Select(static name => $"corpus/{name}")];

    /// <summary>The bytes of a file of <see cref="All"/>; skips the test where the corpus is missing.</summary>
    public static byte[] Read(string name)
    {
        if (name == "corpus/(missing)") SharedFolder.Require("corpus/issues");
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        string root = name[..slash] == "samples" ? Path.Combine(Repository.Root, "samples", "issues") : SharedFolder.Find("corpus/issues")!;
        return File.ReadAllBytes(Path.Combine(root, name[(slash + 1)..]));
    }

    /// <summary>The samples' bytes, each with its name: seeds for mutations.</summary>
    public static List<(string Name, byte[] Bytes)> SampleBytes() => [.. Samples().Select(static name => (name, Read($"samples/{name}")))];

    /// <summary>The samples and all fixtures, each with its name: more kinds of markup.</summary>
    public static List<(string Name, byte[] Bytes)> Seeds() =>
        [.. SampleBytes(), .. ((string[])["Forms", "Markups", "Platforms", "Senders", "Unseen"]).Select(Fixtures).SelectMany(static folder => Under(folder).Select(name => (name, File.ReadAllBytes(Path.Combine(folder, name)))))];

    /// <summary>The corpus pages that are UTF-8, decoded.</summary>
    public static IEnumerable<(string Name, string Html)> CorpusPages() =>
        Corpus().Where(static name => name.EndsWith(".html", StringComparison.Ordinal)).Select(static name => (name, Encoding.UTF8.GetString(Read($"corpus/{name}"))))
            .Where(static page => !page.Item2.Contains('\uFFFD', StringComparison.Ordinal));

    /// <summary>What a careful person reads in a fixture of <see cref="Seeds"/>, as JSON; <see langword="null"/> where nobody has written it down.</summary>
    public static string? GoldOf(string name) =>
        ((string[])["Forms", "Markups", "Platforms", "Senders", "Unseen"]).Select(set => Path.Combine(Fixtures(set), Path.ChangeExtension(name, ".json"))).FirstOrDefault(File.Exists) is { } file ? File.ReadAllText(file) : null;

    private static string Fixtures(string set) => Path.Combine(Repository.Root, "tests", "Syndication.Tests", "Structure", "Fixtures", set);

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static file => issues.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "README.md")
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
