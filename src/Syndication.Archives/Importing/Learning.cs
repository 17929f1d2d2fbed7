using Syndication.Documents;

namespace Syndication.Archives.Importing;

/// <summary>Learns a publication's profile from issues that were read by themselves.</summary>
internal static class Learning
{
    public static async Task<PublicationProfile?> LearnAsync(IAsyncEnumerable<ImportedIssue> issues)
    {
        await foreach (ImportedIssue _ in issues.ConfigureAwait(false))
        {
        }

        return null;
    }
}
