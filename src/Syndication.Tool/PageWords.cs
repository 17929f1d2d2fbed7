namespace Syndication.Tool;

/// <summary>The few words that a page says itself, in the language of the publication.</summary>
internal sealed record PageWords(string Subscribe, string Issues, string AllFeeds)
{
    private static readonly PageWords english = new("Subscribe", "Issues", "All feeds");
    private static readonly PageWords chinese = new("订阅", "各期", "全部订阅源");
    private static readonly PageWords traditional = new("訂閱", "各期", "全部訂閱源");

    internal static PageWords In(string? language) => language switch
    {
        null => english,
        _ when language.StartsWith("zh-Hant", StringComparison.OrdinalIgnoreCase) || language.StartsWith("zh-TW", StringComparison.OrdinalIgnoreCase) => traditional,
        _ when language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => chinese,
        _ => english,
    };
}
