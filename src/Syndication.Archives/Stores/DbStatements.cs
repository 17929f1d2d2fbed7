using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Syndication.Archives.Stores;

/// <summary>Statements with named parameters (<c>@name</c>).</summary>
internal static class DbStatements
{
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, (string Name, object Value)[] parameters, CancellationToken cancellationToken)
    {
        DbCommand command = connection.Command(sql, parameters);
        await using (command.ConfigureAwait(false)) return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task<object?> ScalarAsync(this DbConnection connection, string sql, (string Name, object Value)[] parameters, CancellationToken cancellationToken)
    {
        DbCommand command = connection.Command(sql, parameters);
        await using (command.ConfigureAwait(false)) return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async IAsyncEnumerable<DbDataReader> RowsAsync(
        this DbConnection connection, string sql, (string Name, object Value)[] parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DbCommand command = connection.Command(sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return reader;
            }
        }
    }

    // The texts are the stores' own; what comes from outside is in the parameters.
#pragma warning disable CA2100
    private static DbCommand Command(this DbConnection connection, string sql, (string Name, object Value)[] parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
#pragma warning restore CA2100
}
