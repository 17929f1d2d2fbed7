using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Syndication.Archives.Importing;

namespace Syndication.Tool;

/// <summary>The report of an import as one page, without script or foreign parts.</summary>
internal static class ImportPage
{
    private const int MostRows = 2000;

    internal static byte[] Of(ImportReport report, Func<string, string?> inspectionOf)
    {
        StringBuilder page = new StringBuilder().Append(ReportPage.Head($"{report.Publication} · imported", ["import.css"]));
        page.Append(CultureInfo.InvariantCulture, $"""
            <h1 dir="auto">{Markup.Text(report.Publication)}</h1>
            <ul class="sums">
            <li><b>{report.Issues}</b> issues</li><li><b>{report.Documents}</b> documents</li><li><b>{report.NotIssues}</b> are no issue</li><li><b>{report.Refused}</b> could not be read</li><li><b>{report.LookAt.Length}</b> to look at</li>
            </ul>

            """);
        Feeds(page, report.Feeds);
        Years(page, report.Years);
        Gaps(page, report.Gaps);
        Sections(page, report);
        Histogram(page, "Confidence", "How sure the reader is of each issue.", report.Confidence);
        Histogram(page, "Coverage", "How much of each issue's text is accounted for.", report.Coverage);
        Doubts(page, "To look at", report.LookAt, inspectionOf);
        Table(page, "Relative links that lead to nothing", ["To", "Documents", "From"], report.DeadLinks.Select(d => (string[])[d.Target, Number(d.Documents), string.Join('\n', d.From)]));
        Table(page, "Found several times", ["Issue", "Kept", "The same"], report.Duplicates.Select(d => (string[])[d.Key, d.Kept, string.Join('\n', d.Others)]));
        Table(page, "Encodings", ["Encoding", "Documents"], report.Encodings.Select(c => (string[])[c.Name, Number(c.Count)]));
        Table(page, "Templates", ["What leads the sections", "Issues", "First", "Last", "Such as"], report.Templates.Select(t => (string[])[t.Name, Number(t.Issues), Date(t.First), Date(t.Last), t.Example]));
        page.Append(ReportPage.Foot());
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <summary>A page that leads to the reports of several newsletters.</summary>
    internal static byte[] OfAll(IReadOnlyList<ImportReport> reports)
    {
        StringBuilder page = new StringBuilder().Append(ReportPage.Head("Imported", ["import.css"]));
        page.Append("<h1>Imported</h1>\n");
        Table(page, "Newsletters", ["Newsletter", "Issues", "No issue", "Not read", "To look at"], reports.Select(r => (string[])[r.Publication, Number(r.Issues), Number(r.NotIssues), Number(r.Refused), Number(r.LookAt.Length)]),
            name => $"reports/{Uri.EscapeDataString(name)}/report.html");
        return Encoding.UTF8.GetBytes(page.Append(ReportPage.Foot()).ToString());
    }

    private static void Feeds(StringBuilder page, ImmutableArray<ImportFeed> feeds)
    {
        foreach (ImportFeed feed in feeds)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <section>
                <h2>Before publishing over {Markup.Text(feed.Name)}</h2>
                <p>Its entries are {feed.Scope}. Of {feed.Entries} guids {feed.Kept} are kept, {feed.Changed} of them with other words or dates; {feed.Gone} are in no issue.
                <b>{feed.Unread}</b> entries would show subscribers as unread{(feed.UnreadForTheirId == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {feed.UnreadForTheirId} of them only for their guid: <code>build --ids ids.json</code> keeps it"))}.</p>

                """);
            if (!feed.UnreadTitles.IsEmpty) page.Append(CultureInfo.InvariantCulture, $"<details><summary>What would show as unread</summary><ul>{string.Concat(feed.UnreadTitles.Select(title => $"<li dir=\"auto\">{Markup.Text(title)}</li>"))}</ul></details>\n");
            page.Append("</section>\n");
        }
    }

    private static void Years(StringBuilder page, ImmutableArray<ImportYear> years)
    {
        if (years.IsEmpty) return;
        int most = years.Max(y => y.Issues), height = 160, step = 44, width = years.Length * step;
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>Issues by year</h2>\n<svg role=\"img\" aria-label=\"Issues by year\" viewBox=\"0 0 {width} {height + 40}\" width=\"{width}\" height=\"{height + 40}\">\n");
        foreach (var (i, year) in years.Index())
        {
            int bar = Math.Max(1, year.Issues * height / most), x = i * step;
            string name = year.Year == 0 ? "no date" : Number(year.Year);
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 6}\" y=\"{height - bar + 16}\" width=\"{step - 12}\" height=\"{bar}\"/><text x=\"{x + step / 2}\" y=\"{height - bar + 12}\">{year.Issues}</text><text x=\"{x + step / 2}\" y=\"{height + 32}\">{name}</text>\n");
        }

        page.Append("</svg>\n</section>\n");
    }

    private static void Gaps(StringBuilder page, ImmutableArray<ImportGap> gaps)
    {
        page.Append("<section>\n<h2>Gaps in the numbering</h2>\n");
        page.Append(gaps.IsEmpty ? "<p>None.</p>\n" : $"<p>{string.Join(", ", gaps.Take(MostRows).Select(g => g.First == g.Last ? Number(g.First) : $"{Number(g.First)}–{Number(g.Last)}"))}{(gaps.Length > MostRows ? ", …" : "")}</p>\n");
        page.Append("</section>\n");
    }

    private static void Sections(StringBuilder page, ImportReport report)
    {
        if (report.Sections.IsEmpty) return;
        int[] years = [.. report.Years.Select(y => y.Year)];
        Dictionary<int, int> all = report.Years.ToDictionary(y => y.Year, y => y.Issues);
        page.Append("<section>\n<h2>Sections over time</h2>\n<table class=\"heat\">\n<thead><tr><th>Section</th><th>Issues</th>");
        foreach (int year in years) page.Append(CultureInfo.InvariantCulture, $"<th>{(year == 0 ? "–" : Number(year))}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (ImportSection section in report.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th dir=\"auto\">{Markup.Text(section.Title)}</th><td>{section.Issues}</td>");
            foreach (int year in years)
            {
                int count = section.Years.FirstOrDefault(y => y.Year == year)?.Issues ?? 0;
                page.Append(count == 0 ? "<td></td>" : string.Create(CultureInfo.InvariantCulture, $"<td class=\"h{Math.Clamp(count * 4 / Math.Max(1, all[year]), 0, 4)}\">{count}</td>"));
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</section>\n");
    }

    private static void Histogram(StringBuilder page, string title, string words, ImmutableArray<int> counts)
    {
        int most = Math.Max(1, counts.DefaultIfEmpty().Max());
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{title}</h2>\n<p>{words}</p>\n<svg role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 520 130\" width=\"520\" height=\"130\">\n");
        foreach (var (i, count) in counts.Index())
        {
            int bar = count == 0 ? 0 : Math.Max(1, count * 80 / most);
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{i * 52 + 6}\" y=\"{96 - bar}\" width=\"40\" height=\"{bar}\"/><text x=\"{i * 52 + 26}\" y=\"{92 - bar}\">{(count == 0 ? "" : Number(count))}</text><text x=\"{i * 52 + 26}\" y=\"116\">≤ {(i + 1) * 10} %</text>\n");
        }

        page.Append("</svg>\n</section>\n");
    }

    private static void Doubts(StringBuilder page, string title, ImmutableArray<ImportDoubt> doubts, Func<string, string?> inspectionOf) =>
        Table(page, title, ["Document", "Issue", "Why"], doubts.Select(d => (string[])[d.Source, d.Title ?? d.Key ?? "", string.Join('\n', d.Reasons)]), inspectionOf);

    private static void Table(StringBuilder page, string title, string[] columns, IEnumerable<string[]> rows, Func<string, string?>? inspectionOf = null)
    {
        string[][] all = [.. rows];
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{title} ({all.Length})</h2>\n");
        if (all.Length == 0)
        {
            page.Append("<p>None.</p>\n</section>\n");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<table>\n<thead><tr>{string.Concat(columns.Select(c => $"<th>{c}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (string[] row in all.Take(MostRows))
        {
            string? inspection = inspectionOf?.Invoke(row[0]);
            page.Append("<tr>").AppendJoin("", row.Select((cell, i) => $"<td dir=\"auto\">{(i == 0 && inspection is not null ? $"<a href=\"{Markup.Text(inspection)}\">{Lines(cell)}</a>" : Lines(cell))}</td>")).Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
        if (all.Length > MostRows) page.Append(CultureInfo.InvariantCulture, $"<p>And {all.Length - MostRows} more: report.json has them all.</p>\n");
        page.Append("</section>\n");
    }

    private static string Lines(string text) => Markup.Text(text).Replace("\n", "<br />", StringComparison.Ordinal);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
