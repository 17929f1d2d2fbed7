using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

public class FeedFromIssuesTests
{
    private static readonly Publication Publication = SampleIssues.Publication;

    [Fact]
    public void The_newest_issue_comes_first_and_its_items_in_order()
    {
        Feed feed = Feed.FromIssues(Publication, [SampleIssues.First, SampleIssues.Second], FeedScope.Items);
        Assert.Equal(
            ["in-place-resize", "reading-1", "reading-2", "sponsor", "hello"],
            feed.Entries.Select(static entry => entry.Id![(entry.Id!.LastIndexOf('/') + 1)..]));
    }

    [Fact]
    public void An_undated_issue_stands_beside_its_neighbour_by_number()
    {
        Issue[] issues = [Numbered(3, null), Numbered(1, "2024-01-01"), Numbered(4, "2024-03-01"), Numbered(2, "2024-02-01"), Numbered(null, null), Numbered(0, null)];
        Assert.Equal([4, 3, 2, 1, 0, null], Feed.FromIssues(Publication, issues, FeedScope.Issues).Entries.Select(static entry => entry.IssueNumber));

        static Issue Numbered(int? number, string? date) =>
            new() { Number = number, Published = PublicationDate.TryParse(date, out PublicationDate day) ? day : null };
    }

    [Fact]
    public void An_entry_of_an_item_leads_to_its_link_names_its_sections_and_links_to_its_issue()
    {
        FeedEntry entry = Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Items).Entries[0];
        Assert.Equal("https://example.org/kep/1287?a=1&b=2", entry.Url);
        Assert.Equal(["Kubernetes", "上游进展", "KEP"], entry.Categories.Select(static category => category.Label ?? category.Term));
        Assert.All(entry.Categories, static category => Assert.NotNull(category.Scheme));
        FeedLink via = Assert.Single(entry.Links);
        Assert.Equal(("via", "https://weekly.example/2"), (via.Relation, via.Url));
    }

    [Fact]
    public void The_source_of_an_item_is_the_feed_of_issues()
    {
        var options = new FeedOptions { IssuesFeedUrl = "https://weekly.example/issues.atom" };
        Feed issues = Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Issues, options);
        Feed items = Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Section("本周阅读"), options);
        Assert.All(items.Entries, entry => Assert.Equal(
            (issues.Id, issues.Title, "https://weekly.example/issues.atom", issues.HomePageUrl), (entry.Source!.Id, entry.Source.Title, entry.Source.FeedUrl, entry.Source.HomePageUrl)));
        string rss = Written.As(FeedFormat.Rss, items).Text;
        Assert.Contains($"<source url=\"https://weekly.example/issues.atom\">{Publication.Title}</source>", rss, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_stay_when_the_newsletter_moves_and_is_renamed_with_its_seed()
    {
        Issue[] issues = [SampleIssues.Second with { Id = null, Url = null }];
        Publication moved = Publication with { Url = "https://moved.example/", Title = "Renamed" };
        foreach (FeedScope scope in (FeedScope[])[FeedScope.Issues, FeedScope.Items, FeedScope.Digest(DigestPeriod.Month)])
        {
            Feed before = Feed.FromIssues(Publication, issues, scope);
            Feed after = Feed.FromIssues(moved, issues, scope, new FeedOptions { IdSeed = Publication.Url });
            Assert.Equal(before.Id, after.Id);
            Assert.Equal(before.Entries.Select(static entry => entry.Id), after.Entries.Select(static entry => entry.Id));
        }
    }

    [Fact]
    public void A_feed_without_entries_is_as_new_as_the_newest_issue()
    {
        Feed feed = Feed.FromIssues(Publication, [SampleIssues.First, SampleIssues.Second], FeedScope.Section("no such section"));
        Assert.Empty(feed.Entries);
        Assert.Equal(SampleIssues.Second.Updated!.Value.Moment, feed.Updated);
    }

    [Fact]
    public void Every_word_of_an_issue_is_in_its_entry()
    {
        string html = Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Issues).Entries[0].Content!.Html;
        foreach (string words in new[]
        {
            "这一期谈升级", "上游进展", "Kubernetes", "KEP：容器资源可以原地调整", "kubelet 部分已合并", "调度器还在讨论", "讨论记录", "本周阅读", "零停机升级",
            "How &lt;template&gt; saved our CI", "本期由示例云赞助", "下周见", "https://example.org/notes", "https://sponsor.example/", "a=1&amp;b=2",
        })
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nested_items_are_a_list_in_the_entry_of_their_parent()
    {
        string html = Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Items).Entries[0].Content!.Html;
        Assert.EndsWith(
            "<ul><li><a href=\"https://example.org/pr/10\">kubelet 部分已合并</a></li><li><p>调度器还在讨论。</p><ul><li><a href=\"https://example.org/notes\">讨论记录</a></li></ul></li></ul>",
            html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_only_the_title_shows_is_not_lost()
    {
        var item = new Item { Title = "Two things", Content = new Content("<p>Text.</p>", "Text."), Links = [new Link("https://a.example/", "one"), new Link("https://b.example/?x=1&y=2", "two")] };
        var issue = new Issue { Sections = [new Section { Items = [item] }] };
        Assert.Contains("<a href=\"https://b.example/?x=1&amp;y=2\">two</a>", Feed.FromIssues(Publication, [issue], FeedScope.Items).Entries[0].Content!.Html, StringComparison.Ordinal);
        string html = Feed.FromIssues(Publication, [issue], FeedScope.Issues).Entries[0].Content!.Html;
        Assert.Contains("<a href=\"https://a.example/\">Two things</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://b.example/?x=1&amp;y=2\">two</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_of_the_model_cannot_bring_markup_or_scripts_into_the_content()
    {
        var item = new Item { Title = "<script>alert(1)</script>", Links = [new Link("javascript:alert(2)", "\"><img src=x onerror=alert(3)>")], Items = [new Item { Title = "<b>" }] };
        var issue = new Issue { Title = "<i>", Sections = [new Section { Title = "<svg onload=alert(4)>", Items = [item] }] };
        foreach (FeedScope scope in FeedScope.Standard)
        {
            string html = Feed.FromIssues(Publication, [issue], scope).Entries[0].Content!.Html;
            var sanitizer = new Ganss.Xss.HtmlSanitizer();
            int removed = 0;
            sanitizer.RemovingTag += (_, _) => removed++;
            sanitizer.RemovingAttribute += (_, _) => removed++;
            sanitizer.Sanitize(html);
            Assert.Equal(0, removed);
        }
    }

    [Fact]
    public void Sponsors_can_be_left_out()
    {
        foreach (FeedScope scope in FeedScope.Standard)
        {
            Feed feed = Feed.FromIssues(Publication, [SampleIssues.Second], scope, new FeedOptions { IncludeSponsors = false });
            Assert.DoesNotContain("示例云", Written.As(FeedFormat.Atom, feed).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ids_stay_when_text_changes_and_items_move()
    {
        Issue issue = SampleIssues.Second with { Id = null, Url = null, Sections = [WithoutIds(SampleIssues.Second.Sections[1])] };
        Issue edited = issue with
        {
            Title = "Another",
            Sections = [issue.Sections[0] with { Items = [issue.Sections[0].Items[1], issue.Sections[0].Items[0] with { Content = new Content("<p>New words</p>", "New words") }] }],
        };
        Assert.Equal(Ids(issue).Order(), Ids(edited).Order());
        Assert.Equal(2, Ids(issue).Distinct().Count());

        static Section WithoutIds(Section section) => section with { Items = [.. section.Items.Select(static item => item with { Id = null })] };
        static IEnumerable<string?> Ids(Issue issue) => Feed.FromIssues(Publication, [issue], FeedScope.Items).Entries.Select(static entry => entry.Id);
    }

    [Fact]
    public void Issues_that_nothing_names_have_ids_of_their_own()
    {
        Issue[] issues = [.. new[] { "One", "Two" }.Select(static text => new Issue
        {
            Sections = [new Section { Items = [new Item { Content = new Content(text, text), Links = [new Link("https://a.example/", "same")] }] }],
        })];
        foreach (FeedScope scope in FeedScope.Standard)
        {
            Assert.Equal(2, Feed.FromIssues(Publication, issues, scope).Entries.Select(static entry => entry.Id).Distinct().Count());
        }
    }

    [Fact]
    public void The_same_input_gives_an_equal_feed() =>
        Assert.Equal(Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Items), Feed.FromIssues(Publication, [SampleIssues.Second], FeedScope.Items));

    [Fact]
    public void A_feed_is_as_new_as_its_newest_entry() =>
        Assert.Equal(SampleIssues.Second.Updated!.Value.Moment, Feed.FromIssues(Publication, [SampleIssues.First, SampleIssues.Second], FeedScope.Issues).Updated);

    [Fact]
    public void An_entry_is_published_with_its_issue_however_old_what_it_points_to_is()
    {
        Issue issue = SampleIssues.Second with { Updated = null };
        FeedEntry entry = Feed.FromIssues(Publication, [issue], FeedScope.Items).Entries.Single(static entry => entry.Id!.EndsWith("reading-1", StringComparison.Ordinal));
        Assert.Equal(issue.Published!.Value.Moment, entry.Published);
        Assert.Null(entry.Updated);
    }
}
