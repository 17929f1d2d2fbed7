using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Tests.Structure;

/// <summary>An issue has one id in all its forms: the page, the Markdown source, the mail.</summary>
public sealed class FormatPairTests
{
    /// <summary>Forms of one issue in the corpus, and the publication's name as a person states it.</summary>
    public static TheoryData<string, string, string> Pairs => new()
    {
        { "cloud-native-weekly/cloud-native-weekly-01.html", "cloud-native-weekly/cloud-native-weekly-01.md", "云原生生态周报" },
        { "cloud-native-weekly/cloud-native-weekly-02.html", "cloud-native-weekly/cloud-native-weekly-02.md", "云原生生态周报" },
        { "expfe-weekly/weekly-11.html", "expfe-weekly/weekly-11.md", "expfe技术周刊" },
        { "expfe-weekly/weekly-1111.html", "expfe-weekly/weekly-1111.md", "expfe技术周刊" },
        { "haskell-weekly/20.html", "haskell-weekly/20.markdown", "Haskell Weekly" },
        { "wdrl/1.html", "wdrl/2013-06-27-1.md", "WDRL" },
        { "wdrl/12.html", "wdrl/2013-10-10-12.md", "WDRL" },
        { "ricg-newsletter/2014-05-16.html", "ricg-newsletter/2014-05-16.md", "RICG Newsletter" },
        { "ricg-newsletter/2014-10-03.html", "ricg-newsletter/2014-10-03.md", "RICG Newsletter" },
        { "emacs-news/2023-12-26.html", "emacs-news/2023-12-26.org", "Emacs News" },
        { "emacs-news/2024-12-30.html", "emacs-news/2024-12-30.org", "Emacs News" },
        { "emacs-news/2024-12-30.html", "emacs-news/2024-12-30.txt", "Emacs News" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Forms_of_one_issue_have_the_same_ids(string one, string other, string publication)
    {
        string folder = SharedFolder.Require("corpus/issues");
        var reader = new IssueReader(new IssueReaderOptions { Profile = new PublicationProfile { Title = publication } });
        AssertSameIds(Read(one), Read(other));

        Issue Read(string name) => reader.Read(File.ReadAllBytes(Path.Combine(folder, name)), new IssueSource { FileName = name }).Issue;
    }

    [Fact]
    public void A_page_with_its_address_and_the_text_without_have_the_same_ids()
    {
        Issue page = IssueReader.Default.Read("""
            <html><head><title>Harbour Weekly #12: Tides</title><link rel="canonical" href="https://harbour.example.org/12/"></head><body><article><h1>Harbour Weekly #12: Tides</h1>
            <p>Welcome to another week of news from the harbour, with two stories and a tool.</p>
            <h2>News</h2><ul><li><a href="https://example.com/pier">The pier is open again</a>, after a year of works.</li><li><a href="https://example.com/ferry">A ferry by night</a> from June on.</li></ul>
            <h2>Tools</h2><ul><li><a href="https://example.com/tide">tide</a> prints the tables of the year.</li><li><a href="https://example.com/knot">knot</a> counts boats.</li></ul></article></body></html>
            """).Issue;
        const string text = """
            # Harbour Weekly #12: Tides

            Welcome to another week of news from the harbour, with two stories and a tool.

            ## Tools

            - [knot](https://example.com/knot) counts boats in the bay.
            - [tide](https://example.com/tide) prints the tables.

            ## News

            - [A ferry by night](https://example.com/ferry) from June on.
            - [The pier is open](https://example.com/pier?utm_source=harbour), after a year of works.
            """;
        Issue markdown = IssueReader.Default.Read(text, new IssueSource { FileName = "draft.md" }).Issue;
        Issue renamed = IssueReader.Default.Read(text, new IssueSource { FileName = "2031-01-01-issue-99.md" }).Issue;
        Assert.Equal("tag:newsletter.invalid,2005:harbour-weekly:issue:12", page.Id);
        Assert.Equal(page.Id, markdown.Id);
        Assert.Equal(page.Id, renamed.Id);
        Assert.Equal(Items(page).Select(static item => item.Id).Order(), Items(markdown).Select(static item => item.Id).Order());
        Assert.Equal(Items(page).Select(static item => item.Id).Order(), Items(renamed).Select(static item => item.Id).Order());
    }

    [Fact]
    public void Sample_issues_of_one_publication_have_ids_that_differ_in_the_number_only()
    {
        foreach (IGrouping<string, string> publication in IssueFiles.Samples().GroupBy(static name => name.Split('/')[0]))
        {
            string[] ids = [.. publication.Select(static name => IssueReader.Default.Read(IssueFiles.Read($"samples/{name}"), new IssueSource { FileName = name }).Issue.Id![..^2].TrimEnd(':'))];
            Assert.Single(ids.Distinct());
        }
    }

    private static void AssertSameIds(Issue one, Issue other)
    {
        Assert.NotNull(one.Id);
        Assert.Equal(one.Id, other.Id);
        Dictionary<string, string> known = Items(one).Where(HasLink).GroupBy(static item => item.Title!).Where(static same => same.Count() == 1).ToDictionary(static same => same.Key, static same => same.Single().Id!);
        Item[] shared = [.. Items(other).Where(HasLink).GroupBy(static item => item.Title!).Where(same => same.Count() == 1 && known.ContainsKey(same.Key)).Select(static same => same.Single())];
        Assert.True(shared.Length * 10 >= known.Count * 9, $"only {shared.Length} of {known.Count} items have the same title");
        Assert.All(shared, item => Assert.Equal(known[item.Title!], item.Id));

        static bool HasLink(Item item) => item is { Title: not null, Links.Length: > 0 };
    }

    private static IEnumerable<Item> Items(Issue issue) => issue.Sections.SelectMany(Items);

    private static IEnumerable<Item> Items(Section section) => section.Items.SelectMany(Items).Concat(section.Sections.SelectMany(Items));

    private static IEnumerable<Item> Items(Item item) => item.Items.SelectMany(Items).Prepend(item);
}
