using System.Collections.Immutable;
using System.Globalization;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Puts parts and metadata together as one issue and gives it and its items their ids.</summary>
internal static class IssueAssembler
{
    public static Issue Assemble(IssueParts parts, IssueMetadata metadata, bool isMarkdown)
    {
        string? id = metadata.StatedId ?? StableIds.OfIssue(metadata.Publication?.Title, metadata.StatedHome, metadata.PrintedNumber ?? metadata.Number?.ToString(CultureInfo.InvariantCulture), metadata.Url, metadata.Published, metadata.Title);
        Dictionary<string, int> taken = new(StringComparer.Ordinal);
        return new Issue
        {
            Id = id,
            Publication = metadata.Publication,
            Number = metadata.Number,
            Title = metadata.Title,
            Url = metadata.Url,
            Published = metadata.Published,
            Updated = metadata.Updated,
            Language = metadata.Language,
            IsMarkdown = isMarkdown,
            Authors = metadata.Authors,
            Preface = parts.Preface,
            Sections = [.. parts.Sections.Select(section => WithIds(section, id ?? "tag:newsletter.invalid,2005:issue", taken))],
            Closing = parts.Closing,
            Related = [.. parts.Related],
        };
    }

    private static Section WithIds(Section section, string issueId, Dictionary<string, int> taken) => section with
    {
        Items = [.. section.Items.Select(item => WithIds(item, issueId, taken))],
        Sections = [.. section.Sections.Select(inner => WithIds(inner, issueId, taken))],
    };

    private static Item WithIds(Item item, string issueId, Dictionary<string, int> taken) => item with
    {
        Id = StableIds.OfItem(issueId, item.Links.Length > 0 ? item.Links[0].Url : null, item.Title, item.Content?.Text, taken),
        Items = [.. item.Items.Select(inner => WithIds(inner, issueId, taken))],
    };
}
