using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Selects from issues what becomes an entry: the first stage on the way from issues to a feed.</summary>
internal static class IssueSelection
{
    public static Feed ToFeed(Publication publication, IEnumerable<Issue> issues, FeedScope scope, FeedOptions options)
    {
        IEnumerable<Issue> ordered = options.Order == FeedOrder.NewestFirst ? IssueOrder.NewestFirst(issues) : IssueOrder.NewestFirst(issues).Reverse();
        IEnumerable<FeedEntry> selected = scope.Kind switch
        {
            FeedScopeKind.Issues => ordered.Select(issue => WholeIssue(publication, issue, options)),
            FeedScopeKind.Digest => IssueDigest.Of(publication, ordered, scope, options),
            _ => ordered.SelectMany(issue => Items(publication, issue, scope, options)),
        };
        ImmutableArray<FeedEntry> entries = options.Order == FeedOrder.NewestFirst ? EntryDates.Settle([.. selected]) : [.. EntryDates.Settle([.. selected.Reverse()]).Reverse()];
        bool isCut = options.MaxEntries is > 0 and { } most && most < entries.Length;
        if (isCut) entries = entries[..options.MaxEntries!.Value];
        return new Feed
        {
            Id = options.Id ?? FeedId(publication, scope, options),
            Title = options.Title ?? FeedWords.In(publication.Language).TitleOf(publication, scope),
            Description = options.Description ?? publication.Description,
            HomePageUrl = options.HomePageUrl ?? publication.Url,
            FeedUrl = options.FeedUrl,
            Language = publication.Language,
            Authors = Authors(publication.Authors),
            Contributors = Contributors(publication.Authors),
            Updated = EntryDates.Newest(entries) ?? issues.Max(static issue => (issue.Updated ?? issue.Published)?.ToDateTimeOffset()),
            Icon = options.Icon,
            Logo = options.Logo,
            Rights = options.Rights,
            Generator = options.Generator,
            Links = options.Links,
            UpdateCycle = options.UpdateCycle,
            IsExplicit = options.IsExplicit,
            Entries = entries,
            Order = options.Order,
            IsCut = isCut,
        };
    }

    /// <summary>What ids are made of where the issues have none.</summary>
    public static string? Seed(Publication publication, FeedOptions options) => options.IdSeed ?? publication.Url ?? publication.Title;

    public static bool IsSponsor(Section section) => section.Kind == "sponsor";

    private static FeedEntry WholeIssue(Publication publication, Issue issue, FeedOptions options)
    {
        string html = EntryHtml.OfIssue(issue, options.IncludeSponsors);
        string text = EntryText.OfIssue(issue, options.IncludeSponsors);
        return new FeedEntry
        {
            Id = IssueId(publication, issue, options),
            Title = IssueTitle(publication, issue),
            Url = issue.Url,
            Content = ContentOf(html, text, options),
            Markdown = MarkdownOf(html, issue, options),
            Summary = issue.Preface is { } preface ? DerivedText.Excerpt(preface.Text, DerivedText.SummaryLength) ?? preface.Text : SummaryOf(text, options),
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

    private static IEnumerable<FeedEntry> Items(Publication publication, Issue issue, FeedScope scope, FeedOptions options)
    {
        string issueId = IssueId(publication, issue, options);
        string issueTitle = IssueTitle(publication, issue);
        ImmutableArray<FeedLink> via = issue.Url is null ? [] : [new FeedLink("via", issue.Url) { Title = issueTitle }];
        var source = new FeedSource
        {
            Id = FeedId(publication, FeedScope.Issues, options),
            Title = publication.Title,
            FeedUrl = options.IssuesFeedUrl,
            HomePageUrl = options.HomePageUrl ?? publication.Url,
            Updated = (issue.Updated ?? issue.Published)?.ToDateTimeOffset(),
        };
        foreach (ItemPlace place in ItemSelection.Of(issue, scope, options.IncludeSponsors))
        {
            Item item = place.Item;
            string html = EntryHtml.OfItem(item);
            string text = EntryText.OfItem(item);
            IEnumerable<FeedCategory> categories = place.Sections.Select(section => SectionCategory(publication, section)).OfType<FeedCategory>();
            yield return new FeedEntry
            {
                Id = item.Id ?? NamedUuid.Create("item", issueId, EntryHtml.MainLink(item)?.Url ?? item.Title ?? text),
                Title = item.Title,
                Url = EntryHtml.MainLink(item)?.Url ?? issue.Url,
                Content = ContentOf(html, text, options),
                Markdown = MarkdownOf(html, issue, options),
                Summary = SummaryOf(text, options),
                Published = (issue.Published ?? item.Published)?.ToDateTimeOffset(),
                Updated = issue.Updated?.ToDateTimeOffset(),
                Authors = Authors(place.People),
                Contributors = Contributors(place.People),
                Categories = item.Kind is null ? [.. categories] : [.. categories, new FeedCategory(item.Kind) { Scheme = Scheme(publication, "label") }],
                Enclosures = EntryMedia.Enclosures(item),
                ImageUrl = EntryMedia.Picture(html),
                Links = via,
                Source = source,
                Language = issue.Language,
                IssueNumber = issue.Number,
                IssueTitle = issueTitle,
                SectionTitle = place.Section.Title,
                SectionSlug = place.Section.Slug,
                Label = item.Kind,
            };
        }
    }

    private static Content? ContentOf(string html, string text, FeedOptions options) =>
        html.Length == 0 || options.Content == FeedContent.Excerpt ? null : new Content(html, text);

    private static string? MarkdownOf(string html, Issue issue, FeedOptions options) =>
        issue.IsMarkdown && options.Content != FeedContent.Excerpt ? HtmlMarkdown.Of(html) : null;

    // A summary that repeats the whole content says nothing; without the content it does.
    private static string? SummaryOf(string text, FeedOptions options) =>
        DerivedText.Excerpt(text, DerivedText.SummaryLength) ?? (options.Content == FeedContent.Excerpt && text.Length > 0 ? text : null);

    private static IEnumerable<Item> ItemsOf(ImmutableArray<Section> sections, FeedOptions options) => sections
        .Where(section => options.IncludeSponsors || !IsSponsor(section)).SelectMany(section => section.Items.Concat(ItemsOf(section.Sections, options)));

    private static string FeedId(Publication publication, FeedScope scope, FeedOptions options) => NamedUuid.Create("feed", Seed(publication, options), scope.Slug);

    // An issue that nothing names is told from the others by its words.
    private static string IssueId(Publication publication, Issue issue, FeedOptions options) =>
        issue.Id ?? issue.Url ?? NamedUuid.Create("issue", Seed(publication, options),
            Numbered(issue) ?? issue.Title ?? issue.Published?.ToString() ?? EntryText.OfIssue(issue, includeSponsors: true));

    // A title that is put together from what is known: issues are told apart by their number, else by their date.
    public static string IssueTitle(Publication publication, Issue issue)
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
