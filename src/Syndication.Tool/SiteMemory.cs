using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Syndication.Feeds;

namespace Syndication.Tool;

/// <summary>What an earlier build left for the next, beside the feeds: what was published, and which files are its own.</summary>
/// <param name="Files">The files written, with a hash of their bytes.</param>
/// <param name="Feeds">What was published of each feed, by the name of its scope.</param>
internal sealed record SiteMemory(IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, PublishedFeed> Feeds)
{
    /// <summary>Its file. It holds nothing secret and may be served, so that a build on a fresh machine can fetch it.</summary>
    internal const string FileName = "syndication.json";

    internal static SiteMemory Nothing { get; } = new(new Dictionary<string, string>(), new Dictionary<string, PublishedFeed>());

    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> writes.</exception>
    internal static SiteMemory FromJson(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new SiteMemory(
                document.RootElement.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString() ?? "", StringComparer.Ordinal),
                document.RootElement.GetProperty("feeds").EnumerateObject().ToDictionary(feed => feed.Name, feed => PublishedFeed.FromJson(System.Text.Encoding.UTF8.GetBytes(feed.Value.GetRawText())), StringComparer.Ordinal));
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    internal byte[] ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("files");
            foreach ((string name, string hash) in Files.OrderBy(file => file.Key, StringComparer.Ordinal)) json.WriteString(name, hash);
            json.WriteEndObject();
            json.WriteStartObject("feeds");
            foreach ((string name, PublishedFeed feed) in Feeds.OrderBy(feed => feed.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                json.WriteRawValue(feed.ToJson());
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }
}
