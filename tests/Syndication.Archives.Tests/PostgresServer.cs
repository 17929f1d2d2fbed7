using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Syndication.Archives.Tests;

/// <summary>A PostgreSQL server of Debian's packages, where the machine has one: started for the tests in a folder of its own, on a free port of this machine.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postgres-");
    private readonly int port = LocalPort.Free();
    private string? programs;
    private string? missing;
    private int databases;

    public async ValueTask InitializeAsync()
    {
        programs = Programs();
        if (programs is null)
        {
            missing = "No PostgreSQL server: install Debian's postgresql.";
            return;
        }

        // The server refuses to run as root.
        if (Environment.UserName == "root") await RunAsync("chown", "postgres", folder.FullName);
        (int code, string output) = await RunServerAsync("initdb", "-D", Data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        if (code == 0)
        {
            string options = string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -p {port} -k {folder.FullName} -c fsync=off");
            (code, output) = await RunServerAsync("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder.FullName, "log"), "-o", options, "start");
        }

        if (code != 0) missing = $"The PostgreSQL server of this machine does not start: {output}";
    }

    /// <summary>The address of a new empty database; skips the test where there is no server.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        Assert.SkipWhen(missing is not null, missing ?? "");
        string name = string.Create(CultureInfo.InvariantCulture, $"tests{Interlocked.Increment(ref databases)}");
        await using NpgsqlDataSource server = NpgsqlDataSource.Create(Address("postgres"));
        await using NpgsqlCommand create = server.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return Address(name);
    }

    /// <summary>Cuts a database off: whoever uses it loses the connection and gets no other.</summary>
    /// <param name="database">Its address.</param>
    public async Task CutOffAsync(string database)
    {
        string name = new NpgsqlConnectionStringBuilder(database).Database!;
        await using NpgsqlDataSource server = NpgsqlDataSource.Create(Address("postgres"));
        await using NpgsqlCommand cut = server.CreateCommand($"ALTER DATABASE {name} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until nobody is connected with a database: what a process that was killed had asked for last may still be done.</summary>
    /// <param name="database">Its address.</param>
    public async Task UntilLeftAsync(string database)
    {
        await using NpgsqlDataSource server = NpgsqlDataSource.Create(Address("postgres"));
        await using NpgsqlCommand count = server.CreateCommand($"SELECT count(*) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(database).Database}'");
        while (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken) is not 0L) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (programs is not null) await RunServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(folder.FullName, "data");

    /// <summary>Of a database; a busy machine may take its time.</summary>
    private string Address(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database={database};Username=tests;Pooling=true;Maximum Pool Size=20;Timeout=120;Command Timeout=300");

    private static string? Programs()
    {
        string packages = "/usr/lib/postgresql";
        return Directory.Exists(packages)
            ? Directory.EnumerateDirectories(packages).Select(static version => Path.Combine(version, "bin")).Where(static bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }

    private Task<(int Code, string Output)> RunServerAsync(string program, params string[] arguments)
    {
        string path = Path.Combine(programs!, program);
        return Environment.UserName == "root" ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        // The server goes on with what it inherits: it must not hold a pipe that is read to its end.
        string log = Path.GetTempFileName();
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (string argument in (string[])["-c", "log=$1; shift; exec \"$@\" > \"$log\" 2>&1 < /dev/null", "sh", log, program, .. arguments]) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        string output = await File.ReadAllTextAsync(log);
        File.Delete(log);
        return (process.ExitCode, output);
    }
}
