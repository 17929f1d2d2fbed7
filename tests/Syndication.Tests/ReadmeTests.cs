using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Syndication.Tests;

/// <summary>What the README says is true: its code compiles and runs as a program of its own, its files and projects exist.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    /// <summary>What the SDK's implicit usings give a console project.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private readonly string folder = Directory.CreateTempSubdirectory("syndication-readme-").FullName;

    public static TheoryData<int> Programs => [.. Enumerable.Range(0, Code().Count)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void There_is_code_in_it() => Assert.NotEmpty(Code());

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Every_program_compiles_and_runs_on_the_sample_issues(int program)
    {
        CopySamples();
        Compile(Code()[program]);
        var start = new ProcessStartInfo("dotnet", ["program.dll"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        Assert.DoesNotContain("no issue", output, StringComparison.Ordinal);
        Assert.DoesNotContain("False", output, StringComparison.Ordinal);
        Assert.True(output.Length > 0 || Directory.EnumerateFiles(folder, "*.rss").Any(), "the program has nothing to show");
    }

    [Fact]
    public void Every_file_that_it_names_exists()
    {
        IEnumerable<string> named = Link().Matches(readme).Select(m => m.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Concat(ProjectPath().Matches(readme).Select(m => m.Groups["path"].Value));
        string[] missing = [.. named.Where(path => !Path.Exists(Path.Combine(Repository.Root, path)))];
        Assert.Empty(missing);
    }

    private static List<string> Code() => [.. Fence().Matches(readme).Select(m => m.Groups["code"].Value)];

    private void CopySamples()
    {
        string samples = Path.Combine(Repository.Root, "samples", "issues");
        foreach (string file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Compiles a program into the folder, with the library and what it needs beside it.</summary>
    private void Compile(string code)
    {
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "program",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var emitted = compilation.Emit(Path.Combine(folder, "program.dll"));
        Assert.Empty(emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));

        string home = AppContext.BaseDirectory;
        File.Copy(Path.Combine(home, "Syndication.Tests.runtimeconfig.json"), Path.Combine(folder, "program.runtimeconfig.json"));
        var library = typeof(IssueReader).Assembly;
        foreach (string name in library.GetReferencedAssemblies().Select(a => a.Name).Append(library.GetName().Name).OfType<string>())
        {
            string path = Path.Combine(home, name + ".dll");
            if (File.Exists(path)) File.Copy(path, Path.Combine(folder, name + ".dll"));
        }
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)\s#]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"--project (?<path>[\w./-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectPath();
}
