using CsCheck;
using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class MarkdownAttributeTests
{
    [Theory]
    [InlineData("## News {#news}\n\ntext", "h2: News\np: text")]
    [InlineData("## News {#news .wide key=\"a b\"} ##\n\n# One # {#one}\n\n### 三 {: #san }\n\n#### Four{-}", "h2: News\nh1: One\nh3: 三\nh4: Four")]
    [InlineData("Setext {#s}\n===\n\nTwo\nlines {.x}\n---", "h1: Setext\nh2: Two lines")]
    [InlineData("##Unspaced {#u}\n\n## [a](http://b.c) {.d}", "h2: Unspaced\nh2: [a](http://b.c)")]
    public void Attributes_at_the_end_of_a_heading_are_markup(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Read(markdown)));

    [Theory]
    [InlineData("[a](http://b.c){: .d #e f=\"g h\"} [i](http://j.k){:target=\"_blank\"} z", "p: [a](http://b.c) [i](http://j.k) z")]
    [InlineData("[a](http://b.c){target=_blank rel='x y'}, [r]{: .s}\n\n[r]: http://t.u", "p: [a](http://b.c), [r](http://t.u)")]
    [InlineData("![a](http://b.c/d.png){: width=\"300\" }", "image: ![a](http://b.c/d.png)")]
    [InlineData("<http://e.f>{:target=\"_blank\"} http://g.h{:target=\"_blank\"}", "p: [http://e.f](http://e.f) [http://g.h](http://g.h)")]
    [InlineData("`c`{.bash} **b**{: .red} *i*{.x}{.y}.", "p: `c` **b** *i*.")]
    public void Attributes_right_after_a_link_an_image_or_marked_words_are_markup(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Read(markdown)));

    [Theory]
    [InlineData("text\n{: .lead}\n\n{:.note}\nmore\n\n{: #id }\n\nend", "p: text\np: more\np: end")]
    [InlineData("> q\n{: .tip }\n\n> r\n> {: .tip}\nlater", "> p: q\n> p: r\np: later")]
    [InlineData("* a\n* b\n{: .wide}\n\n1. c\n   {:.x}\n2. {:.y} d\n{:toc}", "ul - p: a\nul - p: b\nol 1. p: c\nol 2. p: d")]
    [InlineData("# H\n{: .no_toc }\n| a | b |\n|---|---|\n| c | d |\n{: .table}\n\n```\nx {: .y}\n{: .z}\n```\n{:.code}", "h1: H\nTable tr2 th p: a\nTable tr2 th p: b\nTable tr5 td p: c\nTable tr5 td p: d\ncode: x {: .y}\n{: .z}")]
    [InlineData("- a\n{.wide}\n\n{:note: .warn title=\"x\"}", "ul - p: a")]
    public void A_line_of_attributes_is_markup(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Read(markdown)));

    [Theory]
    [InlineData("::: {.callout-note title=\"x\"}\n## H\n\ntext\n:::\n\n:::: {.warning} ::::\nmore\n::: tip\nin\n:::\n::::", "h2: H\np: text\np: more\np: in")]
    [InlineData("::: tip with a title\n\n::: News :::\n\n:: two\n\n:::中文\n\nTerm\n:   what it is", "p: ::: tip with a title\np: ::: News :::\np: :: two\np: :::中文\nDefinitionList DefinitionTerm p: Term\nDefinitionList DefinitionDescription p: what it is")]
    public void The_ends_of_a_division_are_markup(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Read(markdown)));

    [Theory]
    [InlineData("## [Notes]{#Notes}\n\na [b *c*]{.smallcaps} d", "h2: Notes\np: a b *c* d")]
    [InlineData("[a [b](http://c.d) e]{.f} [**g**]{style=\"color: red\"}", "p: a [b](http://c.d) e **g**")]
    [InlineData("**[a]{.b}** [c [d]{.e}]{.f}", "p: **a** c d")]
    public void Bracketed_spans_are_their_text(string markdown, string expected) => Assert.Equal(expected, Outline.Of(Read(markdown)));

    [Theory]
    [InlineData("## Set {foo}\n\n{foo}\n\n{{ var }} {% tag %} a {#hashtag} in a sentence {.x}")]
    [InlineData("[a]{b} [c]{d=e} *f*{g=h} {# {#} {: } {:} {.} ()")]
    [InlineData("http://a.b/c{#frag} <{.x}> a.{.b}")]
    [InlineData("{a=1}\n\n{{< x >}}\n\n{#if a}\n\n{.b\n\nend\\{#x}")]
    [InlineData("x [y](http://a.b) {.z} and {:.z}")]
    [InlineData("    {: .code}")]
    public void Other_braces_are_text(string markdown)
    {
        string visible = Outline.Visible(markdown).Replace("\\", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).TrimStart('#').Replace("[y](http://a.b)", "y", StringComparison.Ordinal);
        Assert.Equal(visible, Outline.Visible(Read(markdown)));
    }

    [Fact]
    public void Blocks_below_attributes_know_their_place()
    {
        const string source = "# One {#one}\n{: .a}\n\ntext\n{: .b}\n- item\n";
        Assert.Equal([0, source.IndexOf("text", StringComparison.Ordinal), source.IndexOf("item", StringComparison.Ordinal)], Read(source).Blocks.Select(block => block.Position));
    }

    [Theory]
    [InlineData("{#a"), InlineData("{: .a "), InlineData("{#a}"), InlineData("]{.a}"), InlineData("[{.a}"), InlineData("[]{.a}"), InlineData("{: .a}\n"), InlineData("`a`{.b}"), InlineData("{a=\""), InlineData("# {#a}\n"), InlineData("*a ]{.b}"), InlineData("[a "), InlineData("::: a\n"), InlineData(":")]
    public void Extreme_repetition_is_read(string part)
    {
        FlatDocument document = Read(string.Concat(Enumerable.Repeat(part, 5000)) + "]{.x} end");
        Outline.CheckLaws(document);
        Assert.EndsWith("end", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_outside_of_attributes_are_never_lost() =>
        Snippets.Sample(text => Assert.Equal(text.Split("word").Length - 1, Read(text).Text.Split("word").Length - 1), iter: 3000);

    private static Gen<string> Snippets => Gen.OneOf<string>(
        "word ", "word", "[word](http://x)", "[word]", "`word`", "*word*", "**", "[", "]", "{.a}", "{#b}", "{: .c}", "{d=e}", "{", "}", "# ", "\n", "\n\n", "- ", "> ", "===\n", "<b>", "http://y.z{: .c}", "http://y.z ", " ", "{word}", "{{ word }}").Array[0, 20].Select(string.Concat);

    private static FlatDocument Read(string markdown) => MarkdownDocumentReader.Read(markdown, new Limits(512, 200_000), null, TestContext.Current.CancellationToken);
}
