using System.Collections.Immutable;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Tests;

namespace Syndication.Archives.Tests;

public sealed class SeveralNewslettersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_folder_is_a_newsletter_with_a_profile_of_its_own()
    {
        WriteFolders();
        ImmutableArray<ImportResult> results = await EachAsync("in");
        Assert.Equal(["harbour", "lantern"], results.Select(r => r.Publication));
        Assert.Equal([6, 6], results.Select(r => r.Report.Issues));
        Assert.Equal("Harbour Letter", results[0].Profile?.Title);
        Assert.Equal("Lantern Weekly", results[1].Profile?.Title);
        Assert.Contains("News", results[1].Profile!.Sections);
        Assert.DoesNotContain("News", results[0].Profile!.Sections);
    }

    [Fact]
    public async Task A_second_run_changes_none_of_them_and_a_change_reads_but_its_own()
    {
        WriteFolders();
        await EachAsync("in");
        string before = folder.Snapshot("store");
        Assert.All(await EachAsync("in"), r => Assert.Equal((0, 6, 0), (r.Read, r.Unchanged, r.Changed)));
        Assert.Equal(before, folder.Snapshot("store"));
        folder.With("in/lantern/3.md", LanternWeekly.Markdown(3).Replace("Good morning", "Good evening", StringComparison.Ordinal));
        Assert.Equal([0, 1], (await EachAsync("in")).Select(r => r.Changed));
    }

    [Fact]
    public async Task Stopped_at_any_document_the_import_ends_in_the_same_bytes()
    {
        WriteFolders();
        for (int i = 1; i <= 300; i++) folder.With($"in/long/{i:000}.md", LanternWeekly.Markdown(i));
        await EachAsync("in");
        string whole = folder.Snapshot("store");
        foreach (int after in (int[])[1, 200, 300])
        {
            Directory.Delete(folder["store"], recursive: true);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            await using (var store = new FolderIssueStore(folder["store"]))
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StoreImport(store).RunEachAsync([folder["in"]], p =>
                {
                    if (p.Phase == ImportPhase.Reading && p.Done >= after) stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                }, stop.Token));
            }

            await EachAsync("in");
            Assert.Equal(whole, folder.Snapshot("store"));
        }
    }

    [Fact]
    public async Task A_mail_box_is_parted_by_lists_and_by_senders()
    {
        string box = "";
        for (int i = 1; i <= 4; i++)
        {
            string mail = LanternWeekly.Mail(i), list = $"List-Id: Lantern\n <lantern.lists.example.org>\n{mail}";
            box += $"From a@example.org Mon Jan  1 08:00:00 2024\n{list}\nFrom b@example.org Mon Jan  1 08:00:00 2024\n{mail.Replace("Lantern Weekly <letters@lantern.example.org>", "Harbour <mail@harbour.example>", StringComparison.Ordinal).Replace("Lantern Weekly", "Harbour", StringComparison.Ordinal)}\n";
        }

        folder.With("all.mbox", box);
        ImmutableArray<ImportResult> results = await EachAsync("all.mbox");
        Assert.Equal(["lantern-lists-example-org", "mail-harbour-example"], results.Select(r => r.Publication));
        Assert.Equal([4, 4], results.Select(r => r.Report.Issues));
        await using var one = new FolderIssueStore(folder["one"]);
        Assert.Equal(2, (await new StoreImport(one).RunAsync([folder["all.mbox"]], cancellationToken: Cancel)).Lists);
    }

    [Fact]
    public async Task Another_newsletter_does_not_run_into_the_one_that_is_there()
    {
        WriteFolders();
        await using var store = new FolderIssueStore(folder["store"]);
        Assert.Equal("lantern-weekly", (await new StoreImport(store).RunAsync([folder["in/lantern"]], cancellationToken: Cancel)).Publication);
        Assert.Equal("harbour-letter", (await new StoreImport(store).RunAsync([folder["in/harbour"]], cancellationToken: Cancel)).Publication);

        // One issue more, from elsewhere, is known by its name.
        folder.With("new/9.html", LanternWeekly.Html(109, 3).Replace("Lantern Weekly", "Harbour Letter", StringComparison.Ordinal));
        Assert.Equal("harbour-letter", (await new StoreImport(store).RunAsync([folder["new/9.html"]], cancellationToken: Cancel)).Publication);

        // Each finds its own again, and reads nothing.
        ImportResult again = await new StoreImport(store).RunAsync([folder["in/lantern"]], cancellationToken: Cancel);
        Assert.Equal(("lantern-weekly", 0, 6), (again.Publication, again.Read, again.Unchanged));
    }

    private void WriteFolders()
    {
        for (int i = 1; i <= 6; i++)
        {
            folder.With($"in/lantern/{i}.md", LanternWeekly.Markdown(i));
            folder.With($"in/harbour/{i}.html", LanternWeekly.Html(100 + i, 3).Replace("Lantern Weekly", "Harbour Letter", StringComparison.Ordinal).Replace("News", "Ships", StringComparison.Ordinal));
        }
    }

    private async Task<ImmutableArray<ImportResult>> EachAsync(string source)
    {
        await using var store = new FolderIssueStore(folder["store"]);
        return await new StoreImport(store).RunEachAsync([folder[source]], cancellationToken: Cancel);
    }
}
