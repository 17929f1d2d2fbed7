using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Syndication.Archives.Stores;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.SampleHost.Archive;

/// <summary>
/// Reads newsletters from a folder: each sub-folder is one, a <c>publication.json</c> beside its issues. For a file that cannot be read now, what was
/// published of it before stands in.
/// </summary>
public sealed partial class NewsletterFolder(IIssueStore store, ILogger<NewsletterFolder> logger)
{
    private const string PublicationFile = "publication.json";

    /// <summary>A key of the store has 200 characters at most.</summary>
    private const int MaxSlug = 150;

    /// <summary>An address in a newsletter that no issue can have.</summary>
    private const string Reserved = Publishing.SiteAddress.SearchName;

    private static readonly HashSet<string> Readable = new([".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"], StringComparer.OrdinalIgnoreCase);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter<PersonRole>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads every newsletter. A file that cannot be read and was not published before is left out; a folder without issues is no newsletter.</summary>
    /// <param name="folder">The folder of folders.</param>
    /// <param name="unfinished">Files that somebody is still writing, or about to replace: what was published of them stays.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Newsletter>> ReadAsync(string folder, IReadOnlySet<string> unfinished, CancellationToken cancellationToken = default)
    {
        var newsletters = new List<Newsletter>();
        if (!Directory.Exists(folder))
        {
            LogMissing(folder);
            return newsletters;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateDirectories(folder).Union(unfinished.Select(Path.GetDirectoryName).OfType<string>().Where(path => Path.GetDirectoryName(path) == folder)).Order(StringComparer.Ordinal))
        {
            Newsletter newsletter = await ReadNewsletterAsync(path, unfinished, taken, cancellationToken);
            if (newsletter.Issues.Length > 0) newsletters.Add(newsletter);
        }

        return newsletters;
    }

    private async Task<Newsletter> ReadNewsletterAsync(string folder, IReadOnlySet<string> unfinished, HashSet<string> taken, CancellationToken cancellationToken)
    {
        string slug = Slug(Path.GetFileName(folder), taken);
        string[] files = [.. (Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : []).Union(unfinished.Where(file => Path.GetDirectoryName(file) == folder)).Order(StringComparer.Ordinal)];
        string description = Path.Combine(folder, PublicationFile);
        Publication publication = (files.Contains(description) ? await ReadPublicationAsync(description, slug, unfinished, cancellationToken) : null) ?? new Publication { Title = Path.GetFileName(folder) };
        var reader = new IssueReader(new IssueReaderOptions
        {
            Profile = new PublicationProfile { Title = publication.Title, Url = publication.Url, Language = publication.Language },
        });

        // An issue keeps its address as long as its file keeps its name, whatever is dropped beside it.
        Dictionary<string, StoredIssue> published = [];
        await foreach (StoredIssue issue in store.GetIssuesAsync(slug, cancellationToken))
        {
            if (issue.Origins.Length > 0) published[issue.Origins[0].Source] = issue;
        }

        var issues = new List<ArchivedIssue>();
        HashSet<string> slugs = [Reserved, .. files.Select(Path.GetFileName).Where(name => published.ContainsKey(name!)).Select(name => published[name!].Key)];
        DateTime changed = DateTime.UnixEpoch;
        foreach (string path in files)
        {
            string name = Path.GetFileName(path);
            if (File.Exists(path)) changed = Max(changed, File.GetLastWriteTimeUtc(path));
            if (!Readable.Contains(Path.GetExtension(path))) continue;
            StoredIssue? before = published.GetValueOrDefault(name);
            IssueResult? result = unfinished.Contains(path) ? null : await ReadIssueAsync(reader, path, cancellationToken);
            if (result is not null) issues.Add(new ArchivedIssue(before?.Key ?? Slug(name.Split('.')[0], slugs), name, result.Issue) { Result = result });
            else if (before is not null) issues.Add(new ArchivedIssue(before.Key, name, before.Issue));
        }

        return new Newsletter(slug, publication, NewestFirst(issues), new DateTimeOffset(changed, TimeSpan.Zero));
    }

    /// <summary>By number where every issue has one, else by date; then by address.</summary>
    private static ImmutableArray<ArchivedIssue> NewestFirst(List<ArchivedIssue> issues)
    {
        bool numbered = issues.TrueForAll(static issue => issue.Issue.Number is not null);
        return [.. issues
            .OrderByDescending(issue => numbered ? issue.Issue.Number : null)
            .ThenByDescending(static issue => issue.Issue.Published)
            .ThenByDescending(static issue => issue.Slug, StringComparer.Ordinal)];
    }

    /// <summary>Reads an issue.</summary>
    /// <returns>What was understood; <see langword="null"/> where the file cannot be opened, is empty or no text.</returns>
    private async Task<IssueResult?> ReadIssueAsync(IssueReader reader, string path, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(path);
        try
        {
            IssueResult result = await reader.ReadFileAsync(path, cancellationToken);
            Diagnostic[] warnings = [.. result.Diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning)];
            if (warnings.Length > 0) LogWarnings(name, warnings.Length, warnings[0]);
            return warnings.Any(static found => found.Severity == DiagnosticSeverity.Error) ? null : result;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(failure, path);
            return null;
        }
    }

    /// <summary>Reads what a newsletter says of itself; where that cannot be read now, what was published of it.</summary>
    private async Task<Publication?> ReadPublicationAsync(string path, string slug, IReadOnlySet<string> unfinished, CancellationToken cancellationToken)
    {
        try
        {
            if (!unfinished.Contains(path))
            {
                await using FileStream stream = File.OpenRead(path);
                return await JsonSerializer.DeserializeAsync<Publication>(stream, Json, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            LogUnreadable(failure, path);
        }

        await foreach (StoredPublication publication in store.GetPublicationsAsync(cancellationToken))
        {
            if (publication.Key == slug) return publication.Publication;
        }

        return null;
    }

    /// <summary>A name as one segment of an address: letters, digits and single hyphens, and a number where it is taken.</summary>
    private static string Slug(string name, HashSet<string> taken)
    {
        string spaced = string.Concat(name.ToLowerInvariant().Select(static c => char.IsLetterOrDigit(c) ? c : '-'));
        string wanted = string.Join('-', spaced.Split('-', StringSplitOptions.RemoveEmptyEntries));
        if (wanted.Length == 0) wanted = "unnamed";
        if (wanted.Length > MaxSlug) wanted = wanted[..MaxSlug].TrimEnd('-');
        string slug = wanted;
        for (int copy = 2; !taken.Add(slug); copy++) slug = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{copy}");
        return slug;
    }

    private static DateTime Max(DateTime first, DateTime second) => first > second ? first : second;

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no folder {Folder}: nothing to show.")]
    private partial void LogMissing(string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be read: what was published of it before stays, if anything was.")]
    private partial void LogUnreadable(Exception failure, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "{File}: {Count} warnings. The first: {Diagnostic}")]
    private partial void LogWarnings(string file, int count, Diagnostic diagnostic);
}
