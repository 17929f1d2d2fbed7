using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Syndication.Archives.Importing;
using Syndication.Model;

namespace Syndication.Archives.Exporting;

/// <summary>
/// Issues as Markdown files that a person can read and edit: front matter, a heading for each section and item, their text. What Markdown has no place for
/// (ids, labels, by-lines) stands in comments before the headings, so that <see cref="Read"/> gives back an issue of the same structure, links and ids;
/// other programs see plain Markdown.
/// </summary>
public static class IssueMarkdown
{
    private const string Fence = "---";

    private static readonly JsonSerializerOptions form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };

    /// <summary>Writes an issue.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="pathOf">The path, relative to the file, of what an address leads to, where that is exported too; links and images lead there then, and <see cref="Read"/> knows the addresses all the same.</param>
    /// <returns>The Markdown, lines ended by LF.</returns>
    public static string Write(Issue issue, Func<string, string?>? pathOf = null)
    {
        ArgumentNullException.ThrowIfNull(issue);
        string markdown = Whole(issue);
        if (pathOf is null) return markdown;
        int body = markdown.IndexOf($"\n{Fence}\n", StringComparison.Ordinal) + 1;
        string local = LocalAddresses.ToPaths(markdown[body..], pathOf, out JsonObject addresses);
        return addresses.Count == 0 ? markdown : $"{markdown[..body]}{LocalAddresses.Name}: {Json(addresses)}\n{local}";
    }

    private static string Whole(Issue issue)
    {
        var json = (JsonObject)Parse(IssueJson.Serialize(issue))!;
        var text = new StringBuilder(Fence).Append('\n');
        foreach (var (name, value) in json)
        {
            if (name is "sections" or "preface" or "closing") continue;
            text.Append(name == "published" ? "date" : name).Append(": ").Append(Json(value)).Append('\n');
        }

        text.Append(Fence).Append('\n');
        if (issue.Title is { } title) text.Append("\n# ").Append(Words(title)).Append('\n');
        if (json["preface"] is JsonObject preface) Part(text, "preface", 1, [], preface, null, 0);
        foreach (JsonNode? section in Array(json, "sections")) Section(text, (JsonObject)section!, 1);
        if (json["closing"] is JsonObject closing) Part(text, "closing", 1, [], closing, null, 0);
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote, or a person edited since.</summary>
    /// <param name="markdown">The Markdown.</param>
    /// <returns>The issue. HTML in it that could do harm is taken as text.</returns>
    /// <exception cref="FormatException">It is not the Markdown of an issue as <see cref="Write"/> writes it.</exception>
    public static Issue Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        try
        {
            JsonObject issue = MarkdownParts.Read(markdown.ReplaceLineEndings("\n"));
            return SafeIssue.Of(IssueJson.Deserialize(issue.ToJsonString(form)), out _);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidCastException)
        {
            throw new FormatException($"It is not the Markdown of an issue: {e.Message}", e);
        }
    }

    private static void Section(StringBuilder text, JsonObject section, int depth)
    {
        JsonObject said = Without(section, "items", "sections", "content", "title");
        string? title = (string?)section["title"];
        int level = Math.Min(6, depth + 1);
        Part(text, "section", depth, said, section["content"] as JsonObject, title, level);
        foreach (JsonNode? item in Array(section, "items")) Item(text, (JsonObject)item!, 1, title is null ? level : Math.Min(6, level + 1));
        foreach (JsonNode? inner in Array(section, "sections")) Section(text, (JsonObject)inner!, depth + 1);
    }

    private static void Item(StringBuilder text, JsonObject item, int depth, int level)
    {
        JsonObject said = Without(item, "items", "content", "title");
        Part(text, "item", depth, said, item["content"] as JsonObject, (string?)item["title"], level);
        foreach (JsonNode? inner in Array(item, "items")) Item(text, (JsonObject)inner!, depth + 1, Math.Min(6, level + 1));
    }

    /// <summary>A part: the comment with what cannot be seen, the heading, the text. What would not come back as it is goes into the comment too.</summary>
    private static void Part(StringBuilder text, string kind, int depth, JsonObject said, JsonObject? content, string? title, int level)
    {
        string heading = title is null ? "" : $"{new string('#', level)} {Heading(title, said)}\n";
        string body = content is null ? "" : new Content((string?)content["html"] ?? "", "").ToMarkdown() ?? "";
        if (content is not null && !IsSame(content, MarkdownParts.Content(body))) body = WithoutBlankLines((string?)content["html"] ?? "");
        if (content is not null && !IsSame(content, MarkdownParts.Content(body))) said["content"] = content.DeepClone();
        if (title is null && kind is "item" or "section") said["title"] = null;
        else if (title is not null && MarkdownParts.Title(heading.TrimEnd('\n')) != title) said["title"] = title;
        if (said["links"] is { } links && JsonNode.DeepEquals(links, MarkdownParts.Links(heading, body))) said.Remove("links");

        text.Append("\n<!-- ").Append(kind).Append(' ').Append(depth.ToString(CultureInfo.InvariantCulture));
        if (said.Count > 0) text.Append(' ').Append(Json(said).Replace("--", "-\\u002d", StringComparison.Ordinal));
        text.Append(" -->\n");
        if (heading.Length > 0) text.Append('\n').Append(heading);
        if (body.Length > 0) text.Append('\n').Append(body).Append('\n');
    }

    /// <summary>A title with everything escaped that Markdown would read as markup.</summary>
    private static string Words(string title) => new Content(WebUtility.HtmlEncode(title), title).ToMarkdown() ?? "";

    /// <summary>A title is linked where the item's first link has its words.</summary>
    private static string Heading(string title, JsonObject said)
    {
        string words = Words(title);
        return said["links"] is JsonArray { Count: > 0 } links && (string?)links[0]!["text"] is { } text && text == title ? $"[{words}](<{((string?)links[0]!["url"])!.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)" : words;
    }

    private static bool IsSame(JsonObject content, JsonObject? read)
    {
        if (read is null) return string.IsNullOrWhiteSpace((string?)content["text"]);
        string before = (string?)content["html"] ?? "", after = (string?)read["html"] ?? "";
        return Letters((string?)content["text"] ?? "") == Letters((string?)read["text"] ?? "") && MarkdownHtml.LinksOf(before).SequenceEqual(MarkdownHtml.LinksOf(after));
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string WithoutBlankLines(string html) => string.Join('\n', html.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)));

    private static JsonObject Without(JsonObject value, params ReadOnlySpan<string> names)
    {
        var rest = new JsonObject();
        foreach (var (name, property) in value)
        {
            if (!names.Contains(name)) rest[name] = property?.DeepClone();
        }

        return rest;
    }

    private static JsonArray Array(JsonObject value, string name) => value[name] as JsonArray ?? [];

    private static JsonNode? Parse(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 4096 });

    private static string Json(JsonNode? value) => value?.ToJsonString(form) ?? "null";
}
