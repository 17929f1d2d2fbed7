using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Selects from issues what becomes an entry: the first stage on the way from issues to a feed.</summary>
internal static class IssueSelection
{
    private const int SummaryLength = 280;

    public static Feed ToFeed(Publication publication, IEnumerable<Issue> issues, FeedScope scope, FeedOptions options)
    {
        Func<Publication, Issue, FeedOptions, IEnumerable<FeedEntry>> select = scope == FeedScope.Issues ? WholeIssue : Items;
        ImmutableArray<FeedEntry> entries = EntryDates.Settle([.. IssueOrder.NewestFirst(issues).SelectMany(issue => select(publication, issue, options))]);
        return new Feed
        {
            Id = options.Id ?? NamedUuid.Create("feed", publication.Url ?? publication.Title, scope.Name),
            Title = options.Title ?? publication.Title,
            Description = options.Description ?? publication.Description,
            HomePageUrl = options.HomePageUrl ?? publication.Url,
            FeedUrl = options.FeedUrl,
            Language = publication.Language,
            Authors = Authors(publication.Authors),
            Contributors = Contributors(publication.Authors),
            Updated = EntryDates.Newest(entries),
            Icon = options.Icon,
            Logo = options.Logo,
            Rights = options.Rights,
            Generator = options.Generator,
            Links = options.Links,
            Entries = entries,
        };
    }

    public static bool IsSponsor(Section section) => section.Kind == "sponsor";

    private static IEnumerable<FeedEntry> WholeIssue(Publication publication, Issue issue, FeedOptions options)
    {
        string html = EntryHtml.OfIssue(issue, options.IncludeSponsors);
        string text = EntryText.OfIssue(issue, options.IncludeSponsors);
        yield return new FeedEntry
        {
            Id = IssueId(publication, issue),
            Title = IssueTitle(publication, issue),
            Url = issue.Url,
            Content = html.Length == 0 ? null : new Content(html, text),
            Summary = issue.Preface is { } preface ? DerivedText.Excerpt(preface.Text, SummaryLength) ?? preface.Text : DerivedText.Excerpt(text, SummaryLength),
            Published = issue.Published?.ToDateTimeOffset(),
            Updated = issue.Updated?.ToDateTimeOffset(),
            Authors = Authors(issue.Authors),
            Contributors = Contributors(issue.Authors),
            Categories = [.. issue.Sections.Where(section => options.IncludeSponsors || !IsSponsor(section)).Select(section => SectionCategory(publication, section)).OfType<FeedCategory>().Distinct()],
            Enclosures = EntryMedia.Enclosures(ItemsOf(issue.Sections, options)),
            ImageUrl = EntryMedia.Picture(html),
            Links = [.. issue.Related.Where(static related => related.Url is not null).Select(static related => new FeedLink("related", related.Url!) { Title = related.Title })],
            Language = issue.Language,
            IssueNumber = issue.Number,
        };
    }

    private static IEnumerable<FeedEntry> Items(Publication publication, Issue issue, FeedOptions options)
    {
        string issueId = IssueId(publication, issue);
        string issueTitle = IssueTitle(publication, issue);
        ImmutableArray<FeedLink> via = issue.Url is null ? [] : [new FeedLink("via", issue.Url) { Title = issueTitle }];
        var path = new Stack<(Section Section, ImmutableArray<FeedCategory> Categories)>();
        Push(issue.Sections, []);
        while (path.TryPop(out var place))
        {
            if (!options.IncludeSponsors && IsSponsor(place.Section)) continue;
            foreach (Item item in place.Section.Items) yield return ItemEntry(item, place.Section, place.Categories);
            Push(place.Section.Sections, place.Categories);
        }

        void Push(ImmutableArray<Section> sections, ImmutableArray<FeedCategory> outer)
        {
            foreach (Section section in sections.Reverse())
            {
                path.Push((section, SectionCategory(publication, section) is { } own ? [own, .. outer] : outer));
            }
        }

        FeedEntry ItemEntry(Item item, Section section, ImmutableArray<FeedCategory> categories)
        {
            string html = EntryHtml.OfItem(item);
            string text = EntryText.OfItem(item);
            ImmutableArray<Person> people = item.Authors.IsEmpty ? issue.Authors : item.Authors;
            return new FeedEntry
            {
                Id = item.Id ?? NamedUuid.Create("item", issueId, EntryHtml.MainLink(item)?.Url ?? item.Title ?? text),
                Title = item.Title,
                Url = EntryHtml.MainLink(item)?.Url ?? issue.Url,
                Content = html.Length == 0 ? null : new Content(html, text),
                Summary = DerivedText.Excerpt(text, SummaryLength),
                Published = (issue.Published ?? item.Published)?.ToDateTimeOffset(),
                Updated = issue.Updated?.ToDateTimeOffset(),
                Authors = Authors(people),
                Contributors = Contributors(people),
                Categories = item.Kind is null ? categories : [.. categories, new FeedCategory(item.Kind) { Scheme = Scheme(publication, "label") }],
                Enclosures = EntryMedia.Enclosures(item),
                ImageUrl = EntryMedia.Picture(html),
                Links = via,
                Language = issue.Language,
                IssueNumber = issue.Number,
                IssueTitle = issueTitle,
                SectionTitle = section.Title,
                SectionSlug = section.Slug,
                Label = item.Kind,
            };
        }
    }

    private static IEnumerable<Item> ItemsOf(ImmutableArray<Section> sections, FeedOptions options) => sections
        .Where(section => options.IncludeSponsors || !IsSponsor(section)).SelectMany(section => section.Items.Concat(ItemsOf(section.Sections, options)));

    // An issue that nothing names is told from the others by its words.
    private static string IssueId(Publication publication, Issue issue) =>
        issue.Id ?? issue.Url ?? NamedUuid.Create("issue", publication.Url ?? publication.Title,
            Numbered(issue) ?? issue.Title ?? issue.Published?.ToString() ?? EntryText.OfIssue(issue, includeSponsors: true));

    // A title that is put together from what is known: issues are told apart by their number, else by their date.
    private static string IssueTitle(Publication publication, Issue issue)
    {
        if (!string.IsNullOrWhiteSpace(issue.Title)) return issue.Title;
        string mark = Numbered(issue) is { } number ? "#" + number : issue.Published?.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        string title = $"{publication.Title ?? issue.Publication?.Title} {mark}".Trim();
        return title.Length > 0 ? title : issue.Url ?? issue.Id ?? "Issue";
    }

    private static string? Numbered(Issue issue) => issue.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static FeedCategory? SectionCategory(Publication publication, Section section)
    {
        string? term = section.Slug ?? section.Title;
        return string.IsNullOrWhiteSpace(term) ? null : new FeedCategory(term) { Label = section.Title, Scheme = Scheme(publication, "section") };
    }

    // Sections and labels are a publication's own words, so their schemes are too.
    private static string Scheme(Publication publication, string kind) =>
        FeedAddress.Normalize(publication.Url, out _) is { } url && !url.Contains('#', StringComparison.Ordinal) ? $"{url}#{kind}" : NamedUuid.Create("scheme", publication.Title, kind);

    private static ImmutableArray<Person> Authors(ImmutableArray<Person> people) =>
        people.Any(static person => person.Role == PersonRole.Author) ? [.. people.Where(static person => person.Role == PersonRole.Author)] : people;

    private static ImmutableArray<Person> Contributors(ImmutableArray<Person> people) =>
        people.Any(static person => person.Role == PersonRole.Author) ? [.. people.Where(static person => person.Role != PersonRole.Author)] : [];
}
