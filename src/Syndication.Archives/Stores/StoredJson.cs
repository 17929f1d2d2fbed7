using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>What a database keeps of a record: the model's own JSON form, in which the newsletter is that of an issue without anything else.</summary>
[JsonSerializable(typeof(ImmutableArray<IssueOrigin>))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static string Of(Publication publication) => IssueJson.Serialize(new Issue { Publication = publication });

    public static string Of(ImmutableArray<IssueOrigin> origins) => JsonSerializer.Serialize(origins, Default.ImmutableArrayIssueOrigin);

    public static Publication ToPublication(string json) => IssueJson.Deserialize(json).Publication ?? new Publication();

    public static ImmutableArray<IssueOrigin> ToOrigins(string json) => JsonSerializer.Deserialize(json, Default.ImmutableArrayIssueOrigin);
}
