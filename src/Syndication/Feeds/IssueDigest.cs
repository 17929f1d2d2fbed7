using System.Globalization;
using System.Text;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Puts the issues of a period together to one entry.</summary>
internal static class IssueDigest
{
    /// <param name="publication">The newsletter.</param>
    /// <param name="ordered">The issues in the order of the feed.</param>
    /// <param name="scope">A digest.</param>
    /// <param name="options">The options.</param>
    public static IEnumerable<FeedEntry> Of(Publication publication, IEnumerable<Issue> ordered, FeedScope scope, FeedOptions options)
    {
        DigestPeriod period = Enum.Parse<DigestPeriod>(scope.Key!, ignoreCase: true);
        // An undated issue is in the period of the issue that it stands beside.
        Issue[] issues = [.. ordered];
        IEnumerable<Issue> oldestFirst = options.Order == FeedOrder.NewestFirst ? issues.Reverse() : issues;
        var periods = new List<(DateOnly? Begin, List<Issue> Issues)>();
        DateOnly? begin = issues.Where(static issue => issue.Published is not null).Select(issue => (DateOnly?)BeginOf(period, issue.Published!.Value.Date)).Min();
        foreach (Issue issue in oldestFirst)
        {
            if (issue.Published is { } date) begin = BeginOf(period, date.Date);
            if (periods.Count == 0 || periods[^1].Begin != begin) periods.Add((begin, []));
            periods[^1].Issues.Add(issue);
        }

        if (options.Order == FeedOrder.NewestFirst) periods.Reverse();
        return periods.Select(one => Entry(publication, period, one.Begin, one.Issues, options));
    }

    private static FeedEntry Entry(Publication publication, DigestPeriod period, DateOnly? begin, List<Issue> issues, FeedOptions options)
    {
        FeedWords words = FeedWords.In(publication.Language);
        string name = begin is { } date ? words.NameOf(period, date) : words.Undated;
        var html = new StringBuilder();
        var text = new StringBuilder();
        foreach (Issue issue in issues)
        {
            string title = IssueSelection.IssueTitle(publication, issue);
            html.Append(EntryHtml.Heading(title, issue.Url, 2))
                .Append(options.Content == FeedContent.Full ? EntryHtml.OfIssue(issue, options.IncludeSponsors, 3) : EntryHtml.OverviewOfIssue(issue, options.IncludeSponsors, 3));
            text.Append(text.Length == 0 ? "" : "\n\n").Append(title).Append("\n\n").Append(EntryText.OfIssue(issue, options.IncludeSponsors));
        }

        return new FeedEntry
        {
            Id = NamedUuid.Create("digest", IssueSelection.Seed(publication, options), period.ToString(), begin?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Title = $"{publication.Title} {name}".Trim(),
            Content = new Content(html.ToString(), text.ToString()),
            Markdown = issues.TrueForAll(static issue => issue.IsMarkdown) ? HtmlMarkdown.Of(html.ToString()) : null,
            Summary = string.Join(" · ", issues.Select(issue => IssueSelection.IssueTitle(publication, issue))),
            Published = issues.Min(static issue => issue.Published?.ToDateTimeOffset()),
            Updated = issues.Max(static issue => (issue.Updated ?? issue.Published)?.ToDateTimeOffset()),
            Links = [.. issues.Where(static issue => issue.Url is not null).Select(issue => new FeedLink("via", issue.Url!) { Title = IssueSelection.IssueTitle(publication, issue) })],
            Language = publication.Language,
        };
    }

    private static DateOnly BeginOf(DigestPeriod period, DateOnly date) => period switch
    {
        DigestPeriod.Week => DateOnly.FromDayNumber(Math.Max(0, date.DayNumber - (((int)date.DayOfWeek + 6) % 7))),
        DigestPeriod.Month => new DateOnly(date.Year, date.Month, 1),
        _ => new DateOnly(date.Year, 1, 1),
    };
}
