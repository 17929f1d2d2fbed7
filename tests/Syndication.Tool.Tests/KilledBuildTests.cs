using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Syndication.Tool.Tests;

/// <summary>A build that is killed as the operating system kills: no document that was there, or that readers start from, leads to one that is missing, and the next build ends in the same bytes.</summary>
public sealed partial class KilledBuildTests : IDisposable
{
    private static readonly XNamespace atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] arguments = ["build", "issues", "--out", "site", "--max-entries", "4", "--scope", "digest:month"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_a_build_leaves_a_whole_site_and_the_next_ends_in_the_same_bytes()
    {
        // The first state, and the second: new issues, one edited, one withdrawn, a scope more.
        folder.With("issues/publication.json", """{"title":"Lantern Weekly","url":"https://lantern.example/","language":"en"}""");
        for (int i = 1; i <= 12; i++) folder.With($"issues/{i}.md", SampleText.Markdown(i));
        await BuildAsync(1000);
        Copy("site", "first");
        for (int i = 13; i <= 20; i++) folder.With($"issues/{i}.md", SampleText.Markdown(i));
        folder.With("issues/2.md", SampleText.Markdown(2).Replace("afternoon", "morning", StringComparison.Ordinal));
        File.Delete(folder["issues/5.md"]);
        await BuildAsync(2000);
        string whole = Snapshot();
        Directory.Delete(folder["site"], recursive: true);
        await BuildAsync(2000);
        string fresh = Snapshot();

        int kills = int.TryParse(Environment.GetEnvironmentVariable("BUILD_KILLS"), CultureInfo.InvariantCulture, out int asked) ? asked : 6, killed = 0, halfway = 0;
        for (int i = 0; i < kills; i++)
        {
            Directory.Delete(folder["site"], recursive: true);
            bool isFirst = i % 3 == 0;
            if (!isFirst) Copy("first", "site");
            HashSet<string> there = [.. Directory.Exists(folder["site"]) ? Directory.GetFiles(folder["site"]).Select(file => Path.GetFileName(file)) : []];
            int moment = i;
            await ToolRun.RunAsync(folder.Path, new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "2000" }, async process =>
            {
                // Half of the moments are spread over the writing beside, half over the moving, which begins when the memory changes.
                byte[]? memory = Memory();
                Func<bool> begun = moment % 2 == 0 ? () => Directory.Exists(folder["site"]) && Directory.EnumerateFiles(folder["site"], ".*").Any() : () => Memory() is { } now && (memory is null || !now.AsSpan().SequenceEqual(memory));
                var waiting = Stopwatch.StartNew();
                while (!process.HasExited && !begun() && waiting.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(1);
                if (moment > 1) await Task.Delay(TimeSpan.FromMilliseconds(moment % 2 == 0 ? moment * 30 : moment / 2));
                if (process.HasExited) return;
                process.Kill();
                killed++;
            }, arguments);
            if (Directory.Exists(folder["site"]) && Directory.EnumerateFiles(folder["site"], ".*").Any()) halfway++;
            Check(there);
            await BuildAsync(2000);
            Assert.True((isFirst ? fresh : whole) == Snapshot(), $"build {i} differs");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} of {kills} were killed, {halfway} with files beside");
        Assert.NotEqual(0, killed);
    }

    private async Task BuildAsync(int seconds)
    {
        ToolRun run = await ToolRun.RunAsync(folder.Path, new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = seconds.ToString(CultureInfo.InvariantCulture) }, null, arguments);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Empty(Directory.EnumerateFiles(folder["site"], ".*"));
    }

    private byte[]? Memory() => File.Exists(folder["site/syndication.json"]) ? File.ReadAllBytes(folder["site/syndication.json"]) : null;

    /// <summary>Every file is whole; what leads to older entries is there; what was there before, the index and the list of feeds lead nowhere in vain.</summary>
    private void Check(HashSet<string> there)
    {
        if (!Directory.Exists(folder["site"])) return;
        foreach (string file in Directory.GetFiles(folder["site"]).Where(file => !Path.GetFileName(file).StartsWith('.')))
        {
            string name = Path.GetFileName(file);
            if (name.EndsWith(".json", StringComparison.Ordinal)) JsonDocument.Parse(File.ReadAllBytes(file)).Dispose();
            IEnumerable<string> targets = Path.GetExtension(name) switch
            {
                ".atom" or ".rss" => XDocument.Load(file).Descendants(atom + "link").Where(link => link.Attribute("rel")!.Value == "prev-archive" || there.Contains(name)).Select(link => link.Attribute("href")!.Value),
                ".json" when name != "syndication.json" && JsonElement.Parse(File.ReadAllText(file)).TryGetProperty("next_url", out JsonElement next) => [next.GetString()!],
                ".opml" => XDocument.Load(file).Descendants("outline").Select(outline => outline.Attribute("xmlUrl")!.Value),
                ".html" when there.Contains(name) || name == "index.html" => Reference().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value),
                _ => [],
            };
            foreach (string target in targets)
            {
                string local = target.StartsWith("https://lantern.example/", StringComparison.Ordinal) ? target["https://lantern.example/".Length..] : target;
                if (local.Length > 0 && !local.Contains(':', StringComparison.Ordinal)) Assert.True(File.Exists(folder["site/" + Uri.UnescapeDataString(local)]), $"{name} names {target}");
            }
        }
    }

    private string Snapshot() => string.Join('\n', Directory.GetFiles(folder["site"]).Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(folder[to]);
        foreach (string file in Directory.GetFiles(folder[from])) File.Copy(file, Path.Combine(folder[to], Path.GetFileName(file)));
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
