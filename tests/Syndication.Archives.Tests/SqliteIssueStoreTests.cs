using Microsoft.Data.Sqlite;
using Syndication.Archives.Stores;

namespace Syndication.Archives.Tests;

public sealed class SqliteIssueStoreTests : IssueStoreContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sqlite-");

    private string File => Path.Combine(folder.FullName, "within", "issues.db");

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "newer.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 1000";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await using var store = new SqliteIssueStore(Path.Combine(folder.FullName, "newer.db"));
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.GetRevisionAsync(Cancel));
        Assert.Contains("version 1000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_version_is_brought_up_to_date_with_all_that_is_in_it()
    {
        string path = Path.Combine(folder.FullName, "older.db");
        await using (var made = new SqliteIssueStore(path)) await made.PutIssuesAsync([new StoredIssue("weekly", "1", new Model.Issue { Title = "One" })], Cancel);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE syndication_publication DROP COLUMN revision; PRAGMA user_version = 1";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await using var store = new SqliteIssueStore(path);
        Assert.Equal(("weekly", 1L), await store.GetPublicationsAsync(Cancel).Select(static publication => (publication.Key, publication.Revision)).SingleAsync(Cancel));
        Assert.Equal("One", (await store.FindIssueAsync("weekly", "1", Cancel))?.Issue.Title);
        Assert.Equal(1, await store.PutIssuesAsync([new StoredIssue("weekly", "2", new Model.Issue())], Cancel));
        Assert.Equal(2, (await store.GetPublicationsAsync(Cancel).SingleAsync(Cancel)).Revision);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_each_time_and_left_alone()
    {
        string path = Path.Combine(folder.FullName, "none.db");
        await System.IO.File.WriteAllTextAsync(path, new string('x', 5000), Cancel);
        await using var store = new SqliteIssueStore(path);
        await Assert.ThrowsAsync<SqliteException>(() => store.GetRevisionAsync(Cancel));
        await Assert.ThrowsAsync<SqliteException>(() => store.GetRevisionAsync(Cancel));
        Assert.Equal(new string('x', 5000), await System.IO.File.ReadAllTextAsync(path, Cancel));
    }

    [Fact]
    public async Task What_a_killed_process_leaves_opens_with_the_last_committed_state()
    {
        string path = Path.Combine(folder.FullName, "killed.db"), left = Path.Combine(folder.FullName, "left.db");
        await using var store = new SqliteIssueStore(path);
        await store.PutIssuesAsync([new StoredIssue("weekly", "committed", new Model.Issue { Title = "Committed" })], Cancel);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await using SqliteCommand command = connection.CreateCommand();

            // So little memory that what is not committed goes to the log at once, and the files are those of a process that died within.
            command.CommandText = """
                PRAGMA cache_size = 1;
                BEGIN IMMEDIATE;
                UPDATE syndication_state SET revision = 99;
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                INSERT INTO syndication_issue (publication, key, json, origins, published, folded) SELECT 'weekly', 'lost-' || i, '{}', '[]', '', hex(zeroblob(500)) FROM n;
                """;
            await command.ExecuteNonQueryAsync(Cancel);
            System.IO.File.Copy(path, left);
            System.IO.File.Copy(path + "-wal", left + "-wal");
        }

        Assert.True(new FileInfo(left + "-wal").Length > 500_000);
        await using var opened = new SqliteIssueStore(left);
        Assert.Equal("committed", Assert.Single(await opened.GetIssuesAsync("weekly", Cancel).ToArrayAsync(Cancel)).Key);
        Assert.Equal(1, await opened.GetRevisionAsync(Cancel));
        Assert.Equal(1, await opened.PutIssuesAsync([new StoredIssue("weekly", "next", new Model.Issue())], Cancel));
    }

    protected override Task<IIssueStore> OpenEmptyAsync() => Task.FromResult(OpenAgain());

    protected override IIssueStore OpenAgain() => new SqliteIssueStore(File);

    protected override ValueTask RemoveAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
