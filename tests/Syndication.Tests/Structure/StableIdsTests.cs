using CsCheck;
using Syndication.Model;
using Syndication.Structure;
using Syndication.Tests.Feeds;

namespace Syndication.Tests.Structure;

public sealed class StableIdsTests
{
    private const string Weekly = "Some Weekly", Home = "https://www.example.org/weekly/";

    [Fact]
    public void A_numbered_issue_is_known_by_publication_and_number_alone()
    {
        string? id = StableIds.OfIssue(Weekly, Home, "18", "https://example.org/a", null, "One title");
        Assert.Equal("tag:example.org,2005:some-weekly:issue:18", id);
        Assert.Equal(id, StableIds.OfIssue(Weekly, Home, "18", "https://example.org/b", new PublicationDate(new DateOnly(2019, 4, 16)), "Another title"));
    }

    [Fact]
    public void An_issue_without_a_number_is_known_by_its_date_then_its_address_then_its_title()
    {
        var date = new PublicationDate(new DateOnly(2019, 4, 16));
        Assert.Equal("tag:example.org,2005:some-weekly:date:2019-04-16", StableIds.OfIssue(Weekly, Home, null, "https://example.org/2019/Spring/index.html", date, "T"));
        Assert.Equal("tag:example.org,2005:some-weekly:page:2019/spring", StableIds.OfIssue(Weekly, Home, null, "https://example.org/2019/Spring/index.html", null, "T"));
        Assert.Equal("tag:example.org,2005:some-weekly:title:spring-fever", StableIds.OfIssue(Weekly, Home, null, null, null, "Spring: fever!"));
        Assert.Null(StableIds.OfIssue(Weekly, Home, null, null, null, null));
    }

    [Fact]
    public void An_issue_has_one_id_whether_its_page_says_its_address_or_not()
    {
        string? id = StableIds.OfIssue("周报", null, "3", null, null, null);
        Assert.Equal("tag:newsletter.invalid,2005:%E5%91%A8%E6%8A%A5:issue:3", id);
        Assert.Equal(id, StableIds.OfIssue("周报（The Weekly）", null, "3", "https://example.org/3.html", null, "T"));
    }

    [Fact]
    public void An_issue_of_a_newsletter_without_a_name_is_known_by_its_address()
    {
        Assert.Equal("tag:newsletter.invalid,2005:issue:3", StableIds.OfIssue(null, null, "3", null, null, null));
        Assert.Equal("tag:example.org,2005:issue:3", StableIds.OfIssue(null, null, "3", "https://example.org/3.html", null, null));
        Assert.Equal("tag:example.org,2005:page:spring", StableIds.OfIssue(null, null, null, "https://example.org/spring", new PublicationDate(new DateOnly(2019, 4, 16)), null));
    }

    [Theory]
    [InlineData("https://example.org/周报/第一篇?a=b c", "标题 with \uD800 a lone surrogate")]
    [InlineData("https://xn--fsqu00a.example/", "title")]
    [InlineData("https://例子.example/a", "title")]
    [InlineData("https://example.org/\uFFFE/a\uFFFE", "a title with \uFFFE, which is no character")]
    public void An_id_is_always_a_uri_of_ASCII(string url, string title)
    {
        string id = StableIds.OfIssue(title, url, null, url, null, title)!;
        Assert.Matches("^tag:[a-z0-9.-]+,2005:[A-Za-z0-9%:/._~-]+$", id);
    }

    [Fact]
    public void Any_words_and_addresses_make_an_id()
    {
        Gen.Select(RandomFeeds.Address, RandomFeeds.Text).Sample(static (address, text) =>
        {
            string? id = StableIds.OfIssue(text, address, null, address, null, text);
            Assert.True(id is null || Uri.TryCreate(id, UriKind.Absolute, out _), id);
            Assert.StartsWith("tag:", Item(address, text, text), StringComparison.Ordinal);
            Assert.StartsWith("tag:", Item(null, null, text), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("https://\u200D.example/")]
    [InlineData("https://a\u0338.\u2F00.example/")]
    [InlineData("https://xn--a.example/")]
    [InlineData("https://\u05D0a.example/")]
    [InlineData("https://例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子例子.example/")]
    public void A_host_without_an_ASCII_form_gives_no_authority_and_no_exception(string url)
    {
        string? id = StableIds.OfIssue("Some Weekly", url, "1", url, null, null);
        Assert.Matches("^tag:[a-z0-9.-]+,2005:some-weekly:issue:1$", id);
    }

    [Fact]
    public void An_item_keeps_its_id_when_its_words_change_but_not_its_link()
    {
        string id = Item("https://www.example.com/post/?utm_source=weekly&id=4#top", "First title");
        Assert.Equal(id, Item("http://example.com/post?id=4&utm_medium=mail", "Second title"));
        Assert.NotEqual(id, Item("https://example.com/post?id=5", "First title"));
        Assert.StartsWith("tag:example.org,2005:issue:1:", id, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_without_a_link_is_known_by_its_title_then_its_text()
    {
        Assert.Equal(Item(null, "A Title"), Item(null, "a  title"));
        Assert.NotEqual(Item(null, "A title"), Item(null, "Another title"));
        Assert.NotEqual(Item(null, null, "some text"), Item(null, null, "other text"));
    }

    [Fact]
    public void Items_with_the_same_link_in_one_issue_have_different_ids_in_order()
    {
        var taken = new Dictionary<string, int>();
        string[] ids = [.. Enumerable.Range(0, 3).Select(_ => StableIds.OfItem("tag:example.org,2005:issue:1", "https://example.com/", null, null, taken))];
        Assert.Equal([ids[0], ids[0] + "-2", ids[0] + "-3"], ids);
    }

    [Theory]
    [InlineData("News & Blog Posts", "news-blog-posts")]
    [InlineData("📚 本周阅读推荐", "本周阅读推荐")]
    [InlineData("  C++ / ＲＵＳＴ  ", "c-rust")]
    [InlineData("Cafe\u0301", "caf\u00E9")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("!!!", "")]
    public void A_slug_keeps_letters_and_digits_of_any_script(string title, string slug) => Assert.Equal(slug, StableIds.Slug(title));

    private static string Item(string? link, string? title, string? text = null) => StableIds.OfItem("tag:example.org,2005:issue:1", link, title, text, new Dictionary<string, int>());
}
