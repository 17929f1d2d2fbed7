using Syndication.Documents;
using Syndication.Structure;

namespace Syndication;

/// <summary>Learning what the issues of a publication have in common, for reading each of them better.</summary>
public static class PublicationLearning
{
    extension(PublicationProfile)
    {
        /// <summary>Learns the profile of a publication from several of its issues: any mix of formats and generations of markup, in any order.</summary>
        /// <param name="issues">The issues as read by themselves, without a profile; what is no issue is passed over. They are gone through once and not kept.</param>
        /// <returns>What they have in common.</returns>
        public static PublicationProfile Learn(IEnumerable<IssueResult> issues)
        {
            ArgumentNullException.ThrowIfNull(issues);
            var learner = new ProfileLearner();
            foreach (IssueResult issue in issues) learner.Add(issue);
            return learner.Learn();
        }

        /// <summary>Learns the profile of a publication from files of its issues: any mix of formats and generations of markup, in any order.</summary>
        /// <param name="paths">The files; each is read by itself, one after the other.</param>
        /// <param name="reader">The reader, which should know no profile; <see cref="IssueReader.Default"/> where left out.</param>
        /// <param name="cancellationToken">Stops the reading.</param>
        /// <returns>What they have in common. A file that cannot be opened throws as <see cref="File"/> does.</returns>
        public static async Task<PublicationProfile> LearnAsync(IEnumerable<string> paths, IssueReader? reader = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(paths);
            var learner = new ProfileLearner();
            foreach (string path in paths) learner.Add(await (reader ?? IssueReader.Default).ReadFileAsync(path, cancellationToken).ConfigureAwait(false));
            return learner.Learn();
        }
    }

    /// <summary>Adds an issue to learn from; what is no issue is passed over.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="issue">The issue as read by itself, without a profile.</param>
    public static void Add(this ProfileLearner learner, IssueResult issue)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(issue);
        if (issue.IsIssue) learner.Add(issue.Issue, issue.Traits);
    }
}
