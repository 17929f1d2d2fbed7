using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>
/// What the stores in databases share: the tables (made by themselves, brought up to date by numbered steps) and all statements but those of the search
/// index. Every change is one transaction, which begins by taking the number of the next revision and so waits for others that write.
/// </summary>
public abstract class RelationalIssueStore : IIssueStore, IAsyncDisposable, IDisposable
{
    private const string Columns = "i.publication, i.key, i.json, i.origins";

    private readonly DbDataSource source;
    private readonly RelationalTables tables;

    private protected RelationalIssueStore(DbDataSource source)
    {
        this.source = source;
        tables = new RelationalTables(source, this);
    }

    /// <summary>The steps that make the tables of this version, the first for an empty database; never changed once released, only added to.</summary>
    internal abstract IReadOnlyList<string> Migrations { get; }

    /// <inheritdoc/>
    public async Task<long> GetRevisionAsync(CancellationToken cancellationToken = default)
    {
        DbConnection connection = await tables.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return Convert.ToInt64(await connection.ScalarAsync("SELECT revision FROM syndication_state", [], cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<long> WatchAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<long>();

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredPublication> GetPublicationsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        DbConnection connection = await tables.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await foreach (DbDataReader row in connection.RowsAsync($"SELECT key, json, revision FROM syndication_publication ORDER BY {InOrder("key")}", [], cancellationToken).ConfigureAwait(false))
            {
                yield return new StoredPublication(row.GetString(0), StoredJson.ToPublication(row.GetString(1))) { Revision = row.GetInt64(2) };
            }
        }
    }

    /// <inheritdoc/>
    public Task<bool> PutPublicationAsync(StoredPublication publication, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publication);
        StoreKey.Check(publication.Key, nameof(publication));
        return ChangeAsync(
            async connection => await connection.ExecuteAsync(
                """
                INSERT INTO syndication_publication AS p (key, json, revision) VALUES (@key, @json, (SELECT revision FROM syndication_state))
                ON CONFLICT (key) DO UPDATE SET json = excluded.json, revision = excluded.revision WHERE p.json <> excluded.json
                """,
                [("key", publication.Key), ("json", StoredJson.Of(publication.Publication))], cancellationToken).ConfigureAwait(false) > 0,
            static changed => changed,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemovePublicationAsync(string key, CancellationToken cancellationToken = default)
    {
        StoreKey.Check(key);
        return ChangeAsync(
            async connection =>
            {
                await DeleteIssuesAsync(connection, "publication = @publication", [("publication", key)], cancellationToken).ConfigureAwait(false);
                return await connection.ExecuteAsync("DELETE FROM syndication_publication WHERE key = @key", [("key", key)], cancellationToken).ConfigureAwait(false) > 0;
            },
            static removed => removed,
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredIssue> GetIssuesAsync(string publication, CancellationToken cancellationToken = default)
    {
        StoreKey.Check(publication);
        return IssuesAsync($"SELECT {Columns} FROM syndication_issue i WHERE i.publication = @publication ORDER BY {InOrder("i.key")}", [("publication", publication)], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredIssue?> FindIssueAsync(string publication, string key, CancellationToken cancellationToken = default)
    {
        StoreKey.Check(publication);
        StoreKey.Check(key);
        await foreach (StoredIssue issue in IssuesAsync(
            $"SELECT {Columns} FROM syndication_issue i WHERE i.publication = @publication AND i.key = @key", [("publication", publication), ("key", key)], cancellationToken).ConfigureAwait(false))
        {
            return issue;
        }

        return null;
    }

    /// <inheritdoc/>
    public Task<int> PutIssuesAsync(IReadOnlyCollection<StoredIssue> issues, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issues);
        foreach (StoredIssue issue in issues)
        {
            StoreKey.Check(issue.PublicationKey, nameof(issues));
            StoreKey.Check(issue.Key, nameof(issues));
        }

        return ChangeAsync(
            async connection =>
            {
                int count = 0;
                HashSet<string> known = new(StringComparer.Ordinal), changed = new(StringComparer.Ordinal);
                foreach (StoredIssue issue in issues)
                {
                    if (known.Add(issue.PublicationKey))
                    {
                        Publication publication = issue.Issue.Publication ?? new Publication { Title = issue.PublicationKey };
                        await connection.ExecuteAsync(
                            "INSERT INTO syndication_publication (key, json, revision) VALUES (@key, @json, 0) ON CONFLICT (key) DO NOTHING",
                            [("key", issue.PublicationKey), ("json", StoredJson.Of(publication))], cancellationToken).ConfigureAwait(false);
                    }

                    if (!await PutAsync(connection, issue, cancellationToken).ConfigureAwait(false)) continue;
                    changed.Add(issue.PublicationKey);
                    count++;
                }

                foreach (string publication in changed) await TouchAsync(connection, publication, cancellationToken).ConfigureAwait(false);
                return count;
            },
            static count => count > 0,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveIssueAsync(string publication, string key, CancellationToken cancellationToken = default)
    {
        StoreKey.Check(publication);
        StoreKey.Check(key);
        return ChangeAsync(
            async connection =>
            {
                await TouchAsync(connection, publication, cancellationToken).ConfigureAwait(false);
                return await DeleteIssuesAsync(connection, "publication = @publication AND key = @key", [("publication", publication), ("key", key)], cancellationToken).ConfigureAwait(false) > 0;
            },
            static removed => removed,
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredIssue> SearchAsync(string words, string? publication = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (publication is not null) StoreKey.Check(publication);
        SearchQuery query = SearchQuery.Parse(words);
        if (query.Words.IsEmpty) return AsyncEnumerable.Empty<StoredIssue>();
        (string condition, object value) = HasWords(query);
        var parameters = new List<(string, object)> { ("words", value) };
        for (int i = 0; i < query.Phrases.Length; i++)
        {
            condition += $" AND {HasPhrase($"@phrase{i}")}";
            parameters.Add(($"phrase{i}", query.Phrases[i]));
        }

        if (publication is not null)
        {
            condition += " AND i.publication = @publication";
            parameters.Add(("publication", publication));
        }

        return IssuesAsync(
            $"SELECT {Columns} FROM syndication_issue i WHERE {condition} ORDER BY i.published DESC, {InOrder("i.publication")}, {InOrder("i.key")} DESC", [.. parameters], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredNote?> FindNoteAsync(string name, CancellationToken cancellationToken = default)
    {
        StoreKey.CheckName(name);
        DbConnection connection = await tables.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await foreach (DbDataReader row in connection.RowsAsync("SELECT content, version FROM syndication_note WHERE name = @name", [("name", name)], cancellationToken).ConfigureAwait(false))
            {
                return new StoredNote(row.GetFieldValue<byte[]>(0), row.GetInt64(1));
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryWriteNoteAsync(string name, ReadOnlyMemory<byte> content, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StoreKey.CheckName(name);
        DbConnection connection = await tables.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ExecuteAsync(
                expectedVersion == 0
                    ? "INSERT INTO syndication_note (name, content, version) VALUES (@name, @content, @version + 1) ON CONFLICT (name) DO NOTHING"
                    : "UPDATE syndication_note SET content = @content, version = @version + 1 WHERE name = @name AND version = @version",
                [("name", name), ("content", content.ToArray()), ("version", expectedVersion)], cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <summary>Closes the connections that are kept open.</summary>
    public async ValueTask DisposeAsync()
    {
        ReleasePool(source.ConnectionString);
        await source.DisposeAsync().ConfigureAwait(false);
        tables.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        ReleasePool(source.ConnectionString);
        source.Dispose();
        tables.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes connections that are kept open beyond the life of their source.</summary>
    private protected virtual void ReleasePool(string connectionString)
    {
    }

    /// <summary>A column by the bytes of its UTF-8.</summary>
    private protected abstract string InOrder(string column);

    /// <summary>The condition on issue <c>i</c> that its index has all words, and the value of its parameter <c>@words</c>.</summary>
    private protected abstract (string Condition, object Value) HasWords(SearchQuery query);

    /// <summary>The condition that a phrase stands in <c>i.folded</c>.</summary>
    private protected abstract string HasPhrase(string parameter);

    /// <summary>Puts an issue's words into the index.</summary>
    private protected abstract Task IndexAsync(DbConnection connection, long id, string[] words, CancellationToken cancellationToken);

    /// <summary>Deletes issues and what the index has of them.</summary>
    private protected abstract Task<int> DeleteIssuesAsync(DbConnection connection, string condition, (string, object)[] parameters, CancellationToken cancellationToken);

    /// <summary>Tells those who watch of the revision under way, once it is committed.</summary>
    private protected virtual Task AnnounceAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs what brings the tables up to date, alone among all that use the database.</summary>
    internal abstract Task<int> VersionAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Notes the version that the tables have now.</summary>
    internal abstract Task SetVersionAsync(DbConnection connection, int version, CancellationToken cancellationToken);

    private async Task<bool> PutAsync(DbConnection connection, StoredIssue issue, CancellationToken cancellationToken)
    {
        string? published = issue.Issue.Published?.ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        string folded = SearchText.Of(issue.Issue);
        object? id = await connection.ScalarAsync(
            """
            INSERT INTO syndication_issue AS i (publication, key, json, origins, published, folded) VALUES (@publication, @key, @json, @origins, @published, @folded)
            ON CONFLICT (publication, key) DO UPDATE SET json = excluded.json, origins = excluded.origins, published = excluded.published, folded = excluded.folded
            WHERE i.json <> excluded.json OR i.origins <> excluded.origins
            RETURNING id
            """,
            [
                ("publication", issue.PublicationKey), ("key", issue.Key), ("json", IssueJson.Serialize(issue.Issue)), ("origins", StoredJson.Of(issue.Origins)),
                ("published", published ?? ""), ("folded", folded),
            ],
            cancellationToken).ConfigureAwait(false);
        if (id is null) return false;
        await IndexAsync(connection, Convert.ToInt64(id, CultureInfo.InvariantCulture), SearchWords.OfText(folded), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Notes the revision under way as that since which a newsletter is as it is.</summary>
    private static Task<int> TouchAsync(DbConnection connection, string publication, CancellationToken cancellationToken) => connection.ExecuteAsync(
        "UPDATE syndication_publication SET revision = (SELECT revision FROM syndication_state) WHERE key = @key", [("key", publication)], cancellationToken);

    private async IAsyncEnumerable<StoredIssue> IssuesAsync(string sql, (string, object)[] parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DbConnection connection = await tables.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await foreach (DbDataReader row in connection.RowsAsync(sql, parameters, cancellationToken).ConfigureAwait(false))
            {
                yield return new StoredIssue(row.GetString(0), row.GetString(1), IssueJson.Deserialize(row.GetString(2))) { Origins = StoredJson.ToOrigins(row.GetString(3)) };
            }
        }
    }

    /// <summary>Runs a change in a transaction, which is undone where nothing has changed.</summary>
    private async Task<T> ChangeAsync<T>(Func<DbConnection, Task<T>> change, Func<T, bool> hasChanged, CancellationToken cancellationToken)
    {
        DbConnection connection = await tables.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await connection.ExecuteAsync("UPDATE syndication_state SET revision = revision + 1", [], cancellationToken).ConfigureAwait(false);
                T result = await change(connection).ConfigureAwait(false);
                if (!hasChanged(result)) return result;
                await AnnounceAsync(connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
        }
    }

    /// <summary>Sets what the database keeps for all connections and what no transaction may hold.</summary>
    internal virtual Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;
}
