using Syndication.Feeds;

namespace Syndication.Tests.Feeds;

public class FeedAddressTests
{
    [Theory]
    [InlineData("https://weekly.example/a?b=c&d=%20#e")]
    [InlineData("HTTP://Weekly.Example:8080/")]
    [InlineData("https://user:pw@weekly.example/")]
    [InlineData("http://[::1]:8080/x")]
    [InlineData("mailto:ana@weekly.example?subject=Hi")]
    [InlineData("tag:weekly.example,2024:1")]
    public void An_address_that_is_a_URI_is_written_as_it_is(string address)
    {
        Assert.Equal(address, FeedAddress.Normalize(address, out bool repaired));
        Assert.False(repaired);
    }

    [Theory]
    [InlineData("https://weekly.example/云?q=é#二", "https://weekly.example/%E4%BA%91?q=%C3%A9#%E4%BA%8C")]
    [InlineData("https://例子.example/", "https://xn--fsqu00a.example/")]
    public void An_IRI_is_written_as_the_URI_that_means_the_same(string address, string expected)
    {
        Assert.Equal(expected, FeedAddress.Normalize(address, out bool repaired));
        Assert.False(repaired);
    }

    [Theory]
    [InlineData(" https://weekly.example/ ", "https://weekly.example/")]
    [InlineData("https://weekly.example/a b", "https://weekly.example/a%20b")]
    [InlineData("https://weekly.example/<\"'>", "https://weekly.example/%3C%22'%3E")]
    [InlineData("https://weekly.example/100%", "https://weekly.example/100%25")]
    [InlineData("https://weekly.example/#a#b", "https://weekly.example/#a%23b")]
    [InlineData("https://weekly.example/[x]{y}|z\\", "https://weekly.example/%5Bx%5D%7By%7D%7Cz%5C")]
    [InlineData("https://weekly.example/a\nb", "https://weekly.example/ab")]
    public void Characters_that_are_no_part_of_a_URI_are_encoded_and_reported(string address, string expected)
    {
        Assert.Equal(expected, FeedAddress.Normalize(address, out bool repaired));
        Assert.True(repaired);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_encoded_as_the_replacement_character() =>
        Assert.Equal("https://weekly.example/%EF%BF%BD", FeedAddress.Normalize("https://weekly.example/\uD83D", out _));

    [Theory]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("//weekly.example/")]
    [InlineData("weekly.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://")]
    [InlineData("http:///path")]
    [InlineData("http://a..b/")]
    [InlineData("https:weekly.example")]
    [InlineData("http://weekly.example:port/")]
    [InlineData("http://weekly.example:99999/")]
    [InlineData("http://[weekly]/")]
    [InlineData("http://a b/")]
    [InlineData("mailto:")]
    [InlineData("mailto:?subject=Hi")]
    [InlineData("gemini://?x")]
    public void What_cannot_be_an_address_is_refused(string address) => Assert.Null(FeedAddress.Normalize(address, out _));

    [Fact]
    public void An_identifier_may_be_an_IRI() =>
        Assert.Equal("tag:weekly.example,2024:第二期/a%20b", FeedAddress.NormalizeIri("tag:weekly.example,2024:第二期/a b", out _));

    [Theory]
    [InlineData("tag:\t#x")]
    [InlineData("urn:\n?x")]
    public void What_is_left_without_line_ends_is_judged(string address) => Assert.Null(FeedAddress.Normalize(address, out _));
}
