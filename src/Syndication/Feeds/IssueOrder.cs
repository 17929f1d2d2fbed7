using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>The order of issues in a feed.</summary>
internal static class IssueOrder
{
    /// <summary>
    /// Newest first: by date; an undated issue beside the dated one with the next lower number, else with the next higher one, else at the end. Equal
    /// dates are ordered by number, then as given.
    /// </summary>
    public static IEnumerable<Issue> NewestFirst(IEnumerable<Issue> issues)
    {
        Issue[] given = [.. issues];
        (int Number, DateTimeOffset Date)[] dated =
            [.. given.Where(static issue => issue is { Number: not null, Published: not null }).Select(static issue => (issue.Number!.Value, DateOf(issue)!.Value)).OrderBy(static pair => pair.Item1)];
        return given
            .OrderByDescending(issue => DateOf(issue) ?? Near(dated, issue.Number) ?? DateTimeOffset.MinValue)
            .ThenByDescending(static issue => issue.Number ?? int.MinValue);
    }

    private static DateTimeOffset? DateOf(Issue issue) => (issue.Published ?? issue.Updated)?.ToDateTimeOffset();

    private static DateTimeOffset? Near((int Number, DateTimeOffset Date)[] dated, int? number)
    {
        if (number is null || dated.Length == 0) return null;
        int lower = Array.FindLastIndex(dated, pair => pair.Number < number);
        return dated[Math.Max(lower, 0)].Date;
    }
}
