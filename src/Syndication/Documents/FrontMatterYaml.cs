using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Syndication.Documents;

/// <summary>Reads YAML front matter from the parser's events; reading it into objects would need reflection.</summary>
internal static class FrontMatterYaml
{
    private const int MaxDepth = 32;

    /// <returns>What is wrong with it; <see langword="null"/> where nothing is. A block that is no mapping at the top gives no entries.</returns>
    public static string? Read(string block, List<(string Key, string Value)> entries)
    {
        try
        {
            var parser = new Parser(new StringReader(block));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _) || !parser.Accept<MappingStart>(out _)) return null;
            ReadNode(parser, "", entries, 0);
            return null;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or IOException)
        {
            // The scanner gives up on some malformed texts with an exception that is not its own.
            entries.Clear();
            return exception.Message;
        }
    }

    private static void ReadNode(Parser parser, string key, List<(string Key, string Value)> entries, int depth)
    {
        if (depth > MaxDepth || key.Length > FrontMatter.LongestKey)
        {
            parser.SkipThisAndNestedEvents();
        }
        else if (parser.TryConsume<Scalar>(out Scalar? scalar))
        {
            if (key.Length > 0 && !(scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null")) entries.Add((key, scalar.Value));
        }
        else if (parser.TryConsume<MappingStart>(out _))
        {
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                string name = "";
                if (parser.TryConsume<Scalar>(out Scalar? part)) name = part.Value;
                else parser.SkipThisAndNestedEvents();
                ReadNode(parser, key.Length == 0 ? name : name.Length == 0 ? key : key + "." + name, entries, depth + 1);
            }
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _)) ReadNode(parser, key, entries, depth + 1);
        }
        else
        {
            parser.MoveNext();
        }
    }
}
