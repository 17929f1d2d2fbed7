using System.Text.Json;
using System.Text.Json.Serialization;
using Syndication.Text;

namespace Syndication;

/// <summary>How what a result adds to its issue maps to JSON: generated at compile time.</summary>
[JsonSerializable(typeof(Diagnostic))]
[JsonSerializable(typeof(SetAsideText))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SeverityConverter)])]
internal sealed partial class IssueResultJsonContext : JsonSerializerContext
{
    private sealed class SeverityConverter() : JsonStringEnumConverter<DiagnosticSeverity>(JsonNamingPolicy.CamelCase);
}
