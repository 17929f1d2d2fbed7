using System.ComponentModel;
using System.Diagnostics;

namespace Syndication.Tests.Feeds;

/// <summary>Validators that nobody here wrote. A test that needs one which is missing is skipped and says which.</summary>
internal static class Judge
{
    /// <summary>A file of the shared schemas.</summary>
    public static string Schema(string name) => SharedFolder.Require("schemas/" + name);

    /// <summary>Runs a validator and fails with what it says where it finds fault.</summary>
    public static async Task AcceptsAsync(string tool, IEnumerable<string> arguments, string package, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (tool == "node") start.Environment["NODE_PATH"] = "/usr/share/nodejs:" + Environment.GetEnvironmentVariable("NODE_PATH");
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{tool} is not installed (Debian package {package}).");
        }

        using (process!)
        {
            Task<string> output = process!.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            string said = await output + await error;
            if (said.Contains("Cannot find module 'ajv'", StringComparison.Ordinal)) Assert.Skip($"ajv is not installed (Debian package {package}).");
            Assert.True(process.ExitCode == 0, said.Length > 4000 ? said[..4000] : said);
        }
    }
}
