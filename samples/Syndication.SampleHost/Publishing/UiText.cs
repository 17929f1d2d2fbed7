using System.Collections.Immutable;
using System.Globalization;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.SampleHost.Publishing;

/// <summary>The words of the interface in one language. What a newsletter says itself is never translated.</summary>
public sealed record UiText
{
    public static UiText English { get; } = new()
    {
        Language = "en",
        Tagline = "Newsletter issues, read into structure and served as feeds.",
        HomeIntroduction = "Every page and feed here was made from the files of an archive: HTML, Markdown, plain text and mail, as their publishers wrote them.",
        SkipToContent = "Skip to the content",
        AllNewsletters = "All newsletters",
        LatestIssue = "Latest issue",
        EarlierIssues = "Earlier issues",
        Contents = "In this issue",
        Preface = "Preface",
        Related = "Related issues",
        Neighbours = "Neighbouring issues",
        Newer = "Newer issue",
        Older = "Older issue",
        Subscribe = "Subscribe",
        SubscribeHint = "Copy a link into your feed reader.",
        OpmlName = "Both as a list (OPML)",
        Original = "Original page",
        ReadingReport = "How this issue was read",
        Source = "File",
        Coverage = "Text accounted for",
        SetAside = "Set aside as furniture",
        Diagnostics = "Remarks",
        Nothing = "nothing",
        NotFoundTitle = "There is no such page",
        NotFoundHint = "The address may be mistyped, or the issue was renamed.",
        NoNewsletters = "The archive has no issues yet.",
        NumberPattern = "No. {0}",
        DatePattern = "d MMMM yyyy",
        ScopeNames = ImmutableDictionary.CreateRange([KeyValuePair.Create("issues", "Whole issues"), KeyValuePair.Create("items", "Every item")]),
    };

    public static UiText Chinese { get; } = new()
    {
        Language = "zh-Hans",
        Tagline = "把一期期通讯读成结构，再变成订阅源。",
        HomeIntroduction = "这里的每个页面和订阅源，都来自一个存档里的原始文件：网页、Markdown、纯文本与邮件，原样读入，未作改动。",
        SkipToContent = "跳到正文",
        AllNewsletters = "全部刊物",
        LatestIssue = "最新一期",
        EarlierIssues = "往期",
        Contents = "本期目录",
        Preface = "前言",
        Related = "相关阅读",
        Neighbours = "前后两期",
        Newer = "后一期",
        Older = "前一期",
        Subscribe = "订阅",
        SubscribeHint = "把链接复制到你的阅读器即可。",
        OpmlName = "一并导入（OPML）",
        Original = "原文",
        ReadingReport = "本期是怎样读出来的",
        Source = "文件",
        Coverage = "已归位的文字",
        SetAside = "视为版面而搁置",
        Diagnostics = "说明",
        Nothing = "无",
        NotFoundTitle = "没有这个页面",
        NotFoundHint = "地址可能输错了，或者这一期已经改名。",
        NoNewsletters = "存档里还没有任何一期。",
        NumberPattern = "第 {0} 期",
        DatePattern = "yyyy年M月d日",
        ScopeNames = ImmutableDictionary.CreateRange([KeyValuePair.Create("issues", "整期"), KeyValuePair.Create("items", "逐条")]),
    };

    public static ImmutableArray<UiText> All { get; } = [English, Chinese];

    public required string Language { get; init; }
    public required string Tagline { get; init; }
    public required string HomeIntroduction { get; init; }
    public required string SkipToContent { get; init; }
    public required string AllNewsletters { get; init; }
    public required string LatestIssue { get; init; }
    public required string EarlierIssues { get; init; }
    public required string Contents { get; init; }
    public required string Preface { get; init; }
    public required string Related { get; init; }
    public required string Neighbours { get; init; }
    public required string Newer { get; init; }
    public required string Older { get; init; }
    public required string Subscribe { get; init; }
    public required string SubscribeHint { get; init; }
    public required string OpmlName { get; init; }
    public required string Original { get; init; }
    public required string ReadingReport { get; init; }
    public required string Source { get; init; }
    public required string Coverage { get; init; }
    public required string SetAside { get; init; }
    public required string Diagnostics { get; init; }
    public required string Nothing { get; init; }
    public required string NotFoundTitle { get; init; }
    public required string NotFoundHint { get; init; }
    public required string NoNewsletters { get; init; }

    private string NumberPattern { get; init; } = "{0}";
    private string DatePattern { get; init; } = "yyyy-MM-dd";
    private ImmutableDictionary<string, string> ScopeNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The interface for a text in some language: Chinese for Chinese, else English.</summary>
    public static UiText For(string? language) =>
        language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;

    public string Number(int value) => string.Format(CultureInfo.InvariantCulture, NumberPattern, value);

    public string Date(PublicationDate value) => value.Date.ToString(DatePattern, CultureInfo.InvariantCulture);

    public string Scope(FeedScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ScopeNames.GetValueOrDefault(scope.Slug, scope.Slug);
    }
}
