using Syndication.Model;
using Syndication.Structure;

namespace Syndication.Tests.Structure;

/// <summary>What word processors, mail editors and the scripts of platforms do to a page, and what a text loses with its markup.</summary>
public sealed class EditorPageTests
{
    private const string Items = "<p><b><a href=\"https://example.com/1\">A boat is launched</a></b></p><p>The harbour got a new boat this week, and all were there.</p><p><b><a href=\"https://example.com/2\">A pier is closed</a></b></p><p>The old pier is closed until spring, said the harbour master.</p>";

    [Fact]
    public void Headings_that_only_a_class_sets_apart_are_found()
    {
        const string page = "<style>.c1{font-size:17pt;font-weight:700}.c2{font-size:11pt}</style><h1>Harbour Weekly #5</h1><p><span class=c1>News of the port</span></p><ul><li><a href=https://example.com/1>A boat is launched</a></ul><p><span class=c1>To read on deck</span></p><ul><li><a href=https://example.com/2>A pier is closed</a></ul>";
        Assert.Equal(["News of the port", "To read on deck"], Sections(page));
    }

    [Fact]
    public void A_page_that_hides_most_of_itself_is_shown_by_its_script()
    {
        string body = $"<h2>News</h2>{Items}<h2>Jobs</h2>{Items}";
        Assert.Equal(["News", "Jobs"], Sections($"<h1>Harbour Weekly #5</h1><div style=\"visibility:hidden;opacity:0\">{body}<p style=\"display:none\">secret</p></div>"));
        Assert.DoesNotContain("secret", IssueJson.Serialize(Read($"<h1>Harbour Weekly #5</h1><div style=\"visibility:hidden\">{body}<p style=\"display:none\">secret</p></div>")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_size_of_nothing_hides_only_text_that_sets_no_other()
    {
        string page = $"<h1>Harbour Weekly #5</h1><table style=\"font-size:0\"><tr><td>gap<div style=\"font-size:14px\"><h2>News</h2>{Items}</div></td></tr></table>";
        Assert.Equal(["News"], Sections(page));
        Assert.DoesNotContain("gap", IssueJson.Serialize(Read(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_of_nbsp_are_gaps()
    {
        string page = "<h1>Harbour Weekly #5</h1><p>&nbsp;</p><h2>News</h2><p>&nbsp;</p>" + Items.Replace("</p><p><b>", "</p><p>&nbsp;</p><p><b>", StringComparison.Ordinal);
        Assert.Equal(["A boat is launched", "A pier is closed"], Read(page).Sections.Single().Items.Select(static item => item.Title));
    }

    [Fact]
    public void The_last_of_many_headings_is_not_the_title()
    {
        Issue issue = IssueReader.Default.Read("---\ntitle: Harbour Weekly 14\n---\n\nHello.\n\n# News\n\n## [A boat](https://example.com/1)\n\nIt floats.\n\n# Papers\n\n## [A map](https://example.com/2)\n\nIt folds.\n", new IssueSource { FileName = "14.md" }).Issue;
        Assert.Equal(["News", "Papers"], issue.Sections.Select(static section => section.Title));
        Assert.Equal(("Harbour Weekly 14", "Hello."), (issue.Title, issue.Preface?.Text));
    }

    [Fact]
    public void Banners_of_one_size_name_sections_whatever_they_say()
    {
        static string Banner(string name) => $"<tr><td><img src=x.png alt=\"{name}\" width=600 height=40></td></tr>";
        Assert.Equal(["Wharves", "Lanterns"], Sections($"<h1>Harbour Weekly #5</h1><table>{Banner("Wharves")}<tr><td>{Items}</td></tr>{Banner("Lanterns")}<tr><td>{Items}</td></tr></table>"));
    }

    [Theory]
    [InlineData("12. März", false)]
    [InlineData("1. April 2019: fog", false)]
    [InlineData("1. March of the penguins", true)]
    [InlineData("2. A boat is launched", true)]
    public void A_day_is_no_ordinal(string text, bool isOrdinal) => Assert.Equal(isOrdinal, Ordinal.Read(text).Length > 0);

    [Fact]
    public void Older_issues_are_known_by_their_numbers_whatever_stands_over_them()
    {
        Issue issue = Read($"<h1>Harbour Weekly #15: fog</h1><h2>News</h2>{Items}<p>On the shelf</p><ul><li><a href=\"https://example.com/w/14\">Harbour Weekly #14: rain</a><li><a href=\"https://example.com/w/12\">Harbour Weekly #12: wind</a></ul>");
        Assert.Equal([14, 12], issue.Related.Select(static related => related.Number));
    }

    [Fact]
    public void A_card_that_is_one_link_is_one_item()
    {
        static string Card(int n) => $"<a href=\"https://example.com/{n}\"><div>Card number {n} has a title</div><div>And words that say what it is about</div><div>example.com</div></a>";
        Assert.Equal(["Card number 1 has a title", "Card number 2 has a title"], Read($"<h1>Harbour Weekly #5</h1><h2>News</h2>{Card(1)}{Card(2)}").Sections.Single().Items.Select(static item => item.Title));
    }

    [Theory]
    [InlineData("NEWS", "WILD CARDS")]
    [InlineData("一、國際新聞", "二、社群活動")]
    [InlineData("I. NEWS", "II. BOOKS")]
    [InlineData("+++ Netze +++", "+++ Speicher +++")]
    public void Lines_of_one_form_have_one_rank(string first, string second)
    {
        Issue issue = IssueReader.Default.Read($"Harbour Weekly 14\n3 January 2020\n\n{first}\n\n- A boat is out\n  https://example.com/1\n\n- A pier is closed\n  https://example.com/2\n\n{second}\n\n- A map folds\n  https://example.com/3\n", new IssueSource { FileName = "14.txt" }).Issue;
        Assert.Equal([2, 1], issue.Sections.Select(static section => section.Items.Length));
    }

    [Fact]
    public void Entries_in_brackets_stand_below_sections_without()
    {
        Issue issue = IssueReader.Default.Read("開源觀察 第一百二十三期\n\n一、國際新聞\n\n（一）瀏覽器新版上線\n新版加強了隱私保護，使用者可以關閉追蹤。\nhttps://tw.example/browser\n\n（二）資料庫修補漏洞\n官方建議所有使用者儘速更新。\nhttps://tw.example/db\n\n二、社群活動\n\n（三）年會徵稿開始\n截止日為四月底。\nhttps://tw.example/cfp\n", new IssueSource { FileName = "123.txt" }).Issue;
        Assert.Equal(["國際新聞", "社群活動"], issue.Sections.Select(static section => section.Title));
        Assert.Equal([2, 1], issue.Sections.Select(static section => section.Items.Length));
    }

    private static Issue Read(string html) => IssueReader.Default.Read(html).Issue;

    private static IEnumerable<string?> Sections(string html) => Read(html).Sections.Select(static section => section.Title);
}
