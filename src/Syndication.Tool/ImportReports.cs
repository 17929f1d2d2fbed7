using System.Collections.Immutable;
using System.Globalization;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Documents;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary>Writes what a person should know after an import: a report for each newsletter, with the inspections that it leads to, and what subscribers would see.</summary>
/// <param name="folder">Where to; <see langword="null"/> for nowhere.</param>
/// <param name="sources">What was imported.</param>
/// <param name="options">How.</param>
/// <param name="feeds">Files of feeds that subscribers have.</param>
internal sealed class ImportReports(string? folder, string[] sources, StoreImportOptions options, string[] feeds)
{
    private readonly List<(string Name, Feed Feed)> existing = [];

    internal string[] Sources => sources;

    /// <summary>Reads the feeds to compare with, before there is any work done in vain; false where one cannot be read.</summary>
    internal async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        foreach (string file in feeds)
        {
            if (await FeedFile.ReadAsync(file, cancellationToken) is not { } feed) return false;
            existing.Add((file, feed));
        }

        return true;
    }

    /// <summary>Writes the reports; returns the results with what the comparison found.</summary>
    internal async Task<ImmutableArray<ImportResult>> WriteAsync(IIssueStore store, ImmutableArray<ImportResult> results, bool isEach, CancellationToken cancellationToken)
    {
        var compared = ImmutableArray.CreateBuilder<ImportResult>();
        foreach (ImportResult result in results)
        {
            ImportResult own = result with { Report = result.Report with { Feeds = await CompareAsync(store, result.Publication, cancellationToken) } };
            compared.Add(own);
            if (folder is not null) await WriteAsync(isEach ? Path.Combine(folder, "reports", own.Publication) : folder, own, cancellationToken);
        }

        if (isEach && folder is not null)
            await new OutputFolder(folder).WriteAsync("report.html", async (stream, token) => await stream.WriteAsync(ImportPage.OfAll([.. compared.Select(r => r.Report)]), token), cancellationToken);
        return compared.DrainToImmutable();
    }

    private async Task WriteAsync(string place, ImportResult result, CancellationToken cancellationToken)
    {
        var output = new OutputFolder(place);
        await output.WriteAsync("report.json", async (stream, token) => await stream.WriteAsync(result.Report.ToJson(), token), cancellationToken);
        foreach (var (i, feed) in result.Report.Feeds.Where(f => !f.Ids.Entries.IsEmpty).Index())
        {
            string name = i == 0 ? "ids.json" : string.Create(CultureInfo.InvariantCulture, $"ids-{i + 1}.json");
            await output.WriteAsync(name, async (stream, token) => await stream.WriteAsync(feed.Ids.ToJson(), token), cancellationToken);
        }

        var inspections = new ImportInspections(result.Report);
        if (sources is not ["-"] && (result.Read > 0 || !File.Exists(Path.Combine(place, "report.html"))))
            await inspections.WriteAsync(new OutputFolder(Path.Combine(place, ImportInspections.Folder)), sources, options, result.Profile, cancellationToken);
        await output.WriteAsync("report.html", async (stream, token) => await stream.WriteAsync(ImportPage.Of(result.Report, name => inspections.LinkOf(name, place)), token), cancellationToken);
    }

    private async Task<ImmutableArray<ImportFeed>> CompareAsync(IIssueStore store, string key, CancellationToken cancellationToken)
    {
        if (existing.Count == 0) return [];
        Publication? publication = (await store.GetPublicationsAsync(cancellationToken).FirstOrDefaultAsync(p => p.Key == key, cancellationToken))?.Publication;
        if (publication is null) return [];
        List<Issue> issues = await store.GetIssuesAsync(key, cancellationToken).Select(stored => stored.Issue).ToListAsync(cancellationToken);
        return [.. existing.Select(feed => ImportFeed.Of(feed.Name, feed.Feed, publication, issues))];
    }
}
