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

    [Theory]
    [InlineData("Impressum – Gartenpost", "<h1>Impressum</h1><h2>Kontakt</h2><p>Gartenpost Verlag, Lindenweg 4, 50667 Köln, <a href='mailto:post@gartenpost.example'>post@gartenpost.example</a></p><h2>Haftung für Inhalte</h2><p>Als Diensteanbieter sind wir für eigene Inhalte auf diesen Seiten nach den allgemeinen Gesetzen verantwortlich, jedoch nicht verpflichtet, fremde Informationen zu überwachen.</p>")]
    [InlineData("About | Harbour Weekly", "<h1>About</h1><p>Harbour Weekly is a newsletter about small boats and big water. Every Friday we collect what we read, saw and built. Follow us on <a href='https://social.example/@harbour'>social media</a>.</p><h2>How to subscribe</h2><p>Fill in the <a href='/subscribe'>form</a>.</p>")]
    [InlineData("Privacy Policy", "<h1>Privacy Policy</h1><p>Last updated: May 3, 2024</p><p>This policy explains what we collect when you subscribe to the newsletter and what we do with it.</p><h2>What we collect</h2><ul><li>Your e-mail address</li><li>Whether a mail was opened</li></ul>")]
    [InlineData("关于本站", "<h1>关于</h1><p>本站是一份关于城市观鸟的周刊，每周五更新。由两位爱好者编辑。</p><h2>版权声明</h2><p>除特别注明外，本站文章均采用许可协议，转载请注明出处。</p>")]
    [InlineData("Page not found", "<h1>404</h1><p>Sorry, the page that you are looking for does not exist. Try the <a href='/archive'>archive</a> or the <a href='/'>start page</a>.</p>")]
    public void A_page_about_the_site_is_no_issue(string title, string body)
    {
        IssueResult result = IssueReader.Default.Read($"<!doctype html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a> <a href='/archive'>Archive</a></nav><main>{body}</main></body></html>");
        Assert.False(result.IsIssue);
        Assert.InRange(result.Confidence, 0, 0.3);
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.NotAnIssue);
    }

    [Fact]
    public void An_issue_that_is_called_Links_is_one()
    {
        IssueResult result = IssueReader.Default.Read("---\ntitle: Links\ndate: 2024-05-03\n---\n" + string.Concat(Enumerable.Range(1, 6).Select(static i => $"- [Story number {i}](https://example.org/{i})\n")));
        Assert.True(result.IsIssue);
    }

    [Fact]
    public void Text_without_number_date_or_a_link_to_elsewhere_is_doubted() =>
        Assert.InRange(IssueReader.Default.Read("# Harbour Weekly\n\nThis repository holds the sources of Harbour Weekly.\n\n## Contributing\n\n1. Fork the repository\n2. Add your link to the draft\n3. Ask for a review\n\n## Licence\n\nCC BY 4.0\n").Confidence, 0, 0.3);

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
