using System.Text.RegularExpressions;

namespace Syndication.Tool.Tests;

/// <summary>What <c>build</c> makes of the sample issues and, where it is there, of every publication of the corpus; built once for all judges.</summary>
public sealed partial class BuiltSites : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The codes of what was repaired, derived or left out in writing, each with the feeds that it befell.</summary>
    internal SortedDictionary<string, string> Warnings { get; } = new(StringComparer.Ordinal);

    /// <summary>The documents with an extension, archives too.</summary>
    internal string[] Files(string extension) => [.. Directory.GetFiles(folder.Path, "*" + extension, SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "syndication.json").Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync()
    {
        string[] sources = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "samples", "issues")), .. SharedFolder.Find("corpus/issues") is { } corpus ? Directory.GetDirectories(corpus) : []];
        foreach (string source in sources)
        {
            string site = $"{Path.GetFileName(Path.GetDirectoryName(source))}-{Path.GetFileName(source)}";
            ToolRun run = await ToolRun.In(folder.Path, "build", source, "--out", site, "--address", $"https://feeds.example.org/{site}/", "--max-entries", "8", "--scope", "digest:month");
            Assert.True(File.Exists(folder[site + "/index.html"]), run.Errors);
            foreach (Match warning in Written().Matches(run.Errors)) Warnings[warning.Groups["code"].Value] = $"{Warnings.GetValueOrDefault(warning.Groups["code"].Value)}\n{site}/{warning.Value}";
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("^[^ ]+: (warning|error) (?<code>SYN3[0-9]+): .*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
