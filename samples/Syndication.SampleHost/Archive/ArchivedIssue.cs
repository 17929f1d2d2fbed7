using Syndication.Model;

namespace Syndication.SampleHost.Archive;

/// <summary>An issue and what reading it gave.</summary>
/// <param name="Slug">The last segment of the issue's address here, from its file name.</param>
/// <param name="FileName">The file that it was read from.</param>
/// <param name="Result">What was understood.</param>
public sealed record ArchivedIssue(string Slug, string FileName, IssueResult Result)
{
    /// <summary>The issue.</summary>
    public Issue Issue => Result.Issue;

    /// <summary>The title to show: the issue's own, else its file's name.</summary>
    public string Title => Issue.Title ?? FileName;
}
