using System.Diagnostics;

namespace Syndication.Tool.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_outline_shows_sections_items_and_links()
    {
        folder.With("7.md", SampleText.Markdown(7));
        ToolRun run = await ToolRun.In(folder.Path, "inspect", "7.md");
        Assert.Equal(0, run.ExitCode);
        string[] expected = ["number", "7", "News", "Harbour 7 is out", "https://example.org/harbour/7", "Articles", "Storage without tears"];
        int at = 0;
        foreach (string words in expected)
        {
            int found = run.Output.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{words}' is not shown, or not in its place:\n{run.Output}");
            at = found;
        }
    }

    [Fact]
    public async Task Output_that_goes_to_a_file_is_plain()
    {
        folder.With("7.html", SampleText.Html(7).Replace("构建缓存", "构\u001b[31m建缓存", StringComparison.Ordinal));
        ToolRun run = await ToolRun.In(folder.Path, "inspect", "7.html");
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains("业界要闻", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=1 ", false)]
    public async Task A_terminal_shows_colours_unless_NO_COLOR_is_set(string environment, bool coloured)
    {
        if (!File.Exists("/usr/bin/script")) Assert.Skip("needs /usr/bin/script, which makes a terminal");
        folder.With("7.html", SampleText.Html(7));
        string command = $"{environment}TERM=xterm-256color dotnet {Path.Combine(AppContext.BaseDirectory, "Syndication.Tool.dll")} inspect 7.html";
        using Process terminal = Process.Start(new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string output = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("业界要闻", output, StringComparison.Ordinal);
        Assert.Equal(coloured, output.Contains("\u001b[1;38;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_file_is_a_failure()
    {
        ToolRun run = await ToolRun.In(folder.Path, "inspect", "none.md");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("none.md: error: no such file", run.Errors, StringComparison.Ordinal);
    }
}
