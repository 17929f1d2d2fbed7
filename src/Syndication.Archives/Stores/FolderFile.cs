using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>The file of an issue in a folder: the JSON of the issue, one property a line, between its key and its origins.</summary>
internal static class FolderFile
{
    private static readonly JsonWriterOptions form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n", MaxDepth = 4096 };

    public static byte[] Of(StoredIssue stored)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, form))
        {
            writer.WriteStartObject();
            writer.WriteString("key", stored.Key);
            using (JsonDocument issue = JsonDocument.Parse(IssueJson.Serialize(stored.Issue), new JsonDocumentOptions { MaxDepth = 4096 }))
            {
                foreach (JsonProperty property in issue.RootElement.EnumerateObject()) property.WriteTo(writer);
            }

            if (!stored.Origins.IsEmpty)
            {
                writer.WriteStartArray("origins");
                foreach (IssueOrigin origin in stored.Origins)
                {
                    writer.WriteStartObject();
                    writer.WriteString("source", string.Concat(origin.Source.EnumerateRunes()));
                    if (origin.Digest is not null) writer.WriteString("digest", origin.Digest);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <exception cref="IOException">The file is not the JSON of an issue.</exception>
    public static StoredIssue Read(string publication, string path, byte[] bytes)
    {
        try
        {
            Frame frame = JsonSerializer.Deserialize(bytes, FolderFileContext.Default.Frame) ?? new Frame(null, default);
            return new StoredIssue(publication, frame.Key ?? Path.GetFileNameWithoutExtension(path), IssueJson.Deserialize(Encoding.UTF8.GetString(bytes))) { Origins = frame.Origins };
        }
        catch (JsonException e)
        {
            throw new IOException($"{path} is not the JSON of an issue: {e.Message}", e);
        }
    }

    /// <summary>What the store adds to an issue.</summary>
    internal sealed record Frame(string? Key, ImmutableArray<IssueOrigin> Origins);
}
