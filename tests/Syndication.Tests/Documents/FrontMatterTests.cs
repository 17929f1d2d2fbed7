using CsCheck;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Tests.Documents;

public class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: \"A: b\"\ntags: [x, 'y z']\ndate: 2022-08-31 16:00:00 -0000\nnested:\n  key: v\n  list:\n    - 1\n    - 2\nempty:\nnone: ~\n---\nbody", "title=A: b|tags=x|tags=y z|date=2022-08-31 16:00:00 -0000|nested.key=v|nested.list=1|nested.list=2|empty=")]
    [InlineData("---\r\ntitle: 中文\r\n...\r\nbody", "title=中文")]
    [InlineData("\uFEFF---\na: |\n  two\n  lines\n---\nbody", "a=two\nlines\n")]
    [InlineData("+++\ntitle = \"A \\\"b\\\" \\u4e2d\" # remark\ndate = 2020-01-02T03:04:05Z\ntags = [\"a\", 'b',\n  \"c\"] \n'quoted key' = '''x\ny'''\n[params]\nweight = 3\ninline = { a = 1, b.c = true }\n[[list]]\nx = 1.5\n+++\nbody",
        "title=A \"b\" 中|date=2020-01-02T03:04:05Z|tags=a|tags=b|tags=c|quoted key=x\ny|params.weight=3|params.inline.a=1|params.inline.b.c=true|list.x=1.5")]
    [InlineData("Title: This Week\nNumber: 287\nDate: 2019-05-21\nSummary: long\n  and folded\n\nbody", "Title=This Week|Number=287|Date=2019-05-21|Summary=long and folded")]
    [InlineData("{\n  \"title\": \"A: \\\"b\\\" \\u4e2d文\",\n  \"tags\": [\"x\", \"y\"],\n  \"weight\": 1.50, \"draft\": false, \"none\": null,\n  \"params\": {\"a\": {\"b\": \"}\"}, \"c\": [{\"d\": 1}, [2]]}\n}\n\nbody",
        "title=A: \"b\" 中文|tags=x|tags=y|weight=1.50|draft=false|params.a.b=}|params.c.d=1|params.c=2")]
    [InlineData("\uFEFF{\r\n\"a\": \"b\"\r\n  } \r\nbody", "a=b")]
    public void Front_matter_is_taken_off(string text, string expected)
    {
        FrontMatter front = FrontMatter.Take(text);
        Assert.Equal(expected, string.Join('|', front.Entries.Select(entry => $"{entry.Key}={entry.Value}")));
        Assert.Null(front.Problem);
        Assert.Equal("body", front.Body.Trim());
        Assert.Equal(front.Body, text[front.Offset..]);
    }

    [Theory]
    [InlineData("body"), InlineData(""), InlineData("---"), InlineData("---\nno end\n"), InlineData("---\n\na rule and prose\n\n---\n"), InlineData("Note: this is prose\nWarning: so is this\n\nx"), InlineData("Title: alone\n\nx"),
     InlineData("Title: and\nthen prose\n\nx"), InlineData("本周作者：张磊\n编辑：木环\n\nx"), InlineData("Date: a\nhttp://x: y\n\n"), InlineData("+++\nthis is no toml\n+++\n"), InlineData("---\n- a\n- b\n---\nx"),
     InlineData("{\n\"alone\": 1\n}\n\n"), InlineData("{\n\"a\": 1,\n}\nbroken"), InlineData("{\n\"a\": \"\\ud800\"\n}\nbroken"), InlineData("{\"a\": 1}\n{\"a\": 2}\n"), InlineData("{\n}\nempty"), InlineData("{\n\"a\": 1\n} goes on"),
     InlineData("{\n\"a\": {\n}\nnever ends"), InlineData("{\nprose\n}\nx"), InlineData("{{< x >}}\n\nx"), InlineData("{")]
    public void Text_without_front_matter_is_left_whole(string text)
    {
        FrontMatter front = FrontMatter.Take(text);
        Assert.Equal((text, 0, 0), (front.Body, front.Offset, front.Entries.Count));
    }

    [Fact]
    public void Malformed_front_matter_is_read_line_by_line_and_reported_and_the_rest_stays_visible()
    {
        FrontMatter front = FrontMatter.Take("---\ntitle: a: b\ndate: 2020-01-01\n  ]] what is this\n---\nbody");
        Assert.Equal([("title", "a: b"), ("date", "2020-01-01")], front.Entries);
        Assert.Equal(["]] what is this", "body"], front.Body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((DiagnosticCodes.FrontMatterInvalid, 1), (front.Problem!.Code, front.Problem.Line));
    }

    [Fact]
    public void Any_text_between_fences_is_taken() =>
        Gen.Select(Gen.OneOf<string>("---\n", "+++\n"), Gen.OneOf(Gen.String[0, 60], Gen.OneOf<string>("a", ": ", "\n", "- ", "[", "]", "{", "}", "\"", "'", "#", "=", "|", "&x ", "*x", "  ", ",", "!t ", "? ", "\t", "%", "1").Array[0, 20].Select(string.Concat)))
            .Sample((fence, text) => FrontMatter.Take(fence + text + "\n" + fence + "body").Body.EndsWith("body", StringComparison.Ordinal), iter: 20_000);

    [Fact]
    public void Deep_nesting_in_front_matter_is_survived()
    {
        Assert.EndsWith("body", FrontMatter.Take("---\na: " + new string('[', 20_000) + "\n---\nbody").Body, StringComparison.Ordinal);
        Assert.EndsWith("body", FrontMatter.Take("---\na: " + new string('[', 5000) + new string(']', 5000) + "\n---\nbody").Body, StringComparison.Ordinal);
        Assert.EndsWith("body", FrontMatter.Take("{\n\"a\": " + new string('[', 5000) + new string(']', 5000) + "\n}\nbody").Body, StringComparison.Ordinal);
        Assert.EndsWith("body", FrontMatter.Take("+++\na = " + new string('[', 20_000) + "\n+++\nbody").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_of_any_length_is_taken_or_left_whole() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.OneOf<string>("x", "中", "\ud83d\ude00", "\ud800")).Sample(
            (length, part) =>
            {
                string text = "{\n\"a\": \"" + string.Concat(Enumerable.Repeat(part, length)) + "\"\n}\nbody";
                FrontMatter front = FrontMatter.Take(text);
                Assert.Contains(front.Body, new[] { text, "body" });
                Assert.Equal(front.Body, text[front.Offset..]);
            },
            iter: 100);

    [Theory]
    [InlineData("---\n? ~\n: [", "x: 1, ", "]\n---\n"), InlineData("+++\n~ = [", "{x = 1},", "]\n+++\n"), InlineData("{\n\"~\": [{\"x\": 1}", ",{\"x\": 1}", "]\n}\n")]
    public void An_endless_key_is_not_written_before_every_entry_within(string start, string entry, string end)
    {
        string text = start.Replace("~", new string('k', 20_000), StringComparison.Ordinal) + string.Concat(Enumerable.Repeat(entry, 3000)) + end + "body";
        FrontMatter front = FrontMatter.Take(text);
        Assert.EndsWith("body", front.Body, StringComparison.Ordinal);
        Assert.True(front.Entries.Sum(item => item.Key.Length) < text.Length);
    }

    [Fact]
    public void Entries_are_evidence()
    {
        FlatDocument document = MarkdownDocumentReader.Read("---\nTitle: T\ntags: [a, b]\nnone:\n---\ntext", new Limits(100, 100), null, TestContext.Current.CancellationToken);
        Assert.Equal([new Evidence("front-matter", "title", "T"), new Evidence("front-matter", "tags", "a"), new Evidence("front-matter", "tags", "b")], document.Evidence);
    }
}
