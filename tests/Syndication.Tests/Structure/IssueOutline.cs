using System.Globalization;
using System.Text;
using Syndication.Model;

namespace Syndication.Tests.Structure;

/// <summary>Writes what was understood of an issue so that a person can check it against the page: metadata, sections ▸ items ▸ items within, a line each.</summary>
internal static class IssueOutline
{
    private const int Words = 60;

    public static string Of(IssueResult result)
    {
        Issue issue = result.Issue;
        var text = new StringBuilder();
        Add(text, "title", issue.Title);
        Add(text, "number", issue.Number?.ToString(CultureInfo.InvariantCulture));
        Add(text, "publication", issue.Publication?.Title);
        Add(text, "home", issue.Publication?.Url);
        Add(text, "published", issue.Published?.ToString());
        Add(text, "updated", issue.Updated?.ToString());
        Add(text, "authors", string.Join(", ", issue.Authors.Select(static person => $"{person.Name} ({person.Role})")));
        Add(text, "language", issue.Language);
        Add(text, "url", issue.Url);
        Add(text, "id", issue.Id);
        if (!result.IsIssue) text.Append("NOT AN ISSUE\n");
        text.Append('\n');
        Add(text, "preface", Start(issue.Preface));
        foreach (Section section in issue.Sections) Add(text, section, 0);
        text.Append('\n');
        Add(text, "closing", Start(issue.Closing));
        foreach (RelatedIssue related in issue.Related) text.Append(CultureInfo.InvariantCulture, $"related: {related.Number} {related.Title} {related.Url}\n");
        foreach (SetAsideText aside in result.SetAside) text.Append(CultureInfo.InvariantCulture, $"aside ({aside.Reason}): {Short(aside.Text)}\n");
        foreach (Syndication.Text.Diagnostic diagnostic in result.Diagnostics) text.Append(CultureInfo.InvariantCulture, $"{diagnostic.Code} {diagnostic.Message}\n");
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) text.Append(name).Append(": ").Append(value).Append('\n');
    }

    private static void Add(StringBuilder text, Section section, int depth)
    {
        text.Append(' ', depth * 4).Append("§ ").Append(section.Title ?? "(no title)");
        if (section.Kind is not null) text.Append(CultureInfo.InvariantCulture, $" [{section.Kind}]");
        if (Start(section.Content) is { } start) text.Append(" — ").Append(start);
        text.Append('\n');
        foreach (Item item in section.Items) Add(text, item, depth + 1);
        foreach (Section inner in section.Sections) Add(text, inner, depth + 1);
    }

    private static void Add(StringBuilder text, Item item, int depth)
    {
        text.Append(' ', depth * 4).Append("▸ ").Append(item.Title ?? "(no title)");
        if (item.Kind is not null) text.Append(CultureInfo.InvariantCulture, $" [{item.Kind}]");
        if (item.Links.Length > 0) text.Append(CultureInfo.InvariantCulture, $" ({item.Links.Length} {(item.Links.Length == 1 ? "link" : "links")}: {item.Links[0].Url})");
        if (item.Authors.Length > 0) text.Append(CultureInfo.InvariantCulture, $" by {string.Join(", ", item.Authors.Select(static person => person.Name))}");
        if (Start(item.Content) is { } start) text.Append(" — ").Append(start);
        text.Append('\n');
        foreach (Item inner in item.Items) Add(text, inner, depth + 1);
    }

    private static string? Start(Content? content) => content is null ? null : Short(content.Text);

    private static string Short(string text)
    {
        text = text.ReplaceLineEndings(" ⏎ ");
        return text.Length <= Words ? text : $"{text[..(char.IsHighSurrogate(text[Words - 1]) ? Words - 1 : Words)]}… ({text.Length})";
    }
}
