using System.Text.Json.Serialization;

namespace Syndication.Model;

/// <summary>How the records of the model map to JSON: generated at compile time, so that it works trimmed and ahead of time.</summary>
[JsonSerializable(typeof(Issue))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ContentConverter), typeof(PersonRoleConverter)])]
internal sealed partial class IssueJsonContext : JsonSerializerContext;
