using Syndication.Archives.Stores;
using Syndication.Archives.Tests;

namespace Syndication.AspNetCore.Tests;

/// <summary>Nodes that share a store agree on everything that a reader sees, so that a balancer may send it to either.</summary>
public sealed class TwoNodesTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private static readonly string[] paths = ["/weekly/issues.atom", "/weekly/items.rss", "/weekly/items.json", "/weekly/items.html", "/weekly/feeds.opml", "/feeds.opml"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_on_one_SQLite_file_serve_the_same_bytes_and_validators()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("two-nodes-");
        string file = Path.Combine(folder.FullName, "issues.db");
        await AgreeAsync(new SqliteIssueStore(file), new SqliteIssueStore(file));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_nodes_on_one_PostgreSQL_serve_the_same_bytes_and_validators()
    {
        string database = await postgres.NewDatabaseAsync();
        await AgreeAsync(new PostgresIssueStore(database), new PostgresIssueStore(database));
    }

    private static async Task AgreeAsync(RelationalIssueStore one, RelationalIssueStore other)
    {
        await one.PutIssuesAsync(Issues.UpTo(3), Cancel);
        await using (FeedServer first = await FeedServer.StartAsync(store: one), second = await FeedServer.StartAsync(store: other))
        {
            await SameAsync(first, second);
            for (int number = 4; number < 8; number++)
            {
                // Both notice at the same time, and only one of them may say when it was.
                await first.Store.PutIssuesAsync([Issues.Of(number), Issues.Of(1, "Corrected " + number)], Cancel);
                await Task.WhenAll(new[] { first, second }.Select(node => UntilAsync(node, "Volume " + number)));
                await SameAsync(first, second);
            }
        }

        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private static async Task UntilAsync(FeedServer node, string words)
    {
        while (!(await node.Client.GetStringAsync(paths[0], Cancel)).Contains(words, StringComparison.Ordinal)) await Task.Delay(20, Cancel);
    }

    private static async Task SameAsync(FeedServer first, FeedServer second)
    {
        foreach (string path in paths)
        {
            foreach (string coding in new[] { "identity", "gzip", "br", "zstd" })
            {
                using HttpResponseMessage a = await first.GetAsync(path, ("Accept-Encoding", coding)), b = await second.GetAsync(path, ("Accept-Encoding", coding));
                Assert.Equal(await a.Content.ReadAsByteArrayAsync(Cancel), await b.Content.ReadAsByteArrayAsync(Cancel));
                Assert.Equal(a.Headers.ETag, b.Headers.ETag);
            }
        }
    }
}
