using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class AddressResolverTests
{
    [Theory]
    [InlineData("https://other.example/a?b=1&c=2#d", "https://other.example/a?b=1&c=2#d", LinkReach.Foreign)]
    [InlineData("HTTPS://Other.example/A", "HTTPS://Other.example/A", LinkReach.Foreign)]
    [InlineData(" https://other.example/\n", "https://other.example/", LinkReach.Foreign)]
    [InlineData("ht\ntps://other.example/a", "https://other.example/a", LinkReach.Foreign)]
    [InlineData("https://other.example/中文", "https://other.example/%E4%B8%AD%E6%96%87", LinkReach.Foreign)]
    [InlineData("https://other.example/a b", "https://other.example/a%20b", LinkReach.Foreign)]
    [InlineData("https://中文.example/路?问#答", "https://xn--fiq228c.example/%E8%B7%AF?%E9%97%AE#%E7%AD%94", LinkReach.Foreign)]
    [InlineData("https://a\u200E\uFFFD.example/x", null, LinkReach.Unusable)]
    [InlineData("https://\uD800.example/x", null, LinkReach.Unusable)]
    [InlineData("https://www.openwall.-other/a", null, LinkReach.Unusable)]
    [InlineData("//other.example/a", "https://other.example/a", LinkReach.Foreign)]
    [InlineData("/a", "https://own.example/a", LinkReach.Own)]
    [InlineData("b?c", "https://own.example/weekly/b?c", LinkReach.Own)]
    [InlineData("?page=2", "https://own.example/weekly/7?page=2", LinkReach.Own)]
    [InlineData("https://www.own.example/x", "https://www.own.example/x", LinkReach.Own)]
    [InlineData("#note", null, LinkReach.Anchor)]
    [InlineData("7#note", null, LinkReach.Anchor)]
    [InlineData("mailto:a@e.example", "mailto:a@e.example", LinkReach.Foreign)]
    [InlineData("MAILTO:a@e.example?subject=x", "mailto:a@e.example?subject=x", LinkReach.Foreign)]
    [InlineData("mailto:nobody", null, LinkReach.Unusable)]
    [InlineData("mailto:a@e.example\" onclick=x", null, LinkReach.Unusable)]
    [InlineData("", null, LinkReach.Unusable)]
    [InlineData("javascript:alert(1)", null, LinkReach.Unusable)]
    [InlineData("java\tscript:alert(1)", null, LinkReach.Unusable)]
    [InlineData("\u0001javascript:alert(1)", null, LinkReach.Unusable)]
    [InlineData("vbscript:x", null, LinkReach.Unusable)]
    [InlineData("data:text/html,x", null, LinkReach.Unusable)]
    [InlineData("tel:+4912345", null, LinkReach.Unusable)]
    [InlineData("ftp://e.example/a", null, LinkReach.Unusable)]
    [InlineData("http://", null, LinkReach.Unusable)]
    [InlineData("http://[", null, LinkReach.Unusable)]
    [InlineData("https://user:pass@other.example/", "https://user:pass@other.example/", LinkReach.Foreign)]
    public void An_address_is_made_absolute_or_known_to_be_of_no_use(string href, string? url, object reach)
    {
        LinkTarget target = new AddressResolver("https://own.example/weekly/7").Resolve(href);
        Assert.Equal((url, reach), (target.Url, target.Reach));
    }

    [Theory]
    [InlineData("a.html")]
    [InlineData("/a")]
    public void A_relative_address_has_no_absolute_one_where_the_document_has_none(string href) =>
        Assert.Equal(new LinkTarget(href, null, LinkReach.Own), new AddressResolver(null).Resolve(href));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc")]
    [InlineData("data:text/html,x")]
    [InlineData("own.example")]
    public void Only_an_address_of_the_web_is_a_base(string address)
    {
        var resolver = new AddressResolver(address);
        Assert.Null(resolver.Address);
        Assert.Null(resolver.Resolve("x").Url);
    }

    [Fact]
    public void The_first_base_counts()
    {
        var resolver = new AddressResolver("https://a.example/x/");
        resolver.SetBase("https://b.example/");
        Assert.Equal("https://a.example/x/y", resolver.Resolve("y").Url);
    }
}
