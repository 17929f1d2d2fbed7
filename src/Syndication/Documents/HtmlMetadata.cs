using System.Text.Json;

namespace Syndication.Documents;

/// <summary>Gathers what the head of a page says: <c>title</c>, <c>meta</c>, <c>link</c>, <c>base</c> and JSON-LD.</summary>
internal static class HtmlMetadata
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>Reads the head, and takes the page's own address from it unless the caller knows it.</summary>
    public static void Read(Page page, FlatDocumentBuilder builder)
    {
        builder.AddEvidence("html", "lang", page.Root?.GetAttribute("lang") ?? page.Root?.GetAttribute("xml:lang"));
        if (page.Head is not { } head) return;
        foreach (PageNode node in head.Children)
        {
            if (node is PageElement element) ReadElement(element, builder);
        }
    }

    /// <summary>Reads one element of the head, or one that broken markup has put into the body.</summary>
    public static void ReadElement(PageElement element, FlatDocumentBuilder builder)
    {
        switch (element.Kind.Name)
        {
            case "title":
                builder.AddEvidence("title", "title", Collapse(element.TextWithin()!));
                break;
            case "base":
                builder.Addresses.SetBase(element.GetAttribute("href"));
                break;
            case "meta":
                string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
                if (name is null) break;
                string? content = element.GetAttribute("content");
                if (name.Equals("og:url", StringComparison.OrdinalIgnoreCase)) builder.Addresses.SetBase(content);
                builder.AddEvidence(name.StartsWith("og:", StringComparison.OrdinalIgnoreCase) || name.StartsWith("article:", StringComparison.OrdinalIgnoreCase) ? "og" : "meta", name, content);
                break;
            case "link":
                string? rel = element.GetAttribute("rel");
                string? href = element.GetAttribute("href");
                if (rel is null || href is null) break;
                if (rel.Equals("canonical", StringComparison.OrdinalIgnoreCase)) builder.Addresses.SetBase(href);
                if (rel.Contains("stylesheet", StringComparison.OrdinalIgnoreCase) || rel.Contains("icon", StringComparison.OrdinalIgnoreCase)) break;
                builder.AddEvidence("link", rel, builder.Addresses.Resolve(href).Url ?? href);
                if (rel.Equals("alternate", StringComparison.OrdinalIgnoreCase)) builder.AddEvidence("link", "alternate-title", element.GetAttribute("title"));
                break;
            case "script" when "application/ld+json".Equals(element.GetAttribute("type"), StringComparison.OrdinalIgnoreCase):
                ReadJsonLd(element.TextWithin()!, builder);
                break;
        }
    }

    private static void ReadJsonLd(string json, FlatDocumentBuilder builder)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Lenient);
            ReadNode(document.RootElement, "", builder, 0);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // What is no JSON, or holds half a character, says nothing more; the page's visible text is evidence enough.
        }
    }

    private static void ReadNode(JsonElement node, string path, FlatDocumentBuilder builder, int depth)
    {
        if (depth > 6) return;
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in node.EnumerateObject())
                {
                    string name = property.Name is "@graph" ? path : path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                    ReadNode(property.Value, name, builder, depth + 1);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement element in node.EnumerateArray()) ReadNode(element, path, builder, depth + 1);
                break;
            case JsonValueKind.String:
                builder.AddEvidence("json-ld", path, node.GetString());
                break;
            case JsonValueKind.Number:
                builder.AddEvidence("json-ld", path, node.GetRawText());
                break;
        }
    }

    private static string Collapse(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
