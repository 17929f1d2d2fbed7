using System.Runtime.CompilerServices;
using System.Text;

namespace Syndication.Archives.Sources;

/// <summary>Reads comma-separated values (RFC 4180): quoted fields may hold line breaks; the first record names the columns.</summary>
internal static class Csv
{
    /// <summary>Each record as its columns; a record with fewer fields than columns lacks the rest.</summary>
    /// <param name="stream">UTF-8, with or without byte order mark.</param>
    /// <param name="maxRecord">How many characters one record may have.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<Dictionary<string, string>> ReadAsync(Stream stream, int maxRecord, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        List<string>? columns = null;
        await foreach (List<string> record in RecordsAsync(reader, maxRecord, cancellationToken).ConfigureAwait(false))
        {
            if (columns is null)
            {
                columns = record.ConvertAll(Name);
                continue;
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < Math.Min(columns.Count, record.Count); i++) row.TryAdd(columns[i], record[i]);
            yield return row;
        }
    }

    /// <summary><c>Send Date</c> is <c>send_date</c>.</summary>
    private static string Name(string column) => column.Trim().ToLowerInvariant().Replace(' ', '_');

    private static async IAsyncEnumerable<List<string>> RecordsAsync(StreamReader reader, int maxRecord, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        char[] chunk = new char[16 * 1024];
        var record = new List<string>();
        var field = new StringBuilder();
        bool quoted = false, wasQuote = false, any = false;
        int size = 0;
        while (await reader.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            for (int i = 0; i < read; i++)
            {
                char c = chunk[i];
                if (++size > maxRecord) throw new ArchiveLimitException($"A record of the table has more than {maxRecord} characters.");
                if (quoted && c != '"')
                {
                    field.Append(c);
                    continue;
                }

                if (c == '"')
                {
                    // A quote after a closing one is a quote in the field.
                    if (!quoted && wasQuote) field.Append('"');
                    quoted = !quoted;
                    wasQuote = !quoted;
                    any = true;
                    continue;
                }

                wasQuote = false;
                if (c == ',')
                {
                    record.Add(field.ToString());
                    field.Clear();
                    any = true;
                }
                else if (c == '\n')
                {
                    if (any || field.Length > 0) record.Add(field.ToString());
                    if (record.Count > 0) yield return record;
                    (record, any, size) = ([], false, 0);
                    field.Clear();
                }
                else if (c != '\r')
                {
                    field.Append(c);
                }
            }
        }

        if (any || field.Length > 0) record.Add(field.ToString());
        if (record.Count > 0) yield return record;
    }
}
