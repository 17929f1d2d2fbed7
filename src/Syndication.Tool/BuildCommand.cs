using System.CommandLine;
using System.Globalization;
using Syndication.Documents;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tool;

/// <summary><c>syndication build FOLDER --out DIR</c>: every issue of a folder to feeds, a list of them and a page, for any static host.</summary>
internal static class BuildCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The issues: every HTML, Markdown, text and mail file in the folder, at any depth." };
        var output = new Option<string>("--out") { Description = "Where to write. Only files whose bytes change are touched.", Required = true, HelpName = "DIR" };
        var publication = new Option<string?>("--publication") { Description = "JSON with title, url, description, language; what it leaves out comes from the issues. By default FOLDER/publication.json, where there is one.", HelpName = "FILE" };
        var address = new Option<string?>("--address") { Description = "Where DIR will be served, for self links and OPML. By default the url of the publication FILE.", HelpName = "URL" };
        var profile = new ProfileOptions();
        var command = new Command("build", "Writes issues.* and items.* (RSS, Atom, JSON Feed), feeds.opml and index.html. Exit code: 0 all read, 1 something could not be read or is no issue, 2 wrong usage.")
        {
            folder, output, publication, address, profile.File, profile.NoLearning,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(folder) is { } from && result.GetValue(output) is { } to && Full(from) == Full(to)) result.AddError("--out must be another folder than that of the issues.");
            if (result.GetValue(address) is { } url && !WebAddress.IsWeb(url)) result.AddError($"--address must be an absolute http or https address, not '{url}'.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (bool success, PublicationProfile? pinned) = await ProfileOptions.ReadAsync(parsed.GetValue(profile.File), cancellationToken);
            if (!success) return ExitCode.SomethingFailed;
            var reading = new ReadingChoice(pinned, !parsed.GetValue(profile.NoLearning));
            return await RunAsync(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output), parsed.GetValue(publication), parsed.GetValue(address), reading, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string folder, string output, string? publicationFile, string? address, ReadingChoice reading, CancellationToken cancellationToken)
    {
        if (publicationFile is null && File.Exists(Path.Combine(folder, PublicationFile.Name))) publicationFile = Path.Combine(folder, PublicationFile.Name);
        PublicationFile given = await PublicationFile.ReadAsync(publicationFile, cancellationToken);
        if (given.Failure is not null) return Fail($"{publicationFile}: error: {given.Failure}");
        if (!Directory.Exists(folder)) return Fail($"{folder}: error: no such folder");

        var (issues, allGood) = await ReadAsync(folder, output, reading, cancellationToken);
        if (issues.Count == 0) return Fail($"{folder}: error: no issue here");

        Publication publication = given.Complete(issues, Path.GetFileName(Full(folder)));
        address ??= given.Publication?.Url;
        if (address is null) await Console.Error.WriteLineAsync("note: without --address the feeds have no self links and feeds.opml no addresses");

        try
        {
            await WriteAsync(new OutputFolder(output), publication, issues, address, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"{output}: error: {FileReading.Reason(e)}");
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

    private static async Task WriteAsync(OutputFolder output, Publication publication, List<Issue> issues, string? address, CancellationToken cancellationToken)
    {
        var feeds = new List<Feed>();
        foreach (FeedScope scope in FeedScope.All)
        {
            Feed feed = Feed.FromIssues(publication, issues, scope, new FeedOptions { Title = FeedTitle(publication, scope) });
            feeds.Add(feed with { FeedUrl = WebAddress.Under(address, FileName(scope, FeedFormat.Atom)) });
            foreach (FeedFormat format in FeedFormat.All)
            {
                string name = FileName(scope, format);
                Feed own = feed with { FeedUrl = WebAddress.Under(address, name) };
                await output.WriteAsync(name, async (stream, token) => Report(name, await own.WriteAsync(stream, format, token)), cancellationToken);
            }
        }

        await output.WriteAsync("feeds.opml", async (stream, token) => Report("feeds.opml", await OpmlDocument.FromFeeds(publication.Title, feeds).WriteAsync(stream, token)), cancellationToken);
        await output.WriteAsync("index.html", async (stream, token) => await stream.WriteAsync(IndexPage.Of(publication, feeds[0]), token), cancellationToken);
    }

    internal static string FileName(FeedScope scope, FeedFormat format) => scope.Name + format.FileExtension;

    /// <summary>Feeds of one publication that lie side by side in a reader are told apart by their titles.</summary>
    private static string? FeedTitle(Publication publication, FeedScope scope) =>
        scope == FeedScope.Issues ? publication.Title : $"{publication.Title} · {IndexPage.Words(publication).NameOf(scope)}";

    /// <summary>Tells of each kind of repair once: what befalls one entry often befalls all.</summary>
    private static void Report(string name, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var alike in diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info).GroupBy(d => d.Code))
        {
            int more = alike.Count() - 1;
            Console.Error.WriteLine($"{name}: {alike.First()}{(more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {more} more of {alike.Key})"))}");
        }
    }

    /// <summary>What the files are read with.</summary>
    private readonly record struct ReadingChoice(PublicationProfile? Pinned, bool Learns);

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return ExitCode.SomethingFailed;
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
