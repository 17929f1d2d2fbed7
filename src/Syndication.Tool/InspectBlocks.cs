using System.Globalization;
using System.Text;
using Syndication.Structure;

namespace Syndication.Tool;

/// <summary>The left side of a report: every block of the source in reading order, with what it was taken for and why.</summary>
internal static class InspectBlocks
{
    internal static void Append(StringBuilder page, IssueResult result)
    {
        page.Append("<section class=\"source\" aria-label=\"Source\">\n<h2>Source <small>as it reads, block by block</small></h2>\n<ol>\n");
        for (int i = 0; i < result.Decisions.Length; i++) Append(page, result.Decisions[i], i, InspectOutline.AnchorOf(result, i));
        page.Append("</ol>\n</section>\n");
    }

    private static void Append(StringBuilder page, BlockDecision block, int index, int anchor)
    {
        BlockCategory category = BlockCategory.Of(block);
        int number = index + 1;
        page.Append(CultureInfo.InvariantCulture, $"<li id=\"b{number}\" class=\"block c-{category.Key} k-{block.Kind.Replace(' ', '-')}{(category.IsAside ? " set-aside" : "")}\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<a class=\"number\" href=\"#o{anchor}\" title=\"to its place in the issue\">{number}</a>\n<div class=\"text\" dir=\"auto\">");
        AppendText(page, block);
        string rank = block.Rank > 0 ? string.Create(CultureInfo.InvariantCulture, $" · rank {block.Rank}") : "";
        string at = block.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"<span class=\"at\">{line}:{block.Column ?? 1}</span>") : "";
        string place = block.Place is not null && block.Place != block.Role ? $" ▸ {Markup.Text(block.Place)}" : "";
        page.Append(CultureInfo.InvariantCulture, $"</div>\n<p class=\"why\"><a class=\"badge\" href=\"#o{anchor}\">{Markup.Text(block.Role)}{place}{rank}</a> {Markup.Text(block.Cue)}");
        if (block.RunnerUp is not null) page.Append(CultureInfo.InvariantCulture, $" <span class=\"else\">else {Markup.Text(block.RunnerUp)}</span>");
        page.Append(CultureInfo.InvariantCulture, $" <span class=\"kind\">{Markup.Text(block.Kind)}</span> {at}</p>\n</li>\n");
    }

    private static void AppendText(StringBuilder page, BlockDecision block)
    {
        int at = 0;
        foreach (BlockLink link in block.Links)
        {
            if (link.Start < at || link.Start + link.Length > block.Text.Length) continue;
            page.Append(Markup.Text(block.Text[at..link.Start])).Append(Markup.Link(link.Url, block.Text.Substring(link.Start, link.Length)));
            at = link.Start + link.Length;
        }

        page.Append(Markup.Text(block.Text[at..]));
    }
}
