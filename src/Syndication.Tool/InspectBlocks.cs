using System.Globalization;
using System.Text;
using Syndication.Structure;
using Syndication.Tool.Rendering;

namespace Syndication.Tool;

/// <summary>The left side of a report: the source as it was published, and every block of it as text, with what it was taken for and why.</summary>
internal static class InspectBlocks
{
    internal static void Append(StringBuilder page, IssueResult result)
    {
        int[] anchors = InspectOutline.AnchorsOf(result);
        RenderedSource? source = RenderedSource.Of(result);
        List<int> all = [.. Enumerable.Range(0, result.Decisions.Length)];
        page.Append(CultureInfo.InvariantCulture, $"<section class=\"source{(source is null ? "" : " framed")}\" aria-label=\"Source\">\n");
        if (source is null)
        {
            page.Append("<h2>Source <small>as it reads, block by block</small></h2>\n");
            AppendList(page, result, anchors, all);
        }
        else
        {
            page.Append("<h2>Source <small>as published, without scripts and what would have to be fetched</small></h2>\n");
            page.Append(CultureInfo.InvariantCulture, $"<iframe id=\"page\" title=\"The source as published, its blocks marked\" sandbox=\"allow-same-origin allow-top-navigation-by-user-activation\" srcdoc=\"{Markup.Text(source.Html)}\"></iframe>\n<div class=\"foot\">\n");
            List<int> unseen = all.FindAll(i => !source.Marked.Contains(i) || result.Decisions[i].Role == "hidden");
            if (unseen.Count > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"<details class=\"unseen\" open=\"open\">\n<summary>Not to be seen above <small>{unseen.Count}</small></summary>\n");
                AppendList(page, result, anchors, unseen);
                page.Append("</details>\n");
            }

            List<int> seen = [.. all.Except(unseen)];
            page.Append(CultureInfo.InvariantCulture, $"<details>\n<summary>Block by block, as text <small>{seen.Count}</small></summary>\n");
            AppendList(page, result, anchors, seen);
            page.Append("</details>\n</div>\n");
        }

        page.Append("</section>\n");
    }

    private static void AppendList(StringBuilder page, IssueResult result, int[] anchors, List<int> blocks)
    {
        page.Append("<ol>\n");
        foreach (int i in blocks) Append(page, result.Decisions[i], i, anchors[i]);
        page.Append("</ol>\n");
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
