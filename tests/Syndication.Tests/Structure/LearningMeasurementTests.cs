using System.Text.Json;
using Syndication.Documents;

namespace Syndication.Tests.Structure;

/// <summary>What learning does to real issues: those beside the repository, each publication learned from all of its files.</summary>
public class LearningMeasurementTests
{
    private static readonly string[][] sameIssue =
    [
        ["cloud-native-weekly/cloud-native-weekly-01.html", "cloud-native-weekly/cloud-native-weekly-01.md"],
        ["cloud-native-weekly/cloud-native-weekly-02.html", "cloud-native-weekly/cloud-native-weekly-02.md"],
        ["emacs-news/2023-12-26.html", "emacs-news/2023-12-26.org", "emacs-news/2023-12-26.txt"],
        ["emacs-news/2024-12-30.html", "emacs-news/2024-12-30.org", "emacs-news/2024-12-30.txt"],
        ["expfe-weekly/weekly-11.html", "expfe-weekly/weekly-11.md"],
        ["expfe-weekly/weekly-1111.html", "expfe-weekly/weekly-1111.md"],
        ["haskell-weekly/20.html", "haskell-weekly/20.markdown"],
        ["ricg-newsletter/2014-05-16.html", "ricg-newsletter/2014-05-16.md"],
        ["ricg-newsletter/2014-10-03.html", "ricg-newsletter/2014-10-03.md"],
        ["wdrl/1.html", "wdrl/2013-06-27-1.md"],
        ["wdrl/12.html", "wdrl/2013-10-10-12.md"],
    ];

    [Fact]
    public async Task The_gold_is_understood_as_well_as_promised_with_what_the_archive_teaches()
    {
        List<(string Source, GoldScore Alone, GoldScore Taught)> scores = [];
        foreach ((string source, string gold) in Gold())
        {
            Publication publication = await LearnedAsync(Path.GetDirectoryName(source)!);
            scores.Add((source, GoldScore.Of(gold, IssueResultJson.Serialize(publication.Alone[source])), GoldScore.Of(gold, IssueResultJson.Serialize(publication.Taught[source]))));
        }

        string all = string.Join('\n', scores.Select(static score => $"{score.Source}\n  alone  {score.Alone}\n  taught {score.Taught}"));
        TestContext.Current.SendDiagnosticMessage(all);
        Assert.All(scores, static score => Assert.True(IsNoWorse(score.Alone, score.Taught), $"{score.Source}: {score.Alone} became {score.Taught}"));
        Assert.True(Mean(static taught => taught.Node) >= 0.97, all);
        Assert.True(Mean(static taught => taught.Edge) >= 0.95, all);
        Assert.True(Mean(static taught => taught.Link) >= 0.97, all);
        Assert.True(Mean(static taught => taught.Related) >= 1, all);
        Assert.True(Mean(static taught => taught.Meta) >= 0.97, all);
        Assert.All(scores.GroupBy(static score => Path.GetDirectoryName(score.Source)), publication =>
        {
            Assert.True(publication.Average(static score => score.Taught.Node) >= 0.90, $"{publication.Key}\n{all}");
            Assert.True(publication.Average(static score => score.Taught.Edge) >= 0.90, $"{publication.Key}\n{all}");
        });

        double Mean(Func<GoldScore, double?> figure) => scores.Select(score => figure(score.Taught)).Average() ?? 1;
    }

    /// <summary>Also where no gold says what is right: what an issue says of itself stays, and no text is lost.</summary>
    [Fact]
    public async Task No_issue_of_the_corpus_loses_what_was_understood_of_it_alone()
    {
        foreach (string publication in Publications())
        {
            Publication learned = await LearnedAsync(publication);
            foreach ((string source, IssueResult taught) in learned.Taught)
            {
                IssueResult alone = learned.Alone[source];
                Assert.Equal(1, taught.Coverage);
                Assert.Equal(alone.IsIssue, taught.IsIssue);
                Assert.Equal((alone.Issue.Title, alone.Issue.Number, alone.Issue.Published), (taught.Issue.Title, taught.Issue.Number, taught.Issue.Published));
                Assert.Equal(alone.Issue.Authors.Select(static author => author.Name), taught.Issue.Authors.Select(static author => author.Name));
                GoldScore agreement = GoldScore.Of(IssueResultJson.Serialize(alone), IssueResultJson.Serialize(taught));
                Assert.True((agreement.Node ?? 1) >= 0.9, $"{source}: {agreement}");
            }
        }
    }

    [Fact]
    public async Task The_order_of_the_files_makes_no_difference()
    {
        foreach (string publication in Publications())
        {
            Publication learned = await LearnedAsync(publication);
            Assert.Equal(learned.Profile, PublicationProfile.Learn(learned.Alone.Values.Reverse()));
        }
    }

    /// <summary>One understanding for all formats: the same issue has the same sections, items and links in each.</summary>
    [Fact]
    public async Task The_formats_of_an_issue_agree()
    {
        string issues = Issues();
        List<(string Names, GoldScore Score)> scores = [];
        foreach (string[] formats in sameIssue)
        {
            string[] read = new string[formats.Length];
            for (int i = 0; i < formats.Length; i++) read[i] = IssueResultJson.Serialize(await IssueReader.Default.ReadFileAsync(Path.Combine(issues, formats[i]), TestContext.Current.CancellationToken));
            for (int i = 1; i < read.Length; i++) scores.Add(($"{formats[0]} {formats[i]}", GoldScore.Of(read[0], read[i])));
        }

        string all = string.Join('\n', scores.Select(static score => $"{score.Names}: {score.Score}"));
        TestContext.Current.SendDiagnosticMessage(all);
        Assert.True(scores.Average(static score => score.Score.Node) >= 0.97, all);
        Assert.True(scores.Average(static score => score.Score.Edge) >= 0.97, all);
        Assert.True(scores.Average(static score => score.Score.Link) >= 0.97, all);
        Assert.All(scores, static score => Assert.True(score.Score.Node >= 0.95, $"{score.Names}: {score.Score}"));
    }

    /// <summary>Our measure is the one beside the corpus.</summary>
    [Fact]
    public void An_issue_agrees_with_itself_fully_and_with_nothing_not_at_all()
    {
        foreach ((_, string gold) in Gold())
        {
            GoldScore nothing = GoldScore.Of(gold, "{}");
            Assert.Equal((0, 0), (nothing.Node, nothing.Meta));
        }
    }

    private static bool IsNoWorse(GoldScore alone, GoldScore taught) =>
        (taught.Node ?? 1) >= (alone.Node ?? 1) && (taught.Edge ?? 1) >= (alone.Edge ?? 1) && (taught.Link ?? 1) >= (alone.Link ?? 1) && (taught.Related ?? 1) >= (alone.Related ?? 1) && (taught.Meta ?? 1) >= (alone.Meta ?? 1);

    private static string Issues() => SharedFolder.Require("corpus/issues");

    private static List<(string Source, string Gold)> Gold()
    {
        List<(string, string)> all = [];
        foreach (string file in Directory.EnumerateFiles(SharedFolder.Require("corpus/gold"), "*.json").Order(StringComparer.Ordinal))
        {
            string gold = File.ReadAllText(file);
            all.Add((JsonElement.Parse(gold).GetProperty("source").GetString()!, gold));
        }

        return all;
    }

    private static IEnumerable<string> Publications()
    {
        Issues();
        return IssueFiles.Corpus().Select(static name => name[..name.IndexOf('/', StringComparison.Ordinal)]).Distinct();
    }

    private static async Task<Publication> LearnedAsync(string folder)
    {
        string issues = Issues();
        SortedDictionary<string, IssueResult> alone = new(StringComparer.Ordinal), taught = new(StringComparer.Ordinal);
        foreach (string name in IssueFiles.Corpus().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)))
            alone[name] = await IssueReader.Default.ReadFileAsync(Path.Combine(issues, name), TestContext.Current.CancellationToken);
        PublicationProfile profile = PublicationProfile.Learn(alone.Values);
        var reader = new IssueReader(new IssueReaderOptions { Profile = profile });
        foreach (string name in alone.Keys) taught[name] = await reader.ReadFileAsync(Path.Combine(issues, name), TestContext.Current.CancellationToken);
        return new Publication(profile, alone, taught);
    }

    private sealed record Publication(PublicationProfile Profile, SortedDictionary<string, IssueResult> Alone, SortedDictionary<string, IssueResult> Taught);
}
