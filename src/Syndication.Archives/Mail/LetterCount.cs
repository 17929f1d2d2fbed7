using Syndication.Model;

namespace Syndication.Archives.Mail;

/// <summary>How much a text or an issue says: its letters and digits, addresses not counted.</summary>
internal static class LetterCount
{
    /// <summary>Of a text.</summary>
    public static int Of(string? text)
    {
        int count = 0;
        if (text is null) return 0;
        foreach (Range range in text.AsSpan().SplitAny(' ', '\n', '\r', '\t', '<', '>'))
        {
            ReadOnlySpan<char> word = text.AsSpan(range);
            if (word.Contains("://", StringComparison.Ordinal)) continue;
            foreach (char c in word)
            {
                if (char.IsLetterOrDigit(c)) count++;
            }
        }

        return count;
    }

    /// <summary>Of all that stands in an issue.</summary>
    public static int Of(Issue issue) => Of(issue.Preface?.Text) + Of(issue.Closing?.Text) + issue.Sections.Sum(Of) + issue.Related.Sum(other => Of(other.Title));

    private static int Of(Section section) => Of(section.Title) + Of(section.Content?.Text) + section.Items.Sum(Of) + section.Sections.Sum(Of);

    private static int Of(Item item) => Of(item.Title) + Of(item.Content?.Text) + item.Items.Sum(Of);
}
