using Syndication.Tests.Feeds;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Markdig;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Tests.Structure;

namespace Syndication.Tests.Model;

/// <summary>The Markdown of entries, read back by Markdig as plain CommonMark.</summary>
public class HtmlMarkdownTests
{
    private static readonly Gen<string> Words = RandomFeeds.Text.Select(static text => XmlCharacters.Repair(text, out _));

    private static readonly Gen<XElement> Inline = Gen.Recursive<XElement>((depth, inner) => depth > 3
        ? Words.Select(static text => new XElement("span", text))
        : Gen.Select(Gen.OneOf("a", "strong", "em", "code", "s", "u", "span", "br"), Words, inner, Words, (name, before, child, after) => name switch
        {
            "br" => new XElement("span", before, new XElement("br"), after),
            "code" => new XElement("code", before),
            "a" => new XElement("a", new XAttribute("href", "https://a.example/" + Uri.EscapeDataString(before) + "?q=(1)&amp=2&copy;=_x_"), after),
            _ => new XElement(name, before, WithoutLinks(child), after),
        }));

    private static readonly Gen<XElement> Block = Gen.Recursive<XElement>((depth, inner) => depth > 3
        ? Inline.Select(static words => new XElement("p", words))
        : Gen.Select(Gen.OneOf("p", "ul", "ol", "blockquote", "h3", "pre", "hr", "table"), Words, Inline, inner, inner, (name, text, words, one, two) => name switch
        {
            "p" or "h3" => new XElement(name, words, text),
            "pre" => new XElement("pre", new XElement("code", text)),
            "hr" => new XElement("hr"),
            "table" => new XElement("table", new XElement("tr", new XElement("td", text), new XElement("td"))),
            "blockquote" => new XElement("blockquote", one, two),
            _ => new XElement(name, new XElement("li", words), new XElement("li", one, two)),
        }));

    [Fact]
    public void Any_HTML_reads_back_to_the_same_text_and_links() => Block.Array[0, 4].Sample(static blocks => ReadsBack(string.Concat(blocks.Select(static block => block.ToString(SaveOptions.DisableFormatting)))));

    [Fact]
    public void Entries_of_an_issue_written_in_Markdown_have_its_Markdown()
    {
        Issue issue = Read("samples/cloud-native-weekly/vol-44.md");
        Assert.True(issue.IsMarkdown);
        Assert.Equal(issue, IssueJson.Deserialize(IssueJson.Serialize(issue)));
        foreach (FeedScope scope in new[] { FeedScope.Issues, FeedScope.Items })
        {
            Feed feed = Feed.FromIssues(issue.Publication ?? new Publication { Title = "Weekly" }, [issue], scope);
            Assert.Contains(feed.Entries, static entry => entry.Markdown is not null);
            foreach (FeedEntry entry in feed.Entries) Assert.Equal(entry.Content is null ? null : HtmlMarkdown.Of(entry.Content.Html), entry.Markdown);
            foreach (FeedEntry entry in feed.Entries) ReadsBack(entry.Content?.Html ?? "");
        }

        Assert.Contains("source:markdown", Written.As(FeedFormat.Rss, Feed.FromIssues(new Publication { Title = "Weekly" }, [issue], FeedScope.Issues)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_of_other_issues_have_none()
    {
        Issue issue = Read("samples/cloud-native-weekly/vol-41.html");
        Assert.False(issue.IsMarkdown);
        Assert.DoesNotContain("isMarkdown", IssueJson.Serialize(issue), StringComparison.Ordinal);
        Assert.All(Feed.FromIssues(new Publication { Title = "Weekly" }, [issue], FeedScope.Items).Entries, static entry => Assert.Null(entry.Markdown));
    }

    [Fact]
    public void It_is_written_as_a_person_would()
    {
        const string Html = """
            <h2>News</h2><p>A <strong>bold</strong> word, <a href="https://a.example/x_y?a=1&amp;b=2">a <em>link</em></a> and <code>code</code>.<br />1. is no list, 2 * 3 * 4 &lt; 25</p><ul><li>one<ol start="3"><li>two</li></ol></li><li><p>three</p></li></ul><blockquote><p>C# says</p><pre><code>a
              b</code></pre></blockquote><hr /><table><tr><td></td><td>x</td></tr></table>
            """;
        const string Markdown = """
            ## News

            A **bold** word, [a *link*](https://a.example/x_y?a=1&b=2) and `code`.\
            1\. is no list, 2 \* 3 \* 4 \< 25

            - one

              3. two
            - three

            > C# says
            >
            > ```
            > a
            >   b
            > ```

            ***

            <table><tr><td></td><td>x</td></tr></table>
            """;
        Assert.Equal(Markdown, HtmlMarkdown.Of(Html), ignoreLineEndingDifferences: true);
        Assert.Null(HtmlMarkdown.Of("<p>not well-formed"));
        Assert.Null(HtmlMarkdown.Of(""));
    }

    private static XElement WithoutLinks(XElement element)
    {
        foreach (XElement link in element.DescendantsAndSelf("a")) link.Name = "span";
        return element;
    }

    private static void ReadsBack(string html)
    {
        string markdown = HtmlMarkdown.Of(html) ?? "";
        string back = Markdig.Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().Build());
        (string text, string[] links) = Said($"<body>{html}</body>");
        (string textBack, string[] linksBack) = Said($"<body>{back.Replace("<!-- -->", "", StringComparison.Ordinal)}</body>");
        Assert.True(text == textBack, $"{html}\n---\n{markdown}\n---\n{back}");
        Assert.Equal(links, linksBack);
    }

    /// <summary>The words and the addresses; a renderer may percent-encode more of an address than was written so.</summary>
    private static (string Text, string[] Links) Said(string body)
    {
        var read = XElement.Parse(body, LoadOptions.PreserveWhitespace);
        var text = new StringBuilder();
        foreach (char c in read.Value)
        {
            if (!char.IsWhiteSpace(c)) text.Append(c);
        }

        return (text.ToString(), [.. read.Descendants("a").Select(static link => Uri.UnescapeDataString(link.Attribute("href")!.Value))]);
    }

    private static Issue Read(string name) =>
        IssueReader.Default.Read(IssueFiles.Read(name), new IssueSource { FileName = Path.GetFileName(name) }).Issue;
}
