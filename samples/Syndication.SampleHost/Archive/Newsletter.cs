using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.SampleHost.Archive;

/// <summary>A newsletter as it lies on disk: who it is, and its issues, newest first.</summary>
/// <param name="Slug">The folder's name: the first segment of every address of the newsletter.</param>
/// <param name="Publication">What <c>publication.json</c> says.</param>
/// <param name="Issues">The issues, newest first.</param>
/// <param name="Changed">When a file of the folder was last written.</param>
public sealed record Newsletter(string Slug, Publication Publication, ImmutableArray<ArchivedIssue> Issues, DateTimeOffset Changed)
{
    /// <summary>The name to show.</summary>
    public string Title => Publication.Title ?? Slug;

    /// <summary>The language of the newsletter's own texts.</summary>
    public string Language => Publication.Language ?? Issues.Select(static issue => issue.Issue.Language).FirstOrDefault(static language => language is not null) ?? "en";
}
