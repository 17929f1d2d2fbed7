using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>The places of number, date and by-line and the box that holds the issue: learned from an archive, and what they do to an issue that is wrong without them.</summary>
public class PlaceLearningTests
{
    private static readonly string[] headlines = ["Low water", "The long pier", "Ropes and their makers", "A quiet week", "Two lamps", "Salt"];

    private static readonly string promotion =
        $"<div><p>{string.Concat(Enumerable.Repeat("Our sister letter tells of gardens and of those who keep them, every month and without any cost to you. ", 3))}</p></div>";

    [Fact]
    public void The_places_that_most_issues_agree_on_are_learned_with_the_box_that_holds_them()
    {
        PublicationProfile profile = Learned();
        Assert.Equal(["number: masthead", "published: by-line", "authors: meta author"], profile.Places.Select(static place => $"{place.Field}: {place.Source}"));
        Assert.Equal(["division > article"], profile.ContentRoots);
    }

    [Fact]
    public void A_number_and_a_date_that_the_headline_speaks_of_are_not_those_of_the_issue()
    {
        string page = Page(14, "Back to Issue 3 and the flood of 3 March 2009");
        IssueResult alone = IssueReader.Default.Read(page), taught = Reader(Learned()).Read(page);
        Assert.Equal((3, "2009-03-03"), (alone.Issue.Number, alone.Issue.Published?.ToString()));
        Assert.Equal((14, "2024-05-14"), (taught.Issue.Number, taught.Issue.Published?.ToString()));
        Assert.Contains(taught.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.MetadataDisagrees
            && diagnostic.Message == "The number is 14 (masthead), but 3 (title); 14 was taken, for other issues have it there.");
        Assert.Contains(taught.Diagnostics, static diagnostic => diagnostic.Message == "The date is 2024-05-14 (by-line), but 2009-03-03 (title); 2024-05-14 was taken, for other issues have it there.");
    }

    [Fact]
    public void An_issue_whose_places_agree_or_that_has_one_only_stays_as_it_is()
    {
        IssueReader taught = Reader(Learned());
        foreach (string page in (string[])[Page(2, headlines[1]), Page(8, "Gull Letter, Issue 8"), Page(9, "Issue 9", "<p>No line of the editor today.</p>"), Page(9, "Nothing", "")])
            Assert.Equal(IssueReader.Default.Read(page).Issue, taught.Read(page).Issue);
    }

    [Fact]
    public void The_author_is_who_stands_where_other_issues_say_it()
    {
        string page = Page(14, "Salt again").Replace("</head>", """<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","author":{"@type":"Person","name":"Site Robot"}}</script></head>""", StringComparison.Ordinal);
        Assert.Equal("Site Robot", Assert.Single(IssueReader.Default.Read(page).Issue.Authors).Name);
        Assert.Equal("Ada Quill", Assert.Single(Reader(Learned()).Read(page).Issue.Authors).Name);
    }

    [Fact]
    public void A_guest_whom_the_issue_names_is_its_author()
    {
        string page = Page(14, "Salt again", "<p>Written by Bo Reed</p><p>Issue 14 · 14 May 2024</p>");
        Assert.Equal("Bo Reed", Assert.Single(IssueReader.Default.Read(page).Issue.Authors).Name);
        Assert.Equal("Bo Reed", Assert.Single(Reader(Learned()).Read(page).Issue.Authors).Name);
    }

    [Fact]
    public void Front_matter_yields_to_a_person_s_profile_and_not_to_a_learned_one()
    {
        const string Text = "---\nnumber: 3\n---\n\n# Gull Letter, Issue 12\n\n## News\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n";
        PublicationProfile profile = new() { Places = [new FieldPlace("number", "title")] };
        var source = new IssueSource { FileName = "letter.md" };
        Assert.Equal(12, Reader(profile).Read(Text, source).Issue.Number);
        Assert.Equal(3, Reader(profile with { LearnedFrom = 9 }).Read(Text, source).Issue.Number);
    }

    [Fact]
    public void A_short_issue_beside_long_promotion_is_found_where_other_issues_stand()
    {
        string page = Page(14, "Salt").Replace("</body>", promotion + "</body>", StringComparison.Ordinal);
        IssueResult alone = IssueReader.Default.Read(page), taught = Reader(Learned()).Read(page);
        Assert.DoesNotContain(alone.SetAside, static aside => aside.Text.Contains("sister letter", StringComparison.Ordinal));
        Assert.Contains(taught.SetAside, static aside => aside.Text.Contains("sister letter", StringComparison.Ordinal));
        Assert.Equal(IssueReader.Default.Read(Page(14, "Salt")).Issue, taught.Issue);
        Assert.Equal(1, taught.Coverage);
    }

    [Fact]
    public void A_page_put_together_otherwise_is_read_by_its_own_evidence()
    {
        PublicationProfile profile = Learned();
        string stub = Page(14, "Salt").Replace("<div><article>", "<div><article><p>See below.</p></article><section>", StringComparison.Ordinal).Replace("</article></div>", "</section></div>", StringComparison.Ordinal);
        string twice = Page(14, "Salt").Replace("</article></div>", "</article><article><p>A second part, which is about as long as what has been said above of ships and piers. <a href=\"https://c.example/\">More of it</a> is to be had there.</p></article></div>", StringComparison.Ordinal);
        foreach (string page in (string[])[stub, twice]) Assert.Equal(IssueReader.Default.Read(page).Issue, Reader(profile).Read(page).Issue);
    }

    [Fact]
    public void The_order_of_the_issues_makes_no_difference_and_the_profile_comes_back_from_JSON()
    {
        List<IssueResult> alone = Alone();
        string json = PublicationProfileJson.Serialize(PublicationProfile.Learn(alone));
        Assert.Equal(json, PublicationProfileJson.Serialize(PublicationProfile.Learn(Enumerable.Reverse(alone))));
        Assert.Equal(Learned(), PublicationProfileJson.Deserialize(json));
        Assert.NotEqual(Learned(), Learned() with { Places = [] });
        Assert.NotEqual(Learned(), Learned() with { ContentRoots = [] });
        Assert.Contains("\"division > article\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_issues_teach_no_place() => Assert.Empty(PublicationProfile.Learn(Alone().Take(2)).Places);

    private static PublicationProfile Learned() => PublicationProfile.Learn(Alone());

    private static List<IssueResult> Alone() => [.. headlines.Select(static (headline, i) => IssueReader.Default.Read(Page(i + 1, headline)))];

    private static IssueReader Reader(PublicationProfile profile) => new(new IssueReaderOptions { Profile = profile });

    private static string Page(int number, string headline, string? line = null) => $"""
        <!DOCTYPE html><html lang="en"><head><title>{headline}</title><meta name="author" content="Ada Quill"></head><body><div><article>
        <h1>{headline}</h1>{line ?? $"<p>Issue {number} · {number} May 2024</p>"}
        <h2>Ships</h2><p><a href="https://a.example/{number}">The ferry number {number} is in dock</a> until the end of the month, and a smaller one has taken its place.</p>
        <h2>Piers</h2><p><a href="https://b.example/{number}">A plank was replaced</a> by the two men who had laid the first of them, thirty years ago.</p>
        </article></div></body></html>
        """;
}
