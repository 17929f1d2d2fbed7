using CsCheck;
using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class AsciiDocTests
{
    [Theory]
    [InlineData("see https://a.b/c[the text], link:https://d.e[more^] and https://f.g[].", "p: see [the text](https://a.b/c), [more](https://d.e) and [https://f.g](https://f.g).")]
    [InlineData("https://a.b[one, two,window=_blank,role=\"x\"] https://c.d[\"three, four\",opts=nofollow] https://e.f[role=x]s", "p: [one, two](https://a.b) [three, four](https://c.d) [https://e.f](https://e.f)s")]
    [InlineData("(https://a.b/c?d=e#f[g [h] i]) https://j.k[l]m https://n.o[p]: q", "p: ([g [h] i](https://a.b/c?d=e#f)) [l](https://j.k)m [p](https://n.o): q")]
    [InlineData("https://a.b[数据库的新版本]发布了", "p: [数据库的新版本](https://a.b)发布了")]
    public void An_address_with_words_in_brackets_is_a_link(string text, string expected)
    {
        Assert.Equal(expected, Outline.Of(Text(text)));
        Assert.Equal(expected, Outline.Of(Markdown(text)));
    }

    [Theory]
    [InlineData("image::https://a.b/c.png[A crane,300,role=x]", "image: ![A crane,300](https://a.b/c.png)")]
    [InlineData("image:https://a.b/c.png[]\n\nsee reimage:https://d.e[f]", "image: ![](https://a.b/c.png)\np: see reimage:[f](https://d.e)")]
    public void An_image_macro_is_a_picture(string text, string expected)
    {
        Assert.Equal(expected, Outline.Of(Text(text)));
        Assert.Equal(expected, Outline.Of(Markdown(text)));
    }

    [Theory]
    [InlineData("https://a.b/c[1] https://a.b [d] https://a.b?e[]=f https://a.b?g[h]=i hyperlink:x https://a.b[open")]
    [InlineData("link:x[y] https://a.b[^n] link:https://a.b https://a.b/[z\n\n]")]
    public void Other_brackets_after_an_address_are_text(string text)
    {
        Assert.Equal(Outline.Visible(text), Outline.Visible(Text(text)));
        Assert.Equal(Outline.Visible(text), Outline.Visible(Markdown(text)));
    }

    [Fact]
    public void Words_in_brackets_that_markup_points_from_are_no_words_of_the_address_before_them()
    {
        Assert.Equal("p: [https://a.b](https://a.b)[c](https://d.e)", Outline.Of(Text("https://a.b[c](https://d.e)")));
        Assert.Equal("p: [https://a.b](https://a.b)[c](https://d.e) [https://a.b](https://a.b)[r](http://s.t)", Outline.Of(Markdown("https://a.b[c](https://d.e) https://a.b[r]\n\n[r]: http://s.t")));
        Assert.Equal("p: [https://a.b](https://a.b)[r](http://s.t)", Outline.Of(Text("https://a.b[r]\n\n[r] http://s.t")));
        Assert.Equal("p: [`c`](https://a.b)", Outline.Of(Markdown("https://a.b[`c`]")));
    }

    [Theory]
    [InlineData("= The Title\n\ntext\n\n== Section\n\nmore\n\n=== Part", "h1: The Title\np: text\nh2: Section\np: more\nh3: Part")]
    [InlineData("\n== One ==\n\ntext\n\n=== Two ===\nright below\n\n== https://a.b[Three^]\n", "h2: One\np: text\nh3: Two\np: right below\nh2: [Three](https://a.b)")]
    [InlineData("= Wiki =\n== Sub ==\n* a\n\n==== 第四节\n\n= No title =", "h1: Wiki\nh2: Sub\nul - p: a\nh4: 第四节\nh1: No title")]
    public void Lines_with_equals_signs_before_them_are_headings(string text, string expected)
    {
        Assert.Equal(expected, Outline.Of(Text(text)));
        Assert.Equal(expected, Outline.Of(Markdown(text)));
    }

    [Theory]
    [InlineData("text\n\n= 5 apples", "p: text\np: = 5 apples")]
    [InlineData("== 12", "p: == 12")]
    [InlineData("==marked==", "p: ==marked==")]
    [InlineData("== a = b ===\n\n== c == d\n\n======= e\n\n== ?", "p: == a = b ===\np: == c == d\np: ======= e\np: == ?")]
    public void Other_lines_with_equals_signs_are_text(string text, string expected)
    {
        Assert.Equal(expected, Outline.Of(Text(text)));
        Assert.Equal(expected, Outline.Of(Markdown(text)));
    }

    [Theory]
    [InlineData("a line\n== b\n\n== c\n===\n\nd\n===", "p: a line == b\nh1: == c\nh1: d")]
    [InlineData("== a | b\n---|---\nc | d", "Table tr2 th p: == a\nTable tr2 th p: b\nTable tr5 td p: c\nTable tr5 td p: d")]
    [InlineData("    == code\n\n- == Item\n\n> == Quoted\n>\n> = None", "code: == code\nul - h2: Item\n> h2: Quoted\n> p: = None")]
    public void What_CommonMark_reads_otherwise_is_no_heading(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Markdown(markdown)));

    [Fact]
    public void An_underlined_line_with_equals_signs_before_it_is_one_heading_in_plain_text() =>
        Assert.Equal("p: a line\np: == b\nh1: == c\np: d", Outline.Of(Text("a line\n== b\n\n== c\n=====\n\nd")));

    [Fact]
    public void What_stands_below_a_documents_title_is_evidence_and_no_text()
    {
        const string source = "= Weekly 7\nJane Roe <jane@example.org>\n:jbake-type: post\n:revdate: 2023-04-05\n:page-tags: a, \\\n  b\n:toc:\n:!sectids:\n// a remark\nifdef::env-github[:x: y]\nendif::[]\n\n:imagesdir: /img\n\n== News\n\n:not: taken\n";
        foreach (FlatDocument document in (FlatDocument[])[Text(source), Markdown(source)])
        {
            Assert.Equal("h1: Weekly 7\np: Jane Roe <jane@example.org>\nh2: News\np: :not: taken", Outline.Of(document).Replace("[jane@example.org](mailto:jane@example.org)", "<jane@example.org>", StringComparison.Ordinal));
            Assert.Equal([("type", "post"), ("date", "2023-04-05"), ("tags", "a, b"), ("imagesdir", "/img"), ("author", "Jane Roe")], document.Evidence.Select(said => (said.Name, said.Value)));
            Assert.All(document.Evidence, said => Assert.Equal("front-matter", said.Source));
            Assert.Equal([0, source.IndexOf("Jane", StringComparison.Ordinal), source.IndexOf("== News", StringComparison.Ordinal), source.IndexOf(":not:", StringComparison.Ordinal)], document.Blocks.Select(block => block.Position));
        }
    }

    [Fact]
    public void A_header_below_front_matter_is_taken_too()
    {
        const string source = "---\ntitle: T\n---\n= T\n:author: Me\n\ntext";
        FlatDocument document = Markdown(source);
        Assert.Equal("h1: T\np: text", Outline.Of(document));
        Assert.Equal(["title", "author"], document.Evidence.Select(said => said.Name));
        Assert.Equal([source.IndexOf("= T", StringComparison.Ordinal), source.IndexOf("text", StringComparison.Ordinal)], document.Blocks.Select(block => block.Position));
    }

    [Theory]
    [InlineData(":a: b\n\ntext"), InlineData("text\n:a: b"), InlineData("== T\n:a: b"), InlineData("= T\n\ntext\n:a: b"), InlineData("= T\n:a b: c\n:smile:d\n:-: e\n:a:b")]
    public void Lines_with_colons_elsewhere_are_text(string text)
    {
        Assert.Empty(Text(text).Evidence);
        Assert.Equal(Outline.Visible(text).TrimStart('='), Outline.Visible(Text(text)));
    }

    [Theory]
    [InlineData("http://a.b["), InlineData("http://a.b[]"), InlineData("link:http://a.b[c,role="), InlineData("= a\n"), InlineData("== a\n\n"), InlineData("= a\n:b: c\n"), InlineData("= a =\n"), InlineData("== "), InlineData("http://a[[[[[[[["), InlineData("\n \n= a\n")]
    public void Extreme_repetition_is_read(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 5000)) + "\n\nend";
        foreach (FlatDocument document in (FlatDocument[])[Text(text), Markdown(text)])
        {
            Outline.CheckLaws(document);
            Assert.EndsWith("end", document.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Words_are_never_lost() =>
        Snippets.Sample(
            text =>
            {
                int words = text.Split("word").Length - 1;
                Assert.Equal(words, Text("x\n\n" + text).Text.Split("word").Length - 1);
                Assert.Equal(words, Markdown("x\n\n" + text).Text.Split("word").Length - 1);
            },
            iter: 3000);

    private static Gen<string> Snippets => Gen.OneOf<string>(
        "word ", "https://a.b[word]", "link:https://a.b[word^]", "https://a.b[", "]", "[", "== word\n", "= word =\n", "=== ", "\n", "\n\n", "===\n", ":a: word\n", "- ", "> ", "[word]", "^", "\"", ",", "https://a.b[\"word\" word]", "https://a.b[word,x=word]").Array[0, 20].Select(string.Concat);

    private static FlatDocument Text(string text) => PlainTextDocumentReader.Read(text, new Limits(512, 200_000), null, TextFlavour.Plain, TestContext.Current.CancellationToken);

    private static FlatDocument Markdown(string text) => MarkdownDocumentReader.Read(text, new Limits(512, 200_000), null, TestContext.Current.CancellationToken);
}
