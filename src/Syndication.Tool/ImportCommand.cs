using System.Collections.Immutable;
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
            Description = "Archives of a newsletter, or with --each of several: folders, globs, zip, tar, tar.gz; .eml, mbox, Maildir, MHTML; WARC; exports of WordPress, Ghost, Substack, Mailchimp, Buttondown; old feeds; JSON Lines. '-' stands for addresses on standard input, one a line: they are fetched politely.",
            Arity = ArgumentArity.OneOrMore,
        };
        var into = new Option<string>("--into") { Description = StoreAddress.Help, Required = true, HelpName = "STORE" };
        var publication = new Option<string?>("--publication") { Description = "The newsletter's key in the store. By default that of the last import, else made from its name.", HelpName = "KEY" };
        var report = new Option<string?>("--report") { Description = "Where to write report.html and report.json. By default into the store, where it is a folder.", HelpName = "DIR" };
        var dry = new Option<bool>("--dry-run") { Description = "Read everything, write nothing, and say what would happen." };
        var each = new Option<bool>("--each") { Description = "The archives hold several newsletters: each is imported by itself. They are told apart by the first folder under SOURCE; where there is none, mails by list or sender, posts and feed entries by the title of their site." };
        var archiveAddress = new Option<string?>("--address") { Description = "Where the root of the folder or archive was published: pages get their addresses by their paths, and relative links are kept.", HelpName = "URL" };
        var compare = new Option<string[]>("--compare") { Description = "A feed that subscribers have (RSS, Atom, JSON Feed): the report says which guids are kept and what would show as unread, and ids.json beside it keeps them in 'build --ids'. May be repeated.", HelpName = "FEED" };
        var again = new Option<bool>("--again") { Description = "Learn and read all anew, though nothing has changed. Ids are kept." };
        var jobs = new Option<int?>("--jobs") { Description = "How many documents to read at once. By default as many as there are processors.", HelpName = "N" };
        var profile = new ProfileOptions();
        var view = new ImportViewOptions();
        var fetch = new FetchOptions();
        var command = new Command("import", "Imports archives into a store. Run it again at any time: it goes on where it was stopped, and reads only what has changed. Exit code: 0 all read, 1 something could not be read (the report names it), 2 wrong usage.")
        {
            sources, into, publication, each, archiveAddress, compare, report, dry, again, jobs, profile.File, profile.NoLearning, view.Quiet, view.Json, fetch.AllowPrivate, fetch.Delay,
        };
        command.Validators.Add(result =>
        {
            foreach (string unknown in (result.GetValue(sources) ?? []).Where(f => f.Length > 1 && f.StartsWith('-') && !Path.Exists(f))) result.AddError($"Unrecognized option '{unknown}'.");
            if (result.GetValue(sources) is { Length: > 1 } several && several.Contains("-")) result.AddError("'-' stands alone.");
            if (result.GetValue(jobs) is < 1) result.AddError("--jobs must be at least 1.");
            if (result.GetValue(each) && result.GetValue(publication) is not null) result.AddError("--each and --publication exclude each other.");
            if (result.GetValue(each) && result.GetValue(sources) is ["-"]) result.AddError("--each does not go with '-'.");
            if (result.GetValue(dry) && result.GetValue(compare) is { Length: > 0 }) result.AddError("--compare needs the issues in the store: leave out --dry-run.");
            if (result.GetValue(archiveAddress) is { } url && !WebAddress.IsWeb(url)) result.AddError($"--address must be an absolute http or https address, not '{url}'.");
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
                    Address = parsed.GetValue(archiveAddress),
                    Learn = !parsed.GetValue(profile.NoLearning),
                    Parallelism = parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                },
            };
            string store = parsed.GetRequiredValue(into);
            string? reportFolder = parsed.GetValue(report) ?? StoreAddress.FolderOf(store);
            var reports = new ImportReports(reportFolder, parsed.GetRequiredValue(sources), options, parsed.GetValue(compare) ?? []);
            return await RunAsync(store, options, parsed.GetValue(each), view.Create(parsed), fetch.Create(parsed), reports, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string address, StoreImportOptions options, bool isEach, ImportView view, AddressFetchOptions fetching, ImportReports reports, CancellationToken cancellationToken)
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
            if (!await reports.OpenAsync(cancellationToken)) return ExitCode.SomethingFailed;
            var import = new StoreImport(store, options);
            ImmutableArray<ImportResult> results = await view.ShowAsync<ImmutableArray<ImportResult>>(async progress => isEach
                ? await import.RunEachAsync(reports.Sources, progress, cancellationToken)
                : [await (reports.Sources is ["-"]
                    ? AddressImport.RunAsync(import, fetching, Path.Combine(StoreAddress.FolderOf(address) ?? address + ".fetched", ".fetched"), progress, cancellationToken)
                    : import.RunAsync(reports.Sources, progress, cancellationToken))]);
            if (!options.DryRun) results = await reports.WriteAsync(store, results, isEach, cancellationToken);
            foreach (ImportResult result in results) view.Tell(result, options.DryRun, isEach);
            return results.Any(r => r.Report.Refused > 0) || results.All(r => r.Report.Documents == 0) ? ExitCode.SomethingFailed : ExitCode.AllRead;
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

    private static int Fail(string address, Exception e)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{address}: error: {FileReading.Reason(e)}"));
        return ExitCode.SomethingFailed;
    }
}
