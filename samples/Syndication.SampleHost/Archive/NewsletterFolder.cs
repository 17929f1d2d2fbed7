using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.SampleHost.Archive;

/// <summary>Reads newsletters from a folder: each sub-folder is one, a <c>publication.json</c> beside its issues.</summary>
public sealed partial class NewsletterFolder(ILogger<NewsletterFolder> logger)
{
    private const string PublicationFile = "publication.json";

    /// <summary>A key of the store has 200 characters at most.</summary>
    private const int MaxSlug = 150;

    private static readonly HashSet<string> Readable = new([".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"], StringComparer.OrdinalIgnoreCase);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter<PersonRole>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads every newsletter. A file that cannot be read is logged and left out; a folder without issues is no newsletter.</summary>
    /// <param name="folder">The folder of folders.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Newsletter>> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        var newsletters = new List<Newsletter>();
        if (!Directory.Exists(folder))
        {
            LogMissing(folder);
            return newsletters;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            Newsletter newsletter = await ReadNewsletterAsync(path, taken, cancellationToken);
            if (newsletter.Issues.Length > 0) newsletters.Add(newsletter);
        }

        return newsletters;
    }

    private async Task<Newsletter> ReadNewsletterAsync(string folder, HashSet<string> taken, CancellationToken cancellationToken)
    {
        Publication publication = await ReadPublicationAsync(Path.Combine(folder, PublicationFile), cancellationToken) ?? new Publication { Title = Path.GetFileName(folder) };
        var reader = new IssueReader(new IssueReaderOptions
        {
            Profile = new PublicationProfile { Title = publication.Title, Url = publication.Url, Language = publication.Language },
        });

        var issues = new List<ArchivedIssue>();
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        DateTime changed = DateTime.UnixEpoch;
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            changed = Max(changed, File.GetLastWriteTimeUtc(path));
            if (Readable.Contains(Path.GetExtension(path)) && await ReadIssueAsync(reader, path, slugs, cancellationToken) is { } issue) issues.Add(issue);
        }

        return new Newsletter(Slug(Path.GetFileName(folder), taken), publication, NewestFirst(issues), new DateTimeOffset(changed, TimeSpan.Zero));
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

    private async Task<ArchivedIssue?> ReadIssueAsync(IssueReader reader, string path, HashSet<string> slugs, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(path);
        try
        {
            IssueResult result = await reader.ReadFileAsync(path, cancellationToken);
            Diagnostic[] warnings = [.. result.Diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning)];
            if (warnings.Length > 0) LogWarnings(name, warnings.Length, warnings[0]);
            return new ArchivedIssue(Slug(name.Split('.')[0], slugs), name, result);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(failure, path);
            return null;
        }
    }

    private async Task<Publication?> ReadPublicationAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return null;
        try
        {
            await using FileStream stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<Publication>(stream, Json, cancellationToken);
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            LogUnreadable(failure, path);
            return null;
        }
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be read and is left out.")]
    private partial void LogUnreadable(Exception failure, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "{File}: {Count} warnings. The first: {Diagnostic}")]
    private partial void LogWarnings(string file, int count, Diagnostic diagnostic);
}
