using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Syndication.Archives.Sources;

/// <summary>Reads the export of a Ghost site: the published posts of <c>db[].data.posts</c>, with the authors' names and the site's own where the export is read twice.</summary>
internal static class GhostSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GhostSite site = new();
        if (entry.CanReopen)
        {
            // Who wrote what stands after the posts.
            Stream first = walk.Counted(entry.Open());
            await using (first.ConfigureAwait(false)) site = await GhostSite.ReadAsync(first, walk.Limits.MaxDocumentBytes, cancellationToken).ConfigureAwait(false);
        }

        await foreach (var (_, post) in JsonRecords.ReadAsync(stream, name => name == "posts", walk.Limits.MaxDocumentBytes, cancellationToken).ConfigureAwait(false))
        {
            walk.CountEntry();
            if (JsonSource.Text(post, "status") is not (null or "published" or "sent") || JsonSource.Text(post, "type") is "page" || JsonSource.Text(post, "page") is "true" or "1") continue;
            string? html = JsonSource.Text(post, "html") ?? (JsonSource.Text(post, "plaintext") is { } plain ? EntryPage.Paragraphs(plain) : null);
            if (html is null) continue;
            string? slug = JsonSource.Text(post, "slug");
            string? address = site.Url is { } home && slug is not null ? $"{home.TrimEnd('/')}/{slug}/" : null;
            // Ghost writes its own address so.
            html = html.Replace("__GHOST_URL__", site.Url?.TrimEnd('/') ?? "", StringComparison.Ordinal);
            yield return new ArchivedDocument(entry.InnerName(slug ?? JsonSource.Text(post, "id") ?? "post"), EntryPage.Of(html, JsonSource.Text(post, "locale") ?? site.Language))
            {
                Source = new IssueSource { Address = address, ContentType = "text/html; charset=utf-8", Metadata = [.. Metadata(site, post, address)] },
            };
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Metadata(GhostSite site, JsonElement post, string? address)
    {
        if (JsonSource.Text(post, "title") is { } title) yield return new("title", title);
        if (ExportRow.Date(JsonSource.Text(post, "published_at")) is { } date) yield return new("date", date);
        foreach (string author in site.AuthorsOf(JsonSource.Text(post, "id"), JsonSource.Text(post, "author_id"))) yield return new("author", author);
        if (site.Title is { } publication) yield return new("publication", publication);
        if (address is not null) yield return new("url", address);
        if (site.Url is { } home) yield return new("home", home);
    }
}
