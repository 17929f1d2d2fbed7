using System.Text;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Puts the parts of an issue together to the plain text of an entry: the words of <see cref="EntryHtml"/>.</summary>
internal static class EntryText
{
    public static string OfIssue(Issue issue, bool includeSponsors)
    {
        var text = new StringBuilder();
        Append(text, issue.Preface?.Text);
        foreach (Section section in issue.Sections) AppendSection(text, section, includeSponsors);
        Append(text, issue.Closing?.Text);
        return text.ToString();
    }

    /// <summary>An item without its title.</summary>
    public static string OfItem(Item item)
    {
        var text = new StringBuilder();
        Append(text, item.Content?.Text);
        foreach (Item child in item.Items) AppendItem(text, child, "- ");
        return text.ToString();
    }

    private static void AppendSection(StringBuilder text, Section section, bool includeSponsors)
    {
        if (!includeSponsors && IssueSelection.IsSponsor(section)) return;
        Append(text, section.Title);
        Append(text, section.Content?.Text);
        foreach (Item item in section.Items) AppendItem(text, item, "");
        foreach (Section inner in section.Sections) AppendSection(text, inner, includeSponsors);
    }

    private static void AppendItem(StringBuilder text, Item item, string marker)
    {
        Append(text, item.Title is null ? null : marker + item.Title);
        Append(text, item.Content?.Text is { } content && item.Title is null ? marker + content : item.Content?.Text);
        foreach (Item child in item.Items) AppendItem(text, child, "- ");
    }

    private static void Append(StringBuilder text, string? part)
    {
        if (string.IsNullOrWhiteSpace(part)) return;
        if (text.Length > 0) text.Append("\n\n");
        text.Append(part);
    }
}
