using System.Collections.Immutable;
using System.Globalization;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Benchmarks;

/// <summary>A generated feed: entries with 2 KB of content, half Chinese, half English, with links, dates, people and categories.</summary>
internal static class LongFeed
{
    private const int ContentLength = 2048;

    public static Feed Of(int entries) => new()
    {
        Id = "tag:weekly.example,2024:feed",
        Title = "山海云周报",
        Description = "每周一封 & more",
        HomePageUrl = "https://weekly.example/",
        FeedUrl = "https://weekly.example/feed",
        Language = "zh-Hans",
        Authors = [new Person("编辑部")],
        Updated = new DateTimeOffset(2024, 5, 13, 8, 30, 0, TimeSpan.FromHours(8)),
        Entries = [.. Enumerable.Range(1, entries).Select(Entry)],
    };

    private static FeedEntry Entry(int number)
    {
        string n = number.ToString(CultureInfo.InvariantCulture);
        string text = string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"<p>第 {i} 段：这个版本把<strong>启动时间</strong>缩短了，并修好了竞争。It also drops the old API &amp; moves its <a href=\"https://docs.example/{n}?a={i}&amp;b=1\">documentation</a> to a new site.</p>")));
        return new FeedEntry
        {
            Id = "tag:weekly.example,2024:entry/" + n,
            Title = $"项目 {n} 发布 v1.{n} <beta> & more",
            Url = "https://weekly.example/entry/" + n,
            Content = new Content(text[..text.LastIndexOf("<p>", ContentLength - 3, StringComparison.Ordinal)], ""),
            Summary = "修好了竞争，缩短了启动时间。",
            Published = new DateTimeOffset(2024, 5, 13, 8, 30, 0, TimeSpan.FromHours(8)).AddHours(-number),
            Authors = [new Person("编辑部")],
            Categories = ImmutableArray.Create(new FeedCategory("releases") { Scheme = "https://weekly.example/#section", Label = "发布" }),
            Links = [new FeedLink("via", "https://weekly.example/issue/" + n) { Title = "第 " + n + " 期" }],
            IssueNumber = number,
        };
    }
}
