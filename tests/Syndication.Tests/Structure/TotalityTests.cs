using System.Text;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>Any bytes return: no exception, no hang, and no text lost without a word about it.</summary>
public class TotalityTests
{
    private static readonly string[] names = ["7.html", "7.md", "7.txt", "7.org", "7.rst", "7", ""];

    public static TheoryData<string> Names => [.. names];

    public static TheoryData<string, int> Nested
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string unit in (string[])
                ["<div>", "<span>", "<b>", "<font>", "<table><tr><td>", "<table>", "<ul><li>", "<ol>", "<blockquote>", "<a href=/x>", "<section>", "<svg>", "<math>", "<p><b>", "<b><i><p>", "<dl><dd>",
                    "<details><summary>", "<figure>", "<template>", "<noscript>", "<form><div>", "<h2>", "<pre>", "<ruby><rt>", "<object>", "<button>", "<select><option>", "<font color=#{0}>", "<p><font color=#{0}>", "</p><b id={0}>"])
            {
                data.Add(unit, 10_000);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_empty_input_gives_an_empty_issue(string name)
    {
        foreach (string text in (string[])["", " ", "\n\n\n", "\t\r\n \f", "\uFEFF", "---\n---\n", "\0", "\0\0\0\0"])
        {
            IssueResult result = Laws.Check(Encoding.UTF8.GetBytes(text), name);
            Assert.DoesNotContain(result.Issue.AllItems(), static placed => placed.Item.Title?.Trim(' ', '\u00A0', '\u3000', '\uFEFF', '\u200B', '\0', '\uFFFD') is { Length: > 0 });
            Assert.False(result.IsIssue);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Characters_that_nobody_sees_are_read(string name)
    {
        foreach (string text in (string[])["\u00A0", "\u3000\u3000", "\u200B", "<!-- -->", "&nbsp;", "<p>&nbsp;</p>", "<h1>&nbsp;</h1><h2>\u200B</h2><ul><li>\u3000<li>&nbsp;</ul>", "# \u00A0\n\n- \u3000\n"]) Laws.Check(text, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Binary_files_are_read_without_a_crash(string name)
    {
        var random = new Random(7);
        byte[] noise = new byte[100_000];
        random.NextBytes(noise);
        byte[] png = [0x89, .. "PNG\r\n\u001A\n\0\0\0\rIHDR"u8, .. noise.AsSpan(0, 5_000)];
        byte[] zip = [.. "PK\u0003\u0004\u0014\0\0\0\b\0"u8, .. noise.AsSpan(0, 5_000)];
        foreach (byte[] bytes in (byte[][])[noise, png, zip, new byte[10_000], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x00], [0x00, 0x00, 0xFE, 0xFF], [.. Enumerable.Repeat((byte)0xFF, 9_999)]])
        {
            Laws.Check(bytes, name);
        }
    }

    [Theory]
    [InlineData("7.html")]
    [InlineData("7.md")]
    [InlineData("7.txt")]
    public void Every_pair_of_bytes_is_read(string name)
    {
        byte[] bytes = new byte[2];
        for (int i = 0; i < 65_536; i += name == "7.html" ? 1 : 3)
        {
            (bytes[0], bytes[1]) = ((byte)(i >> 8), (byte)i);
            Laws.Check(bytes, name);
        }
    }

    [Fact]
    public void An_issue_that_breaks_off_anywhere_is_read()
    {
        foreach ((string name, byte[] bytes) in IssueFiles.SampleBytes())
        {
            for (int end = 1; end < bytes.Length; end += 97) Laws.Check(bytes.AsSpan(0, end), name);
        }
    }

    [Fact]
    public void Odd_characters_anywhere_in_an_issue_are_read()
    {
        foreach ((string name, byte[] bytes) in IssueFiles.SampleBytes())
        {
            string text = TextDecoder.Decode(bytes, null, int.MaxValue).Text;
            foreach (string odd in (string[])["\0", "\uFEFF", "\uD800", "\uDC00", "\uDC00\uD800", "\uFFFF", "\u0008", "\u2028", "\u202E", "]]>", "<![CDATA[", "<!--", "&#0;", "&#xD800;", "&#x110000;", "\r", "\u0085"])
            {
                for (int at = 0; at < text.Length; at += Math.Max(text.Length / 23, 1)) Laws.Check(text.Insert(at, odd), name);
                Laws.Check(text.Replace(" ", odd, StringComparison.Ordinal), name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void Markup_that_nests_ten_thousand_deep_keeps_its_text(string unit, int times)
    {
        string open = string.Concat(Enumerable.Range(0, times).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, unit, i)));
        string html = $"<h1>Weekly 7</h1><p>Before.</p>{open}<p>Deep <a href=https://e.example/deep>inside</a>.</p>";
        bool isUnseen = unit is "<template>" or "<object>";
        IssueResult result = Laws.Check(html, "7.html");
        if (!isUnseen) Assert.Contains("Deepinside", Everything(result), StringComparison.Ordinal);
        string closed = html + string.Concat(Enumerable.Repeat(string.Concat(unit.Split('<', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(static tag => $"</{tag.Split('>', ' ')[0]}>")), times)) + "<p>After.</p>";
        result = Laws.Check(closed, "7.html");
        Assert.Contains("After.", Everything(result), StringComparison.Ordinal);
        if (!isUnseen) Assert.Contains("Deepinside", Everything(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData(">")]
    [InlineData("1. ")]
    [InlineData("* - + ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("_a*")]
    [InlineData("`")]
    [InlineData("<b>")]
    [InlineData("<div>\n")]
    [InlineData("<div>\n\n")]
    [InlineData("((")]
    [InlineData("[a](")]
    [InlineData("| a ")]
    [InlineData("~~a ")]
    [InlineData("&")]
    [InlineData("\\")]
    [InlineData("<")]
    [InlineData("# ")]
    [InlineData("  - x\n")]
    [InlineData(": ")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("* x\n** y\n")]
    [InlineData(".. ")]
    [InlineData("https://a.example/x ")]
    [InlineData("<a.b@")]
    public void Texts_that_nest_or_repeat_ten_thousand_times_keep_their_text(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, unit.EndsWith('\n') ? 2_000 : 10_000)) + "inside\n\nAfter all of it.\n";
        foreach (string name in (string[])["7.md", "7.txt", "7.org", "7.rst"])
        {
            IssueResult result = Laws.Check(text, name);
            string everything = Everything(result);
            if ((unit, name) is (".. ", "7.rst") or ("# ", "7.org") or ("`", "7.md")) continue; // Comments and the language of a code block, which nobody sees.
            Assert.Contains("inside", everything, StringComparison.Ordinal);
            Assert.Contains("Afterallofit.", everything, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lists_in_four_hundred_levels_keep_their_text(string name)
    {
        string deeper = string.Join('\n', Enumerable.Range(0, 400).Select(static i => $"{new string(' ', i * 2)}- level {i}")) + "\n\nAfter all of it.\n";
        Assert.Contains("level399", Everything(Laws.Check(deeper, name)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>{0}</p>")]
    [InlineData("<h1>{0}</h1>")]
    [InlineData("<title>{0}</title><p>x</p>")]
    [InlineData("<h1>Weekly</h1><h2>News</h2><ul><li><a href=/x>{0}</a></li></ul>")]
    [InlineData("<h1>Weekly</h1><h2>{0}</h2><p>Text under it.</p>")]
    [InlineData("<a href=\"https://e.example/{0}\">x</a>")]
    [InlineData("<img alt=\"{0}\" src=/x.png>")]
    [InlineData("<!-- {0} --><p>x</p>")]
    [InlineData("<p style=\"{0}\">x</p>")]
    [InlineData("<{0}>x</{0}>")]
    [InlineData("<p {0}=1>x</p>")]
    [InlineData("<p>&{0};</p>")]
    [InlineData("<pre>{0}</pre>")]
    [InlineData("<time datetime={0}>x</time>")]
    [InlineData("# {0}\n\ntext\n")]
    [InlineData("[{0}](https://e.example/)")]
    [InlineData("---\ntitle: {0}\n---\n\ntext")]
    [InlineData("{0}\n====\n\ntext")]
    [InlineData("{0}")]
    public void A_word_of_a_megabyte_is_read(string pattern)
    {
        foreach (string word in (string[])[new string('x', 1_000_000), new string('字', 350_000), string.Concat(Enumerable.Repeat("a.b-", 250_000)), string.Concat(Enumerable.Repeat("1", 1_000_000)), string.Concat(Enumerable.Repeat("👩‍👩‍👧", 100_000))])
        {
            string text = pattern.Replace("{0}", word, StringComparison.Ordinal);
            foreach (string name in pattern[0] == '<' ? ["7.html", "7.md"] : (string[])["7.md", "7.txt", "7.rst"]) Laws.Check(text, name);
        }
    }

    [Theory]
    [InlineData("<br>", 1_000_000)]
    [InlineData("<p>", 1_000_000)]
    [InlineData("<p>x", 300_000)]
    [InlineData("<li>x", 4_000)]
    [InlineData("<hr>", 300_000)]
    [InlineData("<img src=/x.png>", 100_000)]
    [InlineData("<h2>x</h2>", 20_000)]
    [InlineData("<h2>x</h2><p>y", 4_000)]
    [InlineData("<p><b>x</b>", 100_000)]
    [InlineData("<a href=/x>x</a>", 100_000)]
    [InlineData("x&amp;", 300_000)]
    [InlineData("x<!-- y -->", 300_000)]
    [InlineData("<td>x", 300_000)]
    [InlineData("<dt>x<dd>y", 4_000)]
    [InlineData("</p>", 500_000)]
    [InlineData("</div>", 500_000)]
    [InlineData("<", 1_000_000)]
    [InlineData("&", 1_000_000)]
    [InlineData("<p style='color:#{0}'>x", 60_000)]
    [InlineData("<p><a href=https://e.example/{0}>x</a>", 60_000)]
    [InlineData("<a href=https://e.example/{0}>x</a>, ", 5_000)]
    [InlineData("<li><a href=https://e.example/{0}>x</a> is a title", 60_000)]
    [InlineData("<option>x", 200_000)]
    [InlineData("<ul><li>x</ul>", 4_000)]
    [InlineData("<table><tr><td>x</table>", 20_000)]
    public void A_page_that_repeats_itself_is_read(string unit, int times)
    {
        string html = "<body>" + string.Concat(Enumerable.Range(0, times).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, unit, i)));
        Laws.Check(html, "7.html");
    }

    [Fact]
    public void A_tag_with_a_hundred_thousand_attributes_is_read() =>
        Assert.Contains("inside", Everything(Laws.Check($"<p {string.Concat(Enumerable.Range(0, 100_000).Select(static i => $"a{i}=1 "))}>inside", "7.html")), StringComparison.Ordinal);

    [Fact]
    [Trait("Category", "Slow")]
    public void Fifty_megabytes_are_read()
    {
        var html = new StringBuilder("<html><head><title>Weekly 7</title></head><body><h1>Weekly 7</h1>");
        for (int i = 0; html.Length < 50 * 1024 * 1024; i++)
        {
            if (i % 20 == 0) html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<h2>Section {i / 20}</h2>");
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<h3><a href=\"https://e.example/{i}\">Item {i} of the week</a></h3><p>{Filler}</p>");
        }

        IssueResult result = Laws.Check(Encoding.UTF8.GetBytes(html.ToString()), "7.html");
        Assert.Equal(1, result.Coverage);
        Assert.True(result.Issue.AllItems().Count() > 20_000);
    }

    [Fact]
    public void What_is_beyond_the_limit_of_size_is_left_with_a_diagnostic()
    {
        var reader = new IssueReader(new IssueReaderOptions { MaxInputBytes = 1_000 });
        IssueResult result = Laws.Check(reader.Read(Encoding.UTF8.GetBytes($"<h1>Weekly 7</h1><p>{new string('x', 5_000)}</p>"), new IssueSource { FileName = "7.html" }));
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.InputTruncated);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_a_diagnostic()
    {
        var reader = new IssueReader(new IssueReaderOptions { MaxDepth = 20 });
        IssueResult result = Laws.Check(reader.Read($"<body>{string.Concat(Enumerable.Repeat("<div>", 30))}<p>Deep <a href=https://e.example/deep>inside</a>.</p>", new IssueSource { FileName = "7.html" }));
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.NestingLimited);
        Assert.Contains("Deepinside", Everything(result), StringComparison.Ordinal);
    }

    [Fact]
    public void More_blocks_than_the_limit_are_a_diagnostic()
    {
        var reader = new IssueReader(new IssueReaderOptions { MaxBlocks = 50 });
        IssueResult result = Laws.Check(reader.Read(string.Concat(Enumerable.Range(0, 200).Select(static i => $"<p>Line {i}.</p>")), new IssueSource { FileName = "7.html" }));
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.NestingLimited);
        Assert.Contains("Line199.", Everything(result), StringComparison.Ordinal);
    }

    private static string Filler { get; } = string.Join(' ', Enumerable.Repeat("Nothing that is said here is new, and none of it is wrong.", 40));

    /// <summary>Every text of a result, in the model or set aside, without white space.</summary>
    private static string Everything(IssueResult result)
    {
        var text = new StringBuilder();
        foreach (Content content in Laws.Contents(result.Issue)) text.Append(content.Text).Append('\n');
        foreach (Section section in Laws.Sections(result.Issue.Sections)) text.Append(section.Title).Append('\n');
        foreach (PlacedItem placed in result.Issue.AllItems()) text.Append(placed.Item.Title).Append(placed.Item.Content?.Text).Append('\n');
        foreach (RelatedIssue related in result.Issue.Related) text.Append(related.Title).Append('\n');
        foreach (SetAsideText aside in result.SetAside) text.Append(aside.Text).Append('\n');
        return VisibleText.WithoutSpace(text.ToString());
    }
}
