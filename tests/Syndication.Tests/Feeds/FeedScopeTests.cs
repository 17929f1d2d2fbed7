using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

public class FeedScopeTests
{
    private static readonly Publication Publication = SampleIssues.Publication;

    [Fact]
    public void A_section_is_followed_through_all_issues_with_the_sections_within_it()
    {
        Issue[] issues = [Issue(1, Section("开源项目推荐", "a"), Section("News", "b")), Issue(2, Section("Open", Section("开源项目推荐", "c"))), Issue(3, Section("开源 项目推荐", "x") with { Slug = "开源项目推荐" })];
        Feed feed = Feed.FromIssues(Publication, issues, FeedScope.Section("开源项目推荐"));
        Assert.Equal(["x", "c", "a"], feed.Entries.Select(static entry => entry.Title));
        Assert.Equal(["c"], Titles(issues, FeedScope.Section("Open")));
        Assert.Equal("山海云周报 — 开源项目推荐", feed.Title);
    }

    [Fact]
    public void A_label_is_found_at_any_depth_and_the_outermost_item_that_has_it_is_the_entry()
    {
        var nested = new Item { Title = "inner", Kind = "ｋｅｐ", Items = [new Item { Title = "innermost", Kind = "KEP" }] };
        var issue = new Issue { Sections = [new Section { Items = [new Item { Title = "outer", Kind = "PR", Items = [nested] }, new Item { Title = "second", Kind = "KEP" }] }] };
        Assert.Equal(["inner", "second"], Titles([issue], FeedScope.Label("KEP")));
        Assert.Equal(["outer"], Titles([issue], FeedScope.Label("pr")));
    }

    [Fact]
    public void An_author_is_who_the_item_names_else_who_its_issue_names()
    {
        var section = new Section { Items = [new Item { Title = "own", Authors = [new Person("Ana")] }, new Item { Title = "of the issue" }] };
        var issue = new Issue { Authors = [new Person("编辑部")], Sections = [section] };
        Assert.Equal(["own"], Titles([issue], FeedScope.Author("ANA")));
        Assert.Equal(["of the issue"], Titles([issue], FeedScope.Author("编辑部")));
    }

    [Theory]
    [InlineData("github.com", "repo,gist")]
    [InlineData("https://www.GitHub.com/x", "repo,gist")]
    [InlineData("gist.github.com", "gist")]
    [InlineData("hub.com", "")]
    [InlineData("例子.example", "idn")]
    public void A_domain_is_found_with_the_domains_beneath_it(string domain, string titles)
    {
        var issue = new Issue { Sections = [new Section { Items = [Linked("repo", "https://www.github.com/a"), Linked("gist", "https://gist.GitHub.com/b"), Linked("no", "nonsense"), Linked("idn", "https://xn--fsqu00a.example/")] }] };
        Assert.Equal(titles, string.Join(',', Titles([issue], FeedScope.Domain(domain))));

        static Item Linked(string title, string url) => new() { Title = title, Links = [new Link(url)] };
    }

    [Theory]
    [InlineData("", "1,2,3,4")]
    [InlineData("etcd", "1,2")]
    [InlineData("etcd backup", "1")]
    [InlineData("etcd -backup", "2")]
    [InlineData("\"backup etcd\"", "")]
    [InlineData("\"etcd backup", "1")]
    [InlineData("ETCD", "1,2")]
    [InlineData("ｅｔｃｄ", "1,2")]
    [InlineData("etc", "")]
    [InlineData("etc*", "1,2")]
    [InlineData("调度", "3")]
    [InlineData("度器", "3")]
    [InlineData("쿠버네티스", "4")]
    [InlineData("label:kep", "3")]
    [InlineData("-label:kep", "1,2,4")]
    [InlineData("section:reading", "1,2")]
    [InlineData("section:\"Deep reading\" restore", "1")]
    [InlineData("author:doe", "2")]
    [InlineData("domain:example.org", "1,3")]
    [InlineData("issue:7", "1,2,3,4")]
    [InlineData("issue:8", "")]
    [InlineData("title:restore", "1")]
    [InlineData("label：ＫＥＰ", "3")]
    [InlineData("nofield:x", "")]
    [InlineData("- \" \" :", "")]
    public void A_search_finds(string expression, string titles)
    {
        var issue = new Issue
        {
            Number = 7,
            Sections =
            [
                new Section
                {
                    Title = "Deep Reading",
                    Items =
                    [
                        new Item { Title = "1", Items = [new Item { Title = "Restore" }], Content = Text("An etcd backup."), Links = [new Link("https://blog.example.org/")] },
                        new Item { Title = "2", Content = Text("Why etcd?"), Authors = [new Person("J. Doe")] },
                    ],
                },
                new Section
                {
                    Title = "上游",
                    Items = [new Item { Title = "3", Kind = "KEP", Content = Text("新的调度器"), Links = [new Link("https://example.org/")] }, new Item { Title = "4", Content = Text("쿠버네티스는 좋다") }],
                },
            ],
        };
        Assert.Equal(titles, string.Join(',', Titles([issue], FeedScope.Search(expression))));

        static Content Text(string text) => new($"<p>{text}</p>", text);
    }

    [Theory]
    [InlineData(DigestPeriod.Week, "山海云周报 2025年第1周|山海云周报 2024年第52周|山海云周报 2024年第20周")]
    [InlineData(DigestPeriod.Month, "山海云周报 2025年1月|山海云周报 2024年12月|山海云周报 2024年5月")]
    [InlineData(DigestPeriod.Year, "山海云周报 2025年|山海云周报 2024年")]
    public void A_digest_has_an_entry_for_each_period(DigestPeriod period, string titles)
    {
        Issue[] issues = [Dated(1, "2024-05-13"), Dated(2, "2024-05-19"), Dated(3, "2024-12-29"), Dated(4, null), Dated(5, "2025-01-01")];
        Feed feed = Feed.FromIssues(Publication, issues, FeedScope.Digest(period));
        // Published with its first issue, so that its date stays when others come; changed with its newest.
        if (period == DigestPeriod.Week) Assert.Equal(("2024-05-13", "2024-05-19"), (feed.Entries[^1].Published!.Value.ToString("yyyy-MM-dd", null), feed.Entries[^1].Updated!.Value.ToString("yyyy-MM-dd", null)));
        Assert.Equal(titles, string.Join('|', feed.Entries.Select(static entry => entry.Title)));
        string words = string.Concat(feed.Entries.Select(static entry => entry.Content!.Html));
        Assert.All(issues, issue => Assert.Contains($"Item of {issue.Number}", words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_entry_of_a_period_keeps_its_id_while_it_grows_and_undated_issues_alone_are_a_digest_too()
    {
        Issue[] issues = [Dated(1, "2024-05-13"), Dated(2, "2024-05-19")];
        FeedScope scope = FeedScope.Digest(DigestPeriod.Month);
        Assert.Equal(Feed.FromIssues(Publication, issues[..1], scope).Entries[0].Id, Assert.Single(Feed.FromIssues(Publication, issues, scope).Entries).Id);
        Assert.Equal("山海云周报 无日期", Assert.Single(Feed.FromIssues(Publication, [Dated(1, null), Dated(2, null)], scope).Entries).Title);
    }

    [Fact]
    public void A_digest_in_excerpt_lists_titles_with_their_links()
    {
        Feed feed = Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Digest(DigestPeriod.Year), new FeedOptions { Content = FeedContent.Excerpt, IncludeSponsors = false });
        Assert.Equal(
            "<h2><a href=\"https://weekly.example/2\">第二期：升级那些事 (Upgrades &amp; you)</a></h2><h3>上游进展</h3><h4>Kubernetes</h4>"
            + "<ul><li><a href=\"https://example.org/kep/1287?a=1&amp;b=2\">KEP：容器资源可以原地调整</a></li></ul><h3>本周阅读</h3>"
            + "<ul><li><a href=\"https://example.net/zero-downtime\">零停机升级讲了三种做法</a></li><li><a href=\"https://example.com/ci\">How &lt;template&gt; saved our CI</a></li></ul>",
            Assert.Single(feed.Entries).Content!.Html);
    }

    [Fact]
    public void Excerpts_have_no_content_and_lose_no_short_text()
    {
        Feed feed = Feed.FromIssues(Publication, [SampleIssues.First, SampleIssues.Second], FeedScope.Items, new FeedOptions { Content = FeedContent.Excerpt });
        Assert.All(feed.Entries, static entry => Assert.Null(entry.Content));
        Assert.Contains(feed.Entries, static entry => entry.Summary == "We are open. Come in!");
    }

    [Fact]
    public void Order_and_size_are_options()
    {
        Issue[] issues = [Issue(1, Section("S", "a", "b")), Issue(2, Section("S", "c"))];
        Assert.Equal(["a", "b", "c"], Feed.FromIssues(Publication, issues, FeedScope.Items, new FeedOptions { Order = FeedOrder.OldestFirst }).Entries.Select(static entry => entry.Title));
        Assert.Equal(["c", "a"], Feed.FromIssues(Publication, issues, FeedScope.Items, new FeedOptions { MaxEntries = 2 }).Entries.Select(static entry => entry.Title));
    }

    [Theory]
    [InlineData("section:开源项目推荐", "section-开源项目推荐")]
    [InlineData("section: ＡＰＩ & Tools! ", "section-api-tools")]
    [InlineData("section:🚀", "section-ebbc0b28")]
    [InlineData("section:../../etc/passwd", "section-etc-passwd")]
    [InlineData("label:KEP", "label-kep")]
    [InlineData("label:C#", "label-c-951a4d36")]
    [InlineData("label:C++", "label-c-cedb1bac")]
    [InlineData("author:Ana  Oliveira", "author-ana-oliveira")]
    [InlineData("domain:WWW.GitHub.com", "domain-github.com")]
    [InlineData("search:etcd -backup", "search-etcd-backup-551018b0")]
    [InlineData("digest:Week", "digest-week")]
    [InlineData("issues", "issues")]
    public void A_scope_is_written_by_a_person_and_named_for_a_path(string text, string name)
    {
        Assert.True(FeedScope.TryParse(text, out FeedScope? scope));
        Assert.Equal(name, scope.Slug);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("section")]
    [InlineData("section: ")]
    [InlineData("issues:1")]
    [InlineData("digest:0")]
    [InlineData("digest:day")]
    [InlineData("nothing:x")]
    public void What_is_no_scope_is_none(string? text) => Assert.False(FeedScope.TryParse(text, out _));

    [Fact]
    public void Any_title_makes_a_name_that_is_a_file_name()
    {
        CsCheck.Check.Sample(RandomFeeds.Text, static title =>
        {
            if (string.IsNullOrWhiteSpace(title)) return;
            foreach (FeedScope scope in new[] { FeedScope.Section(title + title + title), FeedScope.Label(title), FeedScope.Author(title), FeedScope.Domain(title), FeedScope.Search(title) })
            {
                Assert.True(System.Text.Encoding.UTF8.GetByteCount(scope.Slug) is > 6 and <= 140, scope.Slug);
                Assert.DoesNotContain(scope.Slug, static c => char.IsControl(c) || "/\\:*?\"<>|%#&; ".Contains(c));
                Assert.DoesNotContain("..", scope.Slug, StringComparison.Ordinal);
                Assert.Equal(scope.Slug, scope.Slug.Normalize());
            }
        }, iter: 2000, threads: 1);
    }

    [Fact]
    public void The_scopes_of_issues_are_what_recurs()
    {
        Issue[] issues =
        [
            Issue(1, Section("项目", Labelled("a", "KEP"), Labelled("b", "PR")), Section("Once", "c")),
            Issue(2, Section("项目", Labelled("d", "kep"), Labelled("e", null)), new Section { Title = "Ad", Slug = "ad", Kind = "sponsor", Items = [new Item { Title = "x" }] }),
            Issue(3, Section("项目", "f") with { Title = "项 目", Slug = "项目" }, new Section { Title = "Ad", Slug = "ad", Kind = "sponsor", Items = [new Item { Title = "y" }] }),
        ];
        Assert.Equal(["section-项目", "label-kep", "domain-a.example"], FeedScope.Of(issues, atLeast: 2).Select(static scope => scope.Slug));
        Assert.Equal("项目", FeedScope.Of(issues, atLeast: 2)[0].Title);
        Assert.Empty(FeedScope.Of([], 1));
    }

    [Fact]
    public void A_scope_that_is_equal_to_all_items_is_not_offered() =>
        Assert.Empty(FeedScope.Of([Issue(1, Section("S", "a")), Issue(2, Section("S", "b"))], atLeast: 1));

    [Fact]
    public void Feeds_of_different_scopes_have_different_ids_that_stay()
    {
        string?[] ids = [.. new[] { FeedScope.Issues, FeedScope.Items, FeedScope.Section("a"), FeedScope.Label("a"), FeedScope.Digest(DigestPeriod.Year) }.Select(scope => Feed.FromIssues(Publication, [], scope).Id)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(Feed.FromIssues(Publication, [], FeedScope.Section("开源", "开源！")).Id, Feed.FromIssues(Publication, [SampleIssues.First], FeedScope.Section("开源")).Id);
    }

    private static IEnumerable<string?> Titles(Issue[] issues, FeedScope scope) => Feed.FromIssues(Publication, issues, scope).Entries.Select(static entry => entry.Title);

    private static Issue Issue(int number, params Section[] sections) => new() { Id = $"tag:weekly.example,2005:issue:{number}", Number = number, Sections = [.. sections] };

    private static Issue Dated(int number, string? date) =>
        Issue(number, Section("S", $"Item of {number}")) with { Published = PublicationDate.TryParse(date, out PublicationDate day) ? day : null };

    private static Section Section(string title, params string[] items) => Section(title, [.. items.Select(static item => new Item { Title = item })]);

    private static Section Section(string title, params Item[] items) => new() { Title = title, Slug = ScopeName.Slug(title), Items = [.. items] };

    private static Section Section(string title, Section inner) => Section(title, Array.Empty<Item>()) with { Sections = [inner] };

    private static Item Labelled(string title, string? label) => new() { Title = title, Kind = label, Links = label is null ? [] : [new Link($"https://a.example/{title}")] };
}
