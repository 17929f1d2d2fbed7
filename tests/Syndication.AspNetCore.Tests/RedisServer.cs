using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Syndication.Archives.Tests;

namespace Syndication.AspNetCore.Tests;

/// <summary>A Redis server of Debian's packages, where the machine has one: started for a test on a free port of this machine.</summary>
internal sealed class RedisServer : IDisposable
{
    private const string ServerFile = "/usr/bin/redis-server";

    private readonly Process process;

    private RedisServer(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Host and port.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    private int Port { get; }

    /// <summary>Starts one; skips the test where there is none.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        Assert.SkipUnless(File.Exists(ServerFile), "No Redis server: install Debian's redis-server.");
        int port = LocalPort.Free();
        var start = new ProcessStartInfo(ServerFile) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (string argument in new[] { "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no" }) start.ArgumentList.Add(argument);
        var server = new RedisServer(Process.Start(start)!, port);
        _ = server.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        while (true)
        {
            try
            {
                await server.AskAsync("PING");
                return server;
            }
            catch (SocketException)
            {
                Assert.SkipWhen(server.process.HasExited, "The Redis server of this machine does not start.");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Sends an inline command.</summary>
    /// <returns>The first line of the answer.</returns>
    public async Task<string> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    /// <summary>Ends it, with all that it had.</summary>
    public void Stop()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Stop();
        process.Dispose();
    }
}
