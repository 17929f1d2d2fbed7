using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Syndication.Tool.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_is_imported_and_a_second_time_nothing_changes()
    {
        Write(30);
        ToolRun first = await ToolRun.In(folder.Path, "import", "in", "--into", "store");
        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Equal("", first.Output);
        Assert.Contains("30 documents read, 0 unchanged; 30 issues added or changed", first.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["store/lantern-weekly/7.json"]));
        string before = folder.Snapshot("store");
        ToolRun second = await ToolRun.In(folder.Path, "import", "in", "--into", "store", "--json");
        using JsonDocument done = JsonDocument.Parse(second.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(("done", 0, 30), (done.RootElement.GetProperty("event").GetString(), done.RootElement.GetProperty("read").GetInt32(), done.RootElement.GetProperty("unchanged").GetInt32()));
        Assert.Equal(before, folder.Snapshot("store"));
    }

    [Fact]
    public async Task The_report_is_one_page_that_needs_nothing_else()
    {
        Write(12);
        folder.With("in/broken.zip", "PK\u0003\u0004 not really").With("in/no-issue.html", "<html><body><p>404</p></body></html>");
        ToolRun run = await ToolRun.In(folder.Path, "import", "in", "--into", "store.db", "--report", "out", "--quiet");
        Assert.Equal((1, "", ""), (run.ExitCode, run.Output, run.Errors));
        string page = await File.ReadAllTextAsync(folder["out/report.html"], TestContext.Current.CancellationToken);
        Assert.Contains("in/broken.zip", page, StringComparison.Ordinal);
        Assert.Contains("in/no-issue.html", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        string inspection = page.Split("href=\"")[1].Split('"')[0];
        Assert.Contains("404", await File.ReadAllTextAsync(folder["out/" + inspection], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(await File.ReadAllBytesAsync(folder["out/report.json"], TestContext.Current.CancellationToken));
        Assert.Equal(12, report.RootElement.GetProperty("issues").GetInt32());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        Write(5);
        ToolRun run = await ToolRun.In(folder.Path, "import", "in/*.md", "--into", "store", "--dry-run");
        Assert.Contains("5 issues would be added or changed", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["store"]));
    }

    [Fact]
    public async Task What_was_imported_is_exported_as_Markdown_that_is_read_as_issues()
    {
        Write(6);
        await ToolRun.In(folder.Path, "import", "in", "--into", "store", "--quiet");
        ToolRun run = await ToolRun.In(folder.Path, "export", "store", "--markdown", "out");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("### [Harbour 3 is out](<https://example.org/harbour/3>)", await File.ReadAllTextAsync(folder["out/lantern-weekly/3.md"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        ToolRun extracted = await ToolRun.In(folder.Path, "extract", "--jsonl", "--no-learn", "out");
        Assert.True(extracted.ExitCode == 0, extracted.Errors);
        Assert.Equal(6, extracted.Output.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public async Task Killed_at_random_moments_an_import_ends_in_the_same_bytes()
    {
        Write(600);
        Assert.Equal(0, (await ToolRun.In(folder.Path, "import", "in", "--into", "store", "--quiet")).ExitCode);
        string whole = folder.Snapshot("store");
        int kills = int.TryParse(Environment.GetEnvironmentVariable("IMPORT_KILLS"), CultureInfo.InvariantCulture, out int asked) ? asked : 3, killed = 0;
        for (int i = 0; i < kills; i++)
        {
            Directory.Delete(folder["store"], recursive: true);
            var started = new Stopwatch();
            await ToolRun.RunAsync(folder.Path, async process =>
            {
                // From the moment that the store is there the moments are spread over the import.
                started.Start();
                while (!process.HasExited && !Directory.Exists(folder["store"]) && started.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(5);
                await Task.Delay(i * 3000 / kills);
                if (process.HasExited) return;
                killed++;
                process.Kill();
            }, "import", "in", "--into", "store", "--quiet");
            ToolRun rest = await ToolRun.In(folder.Path, "import", "in", "--into", "store", "--quiet");
            Assert.True(rest.ExitCode == 0, rest.Errors);
            Assert.True(whole == folder.Snapshot("store"), $"run {i} differs");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} of {kills} were killed");
        Assert.NotEqual(0, killed);
    }

    [Fact]
    public async Task Four_workers_over_a_split_archive_print_the_same_lines_as_one()
    {
        Write(40);
        string[] files = [.. Directory.EnumerateFiles(folder["in"]).Select(f => "in/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        await ToolRun.In(folder.Path, "learn", "in", "--out", "profile.json");
        string[] profile = File.Exists(folder["profile.json"]) ? ["--profile", "profile.json"] : [];
        string one = (await FilterAsync(string.Join('\n', files) + "\n", profile)).Output;
        ToolRun[] four = await Task.WhenAll(files.Chunk(10).Select((part, i) => FilterAsync(i % 2 == 0 ? string.Join('\n', part) : string.Join('\0', part) + "\0", profile)));
        Assert.Equal(one, string.Concat(four.Select(run => run.Output)));
        Assert.Equal(40, one.TrimEnd('\n').Split('\n').Length);

        string records = string.Concat(files.Select(f => JsonSerializer.Serialize(new { source = f, base64 = Convert.ToBase64String(File.ReadAllBytes(folder[f])) }) + "\n"));
        Assert.Equal(one, (await FilterAsync(records, profile)).Output);
    }

    private async Task<ToolRun> FilterAsync(string input, string[] options)
    {
        string name = Guid.NewGuid().ToString("N");
        folder.With(name, input);
        var start = new ProcessStartInfo("sh", ["-c", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Syndication.Tool.dll")}' extract --jsonl --stdin {string.Join(' ', options)} < {name}"]) { WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (OperatingSystem.IsWindows()) Assert.Skip("needs a shell");
        using Process process = Process.Start(start)!;
        var output = new MemoryStream();
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var run = new ToolRun(process.ExitCode, output.ToArray(), await errors);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run;
    }

    private void Write(int count)
    {
        for (int i = 1; i <= count; i++) folder.With(string.Create(CultureInfo.InvariantCulture, $"in/{i:0000}.md"), SampleText.Markdown(i));
    }
}
