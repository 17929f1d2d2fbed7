using System.Collections.Immutable;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.SampleHost.Archive;

/// <summary>A newsletter as it lies on disk: who it is, and its issues, newest first.</summary>
/// <param name="Slug">The folder's name: the first segment of every address of the newsletter.</param>
/// <param name="Publication">What <c>publication.json</c> says.</param>
/// <param name="Issues">The issues, newest first.</param>
/// <param name="Changed">When a file of the folder was last written.</param>
public sealed record Newsletter(string Slug, Publication Publication, ImmutableArray<ArchivedIssue> Issues, DateTimeOffset Changed)
{
    /// <summary>The scopes beside <see cref="FeedScope.Standard"/> that it has feeds of: sections, labels, authors, domains.</summary>
    public ImmutableArray<FeedScope> Topics { get; init; } = [];

    /// <summary>The name to show.</summary>
    public string Title => Publication.Title ?? Slug;

    /// <summary>The language of the newsletter's own texts.</summary>
    public string Language => Publication.Language ?? Issues.Select(static issue => issue.Issue.Language).FirstOrDefault(static language => language is not null) ?? "en";

    /// <summary>What a scope takes of each issue that it takes something of, newest first: what its feed carries, on a page.</summary>
    public IEnumerable<IssueSlice> Slices(FeedScope scope) =>
        from issue in Issues
        let entries = Feed.FromIssues(Publication, [issue.Issue], scope).Entries
        where entries.Length > 0
        select new IssueSlice(issue, entries);

    /// <summary>The topic that a section belongs to; <see langword="null"/> where it has no feed of its own.</summary>
    public FeedScope? TopicOf(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        string? key = string.IsNullOrWhiteSpace(section.Slug) ? section.Title : section.Slug;
        return string.IsNullOrWhiteSpace(key) ? null : Topics.FirstOrDefault(FeedScope.Section(key).Equals);
    }
}
