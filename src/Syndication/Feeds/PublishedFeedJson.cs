using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Syndication.Feeds;

/// <summary>The JSON form of <see cref="PublishedFeed"/>, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PublishedFeed.Head))]
[JsonSerializable(typeof(ImmutableArray<PublishedEntry>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PublishedFeedJson : JsonSerializerContext;
