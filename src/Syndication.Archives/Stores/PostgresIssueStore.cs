using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Syndication.Archives.Stores;

/// <summary>
/// A store in PostgreSQL (13 or newer, or what speaks its protocol and has its GIN indices), for hosts of several nodes. The tables (<c>syndication_…</c>)
/// are made in the first schema of the search path. The search is by an index of words, in which Chinese words of two characters are found too, whatever
/// the database's locale; no extension is needed.
/// </summary>
public sealed class PostgresIssueStore : RelationalIssueStore
{
    /// <summary>What changes are announced on (LISTEN, NOTIFY).</summary>
    private const string Channel = "syndication_revision";

    private const string Tables =
        """
        CREATE TABLE syndication_state (revision bigint NOT NULL);
        INSERT INTO syndication_state VALUES (0);
        CREATE TABLE syndication_publication (key text NOT NULL PRIMARY KEY, json text NOT NULL);
        CREATE TABLE syndication_issue (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, publication text NOT NULL, key text NOT NULL, json text NOT NULL, origins text NOT NULL,
            published text NOT NULL, folded text NOT NULL, words text[] NOT NULL DEFAULT '{}', UNIQUE (publication, key));
        CREATE INDEX syndication_issue_words ON syndication_issue USING gin (words);
        CREATE TABLE syndication_note (name text NOT NULL PRIMARY KEY, content bytea NOT NULL, version bigint NOT NULL);
        """;

    private const string RevisionOfPublications =
        """
        ALTER TABLE syndication_publication ADD COLUMN revision bigint NOT NULL DEFAULT 0;
        UPDATE syndication_publication SET revision = (SELECT revision FROM syndication_state);
        """;

    private readonly NpgsqlDataSource source;

    /// <summary>A store in a database.</summary>
    /// <param name="connectionString">As Npgsql takes it: <c>Host=db;Database=newsletters;Username=…</c>.</param>
    public PostgresIssueStore(string connectionString)
        : this(NpgsqlDataSource.Create(connectionString))
    {
    }

    private PostgresIssueStore(NpgsqlDataSource source)
        : base(source) => this.source = source;

    /// <inheritdoc/>
    /// <remarks>Keeps one connection for itself. A pooler that lends connections by the transaction (PgBouncer) lets nothing through.</remarks>
    public override async IAsyncEnumerable<long> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var told = new Queue<long>();
            connection.Notification += (_, notification) => told.Enqueue(long.TryParse(notification.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out long revision) ? revision : 0);
            await connection.ExecuteAsync($"LISTEN {Channel}", [], cancellationToken).ConfigureAwait(false);
            yield return await GetRevisionAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                while (told.TryDequeue(out long revision)) yield return revision;
                await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    internal override IReadOnlyList<string> Migrations { get; } = [Tables, RevisionOfPublications];

    private protected override string InOrder(string column) => $"{column} COLLATE \"C\"";

    private protected override (string Condition, object Value) HasWords(SearchQuery query) => ("i.words @> @words", query.Words.ToArray());

    private protected override string HasPhrase(string parameter) => $"strpos(i.folded, {parameter}) > 0";

    private protected override Task IndexAsync(DbConnection connection, long id, string[] words, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("UPDATE syndication_issue SET words = @words WHERE id = @id", [("words", words), ("id", id)], cancellationToken);

    private protected override Task<int> DeleteIssuesAsync(DbConnection connection, string condition, (string, object)[] parameters, CancellationToken cancellationToken) =>
        connection.ExecuteAsync($"DELETE FROM syndication_issue WHERE {condition}", parameters, cancellationToken);

    private protected override Task AnnounceAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync($"SELECT pg_notify('{Channel}', revision::text) FROM syndication_state", [], cancellationToken);

    internal override async Task<int> VersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // Nodes that start at the same time wait for one another; the lock ends with the transaction.
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtext('syndication_schema'))", [], cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS syndication_schema (version integer NOT NULL)", [], cancellationToken).ConfigureAwait(false);
        return Convert.ToInt32(await connection.ScalarAsync("SELECT coalesce(max(version), 0) FROM syndication_schema", [], cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    internal override Task SetVersionAsync(DbConnection connection, int version, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("INSERT INTO syndication_schema (version) VALUES (@version)", [("version", version)], cancellationToken);
}
