using CsCheck;
using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class LightMarkupTests
{
    [Theory]
    [InlineData("# comment\n#+title: T\n* One\ntext\nmore\n** Two\n*** Three", "h1: One\np: text more\nh2: Two\nh3: Three")]
    [InlineData("- a [[https://x.y/z][see *it*]] (05:02)\n  - [[https://x.y]]\n    wrapped\n- [X] c", "ul - p: a [see ](https://x.y/z)[**it**](https://x.y/z) (05:02)\nul - ul - p: [https://x.y](https://x.y) wrapped\nul - p: c")]
    [InlineData("*b* /i/ =c*d= or ~e~ +s+ a*b*c x/y/z 5 * 3 * 2", "p: **b** *i* `c*d` or `e` ~~s~~ a*b*c x/y/z 5 * 3 * 2")]
    [InlineData("#+begin_src lisp\n (a)\n  b\n#+end_src\n#+BEGIN_QUOTE\nq\n#+END_QUOTE\n#+begin_comment\nx\n#+end_comment\n: fixed\n:  two", "code: (a)\n b\n> p: q\ncode: fixed\n two")]
    [InlineData("| a | b |\n|---+---|\n| c | [[http://d.e][f]] |\n-----\nend", "Table tr2 th p: a\nTable tr2 th p: b\nTable tr5 td p: c\nTable tr5 td p: [f](http://d.e)\nrule: \np: end")]
    [InlineData("* H\n:PROPERTIES:\n:ID: 1\n:END:\n<https://a.b> https://c.d. [[file:x.png]]", "h1: H\np: [https://a.b](https://a.b) [https://c.d](https://c.d). ![]()")]
    [InlineData("#+begin_src\nnever ended", "p: #+begin_src never ended")]
    [InlineData("- rope, the =long= one :: holds\n  the ferry\n- [[https://a.b][x :: y]] z\n1. not :: a term", "ul - p: **rope, the** **`long`** **one**: holds the ferry\nul - p: [x :: y](https://a.b) z\nol 1. p: not :: a term")]
    [InlineData("#+begin_export html\n<b>x</b><script>y</script>\n#+end_export", "Division p: **x**")]
    public void Org_becomes_blocks(string text, string expected) => Assert.Equal(expected, Outline.Of(Read(text, TextFlavour.Org)));

    [Fact]
    public void Org_keywords_are_evidence() =>
        Assert.Equal([new Evidence("front-matter", "title", "A: b"), new Evidence("front-matter", "date", "2023-12-25")], Read("#+TITLE: A: b\n#+date: 2023-12-25\n#+attr_html: :width 3\ntext", TextFlavour.Org).Evidence);

    [Theory]
    [InlineData("=====\nTitle\n=====\n\nPart\n====\n\ntext\n\nSub\n---\n\nPart 2\n======", "h1: Title\nh2: Part\np: text\nh3: Sub\nh2: Part 2")]
    [InlineData("A_ `b\nc`_ and `d <http://d.e>`_, `f`__.\n\n.. _A: http://a.b\n.. _b c:\n  http://c.d/\n  e\n.. __: http://f.g", "p: [A](http://a.b) [b c](http://c.d/e) and [d](http://d.e), [f](http://f.g).")]
    [InlineData("*em* **st** ``a *b*`` :ref:`x <y>` `def` \\*no\\* 2*3*4 snake_case_ un_known", "p: *em* **st** `a *b*` x *def* *no* 2*3*4 snake_case_ un_known")]
    [InlineData("wrapped\nlines here\n\n- item\n  goes on\n- second\n\n  para\n\n#. one\n#. two", "p: wrapped lines here\nul - p: item goes on\nul - p: second\nul - p: para\nol 1. p: one\nol 2. p: two")]
    [InlineData("Code::\n\n  a\n    b\n\n  c\n\nend ::\n\n  d\n\n.. code-block:: c\n   :linenos:\n\n   int x;\n\n.. a comment\n   of two lines\n\nlast", "p: Code:\ncode: a\n  b\n\nc\np: end\ncode: d\ncode: int x;\np: last")]
    [InlineData("By |me| and |you| |who|\n\n.. |me| image:: http://x.y/me.png\n   :alt: Me\n   :target: http://x.y\n.. |you| replace:: *you* all", "p: By [![Me](http://x.y/me.png)](http://x.y) and *you* all |who|")]
    [InlineData("para\n\n  quoted\n\nterm\n  what it is\nother\n  that\n\n| line\n| block\n\n----\n\n.. note:: Take\n   care", "p: para\n> p: quoted\nDefinitionList DefinitionTerm p: term\nDefinitionList DefinitionDescription p: what it is\nDefinitionList DefinitionTerm p: other\nDefinitionList DefinitionDescription p: that\np: line\nbr: block\nrule: \np: Take\np: care")]
    [InlineData(".丶Ever `x`_\n\n.. [1] a note [2]_\n\n.. _x: http://x.y", "p: .丶Ever [x](http://x.y)\np: [1] a note [2]")]
    public void Rst_becomes_blocks(string text, string expected) => Assert.Equal(expected, Outline.Of(Read(text, TextFlavour.Rst)));

    [Fact]
    public void The_space_between_a_link_and_a_marked_word_belongs_to_neither() =>
        Assert.Equal("p: [a](http://a.b) *or* **b** [c](http://c.d)", Outline.Of(Read("`a <http://a.b>`_ *or* **b** `c <http://c.d>`_", TextFlavour.Rst)));

    [Fact]
    public void Any_text_is_read_in_any_flavour() =>
        Gen.Select(Gen.OneOf(Gen.String[0, 100], Snippets), Gen.OneOf<TextFlavour>(TextFlavour.Org, TextFlavour.Rst)).Sample((text, flavour) => Outline.CheckLaws(Read(text, flavour)), iter: 10_000);

    [Fact]
    public void Words_are_never_lost() =>
        Gen.Select(Words, Gen.OneOf<TextFlavour>(TextFlavour.Org, TextFlavour.Rst)).Sample(
            (text, flavour) => Assert.Equal(text.Split("word").Length - 1, Read(text, flavour).Text.Split("word").Length - 1),
            iter: 10_000);

    [Theory]
    [InlineData("`"), InlineData("*a "), InlineData("[["), InlineData("#+begin_x\n"), InlineData("* a\n"), InlineData(".. a::\n "), InlineData("|"), InlineData("a\n b\n"), InlineData("=a "), InlineData("a_ "), InlineData(":PROPERTIES:\n"), InlineData("| a\n"), InlineData("#. "), InlineData(":a:`")]
    public void Extreme_repetition_is_read(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 20_000)) + "\n\nend";
        Outline.CheckLaws(Read(text, TextFlavour.Org));
        Outline.CheckLaws(Read(text, TextFlavour.Rst));
    }

    [Fact]
    public void Deep_indentation_is_survived()
    {
        string text = string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i) + "x\n\n"));
        Assert.Equal(300, Read(text, TextFlavour.Rst).Text.Count(c => c == 'x'));
    }

    [Fact]
    public void Links_of_the_corpus_are_found()
    {
        string folder = SharedFolder.Require("corpus/issues");
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(path) is not (".org" or ".rst")) continue;
            string source = File.ReadAllText(path);
            FlatDocument document = Read(source, path.EndsWith(".org", StringComparison.Ordinal) ? TextFlavour.Org : TextFlavour.Rst);
            Outline.CheckLaws(document);
            Assert.DoesNotContain("]]", document.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("`_", document.Text, StringComparison.Ordinal);
            int expected = path.EndsWith(".org", StringComparison.Ordinal) ? source.Split("[[http").Length - 1 : 12;
            Assert.True(document.Links.Count(link => link.IsWeb) >= expected, path);
        }
    }

    private static Gen<string> Words => Gen.OneOf<string>("word ", "*word* ", "=word= ", "[[http://x][word]] ", "`word`_ ", "``word`` ", "- word\n", "* word\n", "\n", "\n\n", "  ", "1. word\n", "| word |\n", ": word\n", "word::\n\n", "=====\n", "----\n", "word\n").Array[0, 20].Select(string.Concat);

    private static Gen<string> Snippets => Gen.OneOf<string>(
        "word ", "*", "/", "=", "~", "+", "_", "[[", "][", "]]", "`", "``", "_ ", "|", ".. ", ".. _x: y\n", ".. |x| image:: y\n", "|x|", "::", "\n", "\n\n", "  ", "    ", "- ", "* ", "1. ", "#+begin_src\n", "#+end_src\n", "#+x: y\n", "# ", ":a:", "=====\n", "中文", "http://a.b", "<", ">", "\\", "[1]_", "__ x\n").Array[0, 30].Select(string.Concat);

    private static FlatDocument Read(string text, TextFlavour flavour) => PlainTextDocumentReader.Read(text, new Limits(512, 200_000), null, flavour, TestContext.Current.CancellationToken);
}
