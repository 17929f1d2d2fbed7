using Syndication.Model;

namespace Syndication.Archives.Importing;

/// <summary>How good a reading of an issue is, against another of the same issue: sure before rich, rich before long.</summary>
internal static class ReadingQuality
{
    private const double PerConfidence = 100, PerCoverage = 50, PerLinkedItem = 0.5, PerThousandLetters = 1, Address = 2, Date = 1, Number = 1;

    private const int MostLinkedItems = 100, MostThousandLetters = 20;

    public static double Of(IssueResult result)
    {
        Issue issue = result.Issue;
        int linked = 0, letters = 0;
        foreach (PlacedItem placed in issue.AllItems())
        {
            if (!placed.Item.Links.IsEmpty) linked++;
            letters += (placed.Item.Content?.Text.Length ?? 0) + (placed.Item.Title?.Length ?? 0);
        }

        double quality = result.Confidence * PerConfidence + result.Coverage * PerCoverage + Math.Min(linked, MostLinkedItems) * PerLinkedItem + Math.Min(letters / 1000.0, MostThousandLetters) * PerThousandLetters
            + (issue.Url is null ? 0 : Address) + (issue.Published is null ? 0 : Date) + (issue.Number is null ? 0 : Number);
        return Math.Round(quality, 3);
    }
}
