using System.Data.Common;
using Syndication.Archives.Stores;

namespace Syndication.Tool;

/// <summary>What a command is told of a store: a folder, a SQLite file (<c>issues.db</c>) or a PostgreSQL database (<c>postgresql://…</c>).</summary>
internal static class StoreAddress
{
    internal const string Help = "A folder, a SQLite file (.db, .sqlite) or a PostgreSQL connection (postgresql://… or Host=…).";

    /// <summary>The folder of the store; <see langword="null"/> where it is a database.</summary>
    internal static string? FolderOf(string address) => IsPostgres(address) || IsSqlite(address) ? null : address;

    /// <summary>Whether there is plainly no store: to be asked before one is read, which would make an empty one.</summary>
    internal static bool IsMissing(string address) => FolderOf(address) is { } folder ? !FolderIssueStore.Exists(folder) : IsSqlite(address) && !File.Exists(address);

    internal static IIssueStore Open(string address)
    {
        if (IsPostgres(address)) return new PostgresIssueStore(address.Contains("://", StringComparison.Ordinal) ? ConnectionString(new Uri(address)) : address);
        return IsSqlite(address) ? new SqliteIssueStore(address) : new FolderIssueStore(address);
    }

    /// <summary>The driver's form of libpq's connection URI.</summary>
    private static string ConnectionString(Uri uri)
    {
        string[] user = uri.UserInfo.Split(':', 2);
        var parts = new DbConnectionStringBuilder { ["Host"] = uri.Host, ["Database"] = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
        if (uri.Port > 0) parts["Port"] = uri.Port;
        if (user[0].Length > 0) parts["Username"] = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) parts["Password"] = Uri.UnescapeDataString(user[1]);
        return parts.ConnectionString;
    }

    private static bool IsPostgres(string address) =>
        address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    private static bool IsSqlite(string address) => Path.GetExtension(address).ToLowerInvariant() is ".db" or ".sqlite" or ".sqlite3";
}
