using System.Text.RegularExpressions;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.SampleHost.Archive;

/// <summary>An issue and what reading it gave.</summary>
/// <param name="Slug">The last segment of the issue's address here, from its file name.</param>
/// <param name="FileName">The file that it was read from.</param>
/// <param name="Issue">The issue.</param>
public sealed record ArchivedIssue(string Slug, string FileName, Issue Issue)
{
    private static readonly Regex LeadingNumber = new(
        @"^[\s·|,，—–-]*(?:(?:vol(?:ume)?|no|issue)\.?\s*#?\s*\d+|#\s*\d+|第\s*[\d〇一二三四五六七八九十百千]+\s*期)?\s*[:：|·—–-]*\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>What reading the file gave; <see langword="null"/> where the file cannot be read now and the issue is the one published before.</summary>
    public IssueResult? Result { get; init; }

    /// <summary>The address of the first picture in it; <see langword="null"/> where it has none.</summary>
    public string? Picture => Feed.FromIssues(new Publication(), [Issue], FeedScope.Issues).Entries[0].ImageUrl;

    /// <summary>The title to show: the issue's own, else its file's name.</summary>
    public string Title => Issue.Title ?? FileName;

    /// <summary>The title without the newsletter's name and the number at its beginning, for places that show both beside it.</summary>
    public string Headline(Newsletter newsletter)
    {
        ArgumentNullException.ThrowIfNull(newsletter);
        string rest = Title.StartsWith(newsletter.Title, StringComparison.OrdinalIgnoreCase) ? Title[newsletter.Title.Length..] : Title;
        rest = LeadingNumber.Replace(rest, "").Trim();
        return rest.Length > 0 ? rest : Title;
    }
}
