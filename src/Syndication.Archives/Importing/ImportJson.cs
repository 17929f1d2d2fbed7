using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Syndication.Archives.Importing;

/// <summary>The JSON that an import writes: lines ended by LF, Chinese as Chinese, nothing written that says nothing.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions compact = Form(indented: false), indented = Form(indented: true);

    public static byte[] Serialize<T>(T value, bool isIndented = false) => JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)(isIndented ? indented : compact).GetTypeInfo(typeof(T)));

    public static T Deserialize<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)compact.GetTypeInfo(typeof(T))) ?? throw new JsonException("Expected an object.");

    private static JsonSerializerOptions Form(bool indented)
    {
        var options = new JsonSerializerOptions(ImportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = indented, NewLine = "\n" };
        options.MakeReadOnly();
        return options;
    }
}
