using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Syndication.Documents;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary><c>syndication build FOLDER --out DIR</c>: every issue of a folder to feeds, a list of them and a page, for any static host.</summary>
internal static class BuildCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The issues: every HTML, Markdown, text and mail file in the folder, at any depth; or the store that 'import' wrote: its folder, SQLite file or PostgreSQL connection." };
        var newsletter = new Option<string?>("--newsletter") { Description = "Which newsletter of a store that has several.", HelpName = "KEY" };
        var output = new Option<string>("--out") { Description = "Where to write. Only files whose bytes change are touched, and only files that an earlier build wrote are removed.", Required = true, HelpName = "DIR" };
        var publication = new Option<string?>("--publication") { Description = "JSON with title, url, description, language; what it leaves out comes from the issues. By default FOLDER/publication.json, where there is one.", HelpName = "FILE" };
        var address = new Option<string?>("--address", "--base-url") { Description = "Where DIR will be served: without it feeds cannot link to themselves and to archives, and so hold all entries. By default the url of the publication FILE.", HelpName = "URL" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 and list the files where DIR is not what would be written." };
        var site = new SiteOptions.Reader();
        var profile = new ProfileOptions();
        var command = new Command("build", "Writes a site for any static host: feeds of issues, items, sections, labels, authors and domains (RSS, Atom, JSON Feed, HTML) with their archives, a page per issue, feeds.opml and index.html. Exit code: 0 all read, 1 something could not be read, is no issue, or (with --check) is not up to date, 2 wrong usage.")
        {
            folder, output, newsletter, publication, address, check, profile.File, profile.NoLearning,
        };
        site.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(folder) is { } from && result.GetValue(output) is { } to && Full(from) == Full(to)) result.AddError("--out must be another folder than that of the issues.");
            if (result.GetValue(address) is { } url && !WebAddress.IsWeb(url)) result.AddError($"--address must be an absolute http or https address, not '{url}'.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (options, failure) = await site.ReadAsync(parsed, cancellationToken);
            if (options is null) return Fail(failure!);
            (bool success, PublicationProfile? pinned) = await ProfileOptions.ReadAsync(parsed.GetValue(profile.File), cancellationToken);
            if (!success) return ExitCode.SomethingFailed;
            var reading = new ReadingChoice(pinned, !parsed.GetValue(profile.NoLearning));
            var to = new OutputFolder(parsed.GetRequiredValue(output), parsed.GetValue(check));
            return await RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(newsletter), parsed.GetRequiredValue(output), parsed.GetValue(publication), parsed.GetValue(address), reading, to, options, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? newsletter, string output, string? publicationFile, string? address, ReadingChoice reading, OutputFolder to, SiteOptions options, CancellationToken cancellationToken)
    {
        if (publicationFile is null && File.Exists(Path.Combine(folder, PublicationFile.Name))) publicationFile = Path.Combine(folder, PublicationFile.Name);
        PublicationFile given = await PublicationFile.ReadAsync(publicationFile, cancellationToken);
        if (given.Failure is not null) return Fail($"{publicationFile}: error: {given.Failure}");
        bool isStore = StoreIssues.IsStore(folder);
        if (!isStore && !Directory.Exists(folder)) return Fail($"{folder}: error: no such folder");

        var issues = new List<Issue>();
        bool allGood = true;
        string name = Path.GetFileName(Full(folder));
        if (isStore)
        {
            StoreIssues stored = await StoreIssues.ReadAsync(folder, newsletter, cancellationToken);
            if (stored.Failure is not null) return Fail($"{folder}: error: {stored.Failure}");
            issues.AddRange(stored.Issues);
            given = given.Or(stored.Publication);
            name = stored.Publication?.Title ?? name;
        }
        else
        {
            (issues, allGood) = await ReadAsync(folder, output, reading, cancellationToken);
        }

        if (issues.Count == 0) return Fail($"{folder}: error: no issue here");

        Publication publication = given.Complete(issues, name);
        address ??= publicationFile is null ? null : given.Publication?.Url;
        if (address is null) await Console.Error.WriteLineAsync("note: without --address the feeds have no self links and no archives, and feeds.opml no addresses");

        try
        {
            SiteMemory memory = await to.ReadAsync(SiteMemory.FileName, cancellationToken) is { } json ? SiteMemory.FromJson(json) : SiteMemory.Nothing;
            await new SiteBuild(to, publication, options, address, Now()).WriteAsync(issues, memory, cancellationToken);
        }
        catch (JsonException e)
        {
            return Fail($"{Path.Combine(output, SiteMemory.FileName)}: error: {e.Message} Restore it, or delete it: then dates of change and archives begin anew.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"{output}: error: {FileReading.Reason(e)}");
        }

        if (to.IsCheck)
        {
            foreach (string stale in to.Stale) await Console.Error.WriteLineAsync($"{Path.Combine(output, stale)}: not up to date");
            allGood &= to.Stale.Count == 0;
        }

        return allGood ? ExitCode.AllRead : ExitCode.SomethingFailed;
    }

    private static async Task<(List<Issue> Issues, bool AllGood)> ReadAsync(string folder, string output, ReadingChoice choice, CancellationToken cancellationToken)
    {
        bool allGood = true;
        string beneath = Full(output) + Path.DirectorySeparatorChar;
        List<string> files = [.. IssueFiles.Under([folder], (path, e) =>
        {
            allGood = false;
            Console.Error.WriteLine($"{path}: error: {FileReading.Reason(e)}");
        }).Where(path => !Path.GetFullPath(path).StartsWith(beneath, StringComparison.Ordinal))];
        PublicationReaders readers = await PublicationReaders.ForAsync(files, choice.Pinned, choice.Learns, cancellationToken);

        var issues = new List<Issue>();
        await foreach (FileReading reading in InOrder.SelectAsync(files, (path, token) => FileReading.OfAsync(path, readers.Of(path), token), cancellationToken))
        {
            reading.Report();
            allGood &= reading.IsGood;
            if (reading.Result is { IsIssue: true } result) issues.Add(result.Issue);
        }

        return (issues, allGood);
    }

    internal static string FileName(FeedScope scope, FeedFormat format) => scope.Name + format.FileExtension;

    /// <summary>The date of a change that is seen now; reproducible-builds.org's variable sets it for builds that shall not depend on the clock.</summary>
    private static DateTimeOffset Now() =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : TimeProvider.System.GetUtcNow();

    /// <summary>What the files are read with.</summary>
    private readonly record struct ReadingChoice(PublicationProfile? Pinned, bool Learns);

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return ExitCode.SomethingFailed;
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
