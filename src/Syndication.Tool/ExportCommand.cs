using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Syndication.Archives.Exporting;
using Syndication.Archives.Stores;

namespace Syndication.Tool;

/// <summary><c>syndication export STORE --markdown DIR</c>: each issue of a store as a Markdown file.</summary>
internal static class ExportCommand
{
    internal static Command Create()
    {
        var from = new Argument<string>("STORE") { Description = StoreAddress.Help };
        var markdown = new Option<string>("--markdown") { Description = "Where to write, a folder for each newsletter. Only files whose bytes change are touched.", Required = true, HelpName = "DIR" };
        var publication = new Option<string?>("--publication") { Description = "Only this newsletter.", HelpName = "KEY" };
        var command = new Command("export", "Writes each issue as a Markdown file that a person can read and edit. Exit code: 0 all written, 1 something could not be read or written, 2 wrong usage.") { from, markdown, publication };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(markdown), parsed.GetValue(publication), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string address, string folder, string? only, CancellationToken cancellationToken)
    {
        if (StoreAddress.IsMissing(address)) return Fail($"{address}: error: no store is here");
        try
        {
            IIssueStore store = StoreAddress.Open(address);
            int written = 0;
            await foreach (StoredPublication publication in store.GetPublicationsAsync(cancellationToken))
            {
                if (only is not null && publication.Key != only) continue;
                var output = new OutputFolder(Path.Combine(folder, Name(publication.Key)));
                await foreach (StoredIssue issue in store.GetIssuesAsync(publication.Key, cancellationToken))
                {
                    await output.WriteAsync(Name(issue.Key) + ".md", async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(IssueMarkdown.Write(issue.Issue)), token), cancellationToken);
                    written++;
                }
            }

            if (store is IAsyncDisposable disposable) await disposable.DisposeAsync();
            if (written == 0) return Fail($"{address}: error: no issue here");
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{written} issues written to {folder}"));
            return ExitCode.AllRead;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or ArgumentException)
        {
            return Fail($"{address}: error: {FileReading.Reason(e)}");
        }
    }

    /// <summary>A key as a file name.</summary>
    private static string Name(string key)
    {
        string name = string.Concat(key.Select(c => c is '<' or '>' or ':' or '"' or '|' or '?' or '*' || char.IsControl(c) ? '-' : c));
        return name.StartsWith('.') ? "-" + name[1..] : name;
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return ExitCode.SomethingFailed;
    }
}
