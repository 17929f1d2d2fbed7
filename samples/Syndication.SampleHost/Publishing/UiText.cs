using System.Collections.Immutable;
using System.Globalization;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.SampleHost.Archive;

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
        OpmlName = "All as a list (OPML)",
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
        Locale = "en_GB",
        SiteNavigation = "Site",
        Search = "Search",
        SearchHere = "Search these issues",
        SearchAll = "Search all newsletters",
        SearchHelp = "Every word has to be there. “two words” stand side by side, -word must not be there, word* may go on; title:, section:, label:, author:, domain: and issue: say where.",
        SearchElsewhere = "Search all newsletters",
        SearchFeed = "What it will find",
        SubscribeSearch = "Subscribe to this search",
        SubscribeTopic = "Subscribe to this alone",
        AboutFeeds = "What is a feed?",
        AboutFeedsDescription = "News that comes to you: without an account, without a mail address, without anybody watching.",
        FeedsHere = "The feeds here",
        Topics = "By topic",
        AcrossIssues = "In all issues",
        AllOfIt = "All of it, back to the beginning",
        CountPatterns = ["{0} items in {1} issues", "{0} items in one issue", "One item in one issue", "Nothing yet"],
        TooLongPattern = "A search has at most {0} characters.",
        NewestPattern = "These are the newest {0} of {1} issues. Another word narrows the search.",
        TopicPattern = "{1} in every issue of {0}, newest first, with a feed of its own.",
        ScopeNames = ImmutableDictionary.CreateRange([KeyValuePair.Create("issues", "Whole issues"), KeyValuePair.Create("items", "Every item")]),
        TopicKinds = ImmutableDictionary.CreateRange([
            KeyValuePair.Create(FeedScopeKind.Section, "Section"), KeyValuePair.Create(FeedScopeKind.Label, "Label"), KeyValuePair.Create(FeedScopeKind.Author, "Author"),
            KeyValuePair.Create(FeedScopeKind.Domain, "Links to"), KeyValuePair.Create(FeedScopeKind.Digest, "Digest")]),
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
        SubscribeHint = "把链接复制到阅读器即可。",
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
        Locale = "zh_CN",
        SiteNavigation = "本站",
        Search = "搜索",
        SearchHere = "在本刊中搜索",
        SearchAll = "搜索全部刊物",
        SearchHelp = "各词须同时出现。“两个词”加引号表示相连，-词 表示不要，word* 表示词尾任意；title:、section:、label:、author:、domain:、issue: 可限定位置。",
        SearchElsewhere = "搜索全部刊物",
        SearchFeed = "今后的结果",
        SubscribeSearch = "订阅此搜索",
        SubscribeTopic = "只订阅这一部分",
        AboutFeeds = "什么是订阅源？",
        AboutFeedsDescription = "让新内容自己送上门：不用注册，不用邮箱，也没有人盯着。",
        FeedsHere = "本站的订阅源",
        Topics = "按主题",
        AcrossIssues = "历期汇总",
        AllOfIt = "查看全部，直到最早",
        CountPatterns = ["{1} 期中的 {0} 条", "1 期中的 {0} 条", "1 期中的 1 条", "暂无内容"],
        TooLongPattern = "搜索词最多 {0} 个字符。",
        NewestPattern = "共 {1} 期，这里是最近的 {0} 期。再加一个词可以缩小范围。",
        TopicPattern = "《{0}》历期的“{1}”，新的在前，并有单独的订阅源。",
        ScopeNames = ImmutableDictionary.CreateRange([KeyValuePair.Create("issues", "整期"), KeyValuePair.Create("items", "逐条")]),
        TopicKinds = ImmutableDictionary.CreateRange([
            KeyValuePair.Create(FeedScopeKind.Section, "栏目"), KeyValuePair.Create(FeedScopeKind.Label, "标签"), KeyValuePair.Create(FeedScopeKind.Author, "作者"),
            KeyValuePair.Create(FeedScopeKind.Domain, "链接到"), KeyValuePair.Create(FeedScopeKind.Digest, "汇总")]),
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
    public required string Locale { get; init; }
    public required string SiteNavigation { get; init; }
    public required string Search { get; init; }
    public required string SearchHere { get; init; }
    public required string SearchAll { get; init; }
    public required string SearchHelp { get; init; }
    public required string SearchElsewhere { get; init; }
    public required string SearchFeed { get; init; }
    public required string SubscribeSearch { get; init; }
    public required string SubscribeTopic { get; init; }
    public required string AboutFeeds { get; init; }
    public required string AboutFeedsDescription { get; init; }
    public required string FeedsHere { get; init; }
    public required string Topics { get; init; }
    public required string AcrossIssues { get; init; }
    public required string AllOfIt { get; init; }

    private string NumberPattern { get; init; } = "{0}";
    private string DatePattern { get; init; } = "yyyy-MM-dd";
    private ImmutableDictionary<string, string> ScopeNames { get; init; } = ImmutableDictionary<string, string>.Empty;
    private ImmutableDictionary<FeedScopeKind, string> TopicKinds { get; init; } = ImmutableDictionary<FeedScopeKind, string>.Empty;

    /// <summary>Items of several issues, of one, one item, and none.</summary>
    private ImmutableArray<string> CountPatterns { get; init; } = ["", "", "", ""];
    private string TooLongPattern { get; init; } = "";
    private string NewestPattern { get; init; } = "";
    private string TopicPattern { get; init; } = "";

    /// <summary>The interface for a text in some language: Chinese for Chinese, else English.</summary>
    public static UiText For(string? language) =>
        language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;

    public string Number(int value) => Format(NumberPattern, value);

    public string Date(PublicationDate value) => value.Date.ToString(DatePattern, CultureInfo.InvariantCulture);

    /// <summary>What a scope is called: its printed name, else words of the interface.</summary>
    public string Scope(FeedScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Title ?? ScopeNames.GetValueOrDefault(scope.Slug) ?? scope.NameIn(Language);
    }

    /// <summary>What a kind of topics is called.</summary>
    public string TopicKind(FeedScopeKind kind) => TopicKinds.GetValueOrDefault(kind, Search);

    /// <summary>What the page of a topic has, in a sentence.</summary>
    public string TopicDescription(Newsletter newsletter, FeedScope topic)
    {
        ArgumentNullException.ThrowIfNull(newsletter);
        return Format(TopicPattern, newsletter.Title, Scope(topic));
    }

    public string Count(int items, int issues) => Format(CountPatterns[items == 0 ? 3 : issues > 1 ? 0 : items > 1 ? 1 : 2], items, issues);

    public string SearchTooLong(int most) => Format(TooLongPattern, most);

    public string NewestShown(int shown, int all) => Format(NewestPattern, shown, all);

    private static string Format(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
}
