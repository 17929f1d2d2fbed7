using System.Text.Json;

namespace Syndication.AspNetCore.Publishing;

/// <summary>A <see cref="PublicationMemory"/> as it stands in JSON: what the feeds remember is their own.</summary>
internal sealed record MemoryForm
{
    public long Revision { get; init; }

    public Dictionary<string, JsonElement> Feeds { get; init; } = [];

    public Dictionary<string, DocumentMemory> Documents { get; init; } = [];

    public DocumentMemory? Content { get; init; }
}
