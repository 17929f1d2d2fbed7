using System.Globalization;
using Microsoft.Data.Sqlite;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.Archives.Tests;

/// <summary>Stores whose process is killed in the middle of its work, or whose disk is full: what was committed is there, whole, and nothing else is.</summary>
public sealed class StoreFaultTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    /// <summary>Issues of a batch of the import.</summary>
    private const int Size = 10;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("folder")]
    [InlineData("postgres")]
    public async Task An_import_that_is_killed_leaves_what_was_committed_and_nothing_by_halves(string kind)
    {
        // At the very first, in the middle, and a little later each time: somewhere within a batch.
        for (int round = 0; round < 5; round++)
        {
            string place = await PlaceAsync(kind, round);
            await using ChildProcess import = ChildProcess.Start("import", kind, place);
            string? said = null;
            for (int i = 0; i < (2 * round) + 1; i++) said = await import.ReadLineAsync(Cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(3 * round), Cancel);
            string[] rest = await import.KillAsync(Cancel);
            if (kind == "postgres") await postgres.UntilLeftAsync(place);
            await CheckAsync(kind, place, Number(rest.LastOrDefault() ?? said!));
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("folder")]
    public async Task A_disk_that_is_full_is_said_and_loses_nothing(string kind)
    {
        string place = await PlaceAsync(kind, 0);

        // A folder's files are small each: there is room for none of another batch's, and for those of the first.
        await using ChildProcess? import = kind == "folder" ? await FullFolderAsync(place) : ChildProcess.StartWithin(1024 * 1024, "import", kind, place);
        Assert.SkipWhen(import is null, "No prlimit: install Debian's util-linux.");
        string? said = null;
        int last = 0;
        while ((said = await import.ReadLineAsync(Cancel)) is not null && !said.StartsWith("failed", StringComparison.Ordinal)) last = Number(said);
        Assert.StartsWith("failed ", said, StringComparison.Ordinal);
        Assert.Equal(3, await import.EndAsync(Cancel));
        await CheckAsync(kind, place, last);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A store of one batch, and an import that may write files of half the size.</summary>
    private static async Task<ChildProcess?> FullFolderAsync(string place)
    {
        await using (ChildProcess first = ChildProcess.Start("import", "folder", place))
        {
            await first.ReadLineAsync(Cancel);
            await first.KillAsync(Cancel);
        }

        return ChildProcess.StartWithin(1000, "import", "folder", place);
    }

    private static int Number(string line) => int.Parse(line, CultureInfo.InvariantCulture);

    private async Task<string> PlaceAsync(string kind, int round) => kind switch
    {
        "sqlite" => folder[$"{round}.db"],
        "folder" => folder[$"{round}"],
        _ => await postgres.NewDatabaseAsync(),
    };

    /// <summary>The last batch that was said to be there is, whole; one more may be, whole too.</summary>
    private static async Task CheckAsync(string kind, string place, int said)
    {
        IIssueStore store = kind switch
        {
            "sqlite" => new SqliteIssueStore(place),
            "folder" => new FolderIssueStore(place),
            _ => new PostgresIssueStore(place),
        };
        long revision = await store.GetRevisionAsync(Cancel);
        Assert.InRange(revision, said, said + 1);
        StoredIssue[] issues = await store.GetIssuesAsync("weekly", Cancel).ToArrayAsync(Cancel);
        Assert.Equal(Size * (revision + 1), issues.Length);
        foreach (StoredIssue issue in issues)
        {
            int expected = issue.Key.StartsWith("shared-", StringComparison.Ordinal) ? (int)revision : Number(issue.Key.Split('-')[1]);
            Assert.Equal((expected, 300), (issue.Issue.Number, issue.Issue.Preface!.Text.Split(' ').Count(word => word == $"batch{expected}")));
        }

        // The index says the same, and work goes on.
        Assert.Equal(2 * Size, await store.SearchAsync($"batch{revision}", "weekly", Cancel).CountAsync(Cancel));
        Assert.Equal(0, await store.SearchAsync($"batch{revision + 1}", "weekly", Cancel).CountAsync(Cancel));
        Assert.Equal(1, await store.PutIssuesAsync([new StoredIssue("weekly", "after", new Issue { Title = "After" })], Cancel));
        Assert.Equal(revision + 1, await store.GetRevisionAsync(Cancel));
        await ((IAsyncDisposable)store).DisposeAsync();
        if (kind != "sqlite") return;
        await using var connection = new SqliteConnection($"Data Source={place};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync(Cancel));
    }
}
