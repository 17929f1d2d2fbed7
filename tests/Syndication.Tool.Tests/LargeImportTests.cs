using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Syndication.Archives.Tests;
using Syndication.Tests;

namespace Syndication.Tool.Tests;

/// <summary>Ten years of issues in five templates and three encodings, some damaged and some missing. All 10 000: <c>IMPORT_ISSUES=10000</c>.</summary>
public sealed class LargeImportTests : IDisposable
{
    private const long MostMemory = 400L << 20;

    private static readonly int issues = int.TryParse(Environment.GetEnvironmentVariable("IMPORT_ISSUES"), CultureInfo.InvariantCulture, out int asked) ? asked : 1200;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_good_issues_are_in_each_damaged_one_is_named_gaps_are_found_and_memory_is_flat()
    {
        int[] damaged = [.. Enumerable.Range(1, issues).Where(i => LanternWeekly.IsDamaged(i) && !LanternWeekly.IsMissing(i))], missing = [.. Enumerable.Range(1, issues).Where(LanternWeekly.IsMissing)];
        foreach (int i in Enumerable.Range(1, issues).Except(missing))
        {
            var (name, bytes) = LanternWeekly.Issue(i, issues);
            folder.With("in/" + name, bytes);
        }

        (ToolRun first, long most) = await RunAsync();
        Assert.Equal((1, ""), (first.ExitCode, first.Errors));
        using JsonDocument report = JsonDocument.Parse(await File.ReadAllBytesAsync(folder["store/report.json"], TestContext.Current.CancellationToken));
        int all = issues - missing.Length;
        Assert.Equal((all, all - damaged.Length), (Count(report, "documents"), Count(report, "issues")));
        JsonElement[] doubts = [.. report.RootElement.GetProperty("lookAt").EnumerateArray()];
        Assert.Equal(damaged, doubts.Select(d => int.Parse(Path.GetFileNameWithoutExtension(d.GetProperty("source").GetString()!), CultureInfo.InvariantCulture)));
        Assert.All(doubts, d => Assert.NotEqual("", d.GetProperty("reasons")[0].GetString()));
        Assert.Equal(missing.Concat(damaged).Order(), report.RootElement.GetProperty("gaps").EnumerateArray().SelectMany(g => Enumerable.Range(g.GetProperty("first").GetInt32(), g.GetProperty("last").GetInt32() - g.GetProperty("first").GetInt32() + 1)));
        Assert.Equal(5, report.RootElement.GetProperty("templates").GetArrayLength());
        Assert.Equal(3, report.RootElement.GetProperty("encodings").EnumerateArray().Count(e => e.GetProperty("count").GetInt32() > issues / 10));
        Assert.InRange(most, 0, MostMemory);

        string before = folder.Snapshot("store");
        await RunAsync();
        Assert.Equal(before, folder.Snapshot("store"));
    }

    private async Task<(ToolRun Run, long MostMemory)> RunAsync()
    {
        long most = 0;
        ToolRun run = await ToolRun.RunAsync(
            folder.Path,
            async process =>
            {
                while (!process.HasExited)
                {
                    most = Math.Max(most, Peak(process));
                    await Task.Delay(20);
                }
            },
            "import", "in", "--into", "store", "--quiet");
        return (run, most);
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static int Count(JsonDocument report, string name) => report.RootElement.GetProperty(name).GetInt32();
}
