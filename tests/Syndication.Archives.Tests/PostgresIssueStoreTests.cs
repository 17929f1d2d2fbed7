using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.Archives.Tests;

public sealed class PostgresIssueStoreTests(PostgresServer server) : IssueStoreContract, IClassFixture<PostgresServer>
{
    private string? database;

    [Fact]
    public async Task Who_watches_is_told_of_each_change_that_was_committed_and_of_nothing_else()
    {
        database = await server.NewDatabaseAsync();
        await using PostgresIssueStore one = new(database), other = new(database);
        await one.PutIssuesAsync([new StoredIssue("weekly", "17", new Issue())], Cancel);
        await using IAsyncEnumerator<long> watched = ((IIssueStore)other).WatchAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await watched.MoveNextAsync());
        Assert.Equal(1, watched.Current);
        for (int revision = 2; revision < 5; revision++) await one.PutIssuesAsync([new StoredIssue("weekly", "18", new Issue { Number = revision })], Cancel);
        for (int revision = 2; revision < 5; revision++)
        {
            Assert.True(await watched.MoveNextAsync());
            Assert.Equal(revision, watched.Current);
        }

        await one.PutIssuesAsync([new StoredIssue("weekly", "17", new Issue())], Cancel);
        await one.RemoveIssueAsync("weekly", "missing", Cancel);
        await one.TryWriteNoteAsync("note", "x"u8.ToArray(), 0, Cancel);
        await one.RemoveIssueAsync("weekly", "17", Cancel);
        Assert.True(await watched.MoveNextAsync());
        Assert.Equal(5, watched.Current);
    }

    protected override async Task<IIssueStore> OpenEmptyAsync()
    {
        database = await server.NewDatabaseAsync();
        return OpenAgain();
    }

    protected override IIssueStore OpenAgain() => new PostgresIssueStore(database!);
}
