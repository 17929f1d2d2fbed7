using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Syndication.Archives;
using Syndication.Archives.Fetching;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Documents;

namespace Syndication.Tool;

/// <summary><c>syndication import SOURCE... --into STORE</c>: whole archives into a store, as often as one likes, and a report of what is there.</summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "Archives of one newsletter: folders, globs, zip, tar, tar.gz; .eml, mbox, Maildir, MHTML; WARC; exports of WordPress, Ghost, Substack, Mailchimp, Buttondown; old feeds; JSON Lines. '-' stands for addresses on standard input, one a line: they are fetched politely.",
            Arity = ArgumentArity.OneOrMore,
        };
        var into = new Option<string>("--into") { Description = StoreAddress.Help, Required = true, HelpName = "STORE" };
        var publication = new Option<string?>("--publication") { Description = "The newsletter's key in the store. By default that of the last import, else made from its name.", HelpName = "KEY" };
        var report = new Option<string?>("--report") { Description = "Where to write report.html and report.json. By default into the store, where it is a folder.", HelpName = "DIR" };
        var dry = new Option<bool>("--dry-run") { Description = "Read everything, write nothing, and say what would happen." };
        var again = new Option<bool>("--again") { Description = "Learn and read all anew, though nothing has changed. Ids are kept." };
        var jobs = new Option<int?>("--jobs") { Description = "How many documents to read at once. By default as many as there are processors.", HelpName = "N" };
        var profile = new ProfileOptions();
        var view = new ImportViewOptions();
        var fetch = new FetchOptions();
        var command = new Command("import", "Imports archives into a store. Run it again at any time: it goes on where it was stopped, and reads only what has changed. Exit code: 0 all read, 1 something could not be read (the report names it), 2 wrong usage.")
        {
            sources, into, publication, report, dry, again, jobs, profile.File, profile.NoLearning, view.Quiet, view.Json, fetch.AllowPrivate, fetch.Delay,
        };
        command.Validators.Add(result =>
        {
            foreach (string unknown in (result.GetValue(sources) ?? []).Where(f => f.Length > 1 && f.StartsWith('-') && !Path.Exists(f))) result.AddError($"Unrecognized option '{unknown}'.");
            if (result.GetValue(sources) is { Length: > 1 } several && several.Contains("-")) result.AddError("'-' stands alone.");
            if (result.GetValue(jobs) is < 1) result.AddError("--jobs must be at least 1.");
            if (result.GetValue(view.Quiet) && result.GetValue(view.Json)) result.AddError("--quiet and --json exclude each other.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (bool success, PublicationProfile? pinned) = await ProfileOptions.ReadAsync(parsed.GetValue(profile.File), cancellationToken);
            if (!success) return ExitCode.SomethingFailed;
            var options = new StoreImportOptions
            {
                Publication = parsed.GetValue(publication),
                DryRun = parsed.GetValue(dry),
                Again = parsed.GetValue(again),
                Import = new ArchiveImporterOptions
                {
                    Reading = new IssueReaderOptions { Profile = pinned },
                    Learn = !parsed.GetValue(profile.NoLearning),
                    Parallelism = parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                },
            };
            string store = parsed.GetRequiredValue(into);
            string? reportFolder = parsed.GetValue(report) ?? StoreAddress.FolderOf(store);
            return await RunAsync(parsed.GetRequiredValue(sources), store, options, view.Create(parsed), fetch.Create(parsed), reportFolder, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] sources, string address, StoreImportOptions options, ImportView view, AddressFetchOptions fetching, string? reportFolder, CancellationToken cancellationToken)
    {
        IIssueStore store;
        try
        {
            store = StoreAddress.Open(address);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IOException)
        {
            return Fail(address, e);
        }

        try
        {
            var import = new StoreImport(store, options);
            ImportResult result = await view.ShowAsync(progress => sources is ["-"]
                ? AddressImport.RunAsync(import, fetching, Path.Combine(StoreAddress.FolderOf(address) ?? address + ".fetched", ".fetched"), progress, cancellationToken)
                : import.RunAsync(sources, progress, cancellationToken));
            view.Tell(result, options.DryRun);
            if (!options.DryRun && reportFolder is not null) await WriteAsync(reportFolder, sources, options, result, cancellationToken);
            return result.Report.Refused > 0 || result.Report.Documents == 0 ? ExitCode.SomethingFailed : ExitCode.AllRead;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or InvalidOperationException or ArgumentException)
        {
            return Fail(address, e);
        }
        finally
        {
            if (store is IAsyncDisposable disposable) await disposable.DisposeAsync();
        }
    }

    private static async Task WriteAsync(string folder, string[] sources, StoreImportOptions options, ImportResult result, CancellationToken cancellationToken)
    {
        var output = new OutputFolder(folder);
        await output.WriteAsync("report.json", async (stream, token) => await stream.WriteAsync(result.Report.ToJson(), token), cancellationToken);
        var inspections = new ImportInspections(result.Report);
        string page = Path.Combine(folder, "report.html");
        if (sources is not ["-"] && (result.Read > 0 || !File.Exists(page))) await inspections.WriteAsync(new OutputFolder(Path.Combine(folder, ImportInspections.Folder)), sources, options, result.Profile, cancellationToken);
        await output.WriteAsync("report.html", async (stream, token) => await stream.WriteAsync(ImportPage.Of(result.Report, name => inspections.LinkOf(name, folder)), token), cancellationToken);
    }

    private static int Fail(string address, Exception e)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{address}: error: {FileReading.Reason(e)}"));
        return ExitCode.SomethingFailed;
    }
}
