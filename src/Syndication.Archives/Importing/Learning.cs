using Syndication.Documents;
using Syndication.Structure;

namespace Syndication.Archives.Importing;

/// <summary>Learns a publication's profile from issues that were read by themselves.</summary>
internal static class Learning
{
    /// <summary>What the issues have in common; <see langword="null"/> where there are not two to compare.</summary>
    public static async Task<PublicationProfile?> LearnAsync(IAsyncEnumerable<ImportedIssue> issues)
    {
        var learner = new ProfileLearner();
        await foreach (ImportedIssue imported in issues.ConfigureAwait(false))
        {
            if (imported is { IsIssue: true, Result: { } result }) learner.Add(result);
        }

        return learner.Issues < 2 ? null : learner.Learn();
    }
}
