using Syndication.Structure;

namespace Syndication.Tests.Structure;

public sealed class IssueNumberFinderTests
{
    [Theory]
    [InlineData("云原生观察 Vol. 18", 18)]
    [InlineData("某某周报 Vol.4 | 一个标题", 4)]
    [InlineData("以下是第十八期的内容。", 18)]
    [InlineData("技术周刊第 1111 期", 1111)]
    [InlineData("双周报 第009期·2023年11月07日", 9)]
    [InlineData("第3回 勉強会だより", 3)]
    [InlineData("第１２号", 12)]
    [InlineData("第一千一百一十一期", 1111)]
    [InlineData("第一百〇八期", 108)]
    [InlineData("第廿三期", 23)]
    [InlineData("第一一一期", 111)]
    [InlineData("第壹拾贰期", 12)]
    [InlineData("第两百期", 200)]
    [InlineData("第十期", 10)]
    [InlineData("Issue #18", 18)]
    [InlineData("Issue 20", 20)]
    [InlineData("ISSUE　２０", 20)]
    [InlineData("#123", 123)]
    [InlineData("Some Weekly #123: a title", 123)]
    [InlineData("No. 18", 18)]
    [InlineData("Nº 7", 7)]
    [InlineData("№ 7", 7)]
    [InlineData("Rundbrief Nr. 12", 12)]
    [InlineData("Ausgabe 12", 12)]
    [InlineData("Episode 31: the one with the cache", 31)]
    [InlineData("Our Newsletter 55", 55)]
    [InlineData("Somebody's Weekly News, issue number 55, January 27 2015", 55)]
    [InlineData("개발 소식 18호", 18)]
    [InlineData("제18호", 18)]
    [InlineData("Issue XIV", 14)]
    [InlineData("Выпуск 42", 42)]
    [InlineData("العدد ١٢", 12)]
    [InlineData("גיליון 9", 9)]
    [InlineData("Volume 3, Issue 14", 14)]
    [InlineData("This Week in Somewhere 116", 116)]
    [InlineData("Something Weekly 116 – spring", 116)]
    [InlineData("12", 12)]
    [InlineData("Bulletin Vol.XII", 12)]
    [InlineData("Rundbrief, Ausgabe 7/2020", 7)]
    [InlineData("제십팔호", 18)]
    [InlineData("제백이십삼호", 123)]
    public void The_number_is_read_as_printed(string text, int expected) => Assert.Equal(expected, IssueNumberFinder.Best(text)?.Value);

    [Theory]
    [InlineData("114 pull requests were merged")]
    [InlineData("Library v2.0 released")]
    [InlineData("Newsletter 2014-05-16")]
    [InlineData("Newsletter 2019")]
    [InlineData("Newsletter 16 April 2019")]
    [InlineData("Weekly update: 5 things to read")]
    [InlineData("Weekly 2.0")]
    [InlineData("There is no 3 in it")]
    [InlineData("共 18 期")]
    [InlineData("Issue I found yesterday")]
    [InlineData("Kubernetes 1.16")]
    [InlineData("November 12")]
    [InlineData("2019")]
    [InlineData("第一次发布")]
    [InlineData("")]
    public void A_count_a_version_a_year_or_a_date_is_no_issue_number(string text) => Assert.Null(IssueNumberFinder.Best(text));

    [Fact]
    public void A_number_with_a_fraction_is_kept_whole_and_noted()
    {
        IssueNumber number = IssueNumberFinder.Best("Issue 4.2")!.Value;
        Assert.Equal(4, number.Value);
        Assert.Equal("4.2", number.Printed);
        Assert.Equal("Issue 4.2".Length, number.Length);
    }

    [Fact]
    public void A_number_behind_the_known_name_is_surer_than_one_behind_any_words()
    {
        Assert.Null(IssueNumberFinder.Best("Sparrow 116"));
        Assert.Equal(NumberStrength.Marked, IssueNumberFinder.Best("Sparrow 116", "sparrow")?.Strength);
        Assert.Equal(NumberStrength.Plain, IssueNumberFinder.Best("Sparrow Weekly 116")?.Strength);
    }

    [Fact]
    public void The_place_of_a_number_includes_its_marker()
    {
        const string text = "周报 第 18 期：标题";
        IssueNumber number = IssueNumberFinder.Best(text)!.Value;
        Assert.Equal("第 18 期", text.Substring(number.Start, number.Length));
    }

    [Theory]
    [InlineData("weekly-1111.html", 1111)]
    [InlineData("issue-100.md", 100)]
    [InlineData("014.html", 14)]
    [InlineData("20.markdown", 20)]
    [InlineData("ABC55.rst", 55)]
    [InlineData("20231107-some-biweekly-09.md", 9)]
    [InlineData("2013-10-10-12.md", 12)]
    [InlineData("https://example.org/archive/100.html", 100)]
    [InlineData("https://example.org/issues/7/", 7)]
    [InlineData("https://example.org/2016/12/10/weekly/weekly-1111/index.html", 1111)]
    [InlineData("seed-vol-18.txt", 18)]
    [InlineData("issue-12-summer-break.html", 12)]
    [InlineData("周报第18期.html", 18)]
    [InlineData("https://example.org/2016/12/10/", null)]
    [InlineData("2014-05-02.html", null)]
    [InlineData("weekly-20190830.md", null)]
    [InlineData("weekly-0430.md", null)]
    [InlineData("news-2019.html", null)]
    [InlineData("release-v2.html", null)]
    [InlineData("release-1.16.html", null)]
    [InlineData("index.html", null)]
    [InlineData("", null)]
    public void A_file_name_or_address_is_weak_evidence(string address, int? expected)
    {
        IssueNumber? found = IssueNumberFinder.InAddress(address);
        Assert.Equal(expected, found?.Value);
        if (found is not null) Assert.Equal(NumberStrength.Address, found.Value.Strength);
    }
}
