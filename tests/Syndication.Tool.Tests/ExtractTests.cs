using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Syndication.Model;

namespace Syndication.Tool.Tests;

public sealed class ExtractTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_file_is_printed_as_one_indented_object_and_nothing_else()
    {
        folder.With("1.md", SampleText.Markdown(1));
        ToolRun run = await ToolRun.In(folder.Path, "extract", "1.md");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("{\n  \"", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", run.Output, StringComparison.Ordinal);
        Issue issue = IssueJson.Deserialize(run.Output);
        Assert.Equal(1, issue.Number);
        Assert.Equal(["News", "Articles"], issue.Sections.Select(s => s.Title));
        Assert.Equal(run.Output, (await ToolRun.In(folder.Path, "extract", "--json", "1.md")).Output);
    }

    [Fact]
    public async Task Output_is_UTF_8_with_Chinese_as_it_is()
    {
        folder.With("1.html", SampleText.Html(1));
        ToolRun run = await ToolRun.In(folder.Path, "extract", "1.html");
        Assert.Equal((byte)'{', run.Bytes[0]);
        Assert.Contains("\"业界要闻\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_Lines_give_each_file_a_line_with_its_path_as_given()
    {
        folder.With("b.md", SampleText.Markdown(2)).With("sub/a.html", SampleText.Html(1));
        ToolRun run = await ToolRun.In(folder.Path, "extract", "--jsonl", "./b.md", "sub/a.html", folder["b.md"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["./b.md", "sub/a.html", folder["b.md"]], Lines(run).Select(l => l.GetProperty("source").GetString()));
    }

    [Theory]
    [InlineData("b.md", "a.md")]
    [InlineData("--json", "b.md", "a.md")]
    public async Task Several_files_are_an_array_in_the_order_given(params string[] arguments)
    {
        folder.With("a.md", SampleText.Markdown(1)).With("b.md", SampleText.Markdown(2));
        ToolRun run = await ToolRun.In(folder.Path, ["extract", .. arguments]);
        Assert.Equal([2, 1], JsonElement.Parse(run.Output).EnumerateArray().Select(i => i.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task A_folder_stands_for_its_readable_files_in_ordinal_order()
    {
        foreach (string name in new[] { "b.md", "B.html", "a/z.txt", "a/1.markdown", "a/b/c.htm", ".git/x.md", "a/.x.md", "pic.png", "data.json" })
            folder.With(name, SampleText.Markdown(1));
        ToolRun run = await ToolRun.In(Path.GetDirectoryName(folder.Path)!, "extract", "--jsonl", Path.GetFileName(folder.Path));
        string top = Path.GetFileName(folder.Path);
        Assert.Equal([$"{top}/B.html", $"{top}/a/1.markdown", $"{top}/a/b/c.htm", $"{top}/a/z.txt", $"{top}/b.md"],
            Lines(run).Select(l => l.GetProperty("source").GetString()!.Replace('\\', '/')));
    }

    [Fact]
    public async Task A_missing_file_is_named_on_standard_error_and_the_others_are_read()
    {
        folder.With("a.md", SampleText.Markdown(1)).With("c.md", SampleText.Markdown(3));
        ToolRun run = await ToolRun.In(folder.Path, "extract", "--jsonl", "a.md", "b.md", "c.md");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["a.md", "c.md"], Lines(run).Select(l => l.GetProperty("source").GetString()));
        Assert.Contains("b.md: error: no such file", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_issue_is_printed_and_told_by_exit_code_and_standard_error()
    {
        folder.With("empty.html", "");
        ToolRun run = await ToolRun.In(folder.Path, "extract", "empty.html");
        Assert.Equal(1, run.ExitCode);
        Assert.False(JsonElement.Parse(run.Output).GetProperty("isIssue").GetBoolean());
        Assert.Contains("empty.html", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_any_issue_is_a_failure()
    {
        ToolRun run = await ToolRun.In(folder.Path, "extract", ".");
        Assert.Equal((1, "[]\n"), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "--json", "--jsonl", "a.md")]
    [InlineData("extract", "--yaml", "a.md")]
    [InlineData("inspect")]
    [InlineData("build", "issues")]
    [InlineData("read", "a.md")]
    [InlineData]
    public async Task Wrong_usage_ends_with_2_and_a_word_on_standard_error(params string[] arguments)
    {
        folder.With("a.md", SampleText.Markdown(1));
        ToolRun run = await ToolRun.In(folder.Path, arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--help", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_files_do_not_fail_because_of_some()
    {
        var names = new List<string>();
        for (int i = 0; i < 1000; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{i:0000}.{(i % 2 == 0 ? "md" : "html")}");
            names.Add(name);
            _ = i switch
            {
                100 => folder.With(name, ""),
                300 => folder.With(name, [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff, 0xfe, 0, 1, 2]),
                500 => folder.With(name, "<html><body><table><tr><td><h1>cut"),
                700 => folder.With(name, string.Concat(Enumerable.Repeat("<div>", 20_000))),
                901 => folder.With(name, [0xff, 0xc3, 0x28, 0x80]),
                _ => folder.With(name, i % 2 == 0 ? SampleText.Markdown(i) : SampleText.Html(i)),
            };
        }

        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(folder["0999a.md"], folder["nowhere.md"]);
        ToolRun run = await ToolRun.In(folder.Path, "extract", "--jsonl", ".");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(names.Select(n => Path.Combine(".", n)), Lines(run).Select(l => l.GetProperty("source").GetString()));
        int[] broken = [100, 300, 500, 700, 901];
        Assert.Empty(Lines(run).Index().ExceptBy(broken, line => line.Index).Where(line => Number(line.Item) != line.Index).Select(line => names[line.Index]));
        if (!OperatingSystem.IsWindows()) Assert.Contains("0999a.md: error: no such file", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_with_130()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs a named pipe and a signal");
        using (Process made = Process.Start("mkfifo", [folder["endless.md"]])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.RunAsync(folder.Path, async process =>
        {
            // The pipe opens for writing once the command reads it; it never gets to the end of it.
            await using var writer = new FileStream(folder["endless.md"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            using Process signal = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }, "extract", "endless.md");
        Assert.Equal((130, ""), (run.ExitCode, run.Output));
    }

    private static int? Number(JsonElement result) =>
        result.GetProperty("isIssue").GetBoolean() && result.TryGetProperty("number", out JsonElement number) ? number.GetInt32() : null;

    private static List<JsonElement> Lines(ToolRun run)
    {
        Assert.EndsWith("\n", run.Output, StringComparison.Ordinal);
        return [.. run.Output[..^1].Split('\n').Select(l => JsonElement.Parse(l))];
    }
}
