using System.Text.Json.Serialization;

namespace Syndication.Archives.Stores;

/// <summary>How what the store adds maps to JSON: generated at compile time.</summary>
[JsonSerializable(typeof(FolderFile.Frame))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class FolderFileContext : JsonSerializerContext;
