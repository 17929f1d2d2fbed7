using Syndication.Archives.Stores;

namespace Syndication.Archives.Tests;

public sealed class PostgresIssueStoreTests(PostgresServer server) : IssueStoreContract, IClassFixture<PostgresServer>
{
    private string? database;

    protected override async Task<IIssueStore> OpenEmptyAsync()
    {
        database = await server.NewDatabaseAsync();
        return OpenAgain();
    }

    protected override IIssueStore OpenAgain() => new PostgresIssueStore(database!);
}
