using System.Collections.Immutable;
using Syndication.Archives.Exporting;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Model;
using Syndication.Tests;

namespace Syndication.Archives.Tests;

public sealed class IssueMarkdownTests
{
    private static readonly Issue letter = new()
    {
        Id = "tag:example.org,2005:lantern:issue:7",
        Publication = new Publication { Title = "Lantern", Url = "https://example.org/" },
        Number = 7,
        Title = "Lantern #7: *stars* & [brackets]",
        Published = new PublicationDate(new DateOnly(2024, 2, 3)),
        Authors = [new Person("Mara") { Role = PersonRole.Editor }],
        Preface = new Content("<p>Good morning.<br/>A second line.</p><h3>A heading in the preface</h3>", "Good morning.\nA second line.\n\nA heading in the preface"),
        Sections =
        [
            new Section
            {
                Title = "News", Slug = "news", Kind = "news",
                Items =
                [
                    new Item
                    {
                        Id = "tag:example.org,2005:lantern:issue:7:a1", Title = "A release", Kind = "PR",
                        Content = new Content("<p>It has <strong>a cache</strong>, see <a href=\"https://example.org/b?x=1&amp;y=(2)\">the notes</a>.</p><ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul><pre><code>if a:\n\n  b # c</code></pre>", "It has a cache, see the notes.\n\none\ntwo\ninner\n\nif a:\n\n  b # c"),
                        Links = [new Link("https://example.org/a", "A release"), new Link("https://example.org/b?x=1&y=(2)", "the notes")],
                        Items = [new Item { Id = "tag:x:n", Title = "Nested -- item" }, new Item { Id = "tag:x:m", Content = new Content("<p># no heading</p>", "# no heading") }],
                    },
                    new Item { Id = "tag:x:p", Content = new Content("<p>1. no list</p><blockquote><p>said</p><p>twice</p></blockquote><table><tr><td>a</td><td>b</td></tr></table>", "1. no list\n\nsaid\n\ntwice\n\na b"), Links = [new Link("https://img.example/")] },
                ],
                Sections = [new Section { Title = "Deeper", Slug = "deeper", Content = new Content("<p>words</p>", "words"), Items = [new Item { Title = "Last" }] }],
            },
            new Section { Items = [new Item { Title = "In no section" }] },
        ],
        Closing = new Content("<p>Bye <em>now</em>.</p>", "Bye now."),
        Related = [new RelatedIssue("Six") { Number = 6, Url = "https://example.org/6" }],
    };

    [Fact]
    public void An_issue_reads_back_with_its_structure_links_and_ids() => AssertSame(letter, IssueMarkdown.Read(IssueMarkdown.Write(letter)));

    [Fact]
    public void The_file_is_Markdown_that_a_person_would_write()
    {
        string markdown = IssueMarkdown.Write(letter);
        Assert.StartsWith("---\nid: \"tag:example.org,2005:lantern:issue:7\"\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n## News\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n### [A release](<https://example.org/a>)\n\nIt has **a cache**, see [the notes](", markdown, StringComparison.Ordinal);
        Assert.Contains("\n- one\n- two\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_file()
    {
        string once = IssueMarkdown.Write(IssueMarkdown.Read(IssueMarkdown.Write(letter)));
        Assert.Equal(once, IssueMarkdown.Write(IssueMarkdown.Read(once)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Title")]
    [InlineData("---\nid: x\n---\n")]
    [InlineData("---\n---\n<!-- item 1 {\"id\": -->\n")]
    [InlineData("---\n---\n<!-- item 1 -->\n# x")]
    public void What_is_no_exported_issue_is_refused(string markdown) => Assert.Throws<FormatException>(() => IssueMarkdown.Read(markdown));

    [Fact]
    public void Harmful_HTML_that_was_written_into_a_file_is_taken_as_text() =>
        Assert.DoesNotContain("<script", IssueMarkdown.Read(IssueMarkdown.Write(letter).Replace("Bye", "<script>alert(1)</script>Bye", StringComparison.Ordinal)).Closing!.Html, StringComparison.Ordinal);

    [Fact]
    public async Task Issues_of_the_corpus_read_back()
    {
        string corpus = SharedFolder.Require("corpus/issues");
        int count = 0;
        await foreach (ImportedIssue imported in new ArchiveImporter(new ArchiveImporterOptions { Learn = false }).ImportAsync(corpus, TestContext.Current.CancellationToken))
        {
            if (!imported.IsIssue) continue;
            AssertSame(imported.Result!.Issue, IssueMarkdown.Read(IssueMarkdown.Write(imported.Result.Issue)));
            count++;
        }

        Assert.NotEqual(0, count);
    }

    [Fact]
    public async Task Every_publication_of_the_corpus_is_imported_with_its_profile_and_its_export_reads_back_whole()
    {
        string corpus = SharedFolder.Require("corpus/issues");
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var store = new FolderIssueStore(folder.Path);
        ImmutableArray<ImportResult> results = await new StoreImport(store).RunEachAsync([corpus], cancellationToken: cancel);
        Assert.Equal(Directory.GetDirectories(corpus).Length, results.Length);
        foreach (ImportResult result in results)
        {
            Assert.NotNull(result.Profile);
            Assert.NotEqual(0, result.Report.Issues);
            Assert.Equal(result.Report.Issues, result.Report.Coverage[^1]);
            await foreach (StoredIssue stored in store.GetIssuesAsync(result.Publication, cancel))
            {
                string markdown = IssueMarkdown.Write(stored.Issue);
                AssertSame(stored.Issue, IssueMarkdown.Read(markdown));

                // To a program that knows nothing of the export it is an issue of the same id, and no text of it is lost.
                IssueResult read = IssueReader.Default.Read(System.Text.Encoding.UTF8.GetBytes(markdown), new IssueSource { FileName = "x.md" });
                Assert.Equal((stored.Issue.Id, true), (read.Issue.Id, read.IsIssue));
                Assert.InRange(read.Coverage, 0.999999, 1);
            }
        }
    }

    [Fact]
    public void Addresses_of_what_is_exported_too_are_paths_in_the_file_and_addresses_again_when_it_is_read()
    {
        string markdown = IssueMarkdown.Write(letter, url => url.StartsWith("https://example.org/", StringComparison.Ordinal) ? "other/" + Uri.EscapeDataString(url[20..]) : null);
        Assert.Contains("### [A release](<other/a>)", markdown, StringComparison.Ordinal);
        Assert.Contains("[the notes](<other/b%3Fx%3D1%26y%3D%282%29>)", markdown, StringComparison.Ordinal);
        Assert.Contains("\nlocal: {\"other/a\":\"https://example.org/a\"", markdown, StringComparison.Ordinal);
        AssertSame(letter, IssueMarkdown.Read(markdown));
    }

    private static void AssertSame(Issue expected, Issue actual)
    {
        Assert.Equal(Bare(expected), Bare(actual));
        Assert.Equal(expected.AllItems().Select(i => Letters(i.Item.Content)), actual.AllItems().Select(i => Letters(i.Item.Content)));
        Assert.Equal((Letters(expected.Preface), Letters(expected.Closing)), (Letters(actual.Preface), Letters(actual.Closing)));
    }

    private static string Letters(Content? content) => string.Concat((content?.Text ?? "").Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The issue without its contents: structure, metadata, links and ids.</summary>
    private static Issue Bare(Issue issue)
    {
        return issue with { Preface = null, Closing = null, Sections = [.. issue.Sections.Select(OfSection)] };

        Section OfSection(Section section) => section with { Content = null, Items = [.. section.Items.Select(OfItem)], Sections = [.. section.Sections.Select(OfSection)] };

        Item OfItem(Item item) => item with { Content = null, Items = [.. item.Items.Select(OfItem)] };
    }
}
