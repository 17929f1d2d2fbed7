using System.Globalization;
using System.Text;
using Syndication.Model;
using Syndication.Structure;
using Syndication.Text;

namespace Syndication.Tool;

/// <summary>The right side of a report: the issue as understood, each part linked with the blocks that it was made of, then what was set aside.</summary>
internal sealed class InspectOutline
{
    private readonly StringBuilder page;
    private readonly IssueResult result;
    private readonly ILookup<string?, int> blocksOf;

    private InspectOutline(StringBuilder page, IssueResult result)
    {
        this.page = page;
        this.result = result;
        blocksOf = Enumerable.Range(0, result.Decisions.Length).ToLookup(i => result.Decisions[i].Path);
    }

    internal static void Append(StringBuilder page, IssueResult result) => new InspectOutline(page, result).Append();

    /// <summary>The number in the anchor of each block's place: that of the first block in the same place.</summary>
    internal static int[] AnchorsOf(IssueResult result)
    {
        int[] anchors = new int[result.Decisions.Length];
        Dictionary<string, int> firsts = new(StringComparer.Ordinal);
        for (int i = 0; i < anchors.Length; i++)
        {
            anchors[i] = i + 1;
            if (result.Decisions[i].Path is { } path && !firsts.TryAdd(path, i + 1)) anchors[i] = firsts[path];
        }

        return anchors;
    }

    private void Append()
    {
        Issue issue = result.Issue;
        page.Append("<section class=\"issue\" aria-label=\"Issue\">\n<h2>Issue <small>as understood</small></h2>\n");
        AppendPart("/title", "title", issue.Title, null);
        AppendPart("/preface", "preface", null, issue.Preface);
        page.Append("<div class=\"sections\">\n");
        for (int i = 0; i < issue.Sections.Length; i++) Append(issue.Sections[i], string.Create(CultureInfo.InvariantCulture, $"/sections/{i}"), 3);
        page.Append("</div>\n");
        AppendPart("/closing", "closing", null, issue.Closing);
        AppendRelated();
        AppendAside();
        AppendNoticed();
        page.Append("</section>\n");
    }

    private void Append(Section section, string path, int level)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section class=\"part c-section\"{Id(path)}>\n<h{Math.Min(level, 6)} dir=\"auto\">{Back(path, section.Title ?? "(no section)", section.Title is null)}{Label(section.Kind)}{Places(path)}</h{Math.Min(level, 6)}>\n");
        AppendClip(section.Content?.Text);
        AppendItems(section.Items, path);
        for (int i = 0; i < section.Sections.Length; i++) Append(section.Sections[i], string.Create(CultureInfo.InvariantCulture, $"{path}/sections/{i}"), level + 1);
        page.Append("</section>\n");
    }

    private void AppendItems(IReadOnlyList<Item> items, string path)
    {
        if (items.Count == 0) return;
        page.Append("<ol>\n");
        for (int i = 0; i < items.Count; i++)
        {
            Item item = items[i];
            string own = string.Create(CultureInfo.InvariantCulture, $"{path}/items/{i}");
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"part c-item\"{Id(own)}>\n<p class=\"item-title\" dir=\"auto\">{Label(item.Kind)}{Back(own, item.Title ?? "(no title)", item.Title is null)}{Places(own)}</p>\n");
            AppendClip(item.Content?.Text);
            if (!item.Authors.IsEmpty) page.Append(CultureInfo.InvariantCulture, $"<p class=\"by\" dir=\"auto\">by {Markup.Text(string.Join(", ", item.Authors.Select(a => a.Name)))}</p>\n");
            if (!item.Links.IsEmpty) page.Append("<ul class=\"links\">").AppendJoin("", item.Links.Select(link => $"<li>{Markup.Link(link.Url, link.Url)}</li>")).Append("</ul>\n");
            AppendItems(item.Items, own);
            page.Append("</li>\n");
        }

        page.Append("</ol>\n");
    }

    private void AppendPart(string path, string name, string? title, Content? content)
    {
        if (title is null && content is null && !blocksOf[path].Any()) return;
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"part c-{name}\"{Id(path)}>\n<p class=\"item-title\" dir=\"auto\">{Label(name)}{(title is null ? "" : Back(path, title, false))}{Places(path)}</p>\n");
        AppendClip(content?.Text);
        page.Append("</div>\n");
    }

    private void AppendRelated()
    {
        if (result.Issue.Related.IsEmpty && !blocksOf["/related"].Any()) return;
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"part c-related\"{Id("/related")}>\n<p class=\"item-title\">{Label("related issues")}{Places("/related")}</p>\n<ul class=\"links\">\n");
        foreach (RelatedIssue other in result.Issue.Related)
            page.Append(CultureInfo.InvariantCulture, $"<li dir=\"auto\">{(other.Number is { } number ? $"<b>#{number}</b> " : "")}{Markup.Link(other.Url, other.Title)}</li>\n");
        page.Append("</ul>\n</div>\n");
    }

    /// <summary>Blocks that stand in no part of the issue, each in an entry of its own.</summary>
    private void AppendAside()
    {
        if (!blocksOf[null].Any()) return;
        page.Append("<h2 class=\"aside-title\">Set aside <small>text that is no part of the issue</small></h2>\n<ul class=\"aside\">\n");
        foreach (int i in blocksOf[null])
        {
            BlockDecision block = result.Decisions[i];
            page.Append(CultureInfo.InvariantCulture, $"<li id=\"o{i + 1}\" class=\"part c-{BlockCategory.Of(block).Key}\"><a class=\"number\" href=\"#b{i + 1}\">{i + 1}</a> <span class=\"label\">{Markup.Text(block.Role)}</span> <span dir=\"auto\">{Markup.Text(block.Text)}</span></li>\n");
        }

        page.Append("</ul>\n");
    }

    private void AppendNoticed()
    {
        if (result.Diagnostics.IsEmpty) return;
        page.Append("<h2 class=\"aside-title\">Noticed</h2>\n<ul class=\"noticed\">\n");
        foreach (Diagnostic noticed in result.Diagnostics)
        {
            string place = noticed.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $" line {line}, column {noticed.Column ?? 1}") : "";
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"{noticed.Severity.ToString().ToLowerInvariant()}\"><code>{Markup.Text(noticed.Code)}</code>{place} <span dir=\"auto\">{Markup.Text(noticed.Message)}</span></li>\n");
        }

        page.Append("</ul>\n");
    }

    private void AppendClip(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) page.Append(CultureInfo.InvariantCulture, $"<p class=\"clip\" dir=\"auto\">{Markup.Text(text)}</p>\n");
    }

    private string Id(string path) => blocksOf[path].Any() ? string.Create(CultureInfo.InvariantCulture, $" id=\"o{blocksOf[path].First() + 1}\"") : "";

    private string Back(string path, string title, bool isMissing)
    {
        string text = isMissing ? $"<i>{Markup.Text(title)}</i>" : Markup.Text(title);
        return blocksOf[path].Any() ? string.Create(CultureInfo.InvariantCulture, $"<a href=\"#b{blocksOf[path].First() + 1}\">{text}</a>") : text;
    }

    /// <summary>Links to each block that a part was made of.</summary>
    private string Places(string path) =>
        !blocksOf[path].Any() ? "" : $" <span class=\"places\">{string.Join(' ', blocksOf[path].Select(i => string.Create(CultureInfo.InvariantCulture, $"<a class=\"number\" href=\"#b{i + 1}\">{i + 1}</a>")))}</span>";

    private static string Label(string? name) => string.IsNullOrEmpty(name) ? "" : $"<span class=\"label\">{Markup.Text(name)}</span> ";
}
