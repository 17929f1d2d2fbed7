using System.Globalization;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>The few words that feeds and their pages say themselves, in the language of the publication.</summary>
internal sealed class FeedWords
{
    private static readonly FeedWords english = new()
    {
        Language = "en", Issues = "Issues", Items = "Items", Domain = "Links to {0}", Search = "Search: {0}",
        Weekly = "Weekly digest", Monthly = "Monthly digest", Yearly = "Yearly digest", Week = "{0}, week {1}", Month = "{0}-{1:00}", Year = "{0}", Undated = "Without a date",
        Explanation = "This is a feed. Copy the address of this page into a feed reader, and what is new comes to you: no account, no mail address, no tracking.",
        PageExplanation = "This page shows a feed. Give one of these addresses to a feed reader, and what is new comes to you: no account, no mail address, no tracking.",
        HomePage = "Home page", Older = "Older", Newest = "Newest", Next = "Next", Overview = "All issues", Subscribe = "Subscribe",
    };

    private static readonly FeedWords chinese = new()
    {
        Language = "zh-Hans", Issues = "各期", Items = "条目", Domain = "链接到 {0}", Search = "搜索：{0}",
        Weekly = "每周汇总", Monthly = "每月汇总", Yearly = "年度汇总", Week = "{0}年第{1}周", Month = "{0}年{1}月", Year = "{0}年", Undated = "无日期",
        Explanation = "这是一个订阅源。把本页地址复制到阅读器中，新内容就会自动送达：无需注册，不用邮箱，没有跟踪。",
        PageExplanation = "本页展示一个订阅源。把下面任一地址交给阅读器，新内容就会自动送达：无需注册，不用邮箱，没有跟踪。",
        HomePage = "主页", Older = "更早", Newest = "最新", Next = "下一期", Overview = "全部各期", Subscribe = "订阅",
    };

    private static readonly FeedWords traditional = new()
    {
        Language = "zh-Hant", Issues = "各期", Items = "條目", Domain = "連結到 {0}", Search = "搜尋：{0}",
        Weekly = "每週彙整", Monthly = "每月彙整", Yearly = "年度彙整", Week = "{0}年第{1}週", Month = "{0}年{1}月", Year = "{0}年", Undated = "無日期",
        Explanation = "這是一個訂閱源。把本頁網址複製到閱讀器中，新內容就會自動送達：無需註冊，不用信箱，沒有追蹤。",
        PageExplanation = "本頁展示一個訂閱源。把下面任一網址交給閱讀器，新內容就會自動送達：無需註冊，不用信箱，沒有追蹤。",
        HomePage = "主頁", Older = "更早", Newest = "最新", Next = "下一期", Overview = "全部各期", Subscribe = "訂閱",
    };

    /// <summary>The language of the words as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Whole issues.</summary>
    public required string Issues { get; init; }

    /// <summary>Single items.</summary>
    public required string Items { get; init; }

    /// <summary>What a feed is, to somebody who opened one in a browser.</summary>
    public required string Explanation { get; init; }

    /// <summary>What a feed is, on the page that shows one.</summary>
    public required string PageExplanation { get; init; }

    /// <summary>A link to the publication.</summary>
    public required string HomePage { get; init; }

    /// <summary>A link to what came before.</summary>
    public required string Older { get; init; }

    /// <summary>A link from an archive to what is new.</summary>
    public required string Newest { get; init; }

    /// <summary>A link to the next issue.</summary>
    public required string Next { get; init; }

    /// <summary>A link to the page of all issues and feeds.</summary>
    public required string Overview { get; init; }

    /// <summary>What one does with a feed.</summary>
    public required string Subscribe { get; init; }

    /// <summary>What has no date.</summary>
    public required string Undated { get; init; }

    /// <summary>Links to a domain; {0} is the domain.</summary>
    public required string Domain { get; init; }

    /// <summary>What a search finds; {0} is the expression.</summary>
    public required string Search { get; init; }

    /// <summary>The digest of weeks.</summary>
    public required string Weekly { get; init; }

    /// <summary>The digest of months.</summary>
    public required string Monthly { get; init; }

    /// <summary>The digest of years.</summary>
    public required string Yearly { get; init; }

    /// <summary>One week; {0} is the year, {1} its number.</summary>
    public required string Week { get; init; }

    /// <summary>One month; {0} is the year, {1} the month.</summary>
    public required string Month { get; init; }

    /// <summary>One year.</summary>
    public required string Year { get; init; }

    public static FeedWords In(string? language)
    {
        string tag = language ?? "";
        if (!tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return english;
        string[] traditionals = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"];
        return traditionals.Any(one => tag.StartsWith(one, StringComparison.OrdinalIgnoreCase)) ? traditional : chinese;
    }

    /// <summary>The title of a feed: feeds of one publication that lie side by side in a reader are told apart by it.</summary>
    public string? TitleOf(Publication publication, FeedScope scope) =>
        scope.Kind == FeedScopeKind.Issues ? publication.Title
        : string.IsNullOrWhiteSpace(publication.Title) ? NameOf(scope)
        : $"{publication.Title} — {NameOf(scope)}";

    /// <summary>What a scope is called.</summary>
    public string NameOf(FeedScope scope) => scope.Kind switch
    {
        FeedScopeKind.Issues => Issues,
        FeedScopeKind.Items => Items,
        FeedScopeKind.Domain => Format(Domain, scope.Title!),
        FeedScopeKind.Search => Format(Search, scope.Title!),
        FeedScopeKind.Digest => scope.Key switch { "week" => Weekly, "month" => Monthly, _ => Yearly },
        _ => scope.Title!,
    };

    /// <summary>What a period is called.</summary>
    public string NameOf(DigestPeriod period, DateOnly date) => period switch
    {
        DigestPeriod.Week => Format(Week, ISOWeek.GetYear(date.ToDateTime(TimeOnly.MinValue)), ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue))),
        DigestPeriod.Month => Format(Month, date.Year, date.Month),
        _ => Format(Year, date.Year),
    };

    private static string Format(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
}
