using System.Collections.Immutable;

namespace Syndication.Feeds;

/// <summary>What a feed of issues shall say that the issues do not.</summary>
public sealed record FeedOptions
{
    /// <summary>The feed's id; by default a UUID made from <see cref="IdSeed"/> and the scope, which stays when the feed moves.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// What ids are made of where the issues have none of their own: those of feeds, of digests and of issues that nothing names. By default the publication's
    /// address, else its title. Give what the first publishing had, and nothing shows as new when the newsletter moves or is renamed.
    /// </summary>
    public string? IdSeed { get; init; }

    /// <summary>The feed's title; by default the publication's for whole issues, and for other scopes that with the scope's own (<c>云原生生态周报 — 开源项目推荐</c>).</summary>
    public string? Title { get; init; }

    /// <summary>What the feed is about; by default the publication's description.</summary>
    public string? Description { get; init; }

    /// <summary>The page that the feed belongs to; by default the publication's address.</summary>
    public string? HomePageUrl { get; init; }

    /// <summary>The feed's own absolute address; see <see cref="Feed.FeedUrl"/>.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>The absolute address of the feed of whole issues, which entries of items name as their <see cref="FeedEntry.Source"/>. Optional.</summary>
    public string? IssuesFeedUrl { get; init; }

    /// <summary>The absolute address of a small square picture.</summary>
    public string? Icon { get; init; }

    /// <summary>The absolute address of a large picture.</summary>
    public string? Logo { get; init; }

    /// <summary>Rights in the feed.</summary>
    public string? Rights { get; init; }

    /// <summary>The software named as the feed's maker; <see langword="null"/> names none. Default <c>Syndication</c>.</summary>
    public string? Generator { get; init; } = "Syndication";

    /// <summary>Whether items of sections of kind <c>sponsor</c> are part of the feed. Default <see langword="true"/>.</summary>
    public bool IncludeSponsors { get; init; } = true;

    /// <summary>How much of an issue or item its entry carries. Default <see cref="FeedContent.Full"/>.</summary>
    public FeedContent Content { get; init; }

    /// <summary>The order of the entries. Default <see cref="FeedOrder.NewestFirst"/>.</summary>
    public FeedOrder Order { get; init; }

    /// <summary>How many entries the feed has at most: the first in its order; <see langword="null"/> or less than 1: all. Default all.</summary>
    public int? MaxEntries { get; init; }

    /// <summary>How often there is something new. Default: not said.</summary>
    public FeedUpdateCycle? UpdateCycle { get; init; }

    /// <summary>Whether recordings have what is not for children; see <see cref="Feed.IsExplicit"/>. Default: not said.</summary>
    public bool? IsExplicit { get; init; }

    /// <summary>Further links of the feed, such as a WebSub hub.</summary>
    public ImmutableArray<FeedLink> Links { get; init => field = value.IsDefault ? [] : value; } = [];
}
