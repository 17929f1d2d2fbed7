using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>The JSON form of a <see cref="PublicationProfile"/>: a small file that a person can read and correct.</summary>
public static class PublicationProfileJson
{
    private static JsonTypeInfo<PublicationProfile> Form { get; } =
        (JsonTypeInfo<PublicationProfile>)new JsonSerializerOptions(PublicationProfileContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }
            .GetTypeInfo(typeof(PublicationProfile));

    /// <summary>Writes a profile as indented JSON.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>JSON with a line break at its end.</returns>
    public static string Serialize(PublicationProfile profile) => JsonSerializer.Serialize(profile, Form) + "\n";

    /// <summary>Reads a profile.</summary>
    /// <param name="json">The JSON; comments and trailing commas are allowed.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="JsonException">The text is no JSON, or not that of a profile.</exception>
    public static PublicationProfile Deserialize(string json) =>
        JsonSerializer.Deserialize(json, Form) ?? throw new JsonException("Expected a publication profile.");

    /// <summary>Reads a profile that a person may have written, and says what in it means nothing.</summary>
    /// <param name="json">The JSON; comments and trailing commas are allowed.</param>
    /// <param name="diagnostics">A warning <c>SYN2007</c> with line and column for each key that no profile has, and each word that is none of those that may stand there.</param>
    /// <returns>The profile, without what means nothing.</returns>
    /// <exception cref="JsonException">The text is no JSON, or not that of a profile.</exception>
    public static PublicationProfile Deserialize(string json, out ImmutableArray<Diagnostic> diagnostics)
    {
        PublicationProfile profile = Deserialize(json);
        diagnostics = ProfileKeys.Unknown(json, Form);
        return profile;
    }
}
