using System.Text.Json;
using System.Text.Json.Serialization;

namespace Syndication.Model;

internal sealed class PublicationDateConverter : JsonConverter<PublicationDate>
{
    public override PublicationDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PublicationDate.TryParse(reader.GetString(), out PublicationDate date)
            ? date
            : throw new JsonException("Expected an RFC 3339 date or date-time.");

    public override void Write(Utf8JsonWriter writer, PublicationDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
