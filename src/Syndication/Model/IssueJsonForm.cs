using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Syndication.Model;

/// <summary>How JSON looks, whatever it holds: Chinese as Chinese, lines ended by LF, nothing written that says nothing.</summary>
internal static class IssueJsonForm
{
    private static readonly JsonSerializerOptions compact = Options(indented: false);
    private static readonly JsonSerializerOptions indented = Options(indented: true);

    /// <summary>The contract of one of the model's types.</summary>
    internal static JsonTypeInfo<T> Of<T>(bool indented) =>
        (JsonTypeInfo<T>)(indented ? IssueJsonForm.indented : compact).GetTypeInfo(typeof(T));

    /// <summary>The same form for a JSON that is written token by token.</summary>
    internal static JsonWriterOptions Writer(bool indented) =>
        new() { Encoder = compact.Encoder, Indented = indented, NewLine = compact.NewLine, MaxDepth = compact.MaxDepth };

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions(IssueJsonContext.Default.Options)
        {
            // The JSON is no part of an HTML page: only JSON's own characters need an escape.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            // Items nest as deep as the reader lets elements nest; each level is an object in an array.
            MaxDepth = 4096,
            TypeInfoResolver = IssueJsonContext.Default.WithAddedModifier(LeaveOutWhatSaysNothing),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWhatSaysNothing(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (!IsRequired(type.Type, property.Name)) property.ShouldSerialize = static (_, value) => value is not (null or false or ICollection { Count: 0 });
        }
    }

    /// <summary>Whether the schema asks for a property even where it says nothing.</summary>
    private static bool IsRequired(Type type, string property) => (type.Name, property) is
        (nameof(Issue), "title") or (nameof(Issue), "sections") or (nameof(Section), "items");
}
