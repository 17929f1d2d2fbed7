using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Syndication.Feeds;

namespace Syndication.Benchmarks;

/// <summary>The document of <see cref="LongFeed"/> written straight with <see cref="Utf8JsonWriter"/>: what there is to beat.</summary>
internal static class StraightJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n", SkipValidation = true };

    public static void Write(Feed feed, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("version"u8, "https://jsonfeed.org/version/1.1"u8);
        json.WriteString("title"u8, feed.Title);
        json.WriteString("home_page_url"u8, feed.HomePageUrl);
        json.WriteString("feed_url"u8, feed.FeedUrl);
        json.WriteString("description"u8, feed.Description);
        Author(json, feed.Authors[0].Name);
        json.WriteString("language"u8, feed.Language);
        json.WriteStartObject("_newsletter"u8);
        json.WriteString("id"u8, feed.Id);
        json.WriteString("updated"u8, feed.Updated!.Value);
        json.WriteEndObject();
        json.WriteStartArray("items"u8);
        foreach (FeedEntry entry in feed.Entries)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, entry.Id);
            json.WriteString("url"u8, entry.Url);
            json.WriteString("title"u8, entry.Title);
            json.WriteString("content_html"u8, entry.Content!.Html);
            json.WriteString("summary"u8, entry.Summary);
            json.WriteString("date_published"u8, entry.Published!.Value);
            Author(json, entry.Authors[0].Name);
            json.WriteStartArray("tags"u8);
            json.WriteStringValue(entry.Categories[0].Label);
            json.WriteEndArray();
            json.WriteStartObject("_newsletter"u8);
            json.WriteNumber("issue_number"u8, entry.IssueNumber!.Value);
            json.WriteStartArray("links"u8);
            json.WriteStartObject();
            json.WriteString("rel"u8, entry.Links[0].Relation);
            json.WriteString("url"u8, entry.Links[0].Url);
            json.WriteString("title"u8, entry.Links[0].Title);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Author(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray("authors"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
