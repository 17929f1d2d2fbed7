using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary>An issue with its page in the site.</summary>
/// <param name="Issue">The issue; where it has no address of its own, with that of its page.</param>
/// <param name="Entry">Its entry in a feed of issues, with the whole content.</param>
/// <param name="FileName">The file of its page.</param>
internal sealed record IssuePage(Issue Issue, FeedEntry Entry, string FileName)
{
    /// <summary>The page of the issue before.</summary>
    internal string? Older { get; private init; }

    /// <summary>The page of the issue after.</summary>
    internal string? Newer { get; private init; }

    /// <summary>The issues, newest first, with names that stay when others come: by number, else by date, else by what is unlike.</summary>
    internal static List<IssuePage> Of(Publication publication, IReadOnlyList<Issue> issues, FeedOptions options, string? address)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pages = new List<IssuePage>();
        foreach (Issue issue in NewestFirst(issues).Reverse())
        {
            FeedEntry entry = EntryOf(issue);
            string name = Name(issue, entry), file = name + FeedFormat.Html.FileExtension;
            for (int n = 2; !taken.Add(file); n++) file = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}{FeedFormat.Html.FileExtension}");
            if (issue.Url is not null || WebAddress.Under(address, file) is not { } url) pages.Add(new IssuePage(issue, entry, file));
            else pages.Add(new IssuePage(issue with { Url = url }, EntryOf(issue with { Url = url }), file));
        }

        for (int i = 0; i < pages.Count; i++) pages[i] = pages[i] with { Older = i == 0 ? null : pages[i - 1].FileName, Newer = i + 1 == pages.Count ? null : pages[i + 1].FileName };
        pages.Reverse();
        return pages;

        FeedEntry EntryOf(Issue issue) => Feed.FromIssues(publication, [issue], FeedScope.Issues, new FeedOptions { IncludeSponsors = options.IncludeSponsors, IdSeed = options.IdSeed }).Entries[0];
    }

    /// <summary>The page: a feed of one entry that is called as the page is.</summary>
    internal Feed ToFeed(Publication publication, FeedOptions options, string? address)
    {
        string? own = WebAddress.Under(address, FileName);
        return new Feed
        {
            Title = Entry.DisplayTitle,
            Description = publication.Title,
            HomePageUrl = Issue.Url == own ? null : Issue.Url,
            // An issue that lives elsewhere is canonical there.
            FeedUrl = WebAddress.IsWeb(Issue.Url) ? Issue.Url : own,
            Rights = options.Rights,
            Language = Issue.Language ?? publication.Language,
            Links = [.. Feeds(), .. Link("prev", Older), .. Link("next", Newer), new FeedLink("start", "index.html")],
            Entries = [Entry with { Title = Entry.DisplayTitle }],
        };
    }

    private static IEnumerable<FeedLink> Feeds() => FeedFormat.ForReaders.Select(format =>
        new FeedLink("alternate", BuildCommand.FileName(FeedScope.Issues, format)) { Title = format.Name, MediaType = format.MediaType.Split(';')[0] });

    private static IEnumerable<FeedLink> Link(string relation, string? file) => file is null ? [] : [new FeedLink(relation, Uri.EscapeDataString(file))];

    /// <summary>The order of the feed, which number and dates decide.</summary>
    private static IEnumerable<Issue> NewestFirst(IReadOnlyList<Issue> issues)
    {
        var marked = issues.Select((issue, i) => new Issue { Number = issue.Number, Published = issue.Published, Updated = issue.Updated, Url = i.ToString(CultureInfo.InvariantCulture) });
        return Feed.FromIssues(new Publication(), marked, FeedScope.Issues).Entries.Select(entry => issues[int.Parse(entry.Url!, CultureInfo.InvariantCulture)]);
    }

    private static string Name(Issue issue, FeedEntry entry) =>
        issue.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"issue-{number}")
        : issue.Published is { } date ? $"issue-{date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : $"issue-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Id!)).AsSpan(0, 5))}";
}
