using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Syndication.Tool.Tests;

/// <summary>The left side of the page that <c>inspect --html</c> writes: the source as it was published, its blocks marked.</summary>
public sealed class RenderedReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Issues => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "issues"), "*.*", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Syndication.Tests", "Structure", "Fixtures", "Platforms")))
        .Where(file => Path.GetExtension(file) is ".html" or ".md" or ".txt" && Path.GetFileName(file) != "README.md")
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Issues))]
    public async Task Every_block_is_marked_where_its_words_stand(string issue)
    {
        Report report = await ReportAsync(Path.GetFileName(issue), await File.ReadAllBytesAsync(Path.Combine(Repository.Root, issue), TestContext.Current.CancellationToken));
        Assert.NotEmpty(report.Blocks);
        Assert.All(report.Blocks, block =>
        {
            string marked = string.Concat(report.Page.QuerySelectorAll($"issue-block[data-b='{block.Number}']").Select(mark => mark.TextContent));
            if (report.Page.QuerySelector(".text") is null) Assert.Equal(Letters(block.Text), Letters(marked));
            else Assert.True(IsWithin(Letters(block.Text), Letters(marked)), $"{block} is not in: {marked}");
        });
    }

    [Fact]
    public async Task A_mark_has_the_colour_of_its_role_and_leads_to_its_place()
    {
        Report report = await ReportAsync("7.html", SampleText.Html(7));
        IElement title = report.Page.QuerySelector("h1 > issue-block")!;
        Assert.Equal(("1", "title"), (title.GetAttribute("data-b"), title.GetAttribute("data-r")));
        IElement number = title.PreviousElementSibling!;
        Assert.Equal(("#o1", "Block 1: title"), (number.GetAttribute("href"), number.GetAttribute("aria-label")));
        Assert.All(report.Page.QuerySelectorAll("a[data-n]"), link => Assert.NotNull(report.Outer.QuerySelector(link.GetAttribute("href")!)));
        Assert.DoesNotContain(report.Page.QuerySelectorAll("a a"), _ => true);
    }

    [Fact]
    public async Task The_page_keeps_its_layout_and_its_style()
    {
        Report report = await ReportAsync("styled.html", Issue("""
            <style>h2 { color: rgb(1, 2, 3) } @media (min-width: 300px) { .wide { float: left } }</style>
            <table bgcolor="#eeeeee" width="600"><tr><td style="padding: 7px" class="wide" id="main">A cell with words in it.</td></tr></table>
            <p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="kept"></p>
            """));
        Assert.Contains("rgba(1, 2, 3", report.Style, StringComparison.Ordinal);
        Assert.Contains("float: left", report.Style, StringComparison.Ordinal);
        IElement cell = report.Page.QuerySelector("table[bgcolor='#eeeeee'][width='600'] td.wide#main")!;
        Assert.Contains("padding: 7px", cell.GetAttribute("style"), StringComparison.Ordinal);
        Assert.StartsWith("data:image/gif", report.Page.QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_from_elsewhere_are_boxes_with_their_words()
    {
        Report report = await ReportAsync("pictures.html", Issue("""<p><img src="https://example.org/a.png" srcset="https://example.org/b.png 2x" alt="A harbour" width="400" height="200"> by the sea.</p><p><img src="https://example.org/open.gif" width="1" height="1">Words.</p>"""));
        IElement picture = Assert.Single(report.Page.QuerySelectorAll("issue-picture"));
        Assert.Equal(("A harbour", "A harbour", "img"), (picture.TextContent, picture.GetAttribute("aria-label"), picture.GetAttribute("role")));
        Assert.Contains("width:400px", picture.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Empty(report.Page.QuerySelectorAll("img"));
    }

    [Fact]
    public async Task Of_a_hostile_page_nothing_is_left_that_runs_fetches_or_sends()
    {
        Report report = await ReportAsync("hostile.html", HostilePage.Html);
        string[] left = [.. report.Page.All.Where(e => e.LocalName is "script" or "iframe" or "frame" or "object" or "embed" or "form" or "input" or "button" or "base" or "link" or "svg" or "math" or "video" or "audio" or "template")
            .Select(e => e.OuterHtml)];
        Assert.Empty(left);
        Assert.All(report.Page.QuerySelectorAll("meta"), meta => Assert.True(meta.HasAttribute("charset") || meta.GetAttribute("content")!.StartsWith("default-src 'none'", StringComparison.Ordinal), meta.OuterHtml));
        foreach (IElement element in report.Page.All)
        {
            foreach (IAttr attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), element.OuterHtml);
                Assert.False(attribute.Name is "srcdoc" or "srcset" or "action" or "formaction" or "background" or "poster" or "ping" or "name", element.OuterHtml);
                if (attribute.Name is "href" or "xlink:href") Assert.Matches("^#o[0-9]+$", attribute.Value);
                if (attribute.Name == "src") Assert.StartsWith("data:image/", attribute.Value, StringComparison.Ordinal);
                if (attribute.Name == "style") Assert.DoesNotContain(HostilePage.Beacon, attribute.Value, StringComparison.Ordinal);
                Assert.DoesNotContain("javascript:", attribute.Value, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.DoesNotContain(HostilePage.Beacon, report.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", report.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", report.Style, StringComparison.Ordinal);
        Assert.Contains(HostilePage.Words, report.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("allow-same-origin allow-top-navigation-by-user-activation", report.Frame!.GetAttribute("sandbox"));
        Assert.Single(report.Outer.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_page_cannot_pass_its_own_marks_for_those_of_the_report()
    {
        Report report = await ReportAsync("marks.html", Issue("""<p data-b="1" data-r="lost" data-n="1" data-selected="" data-ours="">Words that stand in a paragraph.</p><a data-n="2" href="#o2" name="querySelector">More of them.</a>"""));
        Assert.DoesNotContain(report.Page.QuerySelectorAll("[data-b],[data-r]"), e => e.LocalName is not ("issue-block" or "a"));
        Assert.DoesNotContain(report.Page.QuerySelectorAll("[data-n]"), e => !e.HasAttribute("aria-label"));
        Assert.Empty(report.Page.QuerySelectorAll("[data-selected],[data-ours],[name]"));
    }

    [Fact]
    public async Task A_block_that_the_page_does_not_show_is_listed_below_it()
    {
        Report report = await ReportAsync("canvas.md", SampleText.Markdown(8) + "\n\n<canvas>Words that only the source has.</canvas>\n");
        IElement listed = Assert.Single(report.Outer.QuerySelectorAll(".unseen .block"));
        Assert.Contains("Words that only the source has.", listed.TextContent, StringComparison.Ordinal);
        Assert.Empty(report.Page.QuerySelectorAll($"issue-block[data-b='{listed.Id![1..]}']"));
    }

    [Fact]
    public async Task A_page_that_nests_too_deeply_to_be_shown_is_read_block_by_block()
    {
        Report report = await ReportAsync("deep.html", Issue(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "At the ground of it all stand words."));
        Assert.Null(report.Frame);
        Assert.Contains(report.Blocks, block => block.Text == "At the ground of it all stand words.");
    }

    [Theory]
    [InlineData("<p style=\"width: ", "calc(1px + ", 95_000)]
    [InlineData("<style>a { width: ", "calc(1px + ", 95_000)]
    [InlineData("<style>@supports ", "(", 95_000)]
    [InlineData("<style>@media ", "not (", 95_000)]
    [InlineData("<style>", ":not(", 200_000)]
    public async Task A_style_that_nests_without_end_does_not_end_the_program(string before, string nested, int times)
    {
        Report report = await ReportAsync("nested.html", Issue($"{before}{string.Concat(Enumerable.Repeat(nested, times))}{(before[1] == 'p' ? "\">" : "</style><p>")}Words that stand in a paragraph.</p>"));
        Assert.Equal(2, report.Page.QuerySelectorAll("a[data-n]").Length);
    }

    [Fact]
    public async Task Markdown_that_nests_without_end_is_shown_as_text()
    {
        Report report = await ReportAsync("brackets.md", SampleText.Markdown(8) + "\n\n" + new string('[', 20_000) + "words\n");
        Assert.NotNull(report.Page.QuerySelector(".text"));
    }

    [Fact]
    public async Task A_mark_in_a_text_holds_the_markup_of_its_block()
    {
        Report report = await ReportAsync("links.org", "#+TITLE: Lantern Weekly #9\n\n* News\n- [[https://example.org/first-one][first one]] is out\n- [[https://example.org/second][second]]\n");
        string[] marks = [.. report.Page.QuerySelectorAll("issue-block").Select(mark => mark.TextContent)];
        Assert.Contains("[[https://example.org/first-one][first one]] is out", marks);
        Assert.Contains("[[https://example.org/second][second]]", marks);
    }

    [Fact]
    public async Task Text_keeps_its_lines()
    {
        Report report = await ReportAsync("lines.txt", "Lantern Weekly #9\r\n\r\nNEWS\r\n\r\n* One thing happened today.\r\n* Another one did as well.\r\n");
        foreach (IElement number in report.Page.QuerySelectorAll("a[data-n]").ToList()) number.Remove();
        Assert.Equal("Lantern Weekly #9\n\nNEWS\n\n* One thing happened today.\n* Another one did as well.\n", report.Page.QuerySelector(".text")!.TextContent);
    }

    [Fact]
    public async Task The_page_of_a_mail_is_shown_too()
    {
        Report report = await ReportAsync("letter.eml", $"From: News <news@example.org>\nSubject: Lantern Weekly #7\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{SampleText.Html(7)}");
        Assert.Equal(report.Blocks.Count, report.Page.QuerySelectorAll("issue-block").Select(mark => mark.GetAttribute("data-b")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes()
    {
        foreach (string name in (string[])["hostile.html", "8.md"])
        {
            byte[] source = Encoding.UTF8.GetBytes(name == "8.md" ? SampleText.Markdown(8) : HostilePage.Html);
            Report first = await ReportAsync(name, source);
            Report second = await ReportAsync(name, source);
            Assert.Equal(first.Text, second.Text);
        }
    }

    private static string Issue(string content) => $"<!DOCTYPE html><html lang=\"en\"><head><title>Lantern Weekly #3</title></head><body><h1>Lantern Weekly #3</h1>{content}</body></html>";

    /// <summary>Whether a text has letters in their order, with marks of its format between.</summary>
    private static bool IsWithin(string letters, string text)
    {
        int at = 0;
        foreach (char c in text) at += at < letters.Length && c == letters[at] ? 1 : 0;
        return at == letters.Length;
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format) && c != '\ufffd'));

    private Task<Report> ReportAsync(string name, string text) => ReportAsync(name, Encoding.UTF8.GetBytes(text));

    private async Task<Report> ReportAsync(string name, byte[] bytes)
    {
        folder.With(name, bytes);
        ToolRun run = await ToolRun.In(folder.Path, "inspect", name, "--html", "report.html");
        Assert.True(run.ExitCode is 0 or 1 && run.Errors.Length == 0, run.Errors);
        return new Report(await File.ReadAllTextAsync(folder["report.html"], TestContext.Current.CancellationToken));
    }

    /// <summary>A report and what is in it.</summary>
    private sealed record Report(string Text)
    {
        internal IHtmlDocument Outer { get; } = new HtmlParser().ParseDocument(Text);

        internal IElement? Frame => Outer.QuerySelector("iframe");

        internal IHtmlDocument Page => field ??= new HtmlParser().ParseDocument(Frame!.GetAttribute("srcdoc")!);

        /// <summary>The style of the page itself: all but the first style sheet, which is the report's.</summary>
        internal string Style => string.Concat(Page.QuerySelectorAll("style").Skip(1).Select(style => style.TextContent));

        /// <summary>The blocks with their words, without those that stand below the page.</summary>
        internal IReadOnlyList<(string Number, string Text)> Blocks =>
            [.. Outer.QuerySelectorAll(".block").Where(block => block.Closest(".unseen") is null).Select(block => (block.Id![1..], block.QuerySelector(".text")!.TextContent))];
    }
}
