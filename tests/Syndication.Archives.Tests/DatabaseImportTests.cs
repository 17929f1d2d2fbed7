using System.Text;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Tests;

namespace Syndication.Archives.Tests;

/// <summary>An import into a database is what an import into a folder is.</summary>
public sealed class DatabaseImportTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task SQLite_holds_what_a_folder_holds() => await CompareAsync(() => new SqliteIssueStore(folder["issues.db"]));

    [Fact]
    public async Task PostgreSQL_holds_what_a_folder_holds()
    {
        string database = await server.NewDatabaseAsync();
        await CompareAsync(() => new PostgresIssueStore(database));
    }

    private async Task CompareAsync(Func<IIssueStore> open)
    {
        for (int i = 1; i <= 300; i++)
        {
            var (name, bytes) = LanternWeekly.Issue(i, 300);
            folder.With("in/" + name, bytes);
        }

        folder.With("in/mails/120.eml", LanternWeekly.Mail(120));
        await using var files = new FolderIssueStore(folder["store"]);
        ImportResult expected = await RunAsync(files);

        // Stopped once after a segment, and gone on with: a database is no worse at that.
        await UsingAsync(open, async store =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StoreImport(store).RunAsync([folder["in"]], p =>
            {
                if (p.Phase == ImportPhase.Reading && p.Done == 270) stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }, stop.Token));
        });
        await UsingAsync(open, async store =>
        {
            ImportResult result = await RunAsync(store);
            Assert.Equal(301 - 256, result.Read);
            Assert.Equal(Encoding.UTF8.GetString(expected.Report.ToJson()), Encoding.UTF8.GetString(result.Report.ToJson()));
            Assert.Equal(await files.GetIssuesAsync(expected.Publication, Cancel).ToListAsync(Cancel), await store.GetIssuesAsync(result.Publication, Cancel).ToListAsync(Cancel));
            long revision = await store.GetRevisionAsync(Cancel);
            Assert.Equal((0, 301, 0), await RunAsync(store) is var again ? (again.Read, again.Unchanged, again.Changed) : default);
            Assert.Equal(revision, await store.GetRevisionAsync(Cancel));
        });
    }

    private static async Task UsingAsync(Func<IIssueStore> open, Func<IIssueStore, Task> work)
    {
        IIssueStore store = open();
        await work(store);
        if (store is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }

    private Task<ImportResult> RunAsync(IIssueStore store) => new StoreImport(store).RunAsync([folder["in"]], cancellationToken: Cancel);
}
