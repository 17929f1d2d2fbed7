using CsCheck;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Tests.Documents;

public class MarkdownDocumentReaderTests
{
    [Theory]
    [InlineData("# 标题 ##\n\nSub\n===\n\nSub2\n---\n\n###### six", "h1: 标题\nh1: Sub\nh2: Sub2\nh6: six")]
    [InlineData("a\nb\n中文\n字，\nabc\n한국\n어", "p: a b 中文字，abc 한국 어")]
    [InlineData("one  \ntwo\\\nthree", "p: one\nbr: two\nbr: three")]
    [InlineData("**b** *i* `c` ~~s~~ ***x***", "p: **b** *i* `c` ~~s~~ ***x***")]
    [InlineData("这是**重点。**后面 3~5 个", "p: 这是**重点。**后面 3~5 个")]
    [InlineData("[t](https://a.b/c \"title\") [r][x] [x] <https://d.e>\n\n[x]: http://x.y", "p: [t](https://a.b/c) [r](http://x.y) [x](http://x.y) [https://d.e](https://d.e)")]
    [InlineData("看 https://a.b/c_d_e，很好（https://f.g/h）。见http://i.j/k的项目", "p: 看 [https://a.b/c_d_e](https://a.b/c_d_e)，很好（[https://f.g/h](https://f.g/h)）。见[http://i.j/k](http://i.j/k)的项目")]
    [InlineData("https://zh.wikipedia.org/wiki/云计算 **https://x.y/z**", "p: [https://zh.wikipedia.org/wiki/云计算](https://zh.wikipedia.org/wiki/云计算) [**https://x.y/z**](https://x.y/z)")]
    [InlineData("[title(https://a.b/c) rest", "p: [title([https://a.b/c](https://a.b/c)) rest")]
    [InlineData("[https://a.b](https://c.d)", "p: [https://a.b](https://c.d)")]
    [InlineData("* a\n  * b\n* c\n\n  d", "ul - p: a\nul - ul - p: b\nul - p: c\nul - p: d")]
    [InlineData("3. a\n4. b\n\n- [x] done", "ol 3. p: a\nol 4. p: b\nul - p: done")]
    [InlineData("#One#\n\n##Two [x](http://a.b)\ntext\n\n###三###\n\n#tag #other\n\n##12", "h1: One\nh2: Two [x](http://a.b)\np: text\nh3: 三\np: #tag #other\np: ##12")]
    [InlineData("- [x](http://a.b)\n- [ ] open\n- [x]", "ul - p: [x](http://a.b)\nul - p: open\nul - p: [x]")]
    [InlineData("> q\n>\n> > r\n\n***\n\n    code\n     x\n\n```js\n# no\n\nheading\n```", "> p: q\n> > p: r\nrule: \ncode: code\n x\ncode: # no\n\nheading")]
    [InlineData("| a | b |\n|---|---|\n| c | [d](http://e.f) |", "Table tr2 th p: a\nTable tr2 th p: b\nTable tr5 td p: c\nTable tr5 td p: [d](http://e.f)")]
    [InlineData("Term\n:   what it is\n:   and more", "DefinitionList DefinitionTerm p: Term\nDefinitionList DefinitionDescription p: what it is\nDefinitionList DefinitionDescription p: and more")]
    [InlineData("[Un titre qui est si long que la ligne de cette page se termine avant sa\nfin](http://a.b)\n: un texte", "p: [Un titre qui est si long que la ligne de cette page se termine avant sa fin](http://a.b) : un texte")]
    [InlineData("![alt *text*](http://a.b/c.png)\n\nsee [![i](http://i.j/k)](http://l.m)", "image: ![alt text](http://a.b/c.png)\np: see [![i](http://i.j/k)](http://l.m)")]
    [InlineData("a&amp;b &copy; \\*no\\* [^1]\n\n[^1]: note text", "p: a&b © *no* [^1]\np: [^1]: note text")]
    [InlineData("<me@x.org>", "p: [me@x.org](mailto:me@x.org)")]
    public void Markdown_becomes_blocks(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Read(markdown)));

    [Theory]
    [InlineData("a <b>bold *both*</b> <!-- gone --> x<br>y<br/>z", "p: a **bold** ***both*** x\nbr: y\nbr: z")]
    [InlineData("an <a href='http://x.y'>open link *with* and\n\nnext", "p: an [open link ](http://x.y)[*with*](http://x.y)[ and](http://x.y)\np: next")]
    [InlineData("<ul>\n<li>one\n<li><a href=\"http://x.y\">two</a>\n\n</ul>\n\n**after**", "ul - p: one\nul - p: [two](http://x.y)\np: **after**")]
    [InlineData("<h2>Head &amp; more</h2>\n<p>text<p>text 2\n<pre>\nx\n y</pre>", "h2: Head & more\np: text\np: text 2\ncode: x\n y")]
    [InlineData("<script>alert(1)\n\n</script>\n<style>p{}</style>\n\nseen <script>alert(2)</script> too <svg><text>no</text></svg>", "p: seen too")]
    [InlineData("<title>\n\nstill here", "p: still here")]
    [InlineData("<details><summary>S</summary>\n\n- a\n\n</details>\nend", "Details Summary p: S\nDetails ul - p: a\np: end")]
    [InlineData("- a <div>\n\n  b\n- c", "ul - p: a\nul - Division p: b\nul - p: c")]
    [InlineData("<img src=\"http://a.b/c.png\" width=\"20px\" alt=\"x\" onerror=alert(1)>", "image: ![x](http://a.b/c.png)")]
    [InlineData("<blockquote>q</blockquote>\n\n<table><tr><th>h<td>d</table>", "> p: q\nTable tr3 th p: h\nTable tr3 td p: d")]
    public void Raw_HTML_is_read_as_a_browser_shows_it(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Read(markdown)));

    [Fact]
    public void Hidden_HTML_stands_in_a_hidden_box()
    {
        FlatDocument document = Read("<div style=\"display: none\">secret</div>\n\nopen");
        Assert.Equal([true, false], document.Blocks.Select(block => block.Box.Hides));
    }

    [Fact]
    public void Blocks_know_their_place_in_the_source()
    {
        string source = "---\ntitle: x\n---\n\n# One\n\ntext\n\n- item\n";
        Assert.Equal([source.IndexOf("# One", StringComparison.Ordinal), source.IndexOf("text", StringComparison.Ordinal), source.IndexOf("item", StringComparison.Ordinal)],
            Read(source).Blocks.Select(block => block.Position));
    }

    [Fact]
    public void An_unsafe_address_is_a_link_that_leads_nowhere()
    {
        FlatDocument document = Read("[x](javascript:alert(1)) <a href=\"data:text/html,x\">y</a>");
        Assert.Equal("x y", document.Text);
        Assert.All(document.Links, link => Assert.Null(link.Url));
    }

    [Theory]
    [InlineData(">"), InlineData("- "), InlineData("["), InlineData("*a **b "), InlineData("<div>\n"), InlineData("<b>"), InlineData("![a]("), InlineData("`x``"), InlineData("|a\n"), InlineData("&#"), InlineData("<!--"),
     InlineData("1. a\n  "), InlineData("</b><i>"), InlineData("[a]: b\n"), InlineData("a|b\n-|-\n"), InlineData("_a"), InlineData("http://"), InlineData("](x"), InlineData("~~a "), InlineData("a\n: "), InlineData("\\"), InlineData("<a b='")]
    public void Extreme_nesting_and_repetition_is_read_and_nothing_of_it_thrown(string part)
    {
        FlatDocument document = Read(string.Concat(Enumerable.Repeat(part, 5000)) + "end");
        Outline.CheckLaws(document);
    }

    [Fact]
    public void Nesting_beyond_what_Markdown_readers_bear_is_read_as_plain_text_and_reported()
    {
        FlatDocument document = Read(new string('>', 10_000) + " deep");
        Assert.Contains("deep", document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.NestingLimited);
    }

    [Fact]
    public void Boxes_nest_no_deeper_than_the_limit()
    {
        FlatDocument document = MarkdownDocumentReader.Read(string.Concat(Enumerable.Repeat("<div>", 100)) + "x", new Limits(10, 1000), null, TestContext.Current.CancellationToken);
        Assert.Equal(10, document.Blocks.Single().Box.Depth);
        Assert.Equal([DiagnosticCodes.NestingLimited], document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Any_text_is_read() => Gen.OneOf(Gen.String[0, 200], Snippets).Sample(text => Outline.CheckLaws(Read(text)), iter: 3000);

    [Fact]
    public void Words_are_never_lost() =>
        Gen.Select(Snippets, Gen.Int[0, 1000]).Sample((text, number) => Assert.Contains($"word{number}", Read(text + $"\n\nword{number}\n\n" + text).Text, StringComparison.Ordinal), iter: 1000);

    [Fact]
    public void Every_letter_of_the_corpus_stays_visible()
    {
        string folder = SharedFolder.Require("corpus/issues");
        foreach (string path in Directory.EnumerateFiles(folder, "*.m*d*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string source = File.ReadAllText(path);
            FlatDocument document = Read(source);
            Outline.CheckLaws(document);
            string html = Markdig.Markdown.ToHtml(FrontMatter.Take(source).Body);
            string expected = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent;
            Assert.Equal(Letters(expected), Letters(document.Text));
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static Gen<string> Snippets => Gen.OneOf(
        "# ", "> ", "- ", "1. ", "\n", "\n\n", "    ", "*", "**", "_", "`", "```\n", "[", "](", ")", "![", "<b>", "</b>", "<div>", "</div>\n", "<ul><li>", "<td>", "<a href='x'>", "|", "\n|-|-|\n", "---\n",
        "https://a.b/c", "中文", "，", "text ", "~~", "&lt;", "\\", "<https://x>", "[x]: y\n", ": ", "- [ ] ", "<br>", "\t", "+++\n", "a: b\n").Array[0, 30].Select(string.Concat);

    private static FlatDocument Read(string markdown) => MarkdownDocumentReader.Read(markdown, new Limits(512, 200_000), null, TestContext.Current.CancellationToken);
}
