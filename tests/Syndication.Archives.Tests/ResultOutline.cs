using System.Text;
using Syndication.Model;

namespace Syndication.Archives.Tests;

/// <summary>A result as a person would note it down: facts, then the outline, then what was set aside and noticed.</summary>
internal static class ResultOutline
{
    internal static string Of(IssueResult result)
    {
        var text = new StringBuilder();
        Issue issue = result.Issue;
        void Fact(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) text.Append(name).Append(": ").Append(value).Append('\n');
        }

        Fact("title", issue.Title);
        Fact("number", issue.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Fact("published", issue.Published?.ToString());
        Fact("publication", issue.Publication?.Title);
        Fact("home", issue.Publication?.Url);
        Fact("url", issue.Url);
        Fact("language", issue.Language);
        Fact("authors", string.Join(", ", issue.Authors.Select(a => a.Name)));
        Fact("encoding", result.Encoding);
        Fact("is an issue", result.IsIssue ? "yes" : "no");
        text.Append('\n');
        Fact("preface", Line(issue.Preface?.Text));
        foreach (Section section in issue.Sections) Add(text, section, 2);
        Fact("closing", Line(issue.Closing?.Text));
        text.Append('\n');
        foreach (SetAsideText aside in result.SetAside) text.Append("aside ").Append(aside.Reason).Append(": ").Append(Line(aside.Text)).Append('\n');
        foreach (var noticed in result.Diagnostics.Where(d => d.Code.StartsWith("SYN1", StringComparison.Ordinal))) text.Append(noticed).Append('\n');
        return text.ToString();
    }

    private static void Add(StringBuilder text, Section section, int level)
    {
        text.Append('#', level).Append(' ').Append(section.Title ?? "(no title)").Append('\n');
        if (section.Content is not null) text.Append(Line(section.Content.Text)).Append('\n');
        foreach (Item item in section.Items) Add(text, item, "- ");
        foreach (Section inner in section.Sections) Add(text, inner, level + 1);
    }

    private static void Add(StringBuilder text, Item item, string indent)
    {
        text.Append(indent).Append(item.Title ?? "(no title)");
        if (!item.Authors.IsEmpty) text.Append(" (by ").AppendJoin(", ", item.Authors.Select(a => a.Name)).Append(')');
        if (item.Content is not null) text.Append(" | ").Append(Line(item.Content.Text));
        foreach (Link link in item.Links) text.Append(" -> ").Append(link.Url);
        text.Append('\n');
        foreach (Item child in item.Items) Add(text, child, "  " + indent);
    }

    private static string? Line(string? text) => text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
