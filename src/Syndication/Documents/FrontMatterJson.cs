using System.Text;
using System.Text.Json;

namespace Syndication.Documents;

/// <summary>Reads JSON front matter as Hugo has it: an object at the very start of a text (RFC 8259), its braces on lines of their own, and a text after it.</summary>
internal static class FrontMatterJson
{
    /// <returns>The entries and where the text begins after them; <see langword="null"/> where the text does not begin so.</returns>
    public static (int End, List<(string Key, string Value)> Entries)? Read(string text, int start)
    {
        if (FrontMatter.Line(text, start).TrimEnd() is not "{") return null;
        byte[] block = Encoding.UTF8.GetBytes(text, start, Math.Min(text.Length - start, FrontMatter.LongestBlock));
        var entries = new List<(string Key, string Value)>();
        try
        {
            var reader = new Utf8JsonReader(block, isFinalBlock: false, state: default);
            if (!reader.Read() || !ReadObject(ref reader, "", entries) || entries.Count == 0) return null;
            int close = start + Encoding.UTF8.GetCharCount(block, 0, (int)reader.BytesConsumed) - 1;
            int lineStart = text.LastIndexOfAny(['\r', '\n'], close) + 1;
            int end = FrontMatter.After(text, close);
            return FrontMatter.Line(text, lineStart).Trim() is "}" && !text.AsSpan(end).IsWhiteSpace() ? (end, entries) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An escaped half of a surrogate pair is no exception of JSON's own.
            return null;
        }
    }

    private static bool ReadObject(ref Utf8JsonReader reader, string path, List<(string Key, string Value)> entries)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            string name = reader.GetString()!;
            string key = path.Length == 0 ? name : path + "." + name;
            if (key.Length > FrontMatter.LongestKey || !reader.Read() || !ReadValue(ref reader, key, entries)) return false;
        }

        return false;
    }

    private static bool ReadValue(ref Utf8JsonReader reader, string key, List<(string Key, string Value)> entries)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, key, entries);
            case JsonTokenType.StartArray:
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndArray) return true;
                    if (!ReadValue(ref reader, key, entries)) return false;
                }

                return false;
            case JsonTokenType.String:
                entries.Add((key, reader.GetString()!));
                return true;
            case JsonTokenType.Null:
                return true;
            default:
                entries.Add((key, Encoding.UTF8.GetString(reader.ValueSpan)));
                return true;
        }
    }
}
