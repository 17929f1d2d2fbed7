using System.Diagnostics;
using System.Reflection;

namespace Syndication.Archives.Tests;

/// <summary>A process of <c>Syndication.ChildProcess</c>, to be killed as a machine that fails would kill it: at once and without a last word.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    /// <summary>Starts one.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static ChildProcess Start(params string[] arguments) => Of(["dotnet", Program, .. arguments]);

    /// <summary>Starts one whose files may have so many bytes and no more, as if the disk were full; <see langword="null"/> where this machine cannot do that.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ChildProcess? StartWithin(long bytes, params string[] arguments) => File.Exists("/usr/bin/prlimit")
        ? Of(["/bin/sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh", "/usr/bin/prlimit", $"--fsize={bytes}", "dotnet", Program, .. arguments])
        : null;

    /// <summary>What it says next; <see langword="null"/> at its end.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken) => await process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Kills it (SIGKILL).</summary>
    /// <returns>What it had said that nobody had read yet.</returns>
    public async Task<string[]> KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        string rest = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return rest.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Waits for its own end.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Built beside the tests, in the same configuration.</summary>
    private static string Program
    {
        get
        {
            var own = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
            return Path.Combine(own.Parent!.Parent!.FullName, "Syndication.ChildProcess", own.Name, "Syndication.ChildProcess.dll");
        }
    }

    private static ChildProcess Of(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardOutput = true };

        // The runtime keeps its code in a file of memory, which is larger than a test lets files be.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        foreach (string argument in command[1..]) start.ArgumentList.Add(argument);
        return new ChildProcess(Process.Start(start)!);
    }
}
