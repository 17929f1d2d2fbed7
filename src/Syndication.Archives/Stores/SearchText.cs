using System.Text;
using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>The words of an issue as they are searched: without differences of case, width and compatibility forms (Unicode NFKC, lower case), white space as single spaces.</summary>
internal static class SearchText
{
    public static string Of(Issue issue)
    {
        var text = new StringBuilder();
        Add(text, issue.Title);
        Add(text, issue.Preface?.Text);
        foreach (Person person in issue.Authors) Add(text, person.Name);
        foreach (Section section in issue.Sections) Add(text, section);
        Add(text, issue.Closing?.Text);
        foreach (RelatedIssue related in issue.Related) Add(text, related.Title);
        return Fold(text.ToString());
    }

    /// <summary>Folds a text. What a database or a normalisation cannot take is replaced: lone surrogates, U+0000, noncharacters.</summary>
    public static string Fold(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) repaired.Append(rune.Value == 0 || (rune.Value & 0xFFFE) == 0xFFFE ? " " : rune.ToString());
        string folded = repaired.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Add(StringBuilder text, Section section)
    {
        Add(text, section.Title);
        Add(text, section.Content?.Text);
        foreach (Item item in section.Items) Add(text, item);
        foreach (Section inner in section.Sections) Add(text, inner);
    }

    private static void Add(StringBuilder text, Item item)
    {
        Add(text, item.Kind);
        Add(text, item.Title);
        Add(text, item.Content?.Text);
        foreach (Person person in item.Authors) Add(text, person.Name);
        foreach (Item inner in item.Items) Add(text, inner);
    }

    private static void Add(StringBuilder text, string? part)
    {
        if (!string.IsNullOrWhiteSpace(part)) text.Append(part).Append('\n');
    }
}
