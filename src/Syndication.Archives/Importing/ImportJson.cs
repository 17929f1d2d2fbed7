using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Syndication.Text;

namespace Syndication.Archives.Importing;

/// <summary>How what an import writes maps to JSON: generated at compile time.</summary>
[JsonSerializable(typeof(ImportEntry[]))]
[JsonSerializable(typeof(ImportHead))]
[JsonSerializable(typeof(ImportReport))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(OutcomeConverter), typeof(SeverityConverter)])]
internal sealed partial class ImportJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions compact = Form(indented: false), indented = Form(indented: true);

    public static byte[] Serialize<T>(T value, bool isIndented = false) => JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)(isIndented ? indented : compact).GetTypeInfo(typeof(T)));

    public static T Deserialize<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)compact.GetTypeInfo(typeof(T))) ?? throw new JsonException("Expected an object.");

    private static JsonSerializerOptions Form(bool indented)
    {
        var options = new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = indented, NewLine = "\n" };
        options.MakeReadOnly();
        return options;
    }

    private sealed class OutcomeConverter() : JsonStringEnumConverter<ImportOutcome>(JsonNamingPolicy.CamelCase);

    private sealed class SeverityConverter() : JsonStringEnumConverter<DiagnosticSeverity>(JsonNamingPolicy.CamelCase);
}
