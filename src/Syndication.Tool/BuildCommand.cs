using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        var output = new Option<string>("--out") { Description = "Where to write. Only files whose bytes change are touched, and only files that an earlier build wrote are removed. Killed at any moment, what is there is whole, and the next build goes on.", Required = true, HelpName = "DIR" };
        var publication = new Option<string?>("--publication") { Description = "JSON with title, url, description, language, authors and feeds (logo, icon, rights, hubs, order, xhtml, explicit, update); what it leaves out comes from the issues. By default FOLDER/publication.json, where there is one.", HelpName = "FILE" };
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
            var from = new IssuesOf(parsed.GetRequiredValue(folder), parsed.GetValue(newsletter));
            return await RunAsync(from, parsed.GetRequiredValue(output), parsed.GetValue(publication), parsed.GetValue(address), parsed.GetValue(check), reading, options, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IssuesOf from, string output, string? publicationFile, string? address, bool check, ReadingChoice reading, SiteOptions options, CancellationToken cancellationToken)
    {
        string folder = from.Place;
        if (publicationFile is null && File.Exists(Path.Combine(folder, PublicationFile.Name))) publicationFile = Path.Combine(folder, PublicationFile.Name);
        PublicationFile given = await PublicationFile.ReadAsync(publicationFile, cancellationToken);
        if (given.Failure is not null) return Fail($"{publicationFile}: error: {given.Failure}");
        bool isStore = StoreIssues.IsStore(folder);
        if (!isStore && !Directory.Exists(folder)) return Fail($"{folder}: error: no such folder");
        address ??= given.Publication?.Url;
        try
        {
            SiteIdentity? settled = (await MemoryAsync(output, cancellationToken)).Identity;
            string? home = settled is null ? reading.StatedHome ?? given.Publication?.Url : settled.Home;
            string name = Path.GetFileName(Full(folder));
            FolderReading read;
            if (isStore)
            {
                StoreIssues stored = await StoreIssues.ReadAsync(folder, from.Newsletter, cancellationToken);
                if (stored.Failure is not null) return Fail($"{folder}: error: {stored.Failure}");
                read = new FolderReading([.. stored.Issues], [], AllGood: true);
                given = given.Or(stored.Publication);
                name = stored.Publication?.Title ?? name;
            }
            else
            {
                read = await ReadAsync(folder, output, reading.With(home), cancellationToken);
            }

            if (read.Issues.Count == 0) return Fail($"{folder}: error: no issue here");
            if (address is null) await Console.Error.WriteLineAsync("note: without --address the feeds have no self links and no archives, and feeds.opml no addresses");

            Publication publication = given.Complete(read.Issues, name);
            SiteIdentity identity = settled ?? new SiteIdentity(publication.Url ?? publication.Title ?? "", home);
            using SiteFolder to = check ? SiteFolder.ToCheck(output) : await SiteFolder.OpenAsync(output, cancellationToken);
            var build = new SiteBuild(to, publication, options.With(given.Feeds), identity, address, Now());
            if (await build.WriteAsync(read.Issues, await MemoryAsync(output, cancellationToken), read.NoIssues, cancellationToken) is > 0 and int lost) return Fail(Loss(output, lost));
            foreach (string stale in check ? to.Stale : []) await Console.Error.WriteLineAsync($"{Path.Combine(output, stale)}: not up to date");
            return read.AllGood && !(check && to.Stale.Count > 0) ? ExitCode.AllRead : ExitCode.SomethingFailed;
        }
        catch (JsonException e)
        {
            return Fail($"{Path.Combine(output, SiteMemory.FileName)}: error: {e.Message} Restore it, or delete it: then ids, dates of change and archives begin anew.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"{output}: error: {FileReading.Reason(e)}");
        }
    }

    private static string Loss(string output, int lost) => string.Create(CultureInfo.InvariantCulture,
        $"{output}: error: nothing was written. {lost} published {(lost == 1 ? "entry" : "entries")} would be withdrawn, while files that may hold them could not be read as issues (see above). Mend those files, or take them out of the folder if their issues are to be withdrawn.");

    private static async Task<SiteMemory> MemoryAsync(string output, CancellationToken cancellationToken) =>
        await SiteFolder.ReadAsync(output, SiteMemory.FileName, cancellationToken) is { } json ? SiteMemory.FromJson(json) : new SiteMemory();

    private static async Task<FolderReading> ReadAsync(string folder, string output, ReadingChoice choice, CancellationToken cancellationToken)
    {
        bool allGood = true;
        var issues = new List<Issue>();
        var noIssues = new List<string>();
        string beneath = Full(output) + Path.DirectorySeparatorChar;
        List<string> files = [.. IssueFiles.Under([folder], (path, e) =>
        {
            allGood = false;
            noIssues.Add(HashOf(folder, path));
            Console.Error.WriteLine($"{path}: error: {FileReading.Reason(e)}");
        }).Where(path => !Path.GetFullPath(path).StartsWith(beneath, StringComparison.Ordinal))];
        PublicationReaders readers = await PublicationReaders.ForAsync(files, choice.Pinned, choice.Learns, cancellationToken, choice.Home);
        await foreach (FileReading reading in InOrder.SelectAsync(files, (path, token) => FileReading.OfAsync(path, readers.Of(path), token), cancellationToken))
        {
            reading.Report();
            allGood &= reading.IsGood;
            if (reading.Result is { IsIssue: true } result) issues.Add(result.Issue);
            else noIssues.Add(HashOf(folder, reading.Path));
        }

        return new FolderReading(issues, noIssues, allGood);
    }

    /// <summary>The memory of a site may be served; names of files that are published nowhere are nobody's business.</summary>
    private static string HashOf(string folder, string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))).AsSpan(0, 6));

    internal static string FileName(FeedScope scope, FeedFormat format) => scope.Slug + format.FileExtension;

    /// <summary>The date of a change that is seen now; reproducible-builds.org's variable sets it for builds that shall not depend on the clock.</summary>
    private static DateTimeOffset Now() =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : TimeProvider.System.GetUtcNow();

    /// <summary>Where the issues are: a folder of files, or a store and which newsletter of it.</summary>
    private readonly record struct IssuesOf(string Place, string? Newsletter);

    /// <summary>What the files are read with.</summary>
    private readonly record struct ReadingChoice(PublicationProfile? Pinned, bool Learns)
    {
        /// <summary>The newsletter's address that ids are made of.</summary>
        public string? Home { get; private init; }

        /// <summary>The newsletter's address as a person wrote it into the profile.</summary>
        public string? StatedHome => Pinned is { LearnedFrom: <= 0 } ? Pinned.Url : null;

        /// <summary>Whatever the profile says meanwhile: ids are made of what was settled at first.</summary>
        public ReadingChoice With(string? home) => this with { Home = home, Pinned = home is null && StatedHome is not null ? Pinned! with { Url = null } : Pinned };
    }

    /// <summary>What a folder gave.</summary>
    private readonly record struct FolderReading(List<Issue> Issues, List<string> NoIssues, bool AllGood);

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return ExitCode.SomethingFailed;
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
