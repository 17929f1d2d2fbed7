using System.Globalization;
using System.Text.Json;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>Whether confidence says how right a reading is: measured on issues of which a person said what is in them, whole and damaged.</summary>
public class ConfidenceTests
{
    private const double Sure = 0.9, Right = 0.9;

    private static readonly Lazy<List<Measured>> measured = new(MeasureAll);

    [Fact]
    public void Of_whole_issues_that_it_is_sure_of_nearly_all_are_right_and_it_is_sure_of_most()
    {
        List<Measured> whole = [.. Measure().Where(static one => one.Damage == "whole")];
        List<Measured> sure = whole.FindAll(static one => one.Confidence >= Sure);
        Assert.True(sure.Count >= whole.Count * 0.8, Table(whole));
        Assert.True(sure.Count(static one => one.Node >= Right) >= sure.Count * 0.95, Table(sure));
    }

    [Fact]
    public void The_surer_it_is_the_more_is_right()
    {
        List<Measured> all = Measure();
        (double From, double To)[] ranges = [(0, 0.3), (0.3, 0.7), (0.7, 0.9), (0.9, 1.01)];
        List<double> means = [.. ranges.Select(range => all.Where(one => one.Confidence >= range.From && one.Confidence < range.To).Average(static one => one.Node))];
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', ranges.Zip(means, static (range, mean) => string.Create(CultureInfo.InvariantCulture, $"{range.From:0.0} to {range.To:0.0}: node {mean:0.000}"))));
        Assert.Equal(means.Order(), means);
        Assert.True(means[0] < 0.3, $"{means[0]}");
        Assert.True(means[^1] > 0.9, $"{means[^1]}");
        List<Measured> sure = all.FindAll(static one => one.Confidence >= Sure);
        Assert.True(sure.Count(static one => one.Node >= Right) >= sure.Count * 0.75, Table(sure));
    }

    /// <summary>What was cut off cannot be scored by what is there: the reader has to see that the rest is missing.</summary>
    [Fact]
    public void Issues_that_were_cut_off_are_doubted()
    {
        List<Measured> cut = [.. Measure().Where(static one => one.Damage is "cut in half" or "cut at a fifth")];
        Assert.True(cut.Count(static one => one.Confidence < Sure) >= cut.Count * 0.9, Table(cut));
    }

    [Fact]
    public void Pages_that_are_no_issue_are_doubted()
    {
        foreach (string name in IssueFiles.Corpus().Where(static name => name.Contains("/not-an-issue", StringComparison.Ordinal)))
            Assert.InRange(IssueReader.Default.Read(IssueFiles.Read($"corpus/{name}")).Confidence, 0, 0.3);
        Assert.InRange(IssueReader.Default.Read("").Confidence, 0, 0.2);
        Assert.InRange(IssueReader.Default.Read("<html><body><h1>404</h1><p>Not found.</p></body></html>").Confidence, 0, 0.3);
    }

    [Fact]
    public void It_is_a_number_from_0_to_1_and_stands_in_the_JSON()
    {
        foreach ((string name, byte[] bytes) in IssueFiles.SampleBytes())
        {
            IssueResult result = IssueReader.Default.Read(bytes, new IssueSource { FileName = name });
            Assert.InRange(result.Confidence, 0, 1);
            Assert.Equal(result.Confidence, JsonElement.Parse(IssueResultJson.Serialize(result)).GetProperty("confidence").GetDouble());
        }
    }

    private static List<Measured> Measure() => measured.Value;

    /// <summary>Our own gold, and that of the corpus where it lies beside the repository.</summary>
    private static List<Measured> MeasureAll()
    {
        string own = Path.Combine(Repository.Root, "tests", "Syndication.Tests", "Structure", "Fixtures");
        List<(string Gold, string Issues)> sets = [.. ((string[])["Forms", "Markups", "Unseen"]).Select(set => (Path.Combine(own, set), Path.Combine(own, set)))];
        if (SharedFolder.Find("corpus/gold") is { } gold && SharedFolder.Find("corpus/issues") is { } issues) sets.Add((gold, issues));
        List<Measured> all = [];
        foreach ((string folder, string sources) in sets)
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                string wanted = File.ReadAllText(file);
                string source = JsonElement.Parse(wanted).GetProperty("source").GetString()!;
                string text = TextDecoder.Decode(File.ReadAllBytes(Path.Combine(sources, source)), null, int.MaxValue).Text;
                foreach ((string kind, Func<string, string> damage) in DamagedIssue.Kinds)
                {
                    string damaged = damage(text);
                    if (kind != "whole" && damaged == text) continue;
                    IssueResult result = IssueReader.Default.Read(damaged, new IssueSource { FileName = source });
                    all.Add(new Measured(source, kind, result.Confidence, GoldScore.Of(wanted, IssueResultJson.Serialize(result)).Node ?? 1));
                }
            }
        }

        return all;
    }

    private static string Table(List<Measured> all) =>
        string.Join('\n', all.OrderByDescending(static one => one.Confidence).Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Confidence:0.000} node {one.Node:0.000} {one.Source}, {one.Damage}")));

    private sealed record Measured(string Source, string Damage, double Confidence, double Node);
}
