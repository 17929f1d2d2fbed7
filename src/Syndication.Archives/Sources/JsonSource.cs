using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Syndication.Archives.Sources;

/// <summary>Reads what services and programs keep as JSON: a Ghost export, Buttondown's emails, a JSON Feed, an issue as this library writes it. Other JSON is passed over.</summary>
internal static partial class JsonSource
{
    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (ReadOnlyMemory<byte> head, PrefixedStream whole) = await PrefixedStream.PeekAsync(stream, FormSniffer.HeadBytes, cancellationToken).ConfigureAwait(false);
        string start = Encoding.UTF8.GetString(head.Span);
        IAsyncEnumerable<ArchivedDocument> documents = AsyncEnumerable.Empty<ArchivedDocument>();
        if (start.Contains("jsonfeed.org/version", StringComparison.Ordinal)) documents = FeedDocumentSource.ReadAsync(walk, entry, whole, cancellationToken);
        else if (start.Contains("\"db\"", StringComparison.Ordinal) || start.Contains("\"exported_on\"", StringComparison.Ordinal)) documents = GhostSource.ReadAsync(walk, entry, whole, cancellationToken);
        else if (start.Contains("\"subject\"", StringComparison.Ordinal) && start.Contains("\"body\"", StringComparison.Ordinal)) documents = EmailsAsync(walk, entry, whole, cancellationToken);
        else if (start.Contains("\"sections\"", StringComparison.Ordinal) || start.Contains("\"isIssue\"", StringComparison.Ordinal)) documents = JsonLinesSource.SingleAsync(walk, entry, whole, cancellationToken);
        await foreach (ArchivedDocument document in documents.ConfigureAwait(false)) yield return document;
    }

    /// <summary>Buttondown's emails: an array, or the pages of its API with the array in <c>results</c>.</summary>
    private static async IAsyncEnumerable<ArchivedDocument> EmailsAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int number = 0;
        await foreach (var (_, email) in JsonRecords.ReadAsync(stream, name => name is "" or "results" or "emails", walk.Limits.MaxDocumentBytes, cancellationToken).ConfigureAwait(false))
        {
            number++;
            walk.CountEntry();
            var row = new ExportRow(name => Text(email, name));
            if (row.IsDraft || row.Body is not { } body || row.Title is null) continue;
            yield return TableSource.Document(entry.InnerName(Text(email, "slug") ?? Text(email, "id") ?? number.ToString(CultureInfo.InvariantCulture)), body, row.Source);
        }
    }

    /// <summary>A string; where it holds bytes that are no UTF-8, or half of a surrogate pair, U+FFFD stands for those.</summary>
    private static string? String(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            string raw = HalfPair().Replace(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)), @"\ufffd");
            return JsonElement.Parse(raw).GetString();
        }
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfPair();

    /// <summary>A property's text; <see langword="null"/> where it is missing, empty or no text.</summary>
    public static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement property)
            ? property.ValueKind switch
            {
                JsonValueKind.String => String(property) is { Length: > 0 } text ? text : null,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.GetRawText(),
                _ => null,
            }
            : null;
}
