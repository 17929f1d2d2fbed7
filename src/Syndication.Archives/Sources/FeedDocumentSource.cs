using System.Runtime.CompilerServices;
using System.Text;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Archives.Sources;

/// <summary>Reads old feeds (RSS, Atom, JSON Feed): each entry is a document. Where the feed stands alone, its archive documents (RFC 5005 §4) in the same folder are read too.</summary>
internal static class FeedDocumentSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new HashSet<string>(StringComparer.Ordinal) { entry.FileName };
        ArchiveEntry current = entry;
        byte[] bytes = await walk.ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            FeedReadResult read = FeedReader.Read(bytes, new FeedReaderOptions { MaxBytes = walk.Limits.MaxDocumentBytes, Address = current.Known.Address });
            if (read.Feed is not { } feed)
            {
                yield return ArchiveWalk.Refuse(current.Name, DiagnosticCodes.NotAFeed, read.Diagnostics.FirstOrDefault(d => d.Severity != DiagnosticSeverity.Info)?.Message ?? "It is no feed that can be read.");
                yield break;
            }

            foreach (ArchivedDocument document in Documents(current, feed, seen))
            {
                walk.CountEntry();
                yield return document;
            }

            if (current.File is null || Older(current.File, feed, files) is not { } older) yield break;
            current = new ArchiveEntry($"{current.Name[..^current.FileName.Length]}{Path.GetFileName(older)}", () => FolderSource.OpenFile(older), CanReopen: true) { File = older };
            Stream next = walk.Counted(current.Open());
            await using (next.ConfigureAwait(false)) bytes = await walk.ReadAllAsync(next, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The entries of a feed, those left out that a newer document of the same feed had already (RFC 5005 §4: the newest wins).</summary>
    private static IEnumerable<ArchivedDocument> Documents(ArchiveEntry current, Feed feed, HashSet<string> seen)
    {
        int number = 0;
        foreach (FeedEntry entry in feed.Entries)
        {
            number++;
            string id = entry.Id ?? entry.Url ?? $"{number}";
            if (!seen.Add(id) || Body(entry) is not { Length: > 0 } body) continue;
            string name = current.InnerName(id);
            IssueSource source = new() { Address = entry.Url ?? entry.BaseUrl ?? feed.BaseUrl ?? feed.HomePageUrl, Metadata = [.. Metadata(feed, entry)] };
            yield return entry.Markdown is { Length: > 0 } markdown
                ? new ArchivedDocument(name, Encoding.UTF8.GetBytes(markdown)) { Source = source with { ContentType = "text/markdown; charset=utf-8" } }
                : new ArchivedDocument(name, EntryPage.Of(body, entry.Language ?? feed.Language)) { Source = source with { ContentType = "text/html; charset=utf-8" } };
        }
    }

    private static string? Body(FeedEntry entry)
    {
        if (entry.Content is { } content) return content.Html.Length > 0 ? content.Html : EntryPage.Paragraphs(content.Text);
        return entry.Summary is { } summary ? EntryPage.Paragraphs(summary) : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Metadata(Feed feed, FeedEntry entry)
    {
        if (entry.Title is { Length: > 0 } title) yield return new("title", title);
        if ((entry.Published ?? entry.Updated) is { } date) yield return new("date", new PublicationDate(date).ToString());
        foreach (Person author in entry.Authors) yield return new("author", author.Name);
        if (feed.Title is { Length: > 0 } publication) yield return new("publication", publication);
        if (entry.Url is { Length: > 0 } url) yield return new("url", url);
        if (feed.HomePageUrl is { Length: > 0 } home) yield return new("home", home);
        if ((entry.Language ?? feed.Language) is { Length: > 0 } language) yield return new("language", language);
    }

    /// <summary>The next older archive document of a feed: a file of the name that the link ends in, in the feed's own folder and nowhere else.</summary>
    private static string? Older(string file, Feed feed, HashSet<string> files)
    {
        string? link = feed.Links.FirstOrDefault(l => l.Relation is "prev-archive" or "next")?.Url;
        string? name = link?.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        if (string.IsNullOrEmpty(name) || name is "." or ".." || name.IndexOfAny(['\\', ':', '\0']) >= 0 || !files.Add(name)) return null;
        string path = Path.Combine(Path.GetDirectoryName(file) ?? "", Uri.UnescapeDataString(name));
        return Path.GetFileName(path) == Uri.UnescapeDataString(name) && File.Exists(path) && new FileInfo(path).LinkTarget is null ? path : null;
    }
}
