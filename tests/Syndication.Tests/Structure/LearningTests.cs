using Syndication.Documents;
using Syndication.Structure;
using Design = Syndication.Tests.Structure.LetterArchive.Design;

namespace Syndication.Tests.Structure;

/// <summary>What is learned from an archive, and what it does to the reading of its issues.</summary>
public class LearningTests
{
    [Theory]
    [InlineData(Design.Bold)]
    [InlineData(Design.Headings)]
    [InlineData(Design.LargeHeadings)]
    public void Titles_of_sections_their_order_and_what_recurs_are_learned(object design)
    {
        PublicationProfile profile = PublicationProfile.Learn(Alone(1, 8, (Design)design));
        Assert.Equal(["Tides and Weather", "Ships Expected", "From the Rigging Loft"], profile.Sections);
        Assert.Equal([LetterArchive.Parting, LetterArchive.Greeting], profile.Furniture);
        Assert.Equal("en", profile.Language);
        Assert.Equal(8, profile.LearnedFrom);
        Assert.Contains(profile.Headings, static heading => heading.Leads == "sections");
    }

    [Fact]
    public void An_issue_with_one_section_is_understood_as_its_neighbours_are()
    {
        var reader = new IssueReader(new IssueReaderOptions { Profile = PublicationProfile.Learn(Alone(1, 8, Design.Bold)) });
        string page = LetterArchive.Page(12, Design.Bold);
        IssueResult alone = IssueReader.Default.Read(page), taught = reader.Read(page);
        Assert.NotEqual(Text(LetterArchive.Of(12)), Text(LetterArchive.Read(alone)));
        Assert.Equal(Text(LetterArchive.Of(12)), Text(LetterArchive.Read(taught)));
        Assert.True(taught.Confidence > alone.Confidence);
    }

    [Fact]
    public void What_recurs_is_set_aside_with_the_reason_and_not_lost()
    {
        var reader = new IssueReader(new IssueReaderOptions { Profile = PublicationProfile.Learn(Alone(1, 5, Design.Headings)), Explain = true });
        IssueResult result = reader.Read(LetterArchive.Page(9, Design.Headings));
        Assert.Equal([LetterArchive.Greeting, LetterArchive.Parting], result.SetAside.Where(static aside => aside.Reason == "furniture").Select(static aside => aside.Text));
        Assert.DoesNotContain(LetterArchive.Greeting, result.Issue.Preface!.Text, StringComparison.Ordinal);
        Assert.Contains("week 9", result.Issue.Preface.Text, StringComparison.Ordinal);
        Assert.Contains(result.Decisions, static block => block is { Role: "furniture", Cue: "stands so in other issues of the publication" });
        Assert.Equal(1, result.Coverage);
    }

    [Fact]
    public void Every_generation_of_markup_keeps_its_own_meaning()
    {
        List<IssueResult> alone = [.. Alone(1, 20, Design.Headings), .. Alone(21, 24, Design.LargeHeadings)];
        PublicationProfile profile = PublicationProfile.Learn(alone);
        Assert.Equal(["h2 sections of h2 | h3", "h3 items of h2 | h3", "h1 sections of h1 | h2", "h2 items of h1 | h2"], profile.Headings.Select(static heading => $"{heading.Style} {heading.Leads} of {heading.Among}"));
        var reader = new IssueReader(new IssueReaderOptions { Profile = profile });
        for (int number = 1; number <= 24; number++)
        {
            IssueResult result = reader.Read(LetterArchive.Page(number, number <= 20 ? Design.Headings : Design.LargeHeadings));
            Assert.Equal(Text(LetterArchive.Of(number)), Text(LetterArchive.Read(result)));
        }
    }

    [Fact]
    public void The_order_of_the_files_makes_no_difference()
    {
        List<IssueResult> alone = [.. Alone(1, 6, Design.Bold), .. Alone(7, 12, Design.Headings), .. Alone(13, 18, Design.LargeHeadings)];
        string profile = PublicationProfileJson.Serialize(PublicationProfile.Learn(alone));
        Assert.Equal(profile, PublicationProfileJson.Serialize(PublicationProfile.Learn(Enumerable.Reverse(alone))));
        Assert.Equal(profile, PublicationProfileJson.Serialize(PublicationProfile.Learn(alone.OrderBy(static result => result.Issue.Number % 5))));
    }

    [Fact]
    public void Learners_that_each_took_a_part_add_up()
    {
        var (first, second) = (new ProfileLearner(), new ProfileLearner());
        foreach (IssueResult issue in Alone(1, 6, Design.Bold)) first.Add(issue);
        foreach (IssueResult issue in Alone(7, 11, Design.Headings)) second.Add(issue);
        second.Add(first);
        Assert.Equal(PublicationProfile.Learn([.. Alone(1, 6, Design.Bold), .. Alone(7, 11, Design.Headings)]), second.Learn());
    }

    [Fact]
    public void A_profile_that_was_learned_is_the_same_when_it_comes_back_from_JSON()
    {
        PublicationProfile profile = PublicationProfile.Learn(Alone(1, 9, Design.Headings));
        Assert.Equal(profile, PublicationProfileJson.Deserialize(PublicationProfileJson.Serialize(profile)));
    }

    [Fact]
    public void One_issue_teaches_nothing_of_what_recurs()
    {
        PublicationProfile profile = PublicationProfile.Learn(Alone(1, 1, Design.Headings));
        Assert.Empty(profile.Sections);
        Assert.Empty(profile.Furniture);
        Assert.Empty(profile.Headings);
        Assert.Null(profile.Title);
    }

    [Fact]
    public void What_is_no_issue_teaches_nothing() =>
        Assert.Equal(0, PublicationProfile.Learn([IssueReader.Default.Read(""), IssueReader.Default.Read("<p>404</p>")]).LearnedFrom);

    /// <summary>What is kept after a thousand issues of one publication is what was kept after a hundred, but for counts: so each further issue costs the same.</summary>
    [Fact]
    public void What_is_kept_of_an_archive_does_not_grow_with_what_recurs()
    {
        int Kept(int issues)
        {
            var learner = new ProfileLearner();
            for (int number = 1; number <= issues; number++) learner.Add(IssueReader.Default.Read(LetterArchive.Page(((number - 1) % 40) + 1, Design.Headings)));
            return learner.Kept;
        }

        Assert.Equal(Kept(100), Kept(1000));
    }

    /// <summary>Counted in bytes allocated, which do not depend on the machine: ten times the issues are about ten times the work, also where every issue is another.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(int.MaxValue)]
    public void Learning_from_ten_times_the_issues_is_about_ten_times_the_work(int differentIssues)
    {
        long Work(int issues)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            PublicationProfile profile = PublicationProfile.Learn(Enumerable.Range(0, issues).Select(i => IssueReader.Default.Read(LetterArchive.Page((i % differentIssues) + 1, (Design)(i % 3)))));
            Assert.Equal(issues, profile.LearnedFrom);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Work(10);
        long hundred = Work(100), thousand = Work(1000);
        Assert.InRange((double)thousand / hundred, 8, 12);
    }

    [Fact]
    public void The_name_that_an_issue_has_itself_is_not_replaced_by_a_learned_one()
    {
        var profile = new PublicationProfile { Title = "Old Name", Language = "de", LearnedFrom = 9 };
        IssueResult named = new IssueReader(new IssueReaderOptions { Profile = profile }).Read("---\ntitle: \"Quay Weekly #3\"\nlang: en\n---\n\n## News\n\n- [A ship](https://a.example/) came in.\n", new IssueSource { FileName = "3.md" });
        Assert.Equal("Quay Weekly", named.Issue.Publication?.Title);
        Assert.Equal("en", named.Issue.Language);
        IssueResult unnamed = new IssueReader(new IssueReaderOptions { Profile = profile }).Read("## News\n\n- [A ship](https://a.example/)\n- [Another](https://b.example/)\n", new IssueSource { FileName = "3.md" });
        Assert.Equal("Old Name", unnamed.Issue.Publication?.Title);
    }

    [Fact]
    public async Task Files_are_learned_from_as_their_results_are()
    {
        string folder = Path.Combine(Repository.Root, "samples", "issues", "security-letter");
        string[] files = Directory.GetFiles(folder, "*.html");
        var results = new List<IssueResult>();
        foreach (string file in files) results.Add(await IssueReader.Default.ReadFileAsync(file, TestContext.Current.CancellationToken));
        PublicationProfile profile = await PublicationProfile.LearnAsync(files, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(PublicationProfile.Learn(results), profile);
        Assert.Equal("The Supply Line", profile.Title);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PublicationProfile.LearnAsync(files, cancellationToken: new CancellationToken(true)));
    }

    private static IEnumerable<IssueResult> Alone(int first, int last, Design design) =>
        Enumerable.Range(first, last - first + 1).Select(number => IssueReader.Default.Read(LetterArchive.Page(number, design)));

    private static string Text(IEnumerable<(string Section, string[] Items)> issue) => string.Join('\n', issue.Select(static section => $"{section.Section}: {string.Join(" | ", section.Items)}"));
}
