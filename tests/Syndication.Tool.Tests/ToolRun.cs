using System.Diagnostics;
using System.Text;

namespace Syndication.Tool.Tests;

/// <summary>One run of the built command as a process of its own, as a shell would see it.</summary>
/// <param name="ExitCode">What the process told the shell.</param>
/// <param name="Bytes">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record ToolRun(int ExitCode, byte[] Bytes, string Errors)
{
    internal string Output => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes);

    internal static Task<ToolRun> In(string folder, params string[] arguments) => RunAsync(folder, null, arguments);

    /// <summary>Runs the command and lets <paramref name="meanwhile"/> work with the process before waiting for its end.</summary>
    internal static Task<ToolRun> RunAsync(string folder, Func<Process, Task>? meanwhile, params string[] arguments) => RunAsync(folder, new Dictionary<string, string>(), meanwhile, arguments);

    /// <inheritdoc cref="RunAsync(string, Func{Process, Task}, string[])"/>
    internal static async Task<ToolRun> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, Func<Process, Task>? meanwhile, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Syndication.Tool.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        var output = new MemoryStream();
        Task copied = process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (meanwhile is not null) await meanwhile(process);
        await copied;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolRun(process.ExitCode, output.ToArray(), await errors);
    }
}
