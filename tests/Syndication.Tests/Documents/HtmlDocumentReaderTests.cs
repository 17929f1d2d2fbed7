using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Tests.Documents;

public class HtmlDocumentReaderTests
{
    [Fact]
    public void Blocks_end_at_boxes_lines_and_breaks_and_keep_links_and_styles() => Is(
        """
        h2: One
        p: Text with [a ](https://e.example/)[**bold**](https://e.example/)[ link](https://e.example/) in it.
        br: A line after a break
        ul - p: item
        ul - p: *other*
        """,
        "<h2>One</h2><p>Text with <a href=https://e.example/>a <b>bold</b> link</a> in it.<br>A line after a break</p><ul><li>item<li><em>other</em></ul>");

    [Fact]
    public void White_space_is_collapsed_but_not_between_no_break_spaces() => Is("p: a b\u00A0\u00A0c\u3000d", "<p>  a\n\t b&nbsp;&nbsp;c\u3000d  </p>");

    [Fact]
    public void Preformatted_text_keeps_its_lines_but_not_those_at_its_ends() => Is("code: a\n  b", "<pre>\na\n  b\n\n</pre>");

    [Fact]
    public void An_image_after_the_white_space_at_the_end_of_preformatted_text_is_kept()
    {
        FlatDocument document = Read("<pre>a \n<img src=https://e.example/a.png></pre><p>b");
        Outline.CheckLaws(document);
        Assert.Equal([(0, 1), (1, 0), (1, 1)], document.Runs.Select(static run => (run.Start, run.Length)));
    }

    [Fact]
    public void Names_of_void_elements_mean_nothing_in_SVG_and_MathML() => Assert.Equal("abcd", Outline.Visible(Read("<p>a<svg><input>b</input><wbr>c</wbr></svg><math><input>d")));

    [Theory]
    [InlineData("script")]
    [InlineData("style")]
    [InlineData("template")]
    [InlineData("iframe")]
    [InlineData("object")]
    [InlineData("noframes")]
    public void What_a_browser_does_not_show_is_no_text(string name) => Is("p: before\np: after", $"<p>before<{name}>unseen</{name}><p>after");

    [Theory]
    [InlineData("<div hidden>x</div>")]
    [InlineData("<p style=\"display: none\">x</p>")]
    [InlineData("<span style=\"font-size:0px\">x</span>")]
    [InlineData("<div style=\"max-height:0;overflow:hidden\">x</div>")]
    [InlineData("<div style=\"visibility:hidden\">x</div>")]
    [InlineData("<div style=\"mso-hide:all\">x</div>")]
    [InlineData("<div style=\"opacity:0.0\">x</div>")]
    [InlineData("<body><noscript>x</noscript>")]
    public void Text_that_the_page_hides_is_kept_and_known_to_be_hidden(string html)
    {
        FlatDocument document = Read(html);
        Assert.Equal("x", document.Text);
        Assert.True(document.Blocks.Single().Box.Hides);
    }

    [Fact]
    public void Tracking_pixels_are_no_images() => Is("p: x", "<p>x<img src=https://e.example/p.gif width=1 height=1><img src=https://e.example/q.gif width=0><img src=https://e.example/r.gif style=\"display:none\">");

    [Fact]
    public void A_picture_that_is_loaded_late_has_the_address_it_will_have() => Is("image: ![A](https://e.example/late.png)", "<img src=\"data:image/gif;base64,R0lGOD\" data-src=https://e.example/late.png alt=A>");

    [Fact]
    public void A_block_knows_where_it_stands_in_the_source()
    {
        const string html = "<h1>One</h1>\n<p>Two</p>";
        Assert.Equal(["<h1>", "<p>T"], Read(html).Blocks.Select(block => html.Substring(block.Position, 4)));
    }

    [Fact]
    public void The_page_says_its_own_address()
    {
        Assert.Equal("https://e.example/7", Read("<link rel=canonical href=https://e.example/7><p>x").Address);
        Assert.Equal("https://own.example/", HtmlDocumentReader.Read("<link rel=canonical href=https://e.example/7><p>x", new Limits(512, 1_000), "https://own.example/", TestContext.Current.CancellationToken).Address);
    }

    [Fact]
    public void What_nests_deeper_than_the_limit_keeps_its_text_lines_and_links()
    {
        FlatDocument document = HtmlDocumentReader.Read("<div><div><div><div><p>a <a href=https://e.example/>b</a></p><p>c</p></div></div></div></div>", new Limits(3, 1_000), null, TestContext.Current.CancellationToken);
        Outline.CheckLaws(document);
        Assert.Equal(["a b", "c"], document.Blocks.Select(block => document.TextOf(block).ToString()));
        Assert.Equal("https://e.example/", Assert.Single(document.Links).Url);
        Assert.Equal(DiagnosticCodes.NestingLimited, Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void A_page_of_which_no_tree_can_be_made_keeps_its_text_headings_images_and_links()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 5_000));
        FlatDocument document = Read($"<head><title>Weekly 7</title></head><body><h1>One</h1>{deep}<script>if (a<b) alert('<p>')</script><h2>Two</h2>Text <a href=https://e.example/>linked</a> on.<br>Line<pre>a\n b</pre><img src=https://e.example/a.png alt=A><template><p>unseen</template>last");
        Outline.CheckLaws(document);
        Assert.Equal(
            """
            h1: One
            h2: Two
            p: Text [linked](https://e.example/) on.
            br: Line
            code: a
             b
            p: ![A](https://e.example/a.png)last
            """,
            Outline.Of(document));
        Assert.Equal(DiagnosticCodes.NestingLimited, Assert.Single(document.Diagnostics).Code);
        Assert.Contains(document.Evidence, static evidence => evidence is { Source: "title", Value: "Weekly 7" });
    }

    /// <summary>Every paragraph reopens all that was left open: 40 KB would be four million elements.</summary>
    [Fact]
    public void Formatting_that_is_never_closed_does_not_grow_without_end()
    {
        string html = $"<p>{string.Concat(Enumerable.Range(0, 400).Select(static i => $"<font color={i}>"))}{string.Concat(Enumerable.Repeat("<p>x", 20_000))}";
        long before = GC.GetAllocatedBytesForCurrentThread();
        FlatDocument document = Read(html);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(20_000, document.Text.Length);
        Assert.Equal(DiagnosticCodes.NestingLimited, Assert.Single(document.Diagnostics).Code);
        Assert.True(allocated < 1_500_000_000, $"{allocated:N0} bytes");
    }

    [Theory]
    [InlineData("{\"headline\":\"\uD800\"}")]
    [InlineData("{\"headline\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":\"x\"}")]
    [InlineData("{\"headline\":")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1")]
    public void Metadata_that_is_no_JSON_is_passed_over(string json) =>
        Assert.Equal("x", Read($"<head><script type=\"application/ld+json\">{json}</script></head><p>x").Text);

    /// <summary>As many end tags as start tags say nothing: a browser passes over an end tag that has no element to end.</summary>
    [Theory]
    [InlineData("<div></b>")]
    [InlineData("<div><table></div></table>")]
    [InlineData("<div title=\"</div>\">")]
    [InlineData("<div><!--</div>-->")]
    [InlineData("<p><font color={0}></i>")]
    public void End_tags_that_end_nothing_do_not_hide_depth(string unit)
    {
        string html = string.Concat(Enumerable.Range(0, 20_000).Select(i => unit.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        FlatDocument document = Read($"{html}<p>after");
        Assert.Equal("after", document.Text);
        Assert.Equal(DiagnosticCodes.NestingLimited, Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void A_page_in_the_usual_bounds_has_no_diagnostics()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 300)) + "x" + string.Concat(Enumerable.Repeat("</div>", 300));
        Assert.Empty(Read(string.Concat(Enumerable.Repeat(deep, 50)) + string.Concat(Enumerable.Repeat("<p>unclosed <b>bold", 2_000))).Diagnostics);
    }

    private static FlatDocument Read(string html) => HtmlDocumentReader.Read(html, new Limits(512, 200_000), null, TestContext.Current.CancellationToken);

    private static void Is(string expected, string html)
    {
        FlatDocument document = Read(html);
        Outline.CheckLaws(document);
        Assert.Equal(expected, Outline.Of(document));
    }
}
