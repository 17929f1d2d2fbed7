using System.Text.RegularExpressions;

namespace Syndication.Tool.Tests;

/// <summary>Every line that the README gives to a shell does what it is said to do.</summary>
public sealed partial class ReadmeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Lines =>
        [.. Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).SelectMany(m => m.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Every_line_is_a_command_that_works(string line)
    {
        string[] words = line.Split(" > ")[0].Split(' ');
        if (words[0] == "syndication")
        {
            CopySamples();
            ToolRun run = await ToolRun.In(folder.Path, words[1..]);
            Assert.True(run.ExitCode == 0, $"{line} ended with {run.ExitCode}: {run.Errors}");
            return;
        }

        // The others are run by .ci/run in a clean clone; here, that what they name is there.
        Assert.Equal("dotnet", words[0]);
        switch (words[1])
        {
            case "test" or "pack":
                Assert.True(File.Exists(Path.Combine(Repository.Root, "Syndication.sln")));
                break;
            case "run":
                Assert.NotEmpty(Directory.GetFiles(Path.Combine(Repository.Root, words[Array.IndexOf(words, "--project") + 1]), "*.csproj"));
                break;
            case "tool":
                Assert.Contains("Syndication.Tool", words);
                Assert.Contains("<ToolCommandName>syndication</ToolCommandName>", File.ReadAllText(Path.Combine(Repository.Root, "src/Syndication.Tool/Syndication.Tool.csproj")), StringComparison.Ordinal);
                break;
            default:
                Assert.Fail($"Nobody looks after this line of the README: {line}");
                break;
        }
    }

    private void CopySamples()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "issues"), "*", SearchOption.AllDirectories))
            folder.With(Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file));
    }

    [GeneratedRegex(@"^```sh\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
