using Syndication.Structure;

namespace Syndication.Tests.Structure;

public sealed class PublicationNameTests
{
    [Theory]
    [InlineData("Harbour Weekly #5: Sails", "Harbour Weekly")]
    [InlineData("The Ledger – Issue 4", "The Ledger")]
    [InlineData("The Ledger | No. 4", "The Ledger")]
    [InlineData("Issue 4 | The Harbour Weekly", "The Harbour Weekly")]
    [InlineData("제23호 주간 소식", "주간 소식")]
    [InlineData("第１８号 港だより", "港だより")]
    [InlineData("港だより 2021年5月7日号", "港だより")]
    [InlineData("العدد 12 | نشرة المدينة", "نشرة المدينة")]
    [InlineData("第 23 期", null)]
    [InlineData("Issue 23: five things", null)]
    public void The_name_stands_before_the_number_or_beside_it(string title, string? name) => Assert.Equal(name, PublicationName.NameIn(title));

    [Fact]
    public void Issues_with_a_number_after_the_point_have_ids_of_their_own()
    {
        string? one = Id("4.1"), two = Id("4.2");
        Assert.EndsWith(":issue:4.1", one, StringComparison.Ordinal);
        Assert.EndsWith(":issue:4.2", two, StringComparison.Ordinal);

        static string? Id(string number)
        {
            var issue = IssueReader.Default.Read($"<h1>Harbour Weekly, Issue {number}</h1><h2>News</h2><ul><li><a href=\"https://example.com/a\">A boat</a><li><a href=\"https://example.com/b\">A pier</a></ul>").Issue;
            Assert.Equal(4, issue.Number);
            return issue.Id;
        }
    }
}
