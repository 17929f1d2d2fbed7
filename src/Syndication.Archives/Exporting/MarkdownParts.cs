using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Syndication.Archives.Exporting;

/// <summary>Takes an exported file apart, into the JSON of the issue.</summary>
internal static class MarkdownParts
{
    private static readonly string[] kinds = ["preface", "section", "item", "closing"];

    public static JsonObject Read(string markdown)
    {
        string[] lines = markdown.Split('\n');
        JsonObject issue = FrontMatter(lines, out int at);
        if (issue[LocalAddresses.Name] is JsonObject local)
        {
            issue.Remove(LocalAddresses.Name);
            lines = LocalAddresses.ToAddresses(markdown, local).Split('\n');
        }

        var sections = new JsonArray();
        issue["sections"] = sections;
        var openSections = new List<JsonObject>();
        var openItems = new List<JsonObject>();
        while (at < lines.Length)
        {
            if (Marker(lines[at]) is not { } marker)
            {
                at++;
                continue;
            }

            int end = ++at;
            while (end < lines.Length && Marker(lines[end]) is null) end++;
            JsonObject part = Part(marker.Said, string.Join('\n', lines[at..end]).Trim('\n'), marker.Kind);
            at = end;
            switch (marker.Kind)
            {
                case "preface" or "closing":
                    if (part["content"] is { } content) issue[marker.Kind] = content.DeepClone();
                    break;
                case "section":
                    Close(openSections, marker.Depth);
                    openItems.Clear();
                    part["items"] ??= new JsonArray();
                    if (openSections.Count == 0) sections.Add((JsonNode)part);
                    else Children(openSections[^1], "sections").Add((JsonNode)part);
                    openSections.Add(part);
                    break;
                default:
                    Close(openItems, marker.Depth);
                    if (openItems.Count > 0) Children(openItems[^1], "items").Add((JsonNode)part);
                    else if (openSections.Count > 0) Children(openSections[^1], "items").Add((JsonNode)part);
                    else throw new JsonException("An item stands before the first section.");
                    openItems.Add(part);
                    break;
            }
        }

        return issue;
    }

    /// <summary>The content that Markdown stands for; <see langword="null"/> for none.</summary>
    public static JsonObject? Content(string markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return null;
        string html = MarkdownHtml.Of(markdown);
        return new JsonObject { ["html"] = html, ["text"] = MarkdownHtml.TextOf(html) };
    }

    /// <summary>The words of a heading.</summary>
    public static string Title(string heading) => MarkdownHtml.TextOf(MarkdownHtml.Of(heading));

    /// <summary>The links of a heading and of the text under it.</summary>
    public static JsonArray Links(string heading, string body)
    {
        var links = new JsonArray();
        foreach (var (url, text) in MarkdownHtml.LinksOf(MarkdownHtml.Of(heading)).Concat(MarkdownHtml.LinksOf(MarkdownHtml.Of(body))))
        {
            var link = new JsonObject { ["url"] = url };
            if (text is not null) link["text"] = text;
            links.Add((JsonNode)link);
        }

        return links;
    }

    private static JsonObject Part(JsonObject said, string text, string kind)
    {
        string heading = "", body = text;
        bool hasHeading = kind is "section" or "item" && (!said.ContainsKey("title") || said["title"] is not null);
        if (hasHeading && text.StartsWith('#'))
        {
            int end = text.IndexOf('\n', StringComparison.Ordinal);
            (heading, body) = end < 0 ? (text, "") : (text[..end], text[end..].Trim('\n'));
        }

        var part = (JsonObject)said.DeepClone();
        if (heading.Length > 0 && !part.ContainsKey("title")) part["title"] = Title(heading);
        if (part.ContainsKey("title") && part["title"] is null) part.Remove("title");
        if (!part.ContainsKey("content") && Content(body) is { } content) part["content"] = content;
        if (kind == "item" && !part.ContainsKey("links") && Links(heading, body) is { Count: > 0 } links) part["links"] = links;
        return part;
    }

    private static JsonObject FrontMatter(string[] lines, out int at)
    {
        if (lines.Length == 0 || lines[0].TrimStart('\uFEFF') != "---") throw new JsonException("There is no front matter.");
        var issue = new JsonObject();
        for (at = 1; at < lines.Length && lines[at] != "---"; at++)
        {
            int colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) issue[lines[at][..colon] == "date" ? "published" : lines[at][..colon]] = JsonNode.Parse(lines[at][(colon + 1)..]);
        }

        at++;
        return issue;
    }

    private static (string Kind, int Depth, JsonObject Said)? Marker(string line)
    {
        if (!line.StartsWith("<!-- ", StringComparison.Ordinal) || !line.EndsWith(" -->", StringComparison.Ordinal)) return null;
        string[] words = line[5..^4].Split(' ', 3);
        if (words.Length < 2 || !kinds.Contains(words[0]) || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int depth) || depth < 1) return null;
        return (words[0], depth, words.Length < 3 ? [] : (JsonObject)JsonNode.Parse(words[2], documentOptions: new JsonDocumentOptions { MaxDepth = 4096 })!);
    }

    private static void Close(List<JsonObject> open, int depth)
    {
        if (open.Count >= depth) open.RemoveRange(depth - 1, open.Count - depth + 1);
    }

    private static JsonArray Children(JsonObject parent, string name)
    {
        if (parent[name] is JsonArray there) return there;
        var children = new JsonArray();
        parent[name] = children;
        return children;
    }
}
