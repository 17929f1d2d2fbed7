using System.Globalization;
using System.Text;
using Syndication.Model;
using Syndication.Structure;

namespace Syndication.Tool;

/// <summary>What <c>inspect --html</c> writes: one page without foreign parts, the source as published on the left, the issue on the right, each linked with the other.</summary>
internal static class InspectPage
{
    internal static byte[] Of(string file, IssueResult result)
    {
        Issue issue = result.Issue;
        var page = new StringBuilder();
        page.Append(ReportPage.Head($"{issue.Title ?? Path.GetFileName(file)} · inspected", ["inspect.css", "roles.css"], "report.js"));
        page.Append(CultureInfo.InvariantCulture, $"""
            <header>
            <p class="file">{Markup.Text(Path.GetFileName(file))}</p>
            <h1 dir="auto">{Markup.Text(issue.Title ?? "No title is printed")}</h1>

            """);
        AppendFacts(page, result);
        AppendCoverage(page, result);
        page.Append("</header>\n<main>\n");
        InspectBlocks.Append(page, result);
        InspectOutline.Append(page, result);
        page.Append("</main>\n").Append(ReportPage.Foot("report.js"));
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AppendFacts(StringBuilder page, IssueResult result)
    {
        Issue issue = result.Issue;
        page.Append("<dl class=\"facts\">\n");
        void Fact(string name, string? value, string? address = null)
        {
            if (!string.IsNullOrEmpty(value)) page.Append(CultureInfo.InvariantCulture, $"<div><dt>{name}</dt><dd dir=\"auto\">{Markup.Link(address, value)}</dd></div>\n");
        }

        Fact("is an issue", result.IsIssue ? "yes" : "no");
        Fact("confidence", result.Confidence.ToString("0.00", CultureInfo.InvariantCulture));
        Fact("publication", issue.Publication?.Title, issue.Publication?.Url);
        Fact("number", issue.Number?.ToString(CultureInfo.InvariantCulture));
        Fact("published", issue.Published?.ToString());
        Fact("language", issue.Language);
        Fact("authors", string.Join(", ", issue.Authors.Select(a => a.Role == PersonRole.Author ? a.Name : $"{a.Name} ({a.Role.ToString().ToLowerInvariant()})")));
        Fact("address", issue.Url, issue.Url);
        Fact("encoding", result.Encoding);
        Fact("id", issue.Id);
        page.Append("</dl>\n");
    }

    /// <summary>The share of the characters in each category as a bar, with the legend of its colours.</summary>
    private static void AppendCoverage(StringBuilder page, IssueResult result)
    {
        Dictionary<string, (long Letters, int Blocks)> sums = [];
        foreach (BlockDecision block in result.Decisions)
        {
            string key = BlockCategory.Of(block).Key;
            (long letters, int blocks) = sums.GetValueOrDefault(key);
            sums[key] = (letters + block.Text.Length, blocks + 1);
        }

        double total = Math.Max(1, sums.Values.Sum(sum => sum.Letters));
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"coverage{(result.Coverage < 1 ? " less" : "")}\"><strong>{result.Coverage:0.##%}</strong> of the visible text is accounted for, {result.Decisions.Length} blocks</p>\n<div class=\"bar\" aria-hidden=\"true\">");
        IEnumerable<BlockCategory> used = BlockCategory.All.Where(category => sums.ContainsKey(category.Key));
        foreach (BlockCategory category in used) page.Append(CultureInfo.InvariantCulture, $"<span class=\"c-{category.Key}\" style=\"flex-grow:{sums[category.Key].Letters / total * 1000:0}\"></span>");
        page.Append("</div>\n<ul class=\"legend\">\n");
        foreach (BlockCategory category in used)
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"c-{category.Key}\"><span class=\"swatch\"></span>{category.Label} <small>{sums[category.Key].Blocks} · {sums[category.Key].Letters / total:0.#%}</small></li>\n");
        page.Append("</ul>\n");
    }
}
