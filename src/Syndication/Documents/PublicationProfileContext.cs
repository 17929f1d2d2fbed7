using System.Text.Json;
using System.Text.Json.Serialization;

namespace Syndication.Documents;

/// <summary>How a profile maps to JSON: generated at compile time, so that it works trimmed and ahead of time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(PublicationProfile))]
internal sealed partial class PublicationProfileContext : JsonSerializerContext;
