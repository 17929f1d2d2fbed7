using Syndication.Feeds;
using Syndication.Text;

namespace Syndication.Tool;

/// <summary>An existing feed, of which a person names the file.</summary>
internal static class FeedFile
{
    /// <summary>A feed with the archive documents that it names and that lie beside it.</summary>
    internal static async Task<Feed?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        Feed? feed = await ReadDocumentAsync(path, cancellationToken);
        var read = new HashSet<string>(StringComparer.Ordinal) { Path.GetFullPath(path) };
        for (Feed? document = feed; document is not null && feed is not null && OlderOf(document, path) is { } older && read.Add(Path.GetFullPath(older));)
        {
            document = await ReadDocumentAsync(older, cancellationToken);
            if (document is not null) feed = feed with { Entries = [.. feed.Entries, .. document.Entries] };
        }

        return feed;
    }

    private static string? OlderOf(Feed document, string path)
    {
        string? url = document.Links.FirstOrDefault(link => link.Relation is "prev-archive" or "next")?.Url;
        string name = Uri.UnescapeDataString((url ?? "").Split('?', '#')[0].Split('/')[^1]);
        string file = Path.Combine(Path.GetDirectoryName(path) ?? "", name);
        return name.Length > 0 && Path.GetFileName(name) == name && File.Exists(file) ? file : null;
    }

    private static async Task<Feed?> ReadDocumentAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream stream = File.OpenRead(path);
            FeedReadResult result = await FeedReader.ReadAsync(stream, cancellationToken: cancellationToken);
            foreach (Diagnostic noticed in result.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info || result.Feed is null)) await Console.Error.WriteLineAsync($"{path}: {noticed}");
            return result.Feed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path}: error: {FileReading.Reason(e)}");
            return null;
        }
    }
}
