using System.Text.Json.Serialization;

namespace Syndication.AspNetCore.Publishing;

/// <summary>How the memory maps to JSON.</summary>
[JsonSerializable(typeof(MemoryForm))]
internal sealed partial class MemoryJson : JsonSerializerContext;
