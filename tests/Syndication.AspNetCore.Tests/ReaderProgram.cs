using System.Diagnostics;

namespace Syndication.AspNetCore.Tests;

/// <summary>Feed readers that people use, as Debian packages them; a test of one that is missing is skipped.</summary>
internal static class ReaderProgram
{
    /// <summary>Where a program is; skips the test where it is not.</summary>
    internal static string Require(string program)
    {
        string? found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"No {program}: install it from Debian's packages.");
        return found!;
    }

    /// <summary>Runs a program whose home is a folder, to its end and with success; returns what it prints.</summary>
    internal static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Require(program), arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["HOME"] = folder;
        foreach (string proxy in new[] { "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY" }) start.Environment.Remove(proxy);
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancel), errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {process.ExitCode} {await output} {await errors}");
        return await output;
    }
}
