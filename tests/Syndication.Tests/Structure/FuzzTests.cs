using System.Globalization;
using Syndication.Documents;

namespace Syndication.Tests.Structure;

/// <summary>
/// The sample issues and all fixtures, damaged at random but always in the same way: the laws hold for whatever is left, none takes longer than
/// <see cref="FuzzRun.LongestTime"/> or more memory than <see cref="FuzzRun.MostBytes"/> allows. The environment variable <c>SYNDICATION_FUZZ</c> says how
/// many to try (a number of the first one may follow: <c>100000,4000</c>), <c>SYNDICATION_FUZZ_REPORT</c> a file for what was seen.
/// </summary>
public class FuzzTests
{
    private const int Times = 4_000;

    /// <summary>Of a run that has the process for itself.</summary>
    private const long MostProcessBytes = 1L << 30;

    [Fact]
    public void Damaged_issues_keep_the_laws_and_the_limits_of_time_and_memory()
    {
        string? wanted = Environment.GetEnvironmentVariable("SYNDICATION_FUZZ");
        string[] numbers = (wanted ?? "").Split(',');
        int times = int.TryParse(numbers[0], CultureInfo.InvariantCulture, out int number) ? number : Times;
        int first = numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 0;
        List<(string Name, byte[] Bytes)> seeds = IssueFiles.Seeds();
        var run = new FuzzRun(seeds, Readers(seeds), Environment.GetEnvironmentVariable("SYNDICATION_FUZZ_REPORT"));
        run.Try(first, times, TestContext.Current.CancellationToken);
        if (wanted is not null) Assert.True(FuzzRun.PeakOfProcess() <= MostProcessBytes, $"The process took {FuzzRun.PeakOfProcess() >> 20} MiB at its peak.");
    }

    [Fact]
    public void An_input_that_takes_too_much_is_told_from_one_that_does_not()
    {
        Assert.False(new InputCost(TimeSpan.FromSeconds(1.9), 50_000_000, 100_000).IsTooMuch);
        Assert.True(new InputCost(TimeSpan.FromSeconds(2.1), 50_000_000, 100_000).IsTooMuch);
        Assert.True(new InputCost(TimeSpan.FromSeconds(0.1), FuzzRun.MostBytes(100_000) + 1, 100_000).IsTooMuch);
    }

    /// <summary>Alone, explaining, with a profile learned from all seeds, and with a profile that a person pinned for quite another publication.</summary>
    private static IssueReader[] Readers(List<(string Name, byte[] Bytes)> seeds)
    {
        PublicationProfile learned = PublicationProfile.Learn(seeds.Select(static seed => IssueReader.Default.Read(seed.Bytes, new IssueSource { FileName = seed.Name })));
        PublicationProfile pinned = new()
        {
            Sections = ["News", "要闻", "Links"],
            Furniture = ["Unsubscribe"],
            Headings = [new HeadingProfile("h2", "items"), new HeadingProfile("h3", "sections", 2)],
            Layouts = [new LayoutProfile("prose", "要闻"), new LayoutProfile("list entry", "News"), new LayoutProfile("heading", "Links"), new LayoutProfile("paragraph that starts bold")],
            Selectors = new SelectorProfile { Content = "body > *", Section = "h2, b", Item = "a, h3" },
        };
        return
        [
            IssueReader.Default,
            new IssueReader(new IssueReaderOptions { Explain = true }),
            new IssueReader(new IssueReaderOptions { Profile = learned, Explain = true }),
            new IssueReader(new IssueReaderOptions { Profile = pinned }),
        ];
    }
}
