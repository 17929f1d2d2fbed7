using System.Text;
using AngleSharp.Html.Parser;
using CsCheck;
using Syndication.Documents;
using Syndication.Tests.Structure;

namespace Syndication.Tests.Documents;

/// <summary>The slim tree that AngleSharp's parser builds for us must read as the one that it builds for itself.</summary>
public sealed class HtmlTreeTests
{
    private static readonly Limits limits = new(512, 200_000, false);

    public static TheoryData<string> Pages => [.. IssueFiles.All.Select(static row => row.Data).Where(static name => name.EndsWith(".html", StringComparison.Ordinal) || name.EndsWith("(missing)", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_reads_the_same_from_either_tree(string name) => CheckSame(Encoding.UTF8.GetString(IssueFiles.Read(name)));

    [Theory]
    [InlineData("<p>One</p><template><p>Hidden <table><tr><td>x</template><p>Two</p>")]
    [InlineData("<table><tr><td>Cell</td></tr><div>Before the table</div><tr><td>Next</td></tr></table><p>After</p>")]
    [InlineData("<table><a href='https://example.org/'>Link <b>bold</a></b><tr><td>Cell</table>")]
    [InlineData("<div><b><p>One<div>Two</b>Three</div></p><i>Four</div>Five</i>")]
    [InlineData("<svg><title>No heading</title><foreignObject><p>Within</p></foreignObject><desc>x</desc></svg><math><mi>a</mi><mtext><b>t</b></mtext></math>")]
    [InlineData("<select><option>One<option>Two</select><textarea>\nThree</textarea><frameset><frame></frameset>")]
    [InlineData("<body lang=de><p>Eins<html lang=en><body class=x>Zwei")]
    [InlineData("<p>a<!-- -->b</x>c &lt;d&gt; &notit; e\0f")]
    [InlineData("<b a=1><b a=1><b a=1><b a=1><p>x</b></b></b></b><p>y")]
    public void Markup_out_of_order_reads_the_same_from_either_tree(string html) => CheckSame(html);

    /// <summary>AngleSharp looks for an encoding in it, in memory that grows with the square of its length (40 KB: 1.6 GB).</summary>
    [Theory]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"x; {0}\">")]
    [InlineData("<meta content='x; {0}>' HTTP-EQUIV=content-type>")]
    [InlineData("<meta http-equiv=content-type content=\"x; {0}")]
    public void A_long_declaration_of_an_encoding_costs_no_more_than_its_length(string tag)
    {
        string html = "<html><head>" + tag.Replace("{0}", string.Concat(Enumerable.Repeat("a:b > c { d: e; } ", 2000)), StringComparison.Ordinal) + "</head><body><p>x</p></body></html>";
        long before = GC.GetAllocatedBytesForCurrentThread();
        using AngleSharp.Html.Dom.IHtmlDocument? page = HtmlTree.ParseDocument(html, limits);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public void A_declaration_of_usual_length_is_left_as_it_is()
    {
        const string Page = "<meta http-equiv=\"Content-Language\" content=\"de\"><p>http-equiv</p>";
        Assert.Same(Page, LongDeclarations.Without(Page));
    }

    [Fact]
    public void Random_markup_reads_the_same_from_either_tree() => RandomPage.Html.Sample(CheckSame, iter: 3000);

    [Fact]
    public void An_element_means_to_the_parser_what_AngleSharp_says()
    {
        using AngleSharp.Dom.IDocument document = new HtmlParser().ParseDocument("");
        foreach (ElementKind kind in HtmlElements.All.Where(static kind => kind.Name != "noscript")) Assert.Equal(document.CreateElement(kind.Name).Flags, kind.Flags);
    }

    [Fact]
    public void The_page_is_not_kept_in_memory_by_the_parser()
    {
        using Page page = HtmlTree.Parse("<p>Text</p>", limits, static _ => { })!;
        page.Dispose();
        Assert.Null(page.Builder);
    }

    private static void CheckSame(string html)
    {
        using AngleSharp.Dom.IDocument document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        Assert.Equal(Dump(HtmlDocumentReader.Read(document, limits, null, TestContext.Current.CancellationToken)), Dump(HtmlDocumentReader.Read(html, limits, null, TestContext.Current.CancellationToken)));
    }

    private static string Dump(FlatDocument document)
    {
        var dump = new StringBuilder();
        foreach (Evidence evidence in document.Evidence) dump.Append(evidence).Append('\n');
        foreach (Block block in document.Blocks)
        {
            for (Box? box = block.Box; box is not null; box = box.Parent) dump.Append(box.Kind).Append(box.Ordinal).Append(box.Hides ? '-' : '+');
            dump.Append(' ').Append(block.Kind).Append(block.Level).Append(block.Property).Append(block.AfterBreak).Append('\n');
            foreach (Run run in document.RunsOf(block))
            {
                dump.Append("  ").Append(document.Text.AsSpan(run.Start, run.Length)).Append('|').Append(run.Style).Append(document.Looks[run.Look])
                    .Append(run.Link < 0 ? "" : document.Links[run.Link].ToString()).Append(run.Image < 0 ? "" : document.Images[run.Image].ToString()).Append('\n');
            }
        }

        return dump.ToString();
    }
}
