using System.Xml;
using System.Xml.Schema;
using Syndication.Tests.Feeds;

namespace Syndication.Tool.Tests;

/// <summary>Validators that nobody here wrote find nothing to say of what <c>build</c> writes; what it says itself is explained in <c>VALIDATION.md</c>.</summary>
public sealed class BuiltSiteTests(BuiltSites sites) : IClassFixture<BuiltSites>
{
    private const string Feedparser = """
        import sys, feedparser
        read = [(name, feedparser.parse(open(name, 'rb').read())) for name in sys.argv[1:]]
        faults = [name + ': ' + str(feed.get('bozo_exception', 'no feed')) for name, feed in read if feed.bozo or not feed.version]
        print('\n'.join(faults)); sys.exit(1 if faults else 0)
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Atom_is_valid_against_the_RELAX_NG_grammar() => Judge.AcceptsAsync("jing", [Judge.Schema("atom.rng"), .. Some(".atom")], "jing", Token);

    [Fact]
    public Task Atom_keeps_the_rules_of_RFC_4287_that_a_grammar_cannot_say() =>
        Judge.AcceptsAsync("xmllint", ["--noout", "--huge", "--schematron", Judge.Schema("atom-rules.sch"), .. Some(".atom")], "libxml2-utils", Token);

    [Fact]
    public Task RSS_is_well_formed() => Judge.AcceptsAsync("xmllint", ["--noout", "--nonet", .. Some(".rss")], "libxml2-utils", Token);

    [Fact]
    public Task JSON_Feed_is_valid_against_the_schema() => Judge.AcceptsAsync("node", ["-e", Judge.Ajv, "--", Judge.Schema("jsonfeed-1.1.json"), .. Some(".json")], "node-ajv", Token);

    [Fact]
    public Task Feedparser_finds_no_fault() => Judge.AcceptsAsync(File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", ["-c", Feedparser, .. Some(".rss"), .. Some(".atom")], "python3-feedparser", Token);

    [Fact]
    public void Lists_of_feeds_are_valid_against_the_OPML_schema()
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit };
        settings.Schemas.Add(null, Judge.Schema("opml-2.0.xsd"));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        foreach (string file in Some(".opml"))
        {
            using var reader = XmlReader.Create(file, settings);
            while (reader.Read())
            {
            }
        }
    }

    [Fact]
    public void Every_warning_that_remains_is_explained()
    {
        string explained = File.ReadAllText(Path.Combine(Repository.Root, "tests", "VALIDATION.md"));
        foreach ((string code, string where) in sites.Warnings) Assert.True(explained.Contains($"### {code}", StringComparison.Ordinal), $"{code} is not in VALIDATION.md:{where}");
    }

    private string[] Some(string extension)
    {
        string[] files = sites.Files(extension);
        Assert.NotEmpty(files);
        return files;
    }
}
