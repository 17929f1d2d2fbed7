using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

/// <summary>What a publisher does to an issue after it was published, and what subscribers must not see as new.</summary>
public class EntryIdentityTests
{
    private static readonly Publication Publication = new() { Title = "灯塔周报", Url = "https://lantern.example/", Language = "zh-Hans" };

    private const string Address = "https://lantern.example/weekly/18";

    private const string Page = """
        <!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>灯塔周报 第 18 期</title><meta property="og:site_name" content="灯塔周报"></head><body>
        <h1>灯塔周报 第 18 期</h1><p>大家好，以下是本周的内容。</p>
        <h2>业界要闻</h2>
        <h3><a href="https://example.org/harbour">港口正式发布</a></h3><p>新版本带来了构建缓存，首次构建的速度提高了一倍，升级之前请先阅读说明。</p>
        <h3><a href="https://example.org/gateway">一个网关与两个集群</a></h3><p>一个小团队如何在一个下午之内迁移了全部流量，以及他们今天会怎样做。</p>
        <h2>本周阅读推荐</h2>
        <h3><a href="https://example.com/scheduler">调度器的一天</a></h3><p>带你走读代码，从队列的头走到尾，再看看它为什么有时候会停下来等一等。</p>
        <h3><a href="https://example.com/storage">不流泪的存储</a></h3><p>一年故障的教训，每一次都有原因、经过与改进，值得在值班之前读一遍。</p>
        </body></html>
        """;

    private static readonly (string Name, string Html, string File)[] Versions =
    [
        ("as published", Page, "18.html"),
        ("its text edited", Page.Replace("提高了一倍", "提高了一倍半", StringComparison.Ordinal).Replace("大家好，", "大家好！", StringComparison.Ordinal), "18.html"),
        ("its titles edited", Page.Replace("不流泪的存储", "不再流泪的存储", StringComparison.Ordinal), "18.html"),
        ("its items re-ordered", Reordered(), "18.html"),
        ("its file renamed", Page, "weekly-eighteen-final.html"),
        ("its markup redesigned", Redesigned(), "18.html"),
        ("its links tracked", Page.Replace("example.org/gateway\"", "example.org/gateway?utm_source=weekly#top\"", StringComparison.Ordinal), "18.html"),
        ("its date corrected", Page.Replace("<h1>", "<p><time datetime=\"2024-05-14\">2024-05-14</time></p><h1>", StringComparison.Ordinal), "18.html"),
    ];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var one in Versions) foreach (var other in Versions) if (one != other) pairs.Add(one.Name, other.Name);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_ids_of_an_issue_and_its_items_stay(string one, string other)
    {
        foreach (FeedScope scope in FeedScope.Standard) Assert.Equal(Ids(one, scope), Ids(other, scope));
        Assert.Equal(4, Ids(one, FeedScope.Items).Length);
        Assert.Empty(FeedDifference.Between(Feed(one, FeedScope.Items), Feed(other, FeedScope.Items)).New);
    }

    [Theory]
    [InlineData("its markup redesigned")]
    [InlineData("its file renamed")]
    [InlineData("its items re-ordered")]
    public void What_says_the_same_is_not_shown_as_changed(string version)
    {
        PublishedFeed published = PublishedFeed.Nothing.Follow(Feed("as published", FeedScope.Items), DateTimeOffset.UnixEpoch).Published;
        Feed followed = published.Follow(Feed(version, FeedScope.Items), DateTimeOffset.UnixEpoch.AddYears(60)).Feed;
        Assert.All(followed.Entries, static entry => Assert.True(entry.Updated is null, entry.Title));
    }

    private static string?[] Ids(string version, FeedScope scope) => [.. Feed(version, scope).Entries.Select(static entry => entry.Id).Order(StringComparer.Ordinal)];

    private static Feed Feed(string version, FeedScope scope)
    {
        (_, string html, string file) = Versions.Single(one => one.Name == version);
        IssueResult result = IssueReader.Default.Read(System.Text.Encoding.UTF8.GetBytes(html), new IssueSource { Address = Address, FileName = file });
        return Syndication.Feeds.Feed.FromIssues(Publication, [result.Issue], scope);
    }

    private static string Reordered()
    {
        int first = Page.IndexOf("<h3>", StringComparison.Ordinal), second = Page.IndexOf("<h3>", first + 1, StringComparison.Ordinal), end = Page.IndexOf("<h2>本周", StringComparison.Ordinal);
        return string.Concat(Page.AsSpan(0, first), Page.AsSpan(second, end - second), Page.AsSpan(first, second - first), Page.AsSpan(end));
    }

    private static string Redesigned() => Page
        .Replace("<h2>", "<div class=\"block\"><p style=\"font-size:20px;color:#0aa\"><strong>", StringComparison.Ordinal).Replace("</h2>", "</strong></p></div>", StringComparison.Ordinal)
        .Replace("<h3>", "<p style=\"font-size:16px\"><b>", StringComparison.Ordinal).Replace("</h3>", "</b></p>", StringComparison.Ordinal);
}
