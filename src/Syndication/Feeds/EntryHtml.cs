using System.Text;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>Puts the parts of an issue together to the HTML of an entry. The parts' own HTML is safe already and is taken as it is.</summary>
internal static class EntryHtml
{
    private const int MaxHeading = 6;

    /// <summary>Plain text as HTML: a blank line separates paragraphs.</summary>
    public static string FromText(string text)
    {
        var html = new StringBuilder();
        foreach (string paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(Encoded(paragraph).Replace("\n", "<br />", StringComparison.Ordinal)).Append("</p>");
        }

        return html.ToString();
    }

    /// <summary>A whole issue: preface, sections with their headings and items, closing.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="includeSponsors">Whether sections of sponsors are part of it.</param>
    /// <param name="level">The rank of the headings of its sections.</param>
    public static string OfIssue(Issue issue, bool includeSponsors, int level = 2)
    {
        var html = new StringBuilder();
        Append(html, issue.Preface);
        foreach (Section section in issue.Sections) AppendSection(html, section, level, includeSponsors);
        Append(html, issue.Closing);
        return html.ToString();
    }

    /// <summary>The sections of an issue with the titles and links of their items, and nothing else.</summary>
    public static string OverviewOfIssue(Issue issue, bool includeSponsors, int level)
    {
        var html = new StringBuilder();
        foreach (Section section in issue.Sections) AppendOverview(html, section, level, includeSponsors);
        return html.ToString();
    }

    /// <summary>A heading, which leads somewhere where an address is given.</summary>
    public static string Heading(string text, string? url, int level)
    {
        var html = new StringBuilder();
        AppendHeading(html, level, Linked(text, url is null ? null : new Link(url)));
        return html.ToString();
    }

    /// <summary>An item without its title: its content, the links that the content does not show, and the items nested in it as a list.</summary>
    public static string OfItem(Item item)
    {
        var html = new StringBuilder();
        AppendBody(html, item, MainLink(item));
        return html.ToString();
    }

    /// <summary>The link that the title leads to: the first one.</summary>
    public static Link? MainLink(Item item) => item.Links.IsEmpty ? null : item.Links[0];

    private static void AppendSection(StringBuilder html, Section section, int level, bool includeSponsors)
    {
        if (!includeSponsors && IssueSelection.IsSponsor(section)) return;
        if (!string.IsNullOrWhiteSpace(section.Title)) AppendHeading(html, level, Encoded(section.Title));
        Append(html, section.Content);
        for (int i = 0; i < section.Items.Length; i++)
        {
            if (IsOneLine(section.Items[i]))
            {
                int end = i;
                while (end + 1 < section.Items.Length && IsOneLine(section.Items[end + 1])) end++;
                AppendList(html, section.Items.AsSpan()[i..(end + 1)]);
                i = end;
                continue;
            }

            AppendItem(html, section.Items[i], level + 1);
        }

        foreach (Section inner in section.Sections) AppendSection(html, inner, level + 1, includeSponsors);
    }

    private static void AppendOverview(StringBuilder html, Section section, int level, bool includeSponsors)
    {
        if (!includeSponsors && IssueSelection.IsSponsor(section)) return;
        if (!string.IsNullOrWhiteSpace(section.Title)) AppendHeading(html, level, Encoded(section.Title));
        string[] lines = [.. section.Items.Select(static item => (Title: item.Title ?? DerivedText.FirstSentence(item.Content?.Text), Link: MainLink(item)))
            .Select(static line => (Title: string.IsNullOrWhiteSpace(line.Title) ? line.Link?.Text ?? line.Link?.Url : line.Title, line.Link))
            .Where(static line => line.Title is not null).Select(static line => $"<li>{Linked(line.Title!, line.Link)}</li>")];
        if (lines.Length > 0) html.Append("<ul>").AppendJoin("", lines).Append("</ul>");
        foreach (Section inner in section.Sections) AppendOverview(html, inner, level + 1, includeSponsors);
    }

    // Nothing but a title, and so a line of a list rather than a heading over nothing.
    private static bool IsOneLine(Item item) => item.Title is not null && item.Content is null && item.Items.IsEmpty && item.Links.Length <= 1;

    private static void AppendItem(StringBuilder html, Item item, int level)
    {
        Link? titleLink = TitleLink(item);
        if (!string.IsNullOrWhiteSpace(item.Title)) AppendHeading(html, level, Linked(item.Title, titleLink));
        AppendByline(html, item);
        AppendBody(html, item, titleLink);
    }

    private static void AppendBody(StringBuilder html, Item item, Link? shown)
    {
        Append(html, item.Content);
        string body = item.Content?.Html ?? "";
        foreach (Link link in item.Links)
        {
            if (link.Url == shown?.Url || body.Contains(Encoded(link.Url), StringComparison.Ordinal) || body.Contains(link.Url, StringComparison.Ordinal)) continue;
            html.Append("<p>").Append(Linked(string.IsNullOrWhiteSpace(link.Text) ? link.Url : link.Text, link)).Append("</p>");
        }

        if (!item.Items.IsEmpty) AppendList(html, item.Items.AsSpan());
    }

    private static void AppendList(StringBuilder html, ReadOnlySpan<Item> items)
    {
        html.Append("<ul>");
        foreach (Item item in items)
        {
            html.Append("<li>");
            Link? titleLink = TitleLink(item);
            if (!string.IsNullOrWhiteSpace(item.Title))
            {
                bool alone = IsOneLine(item);
                html.Append(alone ? "" : "<p>").Append(Linked(item.Title, titleLink)).Append(alone ? "" : "</p>");
            }

            AppendByline(html, item);
            AppendBody(html, item, titleLink);
            html.Append("</li>");
        }

        html.Append("</ul>");
    }

    // A title carries the first link unless the text shows that link in its own place.
    private static Link? TitleLink(Item item) =>
        item.Title is not null && MainLink(item) is { } link
        && (link.Text == item.Title || item.Content is null || !item.Content.Html.Contains(Encoded(link.Url), StringComparison.Ordinal)) ? link : null;

    private static void AppendByline(StringBuilder html, Item item)
    {
        string names = string.Join(", ", item.Authors.Select(static author => author.Name)
            .Where(name => item.Content?.Text.Contains(name, StringComparison.Ordinal) != true && item.Title?.Contains(name, StringComparison.Ordinal) != true));
        if (names.Length > 0) html.Append("<p><small>").Append(Encoded(names)).Append("</small></p>");
    }

    private static void Append(StringBuilder html, Content? content)
    {
        if (content is null) return;
        html.Append(content.Html.Length == 0 ? FromText(content.Text) : content.Html);
    }

    private static void AppendHeading(StringBuilder html, int level, string inner)
    {
        int rank = Math.Min(level, MaxHeading);
        html.Append("<h").Append(rank).Append('>').Append(inner).Append("</h").Append(rank).Append('>');
    }

    private static string Linked(string text, Link? link) =>
        link is not null && FeedAddress.Normalize(link.Url, out _) is { } url ? $"<a href=\"{Encoded(url)}\">{Encoded(text)}</a>" : Encoded(text);

    // WebUtility turns non-ASCII Latin and emoji into character references, which triples their size for nothing.
    public static string Encoded(string text) => text.AsSpan().ContainsAny("<>&\"'")
        ? new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString()
        : text;
}
