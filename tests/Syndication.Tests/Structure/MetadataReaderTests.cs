using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;
using Syndication.Text;

namespace Syndication.Tests.Structure;

public sealed class MetadataReaderTests
{
    private const string Items = """
        <h2>News</h2><p><a href="https://a.example/1">Something was released in the spring</a> and it is what we have all been waiting for in this community.</p>
        <h2>Articles</h2><p><a href="https://b.example/2">How to do a thing with another</a>, and why it is not always that which you would have expected it to be.</p>
        """;

    [Theory]
    [InlineData("Issue 20 :: Sparrow Weekly", "Sparrow Weekly", "Issue 20")]
    [InlineData("Issue 20 | Sparrow Reading List", "Sparrow Reading List", "Issue 20")]
    [InlineData("Sparrow Weekly: Issue 20", "Sparrow Weekly", "Issue 20")]
    public void The_title_of_a_page_is_split_into_the_issue_s_and_the_newsletter_s(string title, string publication, string own)
    {
        IssueMetadata read = Html($"<title>{title}</title>", $"<h1>{publication}</h1><h2>{own}</h2>{Items}");
        Assert.Equal((own, publication, 20), (read.Title, read.Publication?.Title, read.Number));
    }

    [Theory]
    [InlineData("麻雀技术周刊第1111期", "麻雀技术周刊", 1111)]
    [InlineData("Sparrow Weekly Issue #100 - 2013-06-24 - Holidays?", "Sparrow Weekly", 100)]
    [InlineData("This Week in Sparrows 116", "This Week in Sparrows", 116)]
    [InlineData("麻雀生态周报（Sparrow Weekly）第1期", "麻雀生态周报（Sparrow Weekly）", 1)]
    [InlineData("麻雀爱好者周刊：第 100 期", "麻雀爱好者周刊", 100)]
    [InlineData("麻雀周报 Vol. 17 | 一个标题", "麻雀周报", 17)]
    public void A_title_of_name_and_number_stays_whole_and_names_the_newsletter(string title, string publication, int number)
    {
        IssueMetadata read = Html($"<title>{title}</title>", $"<h1>{title}</h1>{Items}");
        Assert.Equal((title, publication, number), (read.Title, read.Publication?.Title, read.Number));
    }

    [Fact]
    public void The_name_of_the_newsletter_beats_that_of_the_site()
    {
        IssueMetadata read = Html("<title>麻雀技术周刊第3期 | some team</title><meta property=og:site_name content='some team'>", $"<h1>麻雀技术周刊第3期</h1>{Items}");
        Assert.Equal("麻雀技术周刊", read.Publication?.Title);
        Assert.Equal("some team", Html("<title>Spring fever | some team</title><meta property=og:site_name content='some team'>", $"<h1>Spring fever</h1>{Items}").Publication?.Title);
    }

    [Fact]
    public void A_newsletter_is_named_in_quotes_where_no_title_names_it()
    {
        IssueMetadata read = Html("", $"<p>《麻雀观察周报》由几位朋友一起编写，每周一期。以下是第十八期的内容，欢迎阅读，也欢迎来信。</p>{Items}");
        Assert.Equal(("麻雀观察周报", 18), (read.Publication?.Title, read.Number));
        Assert.Null(read.Title);
    }

    [Fact]
    public void The_printed_day_wins_over_a_moment_in_another_zone()
    {
        IssueMetadata read = Html("", $"<h1>Spring</h1><time datetime='2016-12-09T16:00:00.000Z' itemprop='datePublished'>2016-12-10</time>{Items}");
        Assert.Equal("2016-12-10", read.Published?.ToString());
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void A_moment_is_kept_where_the_printed_day_is_the_same()
    {
        IssueMetadata read = Html("<meta property='article:published_time' content='2019-04-16T19:35:39+08:00'>", $"<h1>Spring</h1><p>April 16, 2019</p>{Items}");
        Assert.Equal("2019-04-16T19:35:39+08:00", read.Published?.ToString());
    }

    [Fact]
    public void Sources_that_disagree_are_reported_with_both_values()
    {
        IssueMetadata read = Html("<meta property='article:published_time' content='2019-04-16'>", $"<h1>Sparrow Weekly Issue 7</h1><p>April 2, 2019</p>{Items}", "weekly-8.html");
        Assert.Equal(("2019-04-16", 7), (read.Published?.ToString(), read.Number));
        Assert.Equal(2, read.Diagnostics.Length);
        Assert.All(read.Diagnostics, diagnostic => Assert.Equal(DiagnosticCodes.MetadataDisagrees, diagnostic.Code));
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Message.Contains("2019-04-16", StringComparison.Ordinal) && diagnostic.Message.Contains("2019-04-02", StringComparison.Ordinal));
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Message.Contains('7') && diagnostic.Message.Contains('8'));
    }

    [Fact]
    public void A_language_that_the_theme_declares_by_mistake_loses_to_the_text()
    {
        string text = string.Concat(Enumerable.Repeat("<p>本周我们整理了社区的最新动态，欢迎大家阅读，也欢迎与朋友分享这份周报。</p>", 6));
        IssueMetadata read = Html("", $"<h1>周报</h1>{text}", language: "en");
        Assert.Equal("zh-Hans", read.Language);
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Message.Contains("en", StringComparison.Ordinal));
    }

    [Fact]
    public void People_come_from_the_by_line_and_not_from_the_items()
    {
        IssueMetadata read = Html("<meta name=author content='Site Owner'>", $"<h1>Spring</h1><p>edited by <a href='https://example.org/jane'>Jane Doe</a></p>{Items}<h2>Code</h2><p><a href='https://c.example/3'>A thing</a></p><p>by John Smith</p>");
        Assert.Equal([new Person("Jane Doe") { Role = PersonRole.Editor, Url = "https://example.org/jane" }], read.Authors);
        Assert.Equal([new Person("Site Owner")], Html("<meta name=author content='Site Owner'>", $"<h1>Spring</h1>{Items}").Authors);
    }

    [Fact]
    public void Address_comes_from_canonical_then_OpenGraph_and_is_absolute()
    {
        Assert.Equal("https://example.org/7", Html("<link rel=canonical href='https://example.org/7'><meta property=og:url content='https://example.org/x'>", Items).Url);
        Assert.Equal("https://example.org/x", Html("<meta property=og:url content='https://example.org/x'>", Items).Url);
        Assert.Null(Html("<meta property=og:url content='/x'>", Items).Url);
    }

    [Fact]
    public void File_name_and_address_give_what_nothing_else_does()
    {
        IssueMetadata read = Html("", Items, "2016-02-01-weekly-12.html");
        Assert.Equal(("2016-02-01", 12), (read.Published?.ToString(), read.Number));
    }

    [Fact]
    public void Front_matter_comes_first()
    {
        FlatDocument document = MarkdownDocumentReader.Read(
            "---\ntitle: Spring fever\nnumber: 7\ndate: 2019-04-16T19:35:39+08:00\nauthor: Jane Doe\n---\n\n# News\n\n- [A thing](https://a.example/) that we have been waiting for\n", new Limits(64, 1000), null, TestContext.Current.CancellationToken);
        IssueMetadata read = MetadataReader.Read(Understanding.Of(document, Vocabulary.Default).Reading, "issue-9.md");
        Assert.Equal(("Spring fever", 7, "2019-04-16T19:35:39+08:00"), (read.Title, read.Number, read.Published?.ToString()));
        Assert.Equal([new Person("Jane Doe")], read.Authors);
    }

    [Fact]
    public void A_profile_is_the_strongest_evidence()
    {
        var profile = new PublicationProfile { Title = "The Sparrow", Url = "https://sparrow.example/", Language = "en-GB" };
        IssueMetadata read = Html("<title>Issue 3 | Some Weekly</title>", $"<h1>Issue 3</h1><p>Published on 03/04/2019</p>{Items}", profile: profile);
        Assert.Equal(new Publication { Title = "The Sparrow", Url = "https://sparrow.example/" }, read.Publication);
        Assert.Equal(("en-GB", "2019-04-03"), (read.Language, read.Published?.ToString()));
    }

    [Fact]
    public void Nothing_is_made_up()
    {
        IssueMetadata read = Html("", "<p>Hello there.</p>");
        Assert.Equal((null, null, null, null, null), (read.Number, read.Title, read.Published, read.Publication, read.Url));
        Assert.Empty(read.Authors);
    }

    private static IssueMetadata Html(string head, string body, string? fileName = null, string? language = null, PublicationProfile? profile = null)
    {
        string html = $"<html{(language is null ? "" : $" lang={language}")}><head>{head}</head><body>{body}</body></html>";
        FlatDocument document = HtmlDocumentReader.Read(html, new Limits(64, 1000), null, TestContext.Current.CancellationToken);
        return MetadataReader.Read(Understanding.Of(document, Vocabulary.Default).Reading, fileName, profile);
    }
}
