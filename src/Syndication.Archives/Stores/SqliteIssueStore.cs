using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Syndication.Archives.Stores;

/// <summary>
/// A store in one SQLite file, which needs no set-up: it is made by itself. Readers are never blocked (write-ahead log), several processes of one machine
/// may share it, and the search is by SQLite's own index (FTS5), in which Chinese words of two characters are found too.
/// </summary>
public sealed class SqliteIssueStore : RelationalIssueStore
{
    private const string Tables =
        """
        CREATE TABLE syndication_state (revision INTEGER NOT NULL);
        INSERT INTO syndication_state VALUES (0);
        CREATE TABLE syndication_publication (key TEXT NOT NULL PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE syndication_issue (
            id INTEGER PRIMARY KEY, publication TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, origins TEXT NOT NULL,
            published TEXT NOT NULL, folded TEXT NOT NULL, UNIQUE (publication, key));
        CREATE TABLE syndication_note (name TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL, version INTEGER NOT NULL);
        CREATE VIRTUAL TABLE syndication_words USING fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
        """;

    private const string RevisionOfPublications =
        """
        ALTER TABLE syndication_publication ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
        UPDATE syndication_publication SET revision = (SELECT revision FROM syndication_state);
        """;

    /// <summary>A store in a file.</summary>
    /// <param name="path">The file; it and its folder are made where they are missing. Two more files stand beside it while it is in use.</param>
    public SqliteIssueStore(string path)
        : base(SqliteFactory.Instance.CreateDataSource(ConnectionString(path)))
    {
    }

    internal override IReadOnlyList<string> Migrations { get; } = [Tables, RevisionOfPublications];

    private protected override void ReleasePool(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private protected override string InOrder(string column) => column;

    private protected override (string Condition, object Value) HasWords(SearchQuery query) =>
        ("i.id IN (SELECT rowid FROM syndication_words WHERE syndication_words MATCH @words)", string.Join(' ', query.Words.Select(static word => $"\"{word}\"")));

    private protected override string HasPhrase(string parameter) => $"instr(i.folded, {parameter}) > 0";

    private protected override async Task IndexAsync(DbConnection connection, long id, string[] words, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("DELETE FROM syndication_words WHERE rowid = @id", [("id", id)], cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("INSERT INTO syndication_words (rowid, words) VALUES (@id, @words)", [("id", id), ("words", string.Join(' ', words))], cancellationToken).ConfigureAwait(false);
    }

    private protected override async Task<int> DeleteIssuesAsync(DbConnection connection, string condition, (string, object)[] parameters, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync($"DELETE FROM syndication_words WHERE rowid IN (SELECT id FROM syndication_issue WHERE {condition})", parameters, cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteAsync($"DELETE FROM syndication_issue WHERE {condition}", parameters, cancellationToken).ConfigureAwait(false);
    }

    internal override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.ScalarAsync("PRAGMA journal_mode = WAL", [], cancellationToken).ConfigureAwait(false);

    internal override async Task<int> VersionAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Convert.ToInt32(await connection.ScalarAsync("PRAGMA user_version", [], cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);

    internal override Task SetVersionAsync(DbConnection connection, int version, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"), [], cancellationToken);

    private static string ConnectionString(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ConnectionString;
    }
}
