using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Syndication.Model;

namespace Syndication;

/// <summary>
/// The JSON form of an <see cref="IssueResult"/>, as <c>syndication extract</c> prints it: the object of the issue, as <see cref="IssueJson"/>
/// writes it, with <c>source</c>, <c>isIssue</c>, <c>confidence</c>, <c>coverage</c>, <c>encoding</c>, <c>setAside</c> and <c>diagnostics</c> added.
/// <see cref="IssueJson.Deserialize(string)"/> reads the issue back from it.
/// </summary>
public static class IssueResultJson
{
    /// <summary>Writes a result as JSON.</summary>
    /// <param name="result">What reading gave.</param>
    /// <param name="source">Where the issue came from, as the user named it: the property <c>source</c>; left out where <see langword="null"/>.</param>
    /// <param name="indented">Whether to write one property per line, indented by two spaces, lines ended by LF; else all in one line.</param>
    /// <returns>The JSON text; unpaired surrogates, which UTF-8 cannot carry, stand as U+FFFD.</returns>
    public static string Serialize(IssueResult result, string? source = null, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, IssueJsonForm.Writer(indented)))
        {
            writer.WriteStartObject();
            if (source is not null) writer.WriteString("source", source);
            WriteIssue(writer, result.Issue);
            writer.WriteBoolean("isIssue", result.IsIssue);
            writer.WriteNumber("confidence", result.Confidence);
            writer.WriteNumber("coverage", result.Coverage);
            if (result.Encoding is not null) writer.WriteString("encoding", result.Encoding);
            WriteArray(writer, "setAside", result.SetAside.AsSpan(), IssueResultJsonContext.Default.SetAsideText);
            WriteArray(writer, "diagnostics", result.Diagnostics.AsSpan(), IssueResultJsonContext.Default.Diagnostic);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIssue(Utf8JsonWriter writer, Issue issue)
    {
        using JsonDocument form = JsonSerializer.SerializeToDocument(issue, IssueJsonForm.Of<Issue>(indented: false));
        foreach (JsonProperty property in form.RootElement.EnumerateObject()) property.WriteTo(writer);
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, ReadOnlySpan<T> values, JsonTypeInfo<T> type)
    {
        writer.WriteStartArray(name);
        foreach (T value in values) JsonSerializer.Serialize(writer, value, type);
        writer.WriteEndArray();
    }
}
