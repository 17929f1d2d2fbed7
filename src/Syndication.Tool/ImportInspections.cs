using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Syndication.Archives;
using Syndication.Archives.Importing;
using Syndication.Documents;

namespace Syndication.Tool;

/// <summary>The inspections of what a person should look at after an import: one page each, beside the report that leads to it.</summary>
internal sealed class ImportInspections(ImportReport report)
{
    internal const string Folder = "inspect";

    private const int Most = 100;

    private readonly HashSet<string> names = [.. report.LookAt.Take(Most).Select(doubt => doubt.Source)];

    /// <summary>The address of a document's inspection, from the report; <see langword="null"/> where it has none.</summary>
    internal string? LinkOf(string document, string folder) =>
        names.Contains(document) && File.Exists(Path.Combine(folder, Folder, FileOf(document))) ? $"{Folder}/{FileOf(document)}" : null;

    /// <summary>Reads the documents again, with every decision explained, and writes their pages.</summary>
    internal async Task WriteAsync(OutputFolder output, string[] sources, StoreImportOptions options, PublicationProfile? profile, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return;
        ArchiveImporterOptions import = options.Import;
        var importer = new ArchiveImporter(import with { Reading = import.Reading with { Explain = true, Profile = profile } });
        IAsyncEnumerable<ArchivedDocument> doubtful = new ArchiveReader(import.Limits, import.Address).ReadAsync(sources, cancellationToken).Where(document => names.Contains(document.Name) && !document.IsRefused);
        await foreach (ImportedIssue imported in importer.ImportAsync(doubtful, cancellationToken))
        {
            if (imported.Result is not { } result) continue;
            byte[] page = InspectPage.Of(imported.Source, result);
            await output.WriteAsync(FileOf(imported.Source), async (stream, token) => await stream.WriteAsync(page, token), cancellationToken);
        }
    }

    private static string FileOf(string document) => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)).AsSpan(0, 8))}.html");
}
