namespace Syndication.Archives.Sources;

/// <summary>
/// The table that a service puts beside the pages of an export: Substack's <c>posts.csv</c> (<c>post_id</c> is the page's file name), Mailchimp's
/// <c>campaigns.csv</c> (a page's file name begins with the campaign's id or is its title).
/// </summary>
internal sealed class ExportTable
{
    private static readonly string[] fileNames = ["posts.csv", "campaigns.csv"], keys = ["post_id", "unique_id", "campaign_id", "id", "title", "subject"];

    private readonly Dictionary<string, ExportRow> rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> tables = new(StringComparer.Ordinal);

    /// <summary>Where there is none.</summary>
    public static ExportTable None { get; } = new();

    /// <summary>Looks for tables among the entries of an archive or the files of a folder, and reads them.</summary>
    public static async Task<ExportTable> OfAsync(ArchiveWalk walk, IEnumerable<(string Path, Func<Stream> Open)> entries, CancellationToken cancellationToken)
    {
        var table = new ExportTable();
        foreach (var (path, open) in entries) await table.AddAsync(walk, path, open, cancellationToken).ConfigureAwait(false);
        return table;
    }

    /// <summary>Reads an entry where it is a table.</summary>
    public async Task AddAsync(ArchiveWalk walk, string path, Func<Stream> open, CancellationToken cancellationToken)
    {
        if (!fileNames.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase)) return;
        Stream stream = open();
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                await AddAsync(stream, walk.Limits, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or ArchiveLimitException)
            {
                // What was read of it holds; as a document of its own it is refused with the reason.
                return;
            }
        }

        tables.Add(path);
    }

    /// <summary>Whether a path is that of a table that was read.</summary>
    public bool Holds(string path) => tables.Contains(path);

    /// <summary>The row that speaks of a page; <see langword="null"/> where none does.</summary>
    public ExportRow? Of(string path)
    {
        if (rows.Count == 0) return null;
        string name = path[(path.LastIndexOf('/') + 1)..];
        name = name[..^FormSniffer.ExtensionOf(name).Length];
        int underscore = name.IndexOf('_', StringComparison.Ordinal);
        return rows.GetValueOrDefault(Key(name)) ?? (underscore > 0 ? rows.GetValueOrDefault(Key(name[..underscore])) ?? rows.GetValueOrDefault(Key(name[(underscore + 1)..])) : null);
    }

    private async Task AddAsync(Stream stream, ArchiveLimits limits, CancellationToken cancellationToken)
    {
        await foreach (Dictionary<string, string> row in Csv.ReadAsync(stream, limits.MaxDocumentBytes, cancellationToken).ConfigureAwait(false))
        {
            var export = new ExportRow(name => row.GetValueOrDefault(name));
            foreach (string key in keys)
            {
                if (row.GetValueOrDefault(key) is { Length: > 0 } value && Key(value) is { Length: > 0 } known) rows.TryAdd(known, export);
            }
        }
    }

    /// <summary>Letters and digits, for file names that were made from titles.</summary>
    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
