using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Syndication.Archives.Sources;

/// <summary>Takes the objects out of the arrays of a JSON document (RFC 8259) one by one, so that an export of any size is read in the memory of its largest object.</summary>
internal static class JsonRecords
{
    /// <summary>The objects that stand directly in arrays of the wanted names, in order, each with the name of its array.</summary>
    /// <param name="stream">The JSON in UTF-8.</param>
    /// <param name="isWanted">Whether the objects of an array are wanted, by the property that holds it; <c>""</c> for the document's own array.</param>
    /// <param name="maxRecord">How many bytes one object or string may have.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<(string Array, JsonElement Value)> ReadAsync(Stream stream, Func<string, bool> isWanted, int maxRecord, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        int length = await stream.ReadAtLeastAsync(buffer, 3, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (buffer.AsSpan(0, length).StartsWith("\uFEFF"u8)) buffer.AsSpan(3, length -= 3).CopyTo(buffer);
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = 512, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var scan = new Scan(isWanted);
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length > maxRecord) throw new ArchiveLimitException($"An object of the JSON has more than {maxRecord} bytes.");
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            var found = new List<(string, JsonElement)>();
            int used = scan.Read(buffer.AsSpan(0, length), isFinal: read == 0, ref state, found);
            foreach (var record in found) yield return record;
            buffer.AsSpan(used, length - used).CopyTo(buffer);
            length -= used;
            if (read == 0) yield break;
        }
    }

    /// <summary>Where in the document the reading is: the names of the open objects and arrays.</summary>
    private sealed class Scan(Func<string, bool> isWanted)
    {
        private readonly Stack<(string Name, bool IsArray)> open = new();
        private string property = "";

        /// <summary>Reads as far as the bytes go; returns how many are done with.</summary>
        public int Read(ReadOnlySpan<byte> json, bool isFinal, ref JsonReaderState state, List<(string Array, JsonElement Value)> found)
        {
            var reader = new Utf8JsonReader(json, isFinal, state);
            while (true)
            {
                Utf8JsonReader before = reader;
                if (!reader.Read()) break;
                if (reader.TokenType == JsonTokenType.StartObject && open.TryPeek(out var array) && array.IsArray && isWanted(array.Name))
                {
                    int start = (int)reader.TokenStartIndex;
                    if (!reader.TrySkip())
                    {
                        reader = before;
                        break;
                    }

                    found.Add((array.Name, JsonElement.Parse(json[start..(int)reader.BytesConsumed], new JsonDocumentOptions { MaxDepth = 512, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })));
                    continue;
                }

                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        property = reader.ValueIsEscaped ? "" : Encoding.UTF8.GetString(reader.ValueSpan);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((property, reader.TokenType == JsonTokenType.StartArray));
                        property = "";
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        property = "";
                        break;
                }
            }

            state = reader.CurrentState;
            return (int)reader.BytesConsumed;
        }
    }
}
