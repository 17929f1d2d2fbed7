using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>How well real issues are understood, by the scorer and the gold that lie beside the repository.</summary>
public sealed class CorpusMeasurementTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("syndication-corpus-").FullName;

    public static TheoryData<string> NotIssues => [.. IssueFiles.Corpus().Where(static name => name.Contains("/not-an-issue", StringComparison.Ordinal)).DefaultIfEmpty("(missing)").Select(static name => $"corpus/{name}")];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_gold_of_the_corpus_is_understood_as_well_as_promised()
    {
        await Measure(SharedFolder.Require("corpus/gold"), SharedFolder.Require("corpus/issues"), node: 0.95, edge: 0.93, link: 0.95, meta: 0.95);
    }

    /// <summary>Issues of our own writing, each in another markup or form, with what a careful person reads in them.</summary>
    [Theory]
    [InlineData("Forms")]
    [InlineData("Markups")]
    [InlineData("Unseen")]
    public async Task Issues_in_the_markups_of_the_wild_are_understood(string set)
    {
        string own = Path.Combine(Repository.Root, "tests", "Syndication.Tests", "Structure", "Fixtures", set);
        await Measure(own, own, node: 0.95, edge: 0.95, link: 0.93, meta: 0.80);
    }

    private async Task Measure(string gold, string issues, double node, double edge, double link, double meta)
    {
        string scorer = SharedFolder.Require("corpus/score.py");
        foreach (string file in Directory.EnumerateFiles(gold, "*.json"))
        {
            using JsonDocument wanted = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            string source = wanted.RootElement.GetProperty("source").GetString()!;
            IssueResult result = await IssueReader.Default.ReadFileAsync(Path.Combine(issues, source), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), IssueResultJson.Serialize(result, source), TestContext.Current.CancellationToken);
        }

        string scores = await Score(scorer, gold);
        TestContext.Current.SendDiagnosticMessage(scores);
        string[] mean = scores.Split('\n').Single(static line => line.StartsWith("mean", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(
            () => AtLeast(node, "node"),
            () => AtLeast(edge, "edge"),
            () => AtLeast(link, "link"),
            () => AtLeast(meta, "meta"));

        void AtLeast(double floor, string name)
        {
            double value = double.Parse(mean[Array.IndexOf(mean, name) + 1], CultureInfo.InvariantCulture);
            Assert.True(value >= floor, $"{name} is {value}, wanted {floor}\n{scores}");
        }
    }

    [Theory]
    [MemberData(nameof(NotIssues))]
    public void A_page_that_is_no_issue_is_reported_as_none(string name)
    {
        IssueResult result = IssueReader.Default.Read(IssueFiles.Read(name), new IssueSource { FileName = name });
        Assert.False(result.IsIssue);
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.NotAnIssue);
    }

    [Fact]
    public void Every_other_page_is_taken_for_an_issue()
    {
        Assert.All(Directory.EnumerateFiles(SharedFolder.Require("corpus/gold"), "*.json"), static file =>
        {
            using JsonDocument wanted = JsonDocument.Parse(File.ReadAllText(file));
            string source = wanted.RootElement.GetProperty("source").GetString()!;
            Assert.True(IssueReader.Default.Read(IssueFiles.Read($"corpus/{source}"), new IssueSource { FileName = source }).IsIssue, source);
        });
    }

    private async Task<string> Score(string scorer, string gold)
    {
        var start = new ProcessStartInfo("python3", [scorer, gold, folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        Process python;
        try
        {
            python = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed.");
            throw;
        }

        using (python)
        {
            string output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            string error = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(python.ExitCode == 0, error);
            return output;
        }
    }
}
