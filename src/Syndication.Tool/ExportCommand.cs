using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Syndication.Archives;
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
        var files = new Option<string[]>("--files") { Description = "Archives that have the pictures and files that issues link to: those are copied and linked where they are. May be repeated.", HelpName = "SOURCE" };
        var archiveAddress = new Option<string?>("--address") { Description = "Where the root of SOURCE was published, as it was said to 'import'.", HelpName = "URL" };
        var command = new Command("export", "Writes each issue as a Markdown file that a person can read and edit. Exit code: 0 all written, 1 something could not be read or written, 2 wrong usage.") { from, markdown, publication, files, archiveAddress };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(markdown), parsed.GetValue(publication), parsed.GetValue(files) ?? [], parsed.GetValue(archiveAddress), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string address, string folder, string? only, string[] files, string? archiveAddress, CancellationToken cancellationToken)
    {
        if (StoreAddress.IsMissing(address)) return Fail($"{address}: error: no store is here");
        try
        {
            IIssueStore store = StoreAddress.Open(address);
            int written = 0;
            await foreach (StoredPublication publication in store.GetPublicationsAsync(cancellationToken))
            {
                if (only is not null && publication.Key != only) continue;
                string place = Path.Combine(folder, Name(publication.Key));
                var local = new ExportedFiles(place);
                await foreach (StoredIssue issue in store.GetIssuesAsync(publication.Key, cancellationToken)) local.Add(issue.Issue, Name(issue.Key) + ".md");
                if (files.Length > 0) await local.CopyAsync(new ArchiveReader(address: archiveAddress).ReadFilesAsync(files, cancellationToken), cancellationToken);
                var output = new OutputFolder(place);
                await foreach (StoredIssue issue in store.GetIssuesAsync(publication.Key, cancellationToken))
                {
                    string file = Name(issue.Key) + ".md", text = IssueMarkdown.Write(issue.Issue, url => local.PathOf(url) is { } path && path != file ? path : null);
                    await output.WriteAsync(file, Encoding.UTF8.GetBytes(text), cancellationToken);
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
