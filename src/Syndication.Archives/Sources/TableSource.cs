using System.Runtime.CompilerServices;
using System.Text;

namespace Syndication.Archives.Sources;

/// <summary>Reads tables with a whole issue in each row, as Buttondown exports its emails: <c>subject</c>, <c>body</c> (Markdown or HTML), <c>publish_date</c>, …</summary>
internal static class TableSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int number = 0;
        await foreach (Dictionary<string, string> row in Csv.ReadAsync(stream, walk.Limits.MaxDocumentBytes, cancellationToken).ConfigureAwait(false))
        {
            number++;
            walk.CountEntry();
            var export = new ExportRow(name => row.GetValueOrDefault(name));
            if (export.IsDraft || export.Body is not { } body || export.Title is null) continue;
            string id = row.GetValueOrDefault("slug") is { Length: > 0 } slug ? slug : row.GetValueOrDefault("id") is { Length: > 0 } key ? key : $"{number}";
            yield return Document(entry.InnerName(id), body, export.Source);
        }
    }

    /// <summary>An issue that a service keeps as Markdown or as HTML, whichever its author wrote.</summary>
    public static ArchivedDocument Document(string name, string body, IssueSource source)
    {
        bool isHtml = body.TrimStart().StartsWith('<') || body.Contains("</p>", StringComparison.OrdinalIgnoreCase);
        return isHtml
            ? new ArchivedDocument(name, EntryPage.Of(body, null)) { Source = source with { ContentType = "text/html; charset=utf-8", FileName = null } }
            : new ArchivedDocument(name, Encoding.UTF8.GetBytes(body)) { Source = source with { ContentType = "text/markdown; charset=utf-8", FileName = null } };
    }
}
