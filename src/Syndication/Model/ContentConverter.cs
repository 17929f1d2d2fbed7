using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Syndication.Model;

/// <summary>Contents as an object of <c>html</c> and <c>text</c>. Where another program wrote the text alone, its paragraphs are the HTML.</summary>
internal sealed class ContentConverter : JsonConverter<Content>
{
    public override Content Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected an object of html and text.");
        string? html = null, text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isHtml = reader.ValueTextEquals("html"u8), isText = reader.ValueTextEquals("text"u8);
            reader.Read();
            if (isHtml) html = Words(ref reader);
            else if (isText) text = Words(ref reader);
            else reader.Skip();
        }

        if (text is null) throw new JsonException("A content needs a text.");
        return new Content(html ?? Paragraphs(text), text);
    }

    public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("html"u8, value.Html);
        writer.WriteString("text"u8, value.Text);
        writer.WriteEndObject();
    }

    private static string Words(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("Expected a string.");

    private static string Paragraphs(string text) =>
        string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(static p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
}
