using System.Data;
using System.Data.Common;

namespace Syndication.Archives.Stores;

/// <summary>Opens connections to tables that are there and of this version: the first one to be opened makes them, or brings them up to date by numbered steps.</summary>
/// <param name="source">The database.</param>
/// <param name="store">Whose tables they are: it knows the steps, and how its database keeps the version.</param>
internal sealed class RelationalTables(DbDataSource source, RelationalIssueStore store) : IDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private volatile bool ready;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (!ready)
        {
            await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (!ready) await MigrateAsync(cancellationToken).ConfigureAwait(false);
                ready = true;
            }
            finally
            {
                opening.Release();
            }
        }

        return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => opening.Dispose();

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await store.PrepareAsync(connection, cancellationToken).ConfigureAwait(false);
            DbTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                int version = await store.VersionAsync(connection, cancellationToken).ConfigureAwait(false);
                if (version > store.Migrations.Count)
                {
                    throw new InvalidOperationException($"The store has tables of version {version}; this version of Syndication knows {store.Migrations.Count}. Use a newer one.");
                }

                foreach (string step in store.Migrations.Skip(version)) await connection.ExecuteAsync(step, [], cancellationToken).ConfigureAwait(false);
                if (version < store.Migrations.Count) await store.SetVersionAsync(connection, store.Migrations.Count, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
