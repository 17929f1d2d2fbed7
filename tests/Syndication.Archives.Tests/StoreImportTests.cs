using System.Text;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.Archives.Tests;

public sealed class StoreImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Store => folder["store"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Issues_come_in_the_order_of_the_archive_whatever_the_number_of_processors()
    {
        Write(60);
        List<ImportedIssue> one = await ImportAsync(1), four = await ImportAsync(4);
        Assert.Equal(one.Select(i => (i.Source, i.Fingerprint)), four.Select(i => (i.Source, i.Fingerprint)));
        Assert.Equal(one.Select(i => i.Result?.Issue), four.Select(i => i.Result?.Issue));
        Assert.Equal(59, one.Count(i => i.IsIssue));
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        Write(300);
        ImportResult first = await RunAsync("in");
        Assert.Equal((300, 0, 297, "lantern-weekly"), (first.Read, first.Unchanged, first.Report.Issues, first.Publication));
        string before = folder.Snapshot("store");
        ImportResult second = await RunAsync("in");
        Assert.Equal((0, 300, 0), (second.Read, second.Unchanged, second.Changed));
        Assert.Equal(before, folder.Snapshot("store"));
        Assert.Equal(Encoding.UTF8.GetString(first.Report.ToJson()), Encoding.UTF8.GetString(second.Report.ToJson()));
    }

    [Fact]
    public async Task An_issue_that_has_changed_is_replaced_and_keeps_its_id()
    {
        Write(20);
        ImportResult first = await RunAsync("in");
        Issue before = await IssueAsync(first.Publication, "5");
        string path = Directory.EnumerateFiles(folder["in"], "00005.html", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(path, LanternWeekly.Html(5, 3).Replace("News", "Fresh news", StringComparison.Ordinal), Cancel);
        ImportResult second = await RunAsync("in");
        Assert.Equal((1, 19, 1), (second.Read, second.Unchanged, second.Changed));
        Issue after = await IssueAsync(first.Publication, "5");
        Assert.Equal(before.Id, after.Id);
        Assert.Contains(after.Sections, s => s.Title == "Fresh news");
    }

    [Fact]
    public async Task A_mail_and_a_page_of_the_same_issue_are_one_and_both_are_named()
    {
        for (int i = 1; i <= 12; i++) folder.With($"in/{i}.html", LanternWeekly.Html(i, 1).Replace("utf-16", "utf-8", StringComparison.Ordinal));
        for (int i = 5; i <= 14; i++) folder.With($"mails/{i}.eml", LanternWeekly.Mail(i));
        ImportResult both = await RunAsync("in", "mails");
        Assert.Equal((14, 8), (both.Report.Issues, both.Report.Duplicates.Length));
        StoredIssue seven = Assert.Single(await IssuesAsync(both.Publication), i => i.Issue.Number == 7);
        Assert.Equal(["in/7.html", "mails/7.eml"], seven.Origins.Select(o => o.Source[(folder.Path.Length + 1)..]).Order(StringComparer.Ordinal));

        // The same in two steps, mails first: the issues are the same, but for ids that the mails gave.
        Directory.Delete(Store, recursive: true);
        await RunAsync("mails");
        ImportResult later = await RunAsync("in");
        Assert.Equal((14, 8), (later.Report.Issues, later.Report.Duplicates.Length));
    }

    [Fact]
    public async Task When_one_of_two_documents_of_an_issue_changes_the_better_is_found_anew()
    {
        folder.With("in/a.html", LanternWeekly.Html(3, 1).Replace("utf-16", "utf-8", StringComparison.Ordinal)).With("in/b.eml", LanternWeekly.Mail(3)).With("in/c.md", LanternWeekly.Markdown(4));
        ImportResult first = await RunAsync("in");
        Assert.Equal(2, first.Report.Issues);
        StoredIssue before = Assert.Single(await IssuesAsync(first.Publication), i => i.Issue.Number == 3);
        string best = before.Origins[0].Source, other = before.Origins[1].Source;
        string poor = "<html><body><h1>Lantern Weekly #3</h1><h2>News</h2><ul>" + string.Concat(LanternWeekly.Items(3, 0).Select(i => $"<li><a href=\"{i.Url}\">{i.Title}</a></li>")) + "</ul></body></html>";
        await File.WriteAllTextAsync(best, best.EndsWith(".eml", StringComparison.Ordinal) ? LanternWeekly.Mail(3).Split("Content-Type")[0] + "Content-Type: text/html\n\n" + poor : poor, Cancel);
        ImportResult second = await RunAsync("in");
        Assert.Equal((2, 1), (second.Read, second.Unchanged));
        StoredIssue after = Assert.Single(await IssuesAsync(first.Publication), i => i.Issue.Number == 3);
        Assert.Equal((other, before.Issue.Id), (after.Origins[0].Source, after.Issue.Id));
    }

    [Fact]
    public async Task Two_issues_printed_with_the_same_number_stay_two_and_are_named()
    {
        folder.With("in/a.md", LanternWeekly.Markdown(7)).With("in/b.md", LanternWeekly.Markdown(8).Replace("#8", "#7", StringComparison.Ordinal)).With("in/c.md", LanternWeekly.Markdown(9));
        ImportResult result = await RunAsync("in");
        Assert.Equal(3, result.Report.Issues);
        Assert.Equal(3, (await IssuesAsync(result.Publication)).Select(i => i.Issue.Id).Distinct().Count());
        Assert.Equal(2, result.Report.LookAt.Count(d => d.Reasons.Any(r => r.Contains("has the number 7 too", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_tells_the_same()
    {
        Write(30);
        await using var store = new FolderIssueStore(Store);
        ImportResult dry = await new StoreImport(store, new StoreImportOptions { DryRun = true }).RunAsync([folder["in"]], cancellationToken: Cancel);
        Assert.False(Directory.Exists(Store));
        ImportResult real = await RunAsync("in");
        Assert.Equal((real.Read, real.Changed, real.Report.Issues), (dry.Read, dry.Changed, dry.Report.Issues));
    }

    [Fact]
    public async Task The_report_names_gaps_years_sections_damages_and_encodings()
    {
        Write(1000, skip: number => number is 5 or 6 or 7 or 501);
        ImportReport report = (await RunAsync("in")).Report;
        Assert.Equal((996, 986, 10), (report.Documents, report.Issues, report.NotIssues + report.Refused));
        Assert.Contains(new ImportGap(5, 7), report.Gaps);
        Assert.Contains(new ImportGap(501, 501), report.Gaps);
        Assert.Equal(["News", "Reading", "Tools"], report.Sections.Take(3).Select(s => s.Title).Order(StringComparer.Ordinal));
        Assert.Equal(["gb18030", "utf-16le", "utf-8"], report.Encodings.Where(e => e.Count > 100).Select(e => e.Name).Order(StringComparer.Ordinal));
        for (int number = 37; number < 1000; number += 100) Assert.Contains(report.LookAt, d => d.Source.Contains($"/00{number:000}.", StringComparison.Ordinal));
        Assert.All(report.LookAt, d => Assert.NotEmpty(d.Reasons));
    }

    [Fact]
    public async Task An_import_that_is_stopped_goes_on_and_ends_in_the_same_bytes()
    {
        Write(600);
        await RunAsync("in");
        string whole = folder.Snapshot("store");
        foreach (int after in (int[])[0, 255, 256, 520])
        {
            Directory.Delete(Store, recursive: true);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            await using (var store = new FolderIssueStore(Store))
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StoreImport(store).RunAsync([folder["in"]], p =>
                {
                    if (p.Phase == ImportPhase.Reading && p.Done > after) stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                }, stop.Token));
            }

            ImportResult rest = await RunAsync("in");
            Assert.Equal(600 - (after / 256 * 256), rest.Read);
            Assert.Equal(whole, folder.Snapshot("store"));
        }
    }

    [Fact]
    public async Task JSON_that_holds_harmful_HTML_is_imported_as_text()
    {
        folder.With("in.jsonl", """
            {"title":"T","number":1,"sections":[{"items":[{"title":"A","content":{"html":"<p>x</p><script>alert(1)</script>","text":"x & y"},"links":[{"url":"javascript:alert(1)"},{"url":"https://ok.example/"}]}]}]}
            {"title":"U","number":2,"sections":[{"items":[{"title":"B","content":{"html":"<p>fine <a href=\"https://ok.example/\">link</a></p>","text":"fine link"}}]}]}
            """);
        ImportResult result = await RunAsync("in.jsonl");
        Item[] items = [.. (await IssuesAsync(result.Publication)).SelectMany(i => i.Issue.AllItems()).Select(i => i.Item)];
        Assert.Equal(["<p>x &amp; y</p>", "<p>fine <a href=\"https://ok.example/\">link</a></p>"], items.Select(i => i.Content?.Html));
        Assert.Equal("https://ok.example/", Assert.Single(items[0].Links).Url);
    }

    private void Write(int count, Func<int, bool>? skip = null)
    {
        for (int i = 1; i <= count; i++)
        {
            if (skip?.Invoke(i) == true) continue;
            var (name, bytes) = LanternWeekly.Issue(i, count);
            folder.With("in/" + name, bytes);
        }
    }

    private async Task<List<ImportedIssue>> ImportAsync(int parallelism) => await new ArchiveImporter(new ArchiveImporterOptions { Parallelism = parallelism }).ImportAsync(folder["in"], Cancel).ToListAsync(Cancel);

    private async Task<ImportResult> RunAsync(params string[] names)
    {
        await using var store = new FolderIssueStore(Store);
        return await new StoreImport(store).RunAsync(names.Select(n => folder[n]), cancellationToken: Cancel);
    }

    private async Task<List<StoredIssue>> IssuesAsync(string publication)
    {
        await using var store = new FolderIssueStore(Store);
        return await store.GetIssuesAsync(publication, Cancel).ToListAsync(Cancel);
    }

    private async Task<Issue> IssueAsync(string publication, string key) => (await IssuesAsync(publication)).Single(i => i.Key == key).Issue;
}
