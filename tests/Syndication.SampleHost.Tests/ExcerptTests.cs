using Syndication.SampleHost.Pages;

namespace Syndication.SampleHost.Tests;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("  two\n\n  lines ", 20, "two lines")]
    [InlineData("a sentence that is cut, between words", 23, "a sentence that is cut…")]
    [InlineData("a sentence that is cut between words", 20, "a sentence that is…")]
    [InlineData("没有空格的一句话在字与字之间截断", 6, "没有空格的一…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…")]
    [InlineData("", 5, "")]
    public void A_text_is_cut_where_a_reader_would(string text, int length, string expected) => Assert.Equal(expected, Excerpt.Of(text, length));
}
