using System.Globalization;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>The few words that feeds and their pages say themselves, in the language of the publication.</summary>
/// <param name="Language">The language as a BCP 47 tag.</param>
/// <param name="Issues">Whole issues.</param>
/// <param name="Items">Single items.</param>
/// <param name="Domain">Links to a domain; {0} is the domain.</param>
/// <param name="Search">What a search finds; {0} is the expression.</param>
/// <param name="Weekly">The digest of weeks.</param>
/// <param name="Monthly">The digest of months.</param>
/// <param name="Yearly">The digest of years.</param>
/// <param name="Week">One week; {0} is the year, {1} its number.</param>
/// <param name="Month">One month; {0} is the year, {1} the month.</param>
/// <param name="Year">One year.</param>
/// <param name="Undated">What has no date.</param>
internal sealed record FeedWords(
    string Language, string Issues, string Items, string Domain, string Search, string Weekly, string Monthly, string Yearly, string Week, string Month, string Year, string Undated)
{
    private static readonly FeedWords english = new("en", "Issues", "Items", "Links to {0}", "Search: {0}", "Weekly digest", "Monthly digest", "Yearly digest", "{0}, week {1}", "{0}-{1:00}", "{0}", "Without a date");
    private static readonly FeedWords chinese = new("zh-Hans", "各期", "条目", "链接到 {0}", "搜索：{0}", "每周汇总", "每月汇总", "年度汇总", "{0}年第{1}周", "{0}年{1}月", "{0}年", "无日期");
    private static readonly FeedWords traditional = new("zh-Hant", "各期", "條目", "連結到 {0}", "搜尋：{0}", "每週彙整", "每月彙整", "年度彙整", "{0}年第{1}週", "{0}年{1}月", "{0}年", "無日期");

    public static FeedWords In(string? language)
    {
        string tag = language ?? "";
        if (!tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return english;
        string[] traditionals = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"];
        return traditionals.Any(one => tag.StartsWith(one, StringComparison.OrdinalIgnoreCase)) ? traditional : chinese;
    }

    /// <summary>The title of a feed: feeds of one publication that lie side by side in a reader are told apart by it.</summary>
    public string? TitleOf(Publication publication, FeedScope scope) =>
        scope.Kind == FeedScopeKind.Issues || string.IsNullOrWhiteSpace(publication.Title) ? publication.Title ?? (scope.Kind == FeedScopeKind.Issues ? null : NameOf(scope))
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
