using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Syndication.Feeds;

namespace Syndication.Tool;

/// <summary>What an earlier build left for the next, beside the feeds: what ids are made of, what was published, and which files are its own.</summary>
internal sealed record SiteMemory
{
    /// <summary>Its file. It holds nothing secret and may be served, so that a build on a fresh machine can fetch it.</summary>
    internal const string FileName = "syndication.json";

    /// <summary>What ids are made of: settled by the first build, so that nothing shows as new when the newsletter moves or is renamed. <see langword="null"/> before.</summary>
    internal SiteIdentity? Identity { get; init; }

    /// <summary>The files written, with a hash of their bytes; with two while a build is interrupted.</summary>
    internal IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The scopes that have feeds: what subscribers have stays until somebody takes it away.</summary>
    internal IReadOnlyList<FeedScope> Scopes { get; init; } = [];

    /// <summary>What was published of each feed, by the slug of its scope.</summary>
    internal IReadOnlyDictionary<string, PublishedFeed> Feeds { get; init; } = new Dictionary<string, PublishedFeed>();

    /// <summary>The files beside the issues that gave no issue, as hashes of their names: of these nothing was ever published.</summary>
    internal IReadOnlyCollection<string> NoIssues { get; init; } = [];

    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> writes.</exception>
    internal static SiteMemory FromJson(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement, ids = root.GetProperty("ids");
            return new SiteMemory
            {
                Identity = new SiteIdentity(ids.GetProperty("seed").GetString() ?? "", ids.TryGetProperty("home", out JsonElement home) ? home.GetString() : null),
                Files = root.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString() ?? "", StringComparer.Ordinal),
                Scopes = [.. root.GetProperty("scopes").EnumerateArray().Select(ScopeOf).OfType<FeedScope>()],
                Feeds = root.GetProperty("feeds").EnumerateObject().ToDictionary(feed => feed.Name, feed => PublishedFeed.FromJson(Encoding.UTF8.GetBytes(feed.Value.GetRawText())), StringComparer.Ordinal),
                NoIssues = [.. root.GetProperty("noIssues").EnumerateArray().Select(name => name.GetString() ?? "")],
            };
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
            json.WriteStartObject("ids");
            json.WriteString("seed", Identity?.Seed ?? "");
            if (Identity?.Home is { } home) json.WriteString("home", home);
            json.WriteEndObject();
            json.WriteStartObject("files");
            foreach ((string name, string hash) in Files.OrderBy(file => file.Key, StringComparer.Ordinal)) json.WriteString(name, hash);
            json.WriteEndObject();
            json.WriteStartArray("scopes");
            foreach (FeedScope scope in Scopes.OrderBy(scope => scope.Slug, StringComparer.Ordinal)) WriteScope(json, scope);
            json.WriteEndArray();
            json.WriteStartObject("feeds");
            foreach ((string name, PublishedFeed feed) in Feeds.OrderBy(feed => feed.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                json.WriteRawValue(feed.ToJson());
            }

            json.WriteEndObject();
            json.WriteStartArray("noIssues");
            foreach (string name in NoIssues.Order(StringComparer.Ordinal)) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A scope as <c>--scope</c> takes it; a section with its slug, and its heading beside it.</summary>
    internal static string TextOf(FeedScope scope)
    {
        string kind = scope.Kind.ToString().ToLowerInvariant();
        return scope.Key is null ? kind : $"{kind}:{(scope.Kind == FeedScopeKind.Section ? scope.Key : scope.Title ?? scope.Key)}";
    }

    private static void WriteScope(Utf8JsonWriter json, FeedScope scope)
    {
        json.WriteStartObject();
        json.WriteString("scope", TextOf(scope));
        if (scope.Kind == FeedScopeKind.Section) json.WriteString("title", scope.Title);
        json.WriteEndObject();
    }

    private static FeedScope? ScopeOf(JsonElement written)
    {
        if (!FeedScope.TryParse(written.GetProperty("scope").GetString(), out FeedScope? scope)) return null;
        return scope.Kind == FeedScopeKind.Section && written.TryGetProperty("title", out JsonElement title) ? FeedScope.Section(scope.Key!, title.GetString()) : scope;
    }
}
