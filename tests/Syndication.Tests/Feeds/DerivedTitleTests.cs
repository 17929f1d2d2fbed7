using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

public class DerivedTitleTests
{
    [Theory]
    [InlineData("零停机升级讲了三种做法。第二句。", "零停机升级讲了三种做法")]
    [InlineData("真的吗？是的。", "真的吗？")]
    [InlineData("Use e.g. J. Doe's v1.2.3 tool. It works.", "Use e.g. J. Doe's v1.2.3 tool")]
    [InlineData("\n\n  ---\nFirst words\nmore", "First words")]
    [InlineData("Read this:", "Read this")]
    [InlineData("Wow! Yes.", "Wow!")]
    public void The_first_sentence_stands_for_a_missing_title(string text, string expected) =>
        Assert.Equal(expected, new FeedEntry { Content = new Content("", text) }.DisplayTitle);

    [Fact]
    public void A_long_sentence_is_cut_at_a_word()
    {
        string title = new FeedEntry { Content = new Content("", string.Concat(Enumerable.Repeat("word ", 100))) }.DisplayTitle;
        Assert.InRange(title.Length, 90, 100);
        Assert.EndsWith(" word…", title, StringComparison.Ordinal);
    }

    [Fact]
    public void No_character_is_cut_in_two()
    {
        string title = new FeedEntry { Content = new Content("", string.Concat(Enumerable.Repeat("👩‍💻", 100))) }.DisplayTitle;
        Assert.EndsWith("👩‍💻…", title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_stands_in_where_there_are_no_words() =>
        Assert.Equal("https://weekly.example/1", new FeedEntry { Url = "https://weekly.example/1", Content = new Content("<p>…</p>", "…") }.DisplayTitle);
}
