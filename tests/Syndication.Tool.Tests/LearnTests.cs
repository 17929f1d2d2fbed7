using System.Globalization;
using System.Text.Json;

namespace Syndication.Tool.Tests;

public sealed class LearnTests : IDisposable
{
    private const string Greeting = "Lanterns are lit by hand, and so is this letter.";

    private readonly TemporaryFolder folder = new();

    public LearnTests()
    {
        for (int i = 1; i <= 4; i++) folder.With($"lantern/{i}.html", Page(i));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_profile_is_written_that_a_person_can_read()
    {
        ToolRun run = await ToolRun.In(folder.Path, "learn", "lantern", "--out", "profile.json");
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
        string json = File.ReadAllText(folder["profile.json"]);
        JsonElement profile = JsonElement.Parse(json);
        Assert.Contains("\n  \"title\": \"Lantern Weekly\",\n", json, StringComparison.Ordinal);
        Assert.Equal(["News", "Wicks & Oil"], profile.GetProperty("sections").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal([Greeting], profile.GetProperty("furniture").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(4, profile.GetProperty("learnedFrom").GetInt32());
        Assert.Equal(json, (await ToolRun.In(folder.Path, "learn", "lantern/3.html", "lantern/1.html", "lantern/4.html", "lantern/2.html")).Output);
    }

    [Fact]
    public async Task What_means_nothing_in_a_profile_is_told_and_the_rest_counts()
    {
        folder.With("profile.json", "{\n  \"title\": \"Fog Weekly\",\n  \"sektions\": [\"News\"]\n}\n");
        ToolRun run = await ToolRun.In(folder.Path, "extract", "--profile", "profile.json", "lantern/1.html");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("profile.json(3,3): warning SYN2007: \"sektions\" of the profile means nothing", run.Errors, StringComparison.Ordinal);
        Assert.Contains("\"Fog Weekly\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_given_at_once_teach_each_other_and_each_alone_learns_nothing()
    {
        folder.With("lantern/5.html", OneSection(5));
        ToolRun together = await ToolRun.In(folder.Path, "extract", "--jsonl", "lantern");
        Assert.Equal(["lantern/1.html", "lantern/2.html", "lantern/3.html", "lantern/4.html", "lantern/5.html"], Lines(together).Select(l => l.GetProperty("source").GetString()!.Replace('\\', '/')));
        Assert.Equal(["Wicks & Oil"], Sections(Lines(together)[4]));
        Assert.All(Lines(together), l => Assert.Contains(l.GetProperty("setAside").EnumerateArray(), aside => aside.GetProperty("text").GetString() == Greeting));

        foreach (string[] arguments in (string[][])[["extract", "--jsonl", "--no-learn", "lantern"], ["extract", "--jsonl", "lantern/5.html"]])
            Assert.NotEqual(["Wicks & Oil"], Sections(Lines(await ToolRun.In(folder.Path, arguments))[^1]));
    }

    [Fact]
    public async Task Files_that_are_inspected_at_once_teach_each_other_too()
    {
        folder.With("lantern/5.html", OneSection(5));
        string[] files = [.. Enumerable.Range(1, 5).Select(static n => $"lantern/{n}.html")];
        const string Learned = "called as sections of other issues are";
        ToolRun together = await ToolRun.In(folder.Path, ["inspect", .. files]);
        Assert.Contains("== lantern/5.html", together.Output, StringComparison.Ordinal);
        Assert.Contains(Learned, together.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Learned, (await ToolRun.In(folder.Path, ["inspect", "--no-learn", .. files])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_profile_is_used_by_extract_inspect_and_build()
    {
        folder.With("lantern/5.html", OneSection(5)).With("profile.json", """{"title":"Lanterns","sections":["wicks & oil"],"selectors":{"ignore":"p.none"},}""");
        ToolRun extract = await ToolRun.In(folder.Path, "extract", "--jsonl", "--profile", "profile.json", "lantern/5.html");
        Assert.Equal("Lanterns", Lines(extract)[0].GetProperty("publication").GetProperty("title").GetString());
        Assert.Equal(["Wicks & Oil"], Sections(Lines(extract)[0]));
        Assert.Contains("warning SYN2005: The selector \"p.none\" of the profile matches nothing.", extract.Errors, StringComparison.Ordinal);
        Assert.Contains("called as sections of other issues are", (await ToolRun.In(folder.Path, "inspect", "--profile", "profile.json", "lantern/5.html")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.In(folder.Path, "build", "lantern", "--out", "site", "--profile", "profile.json")).ExitCode);
        Assert.Equal("Lanterns", JsonElement.Parse(File.ReadAllText(folder["site/issues.json"])).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Publications_in_one_folder_do_not_teach_each_other()
    {
        for (int i = 1; i <= 4; i++) folder.With($"lantern/moor-{i}.html", Page(i).Replace("Lantern Weekly", "Moor Digest", StringComparison.Ordinal).Replace(Greeting, "From the moor, as ever.", StringComparison.Ordinal));
        ToolRun run = await ToolRun.In(folder.Path, "extract", "--jsonl", "lantern");
        Assert.Equal(4, Lines(run).Count(l => l.GetProperty("setAside").EnumerateArray().Any(aside => aside.GetProperty("text").GetString() == Greeting)));
        Assert.Equal(4, Lines(run).Count(l => l.GetProperty("setAside").EnumerateArray().Any(aside => aside.GetProperty("text").GetString() == "From the moor, as ever.")));
    }

    [Fact]
    public async Task Build_learns_too()
    {
        folder.With("lantern/5.html", OneSection(5));
        await ToolRun.In(folder.Path, "build", "lantern", "--out", "learned");
        await ToolRun.In(folder.Path, "build", "lantern", "--out", "alone", "--no-learn");
        Assert.DoesNotContain(Greeting, File.ReadAllText(folder["learned/issues.json"]), StringComparison.Ordinal);
        Assert.Contains(Greeting, File.ReadAllText(folder["alone/issues.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    public async Task A_profile_that_cannot_be_read_stops_the_command(string text)
    {
        folder.With("profile.json", text);
        foreach (string[] arguments in (string[][])[["extract", "lantern"], ["inspect", "lantern/1.html"], ["build", "lantern", "--out", "site"]])
        {
            ToolRun run = await ToolRun.In(folder.Path, [.. arguments, "--profile", "profile.json"]);
            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains("profile.json: error:", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_to_learn_from_is_a_failure()
    {
        Directory.CreateDirectory(folder["empty"]);
        ToolRun run = await ToolRun.In(folder.Path, "learn", "empty", "--out", "profile.json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("empty: error: no issue here", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["profile.json"]));
    }

    /// <summary>Sections are bold paragraphs; one of them alone looks like any other line.</summary>
    private static string Page(int number) => Head(number) + $"<p><b>News</b></p>{Item(number, "harbour")}{Item(number, "gateway")}<p><b>Wicks &amp; Oil</b></p>{Item(number, "tallow")}{Item(number, "whale-free")}</body></html>";

    private static string OneSection(int number) => Head(number) + $"<p><b>Wicks &amp; Oil</b></p>{Item(number, "tallow")}{Item(number, "whale-free")}</body></html>";

    private static string Head(int number) => string.Create(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><title>Lantern Weekly #{number}</title></head><body><h1>Lantern Weekly #{number}</h1><p>{Greeting}</p><p>This is week {number}, and the nights draw in.</p>");

    private static string Item(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"<p><a href=\"https://example.org/{name}/{number}\">Report {number} on {name}</a><br>What the keeper of the {name} told us in week {number}, in full.</p>");

    private static List<JsonElement> Lines(ToolRun run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    private static IEnumerable<string?> Sections(JsonElement issue) => issue.GetProperty("sections").EnumerateArray().Select(s => s.TryGetProperty("title", out JsonElement title) ? title.GetString() : null);
}
