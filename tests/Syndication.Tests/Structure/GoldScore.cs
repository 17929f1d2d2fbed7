using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Syndication.Tests.Structure;

/// <summary>
/// How well an issue agrees with what a careful person read in it, each figure from 0 to 1: the measure of <c>score.py</c> beside the corpus, which judges
/// it in <see cref="LearningMeasurementTests"/>. <see langword="null"/> where the gold has nothing to compare with.
/// </summary>
internal sealed partial record GoldScore(double? Node, double? Edge, double? Link, double? Related, double? Meta)
{
    private const string Ends = " \t::;;,,。.、-—–·•*#|“”\"'‘’《》「」【】[]()()!!";

    public static GoldScore Of(string gold, string output)
    {
        using JsonDocument wanted = JsonDocument.Parse(gold), read = JsonDocument.Parse(output);
        return Of(wanted.RootElement, read.RootElement);
    }

    public static GoldScore Of(JsonElement gold, JsonElement output)
    {
        List<Part> wanted = Flat(gold), read = Flat(output);
        Pair(wanted, read);
        wanted.RemoveAll(static node => node.Match is null && node.IsOptional);
        List<Part> hits = wanted.FindAll(static node => node.Match is not null);
        int edges = hits.Count(static node => ReferenceEquals(node.Match!.Parent?.Match, node.Parent));
        int wantedLinks = wanted.Sum(static node => node.Links.Count), readLinks = read.Sum(static node => node.Links.Count);
        bool linksCount = !gold.TryGetProperty("links_unscored", out JsonElement unscored) || unscored.ValueKind is not JsonValueKind.True;
        return new GoldScore(
            F1(hits.Count, wanted.Count, read.Count), F1(edges, wanted.Count, read.Count),
            linksCount ? F1(hits.Sum(static node => node.Links.Intersect(node.Match!.Links).Count()), wantedLinks, readLinks) : null,
            RelatedOf(gold, output), MetaOf(gold, output));
    }

    private static double? F1(double hit, int wanted, int read) => wanted + read == 0 ? null : 2 * hit / (wanted + read);

    private static double? RelatedOf(JsonElement gold, JsonElement output)
    {
        List<string> wanted = Keys(gold), read = Keys(output);
        return F1(wanted.Distinct().Intersect(read).Count(), wanted.Count, read.Count);

        static List<string> Keys(JsonElement issue) =>
            [.. Many(issue, "related").Select(static one => one.TryGetProperty("number", out JsonElement number) && number.ValueKind == JsonValueKind.Number ? number.ToString() : Norm(Text(one, "title")))];
    }

    private static double? MetaOf(JsonElement gold, JsonElement output)
    {
        int right = 0, asked = 0;
        foreach (string field in (string[])["number", "title", "published", "language", "publication"])
        {
            if (!gold.TryGetProperty(field, out JsonElement said) || said.ValueKind == JsonValueKind.Null) continue;
            asked++;
            string have = Value(output, field);
            IEnumerable<string> wanted = Many(gold, field + "_also_ok").Select(static one => one.ToString()).Prepend(said.ToString());
            if (field == "language") wanted = wanted.Select(static one => one.Split('-')[0]);
            if (wanted.Any(one => Norm(one) == Norm(have))) right++;
        }

        List<string> authors = [.. Many(gold, "authors").Select(Name)];
        if (authors.Count > 0)
        {
            asked++;
            if (authors.TrueForAll(Many(output, "authors").Select(Name).ToHashSet().Contains)) right++;
        }

        return asked == 0 ? null : (double)right / asked;

        static string Name(JsonElement person) => Norm(person.ValueKind == JsonValueKind.Object ? Text(person, "name") : person.ToString());
        static string Value(JsonElement issue, string field)
        {
            if (!issue.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return "";
            return field switch
            {
                "publication" => value.ValueKind == JsonValueKind.Object ? Text(value, "title") : value.ToString(),
                "published" => value.ToString() is { Length: > 10 } date ? date[..10] : value.ToString(),
                "language" => value.ToString().Split('-')[0],
                _ => value.ToString(),
            };
        }
    }

    private static List<Part> Flat(JsonElement issue)
    {
        List<Part> nodes = [];
        foreach (JsonElement section in Many(issue, "sections")) Walk(section, null, false);
        return nodes;

        void Walk(JsonElement one, Part? parent, bool isOptional)
        {
            var node = new Part(one, parent, isOptional);
            Part? above = node;
            if (node.Titles.Count > 0 || node.Starts.Length > 0 || node.Body.Length > 0) nodes.Add(node);
            else above = parent;
            foreach (string key in (string[])["items", "sections", "children"])
            {
                foreach (JsonElement child in Many(one, key)) Walk(child, above, above?.IsOptional ?? isOptional);
            }
        }
    }

    private static void Pair(List<Part> wanted, List<Part> read)
    {
        List<Part> free = [.. read];
        foreach (Part node in wanted)
        {
            List<Part> candidates = free.FindAll(node.Agrees);
            if (candidates.Count == 0) continue;
            Part best = candidates.Find(other => ReferenceEquals(other.Parent?.Match, node.Parent)) ?? candidates[0];
            node.Match = best;
            best.Match = node;
            free.Remove(best);
        }
    }

    private static JsonElement.ArrayEnumerator Many(JsonElement one, string key) =>
        one.TryGetProperty(key, out JsonElement all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : default;

    private static string Text(JsonElement one, string key) => one.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Norm(string text)
    {
        text = Spaces().Replace(text.Normalize(NormalizationForm.FormKC), "").ToLowerInvariant().Trim(Ends.ToCharArray());
        return Ordinal().Replace(text, "").Trim(Ends.ToCharArray());
    }

    private static string Url(string url) => Scheme().Replace(url.Trim(), "").Split('#')[0].TrimEnd('/').ToLowerInvariant();

    [GeneratedRegex(@"[\s\u200b\ufe0f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\d{1,2}[.、)]")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^https?://(www\.)?")]
    private static partial Regex Scheme();

    private sealed class Part
    {
        public Part(JsonElement one, Part? parent, bool isOptional)
        {
            Parent = parent;
            IsOptional = isOptional || Text(one, "kind") is "sponsor" or "colophon";
            Titles = [.. Many(one, "also_ok").Select(static title => title.ToString()).Append(Text(one, "title")).Append(Text(one, "raw_title")).Select(Norm).Where(static title => title.Length > 0)];
            string text = one.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Object ? Text(content, "text") : Text(one, "text");
            Body = Norm(Text(one, "title") + text);
            Own = Norm(text);

            // Where one reading is the gold for another it has no such field: its own text says how it starts.
            string starts = Titles.Count > 0 || one.TryGetProperty("text_starts", out _) ? Norm(Text(one, "text_starts")) : Own;
            Starts = starts.Length > 24 ? starts[..24] : starts;
            Links = [.. Many(one, "links").Select(static link => Url(link.ValueKind == JsonValueKind.Object ? Text(link, "url") : link.ToString())).Where(static link => link.Length > 0)];
        }

        public Part? Parent { get; }

        public Part? Match { get; set; }

        public bool IsOptional { get; }

        public HashSet<string> Titles { get; }

        public HashSet<string> Links { get; }

        public string Starts { get; }

        public string Body { get; }

        private string Own { get; }

        public bool Agrees(Part other) =>
            Titles.Overlaps(other.Titles) || (Starts.Length > 0 && (other.Body.StartsWith(Starts, StringComparison.Ordinal) || other.Own.StartsWith(Starts, StringComparison.Ordinal)));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"node {Node:0.000} edge {Edge:0.000} link {Link:0.000} related {Related:0.000} meta {Meta:0.000}");
}
