using System.Text;
using System.Text.Json;
using Syndication.Documents;
using Syndication.Structure;

namespace Syndication.Tests.Structure;

/// <summary>Measures metadata against what careful people read from real issues; skipped where the corpus is not beside the repository.</summary>
public sealed class MetadataCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Metadata_agrees_with_careful_readers_of_real_issues()
    {
        string root = SharedFolder.Require("corpus");
        double sum = 0;
        int files = 0;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, "gold"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(path));
            string source = gold.RootElement.GetProperty("source").GetString()!;
            IssueMetadata read = Read(Path.Combine(root, "issues", source));
            (int right, int asked) = Compare(gold.RootElement, read, Path.GetFileName(path));
            sum += (double)right / asked;
            files++;
        }

        output.WriteLine($"mean {sum / files:0.000} over {files} issues");
        Assert.InRange(sum / files, 0.9, 1.0);
    }

    private static IssueMetadata Read(string file)
    {
        string text = File.ReadAllText(file, Encoding.UTF8);
        var limits = new Limits(512, 200_000);
        (DocumentFormat format, TextFlavour flavour) = FormatDetector.Detect(text, file, null);
        FlatDocument document = format switch
        {
            DocumentFormat.Html => HtmlDocumentReader.Read(text, limits, null, TestContext.Current.CancellationToken),
            DocumentFormat.Markdown => MarkdownDocumentReader.Read(text, limits, null, TestContext.Current.CancellationToken),
            _ => PlainTextDocumentReader.Read(text, limits, null, flavour, TestContext.Current.CancellationToken),
        };
        return MetadataReader.Read(Understanding.Of(document, Vocabulary.Default).Reading, Path.GetFileName(file));
    }

    private (int Right, int Asked) Compare(JsonElement gold, IssueMetadata read, string name)
    {
        int right = 0, asked = 0;
        foreach ((string field, string? value) in new (string, string?)[]
        {
            ("number", read.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("title", read.Title),
            ("published", read.Published?.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("language", read.Language?.Split('-')[0]),
            ("publication", read.Publication?.Title),
        })
        {
            if (!gold.TryGetProperty(field, out JsonElement wanted) || wanted.ValueKind == JsonValueKind.Null) continue;
            asked++;
            var accepted = new List<string> { wanted.ToString() };
            if (gold.TryGetProperty(field + "_also_ok", out JsonElement others)) accepted.AddRange(others.EnumerateArray().Select(other => other.ToString()));
            if (field == "language") accepted = [.. accepted.Select(tag => tag.Split('-')[0])];
            if (value is not null && accepted.Exists(one => IssueTitle.Same(one, value))) right++;
            else output.WriteLine($"{name}: {field} is {value ?? "null"}, wanted {string.Join(" or ", accepted)}");
        }

        if (gold.TryGetProperty("authors", out JsonElement authors) && authors.GetArrayLength() > 0)
        {
            asked++;
            string[] wanted = [.. authors.EnumerateArray().Select(author => author.GetString()!)];
            if (wanted.All(author => read.Authors.Any(person => person.Name == author))) right++;
            else output.WriteLine($"{name}: authors are {string.Join(", ", read.Authors.Select(person => person.Name))}, wanted {string.Join(", ", wanted)}");
        }

        return (right, asked);
    }
}
