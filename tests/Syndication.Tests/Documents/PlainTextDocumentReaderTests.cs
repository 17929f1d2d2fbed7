using CsCheck;
using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class PlainTextDocumentReaderTests
{
    [Theory]
    [InlineData("前言\n第一行。\n\n第二段", "p: 前言\np: 第一行。\np: 第二段")]
    [InlineData("- a\n- b\n  - c\n    more\n- d\nprose", "ul - p: a\nul - p: b\nul - ul - p: c more\nul - p: d\np: prose")]
    [InlineData("• a\n·b\n* c", "ul - p: a\nul - p: b\nul - p: c")]
    [InlineData("1. a\n2. b\n\n3. c", "ol 1. p: a\nol 2. p: b\nol 3. p: c")]
    [InlineData("1、甲\n2、乙\n（1）丙\n（2）丁\n①戊\n②己\na) f\nb) g", "ol 1. p: 甲\nol 2. p: 乙\nol 1. p: 丙\nol 2. p: 丁\nol 1. p: 戊\nol 2. p: 己\nol 1. p: f\nol 2. p: g")]
    [InlineData("1.KEP:把 scheduler 设置为 deprecated\n因为更长的一行正文。\n2.KEP:允许\n又一行正文。", "p: 1.KEP:把 scheduler 设置为 deprecated\np: 因为更长的一行正文。\np: 2.KEP:允许\np: 又一行正文。")]
    [InlineData("2.kapp 项目\n一个命令行工具。", "p: 2.kapp 项目\np: 一个命令行工具。")]
    [InlineData("1. item\n   with its next line\n\n   and a paragraph\nend", "ol 1. p: item with its next line\nol 1. p: and a paragraph\np: end")]
    [InlineData("3.4 版本\n1.16 版本", "p: 3.4 版本\np: 1.16 版本")]
    [InlineData("Title\n=====\n\nPart\n----\ntext\nPart 2\n------\n\nOther\n=====", "h1: Title\nh2: Part\np: text\nh2: Part 2\nh1: Other")]
    [InlineData("=====\nTitle\n=====\n\nPart\n=====", "h1: Title\nh2: Part")]
    [InlineData("a\n\n-----\n\nb\n* * *\nc\n\n────────", "p: a\nrule: \np: b\nrule: \np: c\nrule: ")]
    [InlineData("he wrote:\n> quoted\n> - item\n>> deeper\nanswer", "p: he wrote:\n> p: quoted\n> ul - p: item\n> > p: deeper\np: answer")]
    [InlineData("# not a heading\n**not bold**", "p: # not a heading\np: **not bold**")]
    [InlineData("see https://a.b/c. 或https://d.e/f，以及（https://g.h）", "p: see [https://a.b/c](https://a.b/c). 或[https://d.e/f](https://d.e/f)，以及（[https://g.h](https://g.h)）")]
    [InlineData("Berlin (virtual) <https://e.org/> Wed", "p: Berlin (virtual) [https://e.org/](https://e.org/) Wed")]
    [InlineData("- [Que es] (<https://y.z?v=1>) (05:02, [HN] (<https://n.y/i_d>))", "ul - p: [Que es](https://y.z?v=1) (05:02, [HN](https://n.y/i_d))")]
    [InlineData("[a [b]](https://c.d/e_(f)) [x] <https://y.z> [no] (link) [open", "p: [a [b]](https://c.d/e_(f)) [x](https://y.z) [no] (link) [open")]
    [InlineData("Title: X\nDate: 2020-01-01\n\ntext", "p: text")]
    public void Text_becomes_blocks(string text, string expected) => Assert.Equal(expected, Outline.Of(Read(text)));

    [Fact]
    public void Lines_broken_to_fit_a_width_are_joined()
    {
        const string text =
            "This is a paragraph of a mail that was written by a program that breaks\n" +
            "its lines when they come near to the seventieth column, as many do. It\n" +
            "ends here.\n" +
            "\n" +
            "- an item that is long enough to be broken in the same way, and goes on\n" +
            "  in the next line\n" +
            "\n" +
            "The second paragraph is like the first one; it has an address that is a\n" +
            "link (https://example.org/) and then it stops.\n" +
            "Jane Doe\n" +
            "Editor";
        Assert.Equal(
            "p: This is a paragraph of a mail that was written by a program that breaks its lines when they come near to the seventieth column, as many do. It ends here.\n" +
            "ul - p: an item that is long enough to be broken in the same way, and goes on in the next line\n" +
            "p: The second paragraph is like the first one; it has an address that is a link ([https://example.org/](https://example.org/)) and then it stops.\n" +
            "p: Jane Doe\n" +
            "p: Editor",
            Outline.Of(Read(text)));
    }

    [Fact]
    public void Chinese_lines_that_were_broken_are_joined_without_a_space()
    {
        string line = string.Concat(Enumerable.Repeat("云原生周报", 7));
        Assert.Equal($"p: {line}{line}{line}结束。", Outline.Of(Read($"{line}\n{line}\n{line}\n结束。")));
    }

    [Fact]
    public void A_block_knows_its_place_and_whether_a_gap_is_before_it()
    {
        FlatDocument document = Read("a\nb\n\n\n- c\n- d");
        Assert.Equal([(0, false), (2, false), (8, true), (12, false)], document.Blocks.Select(block => (block.Position, block.AfterGap)));
    }

    [Theory]
    [InlineData("> "), InlineData(">"), InlineData("- "), InlineData("["), InlineData("- a\n"), InlineData("1. "), InlineData("=\n"), InlineData("a\n=====\n"), InlineData("[a] (<"), InlineData("http://"), InlineData("1. a\n"), InlineData("<http://a")]
    public void Extreme_repetition_is_read(string part)
    {
        FlatDocument document = Read(string.Concat(Enumerable.Repeat(part, 20_000)) + "end");
        Outline.CheckLaws(document);
        Assert.EndsWith("end", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_nest_no_deeper_than_the_limit()
    {
        string text = string.Join('\n', Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + "- x"));
        FlatDocument document = PlainTextDocumentReader.Read(text, new Limits(20, 1000), null, TextFlavour.Plain, TestContext.Current.CancellationToken);
        Assert.Equal(200, document.Blocks.Count);
        Assert.True(document.Boxes.Max(box => box.Depth) <= 20);
    }

    [Fact]
    public void Every_visible_character_that_is_no_markup_stays_in_order() =>
        Gen.OneOf(Gen.String[0, 100], Snippets).Sample(
            text =>
            {
                FlatDocument document = Read("x\n" + text);
                Outline.CheckLaws(document);
                Assert.Equal(Letters("x\n" + text), Letters(document.Text));
            },
            iter: 5000);

    [Fact]
    public void Every_letter_of_the_corpus_stays()
    {
        string folder = SharedFolder.Require("corpus/issues");
        foreach (string path in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories))
        {
            FlatDocument document = Read(File.ReadAllText(path));
            Outline.CheckLaws(document);
            string withoutTargets = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(path), @"\] \(<[^>]*>\)", "]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(10));
            Assert.Equal(Letters(withoutTargets), Letters(document.Text));
        }
    }

    /// <summary>Letters only: digits may be a marker.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static Gen<string> Snippets => Gen.OneOf(
        "- ", "* ", "1. ", "2) ", "（3）", "④", "\n", "\n\n", "  ", "    ", "\t", "====\n", "----\n", "> ", "https://a.b/c", "<https://d.e>", "[", "(", ")", "中文", "，", "word ", "Key: value\n", "　", "* * *\n", "\u00A0").Array[0, 40].Select(string.Concat);

    private static FlatDocument Read(string text) => PlainTextDocumentReader.Read(text, new Limits(512, 200_000), null, TextFlavour.Plain, TestContext.Current.CancellationToken);
}
