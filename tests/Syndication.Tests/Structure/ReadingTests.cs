using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;

namespace Syndication.Tests.Structure;

/// <summary>Readings that a careful person would call wrong, mended: each as small as it can be.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("cloud-native-weekly/vol-41.html")]
    [InlineData("cloud-native-weekly/vol-42.gbk.html")]
    [InlineData("cloud-native-weekly/vol-43.txt")]
    [InlineData("cloud-native-weekly/vol-44.md")]
    [InlineData("cloud-native-weekly/vol-45.html")]
    public void Issues_of_one_publication_have_one_structure_whatever_their_markup(string name)
    {
        Issue issue = Read(name);
        Assert.Equal(["业界要闻", "上游重要进展", "开源项目推荐", "本周阅读推荐"], issue.Sections.Select(static section => section.Title));
        Section upstream = issue.Sections[1];
        Assert.Empty(upstream.Items);
        Assert.Equal(["Kubernetes", upstream.Sections[1].Title is "containerd" ? "containerd" : "etcd"], upstream.Sections.Select(static section => section.Title));
        Section kubernetes = upstream.Sections[0];
        Assert.Equal(["KEP", "KEP", "PR"], kubernetes.Items.Select(static item => item.Kind).Order());
        Section fixes = Assert.Single(kubernetes.Sections);
        Assert.Equal("bugfix", fixes.Title);
        Assert.InRange(fixes.Items.Length, 2, 3);
        Assert.All(fixes.Items, static item => Assert.NotNull(item.Title));
        Assert.NotEmpty(issue.Related);
        Assert.Equal("云上周刊编辑部", Assert.Single(issue.Authors).Name);
    }

    [Fact]
    public void Other_issues_of_the_site_are_related_and_no_menu()
    {
        Issue issue = Page("""
            <h2>News</h2><ul><li><a href="https://example.com/1">One thing happened</a> and is told here.</li><li><a href="https://example.com/2">Another thing</a> too.</li></ul>
            <h2>Past issues</h2><ul><li><a href="/4">Harbour Weekly #4: Ropes</a></li><li><a href="/3">Harbour Weekly #3: Masts</a></li></ul>
            """).Issue;
        Assert.Equal([4, 3], issue.Related.Select(static related => related.Number));
        Assert.Equal(["News"], issue.Sections.Select(static section => section.Title));
    }

    [Fact]
    public void A_lone_line_that_ends_with_a_quoted_sentence_is_text_and_no_title()
    {
        Issue issue = Text("""
            港湾周报 第五期

            本周要闻

            1. 锚链项目发布 2.0
            新版本换掉了旧的日志格式。

            本周阅读

            1. 本文从零讲起，介绍了锚链的结构与各个部件如何协作。
            2. 访谈了二十二家公司的人，“你认为锚链最好的机遇是什么？”
            """);
        Assert.All(issue.Sections[^1].Items, static item => Assert.Null(item.Title));
        Assert.Equal(2, issue.Sections[^1].Items.Length);
    }

    [Fact]
    public void Comments_that_stand_outside_the_article_are_comments()
    {
        IssueResult result = IssueReader.Default.Read("""
            <html><body><main><article><h1>Harbour Weekly #5</h1><p>Welcome to another week of news from the harbour, with two stories in it.</p>
            <h2>News</h2><ul><li><a href="https://example.com/1">One thing happened</a> and is told here at length.</li><li><a href="https://example.com/2">Another thing</a> too.</li></ul></article>
            <section><h3>Comments (1)</h3><div>A reader</div><p>What a week this was!</p></section></main></body></html>
            """);
        Assert.Equal(["comments", "comments", "comments"], result.SetAside.Where(static aside => aside.Text is "Comments (1)" or "A reader" or "What a week this was!").Select(static aside => aside.Reason));
    }

    [Theory]
    [InlineData("<p>2031年3月7日　　整理：港口编辑部</p>", "港口编辑部")]
    [InlineData("<p>港口周报编辑部 2031-03-07</p>", "港口周报编辑部")]
    [InlineData("<p>2031-03-07 18:00 | 港口周报编辑部</p>", "港口周报编辑部")]
    [InlineData("<p>上海 2031-03-07</p>", null)]
    [InlineData("<p>港口周报 2031-03-07</p>", null)]
    public void Who_stands_beside_the_date_is_the_author_where_the_name_is_the_publications(string byline, string? author)
    {
        Issue issue = IssueReader.Default.Read($"<h1>港口周报 第十二期</h1>{byline}<p>这一周的港口很热闹，我们挑了两件事来讲，请慢慢读完。</p><h2>要闻</h2><ul><li><a href=\"https://example.com/1\">新码头开放</a></li><li><a href=\"https://example.com/2\">夜航恢复</a></li></ul>").Issue;
        Assert.Equal(author is null ? [] : [author], issue.Authors.Select(static person => person.Name));
    }

    [Fact]
    public void Short_headings_without_a_subject_below_a_release_are_its_parts()
    {
        Section news = Read("cloud-native-weekly/vol-43.txt").Sections[0];
        Assert.Equal(5 - 1, news.Items.Length);
        Assert.Equal(["一致性报告", "校验改用 CEL"], news.Items[0].Items.Select(static item => item.Title));
    }

    [Fact]
    public void Lines_that_ask_to_follow_or_count_readers_are_no_text_of_the_issue()
    {
        Issue issue = Read("cloud-native-weekly/vol-45.html");
        Assert.DoesNotContain("蓝字", issue.Preface!.Text, StringComparison.Ordinal);
        Assert.Null(issue.Closing);
    }

    [Theory]
    [InlineData("KEP: Sidecars", "KEP")]
    [InlineData("KEP-753：Sidecars", "KEP")]
    [InlineData("PR #7: Fewer locks", "PR")]
    [InlineData("RFC 9110: HTTP Semantics", "RFC")]
    [InlineData("UTF-8: a history", null)]
    [InlineData("CS 253: Web security", null)]
    public void A_label_of_capitals_may_have_its_number(string title, string? kind)
    {
        Issue issue = Page($"<h2>News</h2><ul><li><a href=\"https://example.com/1\">{title}</a> and what came of it.</li><li><a href=\"https://example.com/2\">Another thing</a> too.</li></ul>").Issue;
        Assert.Equal((title, kind), (issue.Sections[0].Items[0].Title, issue.Sections[0].Items[0].Kind));
    }

    [Fact]
    public void A_note_of_one_sentence_has_no_title_unless_its_first_words_name_what_they_lead_to()
    {
        Issue issue = Page("""
            <h2>Short notes</h2><ul><li><a href="https://example.com/bay">A report</a> counts the boats that came into the bay this year.</li>
            <li><a href="https://example.com/debian">Debian</a> and <a href="https://example.com/ubuntu">Ubuntu</a> have the fix in their stable branches.</li>
            <li><a href="https://www.gnu.org/software/stow/">GNU Stow</a> makes links and nothing else but links.</li></ul>
            """).Issue;
        Assert.Equal([null, null, "GNU Stow"], issue.Sections[0].Items.Select(static item => item.Title));
        Assert.StartsWith("A report counts the boats", issue.Sections[0].Items[0].Content!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paid_content_in_a_box_of_its_own_is_a_section_of_its_own()
    {
        Issue issue = Read("security-letter/letter-07.html");
        Section sponsor = Assert.Single(issue.Sections, static section => section.Kind == "sponsor");
        Assert.Equal("SPONSORED", sponsor.Title);
        Assert.StartsWith("Example Build Farm rebuilds", Assert.Single(sponsor.Items).Content!.Text, StringComparison.Ordinal);
        Assert.Equal(["The week in one story", "Advisories", "SPONSORED", "Tools worth an hour", "Short notes"], issue.Sections.Select(static section => section.Title));
    }

    [Fact]
    public void Numbers_in_brackets_lead_where_the_lines_at_the_foot_say()
    {
        Issue issue = Text("""
            Kernel Digest #12

            NEWS

            * Rust bindings for the block layer are up for review [1]. The second
              version drops the macros.

            * Folios reached the last of the big file systems [2].

            [1] https://example.com/block
            [2]: <https://example.com/folio>
            [3] https://example.com/nobody-points-here
            """);
        Assert.Equal(["https://example.com/block", "https://example.com/folio"], issue.Sections[0].Items.Take(2).Select(static item => Assert.Single(item.Links).Url));
        Assert.Contains("review [1].", issue.Sections[0].Items[0].Content!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_over_lines_with_another_sign_marks_sections()
    {
        Issue issue = Text("""
            週刊ウェブ通信 第12号

            今週も気になる話題をまとめてお届けします。最後までどうぞお付き合いください。

            ■ ニュース
            ・ブラウザの新しい版が公開されました
             https://example.com/browser
            ・標準化団体が草案を発表しました
             https://example.com/draft

            ■ 道具箱
            ・色を選ぶ小さな道具
             https://example.com/color
            """);
        Assert.Equal(["ニュース", "道具箱"], issue.Sections.Select(static section => section.Title));
        Assert.Equal([2, 1], issue.Sections.Select(static section => section.Items.Length));
    }

    [Fact]
    public void The_first_line_over_number_and_date_is_the_title()
    {
        Issue issue = Text("""
            Der Kabelbote
            Ausgabe 7, 12. Februar 2021

            Guten Morgen! Draußen liegt Schnee, drinnen laufen die Lüfter und alle Lampen.

            NACHRICHTEN

            * Ein Kernel mit weniger Locks
            https://example.com/kernel

            * Ein Lüfter ohne Lärm
            https://example.com/fan
            """);
        Assert.Equal(("Der Kabelbote", 7, "Der Kabelbote"), (issue.Title, issue.Number, issue.Publication?.Title));
        Assert.StartsWith("Guten Morgen!", issue.Preface!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_encoding_counts_where_one_character_might_be_UTF8_by_chance()
    {
        // 路 in GBK is C2 B7, the middle dot of UTF-8.
        byte[] page = [.. "<html><head><meta charset=gbk></head><body><h1>Weekly 3</h1><p>The road ("u8, 0xC2, 0xB7, .. ") is long, and this issue says in how many ways.</p></body></html>"u8];
        IssueResult result = IssueReader.Default.Read(page);
        Assert.Contains("(路)", result.Issue.Sections.SelectMany(static section => section.Items).Select(static item => item.Content!.Text).Append(result.Issue.Preface?.Text).Single(static text => text is not null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subtitle_over_the_byline_is_no_item()
    {
        Issue issue = IssueReader.Default.Read("""
            <html><head><title>Measure Twice</title></head><body><article><h1>Measure Twice</h1><h3>Harbour Weekly No. 61: why a wall of gauges tells you nothing</h3>
            <div>Harbour Desk</div><div>Sep 05, 2024</div><div>64</div><div>9</div>
            <p>A rule says to measure twice and cut once. Ours says to measure everything and cut nothing.</p>
            <h2>Reading</h2><ul><li><a href="https://example.com/1">Gauges</a> and what they are for.</li><li><a href="https://example.com/2">Logs</a> of a long voyage.</li></ul></article></body></html>
            """).Issue;
        Assert.Equal(["Reading"], issue.Sections.Select(static section => section.Title));
        Assert.StartsWith("A rule says", issue.Preface!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bold_words_before_the_date_are_the_title_of_a_fragment() =>
        Assert.Equal("边缘云周报 Vol. 6", IssueReader.Default.Read("<p><strong>边缘云周报 Vol. 6</strong>　2020 年 6 月 19 日</p><p>本周会议多，代码少。编辑部把会议日程放在最前面，方便大家先排时间。</p><h3>要闻</h3><ul><li><a href=\"https://example.com/1\">新版本发布</a></li><li><a href=\"https://example.com/2\">旧版本停更</a></li></ul>").Issue.Title);

    [Fact]
    public void A_table_with_rows_of_headings_is_several_sections()
    {
        Issue issue = Page("""
            <table><tr><th colspan="2">Standards</th></tr><tr><td><a href="https://example.com/1">One document</a></td><td>Forty years of updates.</td></tr><tr><td><a href="https://example.com/2">Another</a></td><td>When to use it.</td></tr>
            <tr><th colspan="2">Software</th></tr><tr><td><a href="https://example.com/3">A tool</a></td><td>It no longer crashes.</td></tr><tr><td><a href="https://example.com/4">A daemon</a></td><td>It prints what it would do.</td></tr></table>
            """).Issue;
        Assert.Equal(["Standards", "Software"], issue.Sections.Select(static section => section.Title));
        Assert.Equal([2, 2], issue.Sections.Select(static section => section.Items.Length));
    }

    [Fact]
    public void Lists_within_lists_cost_what_their_entries_cost()
    {
        // A warm-up first: buffers that are kept for the next reading are no cost of the lists.
        Allocated(120);
        double once = Allocated(60), twice = Allocated(120);
        Assert.InRange(twice / once, 1.0, 2.3);

        static long Allocated(int levels)
        {
            string page = $"<html><body><article><h1>Harbour Weekly #5</h1><h2>News</h2>{string.Concat(Enumerable.Range(0, levels).Select(static level => "<ul>" + string.Concat(Enumerable.Range(0, 20).Select(entry => $"<li><a href=\"https://example.com/{level}/{entry}\">Entry {entry} of level {level}</a>"))))}</article></body></html>";
            FlatDocument document = Understood.Page(page);
            long before = GC.GetAllocatedBytesForCurrentThread();
            IssueParts parts = Understood.Of(document).Parts;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(levels * 20, parts.Sections.Sum(static section => section.Items.Sum(Count)));
            return allocated;
        }

        static int Count(Item item) => 1 + item.Items.Sum(Count);
    }

    private static IssueResult Page(string body) =>
        IssueReader.Default.Read($"<html><head><title>Harbour Weekly #5: Sails</title></head><body><article><h1>Harbour Weekly #5: Sails</h1><p>Welcome to another week of news from the harbour, with two stories and a tool.</p>{body}</article></body></html>");

    private static Issue Text(string text) => IssueReader.Default.Read(text, new IssueSource { FileName = "issue.txt" }).Issue;

    private static Issue Read(string name) => IssueReader.Default.Read(IssueFiles.Read($"samples/{name}"), new IssueSource { FileName = name }).Issue;
}
