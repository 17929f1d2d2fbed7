using Syndication.Structure;

namespace Syndication.Tool;

/// <summary>What a block is to a reader of a report: its role, and for content its place; one colour each.</summary>
/// <param name="Key">The name in the style sheet.</param>
/// <param name="Label">The name in the legend.</param>
/// <param name="IsAside">Whether the text was set aside.</param>
internal sealed record BlockCategory(string Key, string Label, bool IsAside)
{
    /// <summary>Every category, in the order of the legend.</summary>
    internal static IReadOnlyList<BlockCategory> All { get; } =
    [
        new("title", "title", false), new("byline", "by-line", false), new("preface", "preface", false), new("section", "section", false), new("item-title", "item title", false),
        new("item", "item", false), new("closing", "closing", false), new("related", "related issues", false), new("lost", "in no place", false),
        new("masthead", "masthead", true), new("navigation", "navigation", true), new("footer", "footer", true), new("hidden", "hidden", true), new("aside", "other furniture", true),
    ];

    internal static BlockCategory Of(BlockDecision block) => Named(block switch
    {
        { Role: "content", Place: "preface" or "closing" or "item" } => block.Place,
        { Role: "content", Place: "section" or "section title" } => "section",
        { Role: "content", Place: "item title" } => "item-title",
        { Role: "content" } => "lost",
        { Role: "title" or "byline" or "related" or "masthead" or "navigation" or "footer" or "hidden" } => block.Role,
        _ => "aside",
    });

    private static BlockCategory Named(string key) => All.First(category => category.Key == key);
}
