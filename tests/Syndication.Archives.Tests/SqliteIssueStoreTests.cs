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
    public async Task A_file_that_is_no_database_is_refused_each_time_and_left_alone()
    {
        string path = Path.Combine(folder.FullName, "none.db");
        await System.IO.File.WriteAllTextAsync(path, new string('x', 5000), Cancel);
        await using var store = new SqliteIssueStore(path);
        await Assert.ThrowsAsync<SqliteException>(() => store.GetRevisionAsync(Cancel));
        await Assert.ThrowsAsync<SqliteException>(() => store.GetRevisionAsync(Cancel));
        Assert.Equal(new string('x', 5000), await System.IO.File.ReadAllTextAsync(path, Cancel));
    }

    protected override Task<IIssueStore> OpenEmptyAsync() => Task.FromResult(OpenAgain());

    protected override IIssueStore OpenAgain() => new SqliteIssueStore(File);

    protected override ValueTask RemoveAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
