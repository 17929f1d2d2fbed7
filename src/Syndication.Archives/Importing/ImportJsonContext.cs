using System.Text.Json;
using System.Text.Json.Serialization;
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
internal sealed partial class ImportJsonContext : JsonSerializerContext
{
    private sealed class OutcomeConverter() : JsonStringEnumConverter<ImportOutcome>(JsonNamingPolicy.CamelCase);

    private sealed class SeverityConverter() : JsonStringEnumConverter<DiagnosticSeverity>(JsonNamingPolicy.CamelCase);
}
