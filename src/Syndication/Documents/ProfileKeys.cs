using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Finds what means nothing in the JSON of a profile: keys and words that a person mistyped, which reading passes over.</summary>
internal static class ProfileKeys
{
    private static readonly JsonReaderOptions lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Goes through the JSON of a profile.</summary>
    /// <param name="json">The JSON, which can be read as a profile.</param>
    /// <param name="form">What may stand in a profile.</param>
    /// <returns>A warning for each key and word that means nothing, in their order.</returns>
    public static ImmutableArray<Diagnostic> Unknown(string json, JsonTypeInfo form)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, lenient);
        var source = new SourceText(json);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        reader.Read();
        Value(ref reader, form, "");
        return found.DrainToImmutable();

        void Value(ref Utf8JsonReader reader, JsonTypeInfo? type, string path)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                JsonTypeInfo? element = type?.ElementType is { } of ? type.Options.GetTypeInfo(of) : null;
                for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++) Value(ref reader, element, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
            }
            else if (reader.TokenType == JsonTokenType.StartObject && type is { Kind: JsonTypeInfoKind.Object })
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) Property(ref reader, type, path.Length == 0 ? "" : path + ".");
            }
            else
            {
                reader.Skip();
            }
        }

        void Property(ref Utf8JsonReader reader, JsonTypeInfo type, string path)
        {
            string name = reader.GetString()!;
            long at = reader.TokenStartIndex;
            JsonPropertyInfo? known = type.Properties.FirstOrDefault(property => property.Name == name);
            reader.Read();
            if (known is null)
            {
                if (name != "$schema" || path.Length > 0) Add(at, $"\"{path}{name}\" of the profile means nothing and was passed over; what may stand here: {string.Join(", ", type.Properties.Select(static property => property.Name))}.");
                reader.Skip();
                return;
            }

            if (reader.TokenType == JsonTokenType.String && Words(type.Type, name) is { } words && reader.GetString() is { } word && !words.Contains(word, StringComparer.Ordinal))
                Add(reader.TokenStartIndex, $"\"{path}{name}\" of the profile is \"{word}\", which means nothing; it may be: {string.Join(", ", words)}.");
            Value(ref reader, type.Options.GetTypeInfo(known.PropertyType), path + name);
        }

        void Add(long offset, string message)
        {
            (int line, int column) = source.At(Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)offset)));
            found.Add(new Diagnostic(DiagnosticCodes.ProfileEntryUnknown, DiagnosticSeverity.Warning, message, line, column));
        }
    }

    /// <summary>The words that a value is one of; <see langword="null"/> where it may be any.</summary>
    private static IReadOnlyList<string>? Words(Type type, string name) =>
        (type.Name, name) switch
        {
            (nameof(LayoutProfile), "items") => ItemLayout.All,
            (nameof(HeadingProfile), "leads") => ["items", "sections"],
            (nameof(FieldPlace), "field") => ["number", "published", "authors"],
            _ => null,
        };
}
