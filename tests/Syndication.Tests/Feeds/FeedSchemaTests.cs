using System.Buffers;
using System.Text.Json;
using System.Xml;
using System.Xml.Schema;
using CsCheck;
using Syndication.Feeds;

namespace Syndication.Tests.Feeds;

/// <summary>Random feeds and the sample feeds against the schemas of their formats.</summary>
public sealed class FeedSchemaTests : IDisposable
{
    /// <summary>How many random feeds: <c>CsCheck_Iter</c> where it is set.</summary>
    private static readonly int Feeds = int.TryParse(Environment.GetEnvironmentVariable("CsCheck_Iter"), System.Globalization.CultureInfo.InvariantCulture, out int iterations) ? iterations : 200;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feeds");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task Any_Atom_feed_is_valid_against_the_RELAX_NG_grammar() =>
        Judge.AcceptsAsync("jing", [Judge.Schema("atom.rng"), .. Files(FeedFormat.Atom)], "jing", TestContext.Current.CancellationToken);

    [Fact]
    public Task Any_Atom_feed_with_XHTML_is_valid_against_the_RELAX_NG_grammar() =>
        Judge.AcceptsAsync("jing", [Judge.Schema("atom.rng"), .. Files(FeedFormat.AtomXhtml)], "jing", TestContext.Current.CancellationToken);

    [Fact]
    public Task Any_Atom_feed_keeps_the_rules_of_RFC_4287_that_a_grammar_cannot_say() =>
        Judge.AcceptsAsync("xmllint", ["--noout", "--huge", "--schematron", Judge.Schema("atom-rules.sch"), .. Files(FeedFormat.Atom)], "libxml2-utils", TestContext.Current.CancellationToken);

    [Fact]
    public Task Any_RSS_feed_is_well_formed() =>
        Judge.AcceptsAsync("xmllint", ["--noout", "--nonet", "--huge", .. Files(FeedFormat.Rss)], "libxml2-utils", TestContext.Current.CancellationToken);

    [Fact]
    public Task Any_JSON_Feed_is_valid_against_the_schema() =>
        Judge.AcceptsAsync("node", ["-e", Judge.Ajv, "--", Judge.Schema("jsonfeed-1.1.json"), .. Files(FeedFormat.Json)], "node-ajv", TestContext.Current.CancellationToken);

    [Fact]
    public void Any_newsletter_extension_is_valid_against_its_schema_and_every_member_is_explained()
    {
        string schemas = Path.Combine(Repository.Root, "src", "Syndication", "Feeds");
        string page = File.ReadAllText(Path.Combine(schemas, "JSONFEED.md"));
        using JsonSchemaJudge judge = JsonSchemaJudge.For(Path.Combine(schemas, "newsletter-extension.schema.json"));
        RandomFeeds.Feed.Sample(
            feed =>
            {
                string json = Written.As(FeedFormat.Json, feed).Text;
                string[] complaints = judge.Complaints(json);
                Assert.True(complaints.Length == 0, string.Join("; ", complaints));
                Written written = Written.As(FeedFormat.Json, feed);
                foreach (JsonElement holder in written.Json().GetProperty("items").EnumerateArray().Prepend(written.Json()))
                {
                    if (!holder.TryGetProperty("_newsletter", out JsonElement extension)) continue;
                    foreach (JsonProperty member in extension.EnumerateObject()) Assert.Contains($"| `{member.Name}` |", page, StringComparison.Ordinal);
                }
            },
            iter: Feeds,
            threads: 1);
    }

    [Fact]
    public void Any_list_of_feeds_is_valid_against_the_OPML_schema()
    {
        string xsd = Judge.Schema("opml-2.0.xsd");
        Gen.Select(RandomFeeds.Text, RandomFeeds.Feed.Array[0, 3], static (title, feeds) => OpmlDocument.FromFeeds(title, feeds)).Sample(document =>
        {
            var output = new ArrayBufferWriter<byte>();
            document.Write(output);
            var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };
            settings.Schemas.Add(null, xsd);
            settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
            using var reader = XmlReader.Create(new MemoryStream(output.WrittenSpan.ToArray()), settings);
            while (reader.Read())
            {
            }
        }, iter: Feeds, threads: 1);
    }

    private List<string> Files(FeedFormat format)
    {
        var paths = new List<string>();
        var feeds = new List<Feed>(FeedScope.Standard.Select(scope => FeedGoldenTests.Sample(scope.Slug, format.FileExtension)));
        RandomFeeds.Feed.Sample(feeds.Add, iter: Feeds, threads: 1);
        foreach (Feed feed in feeds)
        {
            string path = Path.Combine(folder.FullName, paths.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + format.FileExtension);
            File.WriteAllBytes(path, Written.As(format, feed).Bytes);
            paths.Add(path);
        }

        return paths;
    }
}
