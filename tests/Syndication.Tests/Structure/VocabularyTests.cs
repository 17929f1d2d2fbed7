using Syndication.Structure;

namespace Syndication.Tests.Structure;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Words = Vocabulary.Default;

    [Theory]
    [InlineData("前言", nameof(WordClass.Preface))]
    [InlineData("【卷首語】", nameof(WordClass.Preface))]
    [InlineData("Editor’s Note:", nameof(WordClass.Preface))]
    [InlineData("はじめに", nameof(WordClass.Preface))]
    [InlineData("📚 相关阅读", nameof(WordClass.Related))]
    [InlineData("PAST ISSUES", nameof(WordClass.Related))]
    [InlineData("Ｃｏｍｍｅｎｔｓ", nameof(WordClass.Comments))]
    [InlineData("Comments (12)", nameof(WordClass.Comments))]
    [InlineData("三、评论", nameof(WordClass.Comments))]
    [InlineData("3 Comments", nameof(WordClass.Comments))]
    [InlineData("← Previous", nameof(WordClass.Navigation))]
    [InlineData("→", nameof(WordClass.Navigation))]
    [InlineData("下一页 »", nameof(WordClass.Navigation))]
    [InlineData("수신거부", nameof(WordClass.Unsubscribe))]
    [InlineData("Table  of\u00A0Contents", nameof(WordClass.Contents))]
    [InlineData("מאת:", nameof(WordClass.Author))]
    public void A_phrase_is_known_whatever_stands_around_it(string text, string kind) =>
        Assert.True(Words.Is(Enum.Parse<WordClass>(kind), text));

    [Theory]
    [InlineData("评论家眼中的 Kubernetes", nameof(WordClass.Comments))]
    [InlineData("Comments on the new memory model", nameof(WordClass.Comments))]
    [InlineData("Next.js 14", nameof(WordClass.Navigation))]
    [InlineData("", nameof(WordClass.Preface))]
    [InlineData("——", nameof(WordClass.Preface))]
    public void A_text_that_says_more_is_not_the_phrase(string text, string kind) =>
        Assert.False(Words.Is(Enum.Parse<WordClass>(kind), text));

    [Theory]
    [InlineData("Click here to unsubscribe from this list.", nameof(WordClass.Unsubscribe), true)]
    [InlineData("点此退订本周刊", nameof(WordClass.Unsubscribe), true)]
    [InlineData("© 2017 somebody", nameof(WordClass.Copyright), true)]
    [InlineData("Adapters for everything", nameof(WordClass.Sponsor), false)]
    [InlineData("An ad for soap", nameof(WordClass.Sponsor), true)]
    public void A_phrase_within_a_text_must_be_whole_words(string text, string kind, bool expected) =>
        Assert.Equal(expected, Words.Contains(Enum.Parse<WordClass>(kind), text));

    [Fact]
    public void The_start_of_a_text_tells_how_much_of_it_the_phrase_takes()
    {
        Assert.True(Words.Starts(WordClass.Editor, "This week's edition was edited by: them", out int length));
        Assert.Equal("This week's edition was edited by".Length, length);
        Assert.False(Words.Starts(WordClass.Author, "Bypassing the cache"));
        Assert.True(Words.Starts(WordClass.Copyright, "© 2019"));
    }

    [Theory]
    [InlineData("业界要闻", "news")]
    [InlineData("上游重要进展", "upstream")]
    [InlineData("开源项目推荐", "project")]
    [InlineData("本周阅读推荐", "reading")]
    [InlineData("Upcoming Events", "event")]
    [InlineData("求人", "job")]
    [InlineData("채용 정보", "job")]
    [InlineData("📰 Articles", "reading")]
    [InlineData("Sponsors", "sponsor")]
    [InlineData("2. Security updates", "security")]
    [InlineData("Zitat der Woche", "quote")]
    [InlineData("Perl 6", null)]
    [InlineData("JavaScript", null)]
    public void A_section_title_names_its_kind_where_it_plainly_does(string title, string? kind) =>
        Assert.Equal(kind, Words.SectionKindOf(title));

    [Theory]
    [InlineData("Sept. 3", 9)]
    [InlineData("août 2019", 8)]
    [InlineData("декабря", 12)]
    [InlineData("marching", 0)]
    public void Months_are_known_by_name(string text, int month) => Assert.Equal(month, Words.MonthAt(text, 0, out _));
}
