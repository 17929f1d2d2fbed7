using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using Syndication.Model;

namespace Syndication.Tests.Model;

public class IssueJsonTests
{
    [Fact]
    public void Any_issue_reads_back_equal() => RandomIssue.Any.Sample(issue =>
    {
        Assert.Equal(issue, IssueJson.Deserialize(IssueJson.Serialize(issue)));
        Assert.Equal(issue, IssueJson.Deserialize(IssueJson.Serialize(issue, indented: true)));
    }, iter: 500);

    [Fact]
    public async Task A_stream_holds_the_same_JSON_as_the_string_in_UTF_8_without_a_byte_order_mark()
    {
        Issue issue = RandomIssue.Any.Single();
        using var stream = new MemoryStream();
        await IssueJson.SerializeAsync(stream, issue, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(IssueJson.Serialize(issue), Encoding.UTF8.GetString(stream.ToArray()));
        stream.Position = 0;
        Assert.Equal(issue, await IssueJson.DeserializeAsync(stream, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_issue_looks_as_the_schema_says()
    {
        var issue = new Issue
        {
            Number = 18,
            Published = new PublicationDate(new DateOnly(2019, 9, 11)),
            Authors = [new Person("木苏") { Role = PersonRole.Editor }],
            Sections = [new Section { Title = "业界要闻", Items = [new Item { Links = [new Link("https://etcd.io/?a=1&b=2", "<etcd>")] }] }],
        };
        Assert.Equal("""
            {"number":18,"title":null,"published":"2019-09-11","authors":[{"name":"木苏","role":"editor"}],"sections":[{"title":"业界要闻","items":[{"links":[{"url":"https://etcd.io/?a=1&b=2","text":"<etcd>"}]}]}]}
            """, IssueJson.Serialize(issue));
    }

    [Fact]
    public void An_empty_issue_has_what_the_schema_requires_and_nothing_else() =>
        Assert.Equal("""{"title":null,"sections":[]}""", IssueJson.Serialize(new Issue()));

    [Fact]
    public void Indented_JSON_ends_its_lines_with_LF_on_every_system() =>
        Assert.Equal("{\n  \"title\": null,\n  \"sections\": []\n}", IssueJson.Serialize(new Issue(), indented: true));

    [Fact]
    public void Items_nested_as_deep_as_the_reader_allows_are_written_and_read()
    {
        var item = new Item { Title = "innermost" };
        for (int i = 0; i < new IssueReaderOptions().MaxDepth; i++) item = new Item { Items = [item] };
        var issue = new Issue { Sections = [new Section { Items = [item] }] };
        string json = IssueJson.Serialize(issue);
        Assert.Equal(json, IssueJson.Serialize(IssueJson.Deserialize(json)));
    }

    [Fact]
    public void An_unpaired_surrogate_is_written_as_U_FFFD() =>
        Assert.Equal("a\ufffdb", IssueJson.Deserialize(IssueJson.Serialize(new Issue { Title = "a\ud800b" })).Title);

    [Fact]
    public void What_other_programs_add_is_passed_over() =>
        Assert.Equal(new Issue { Title = "a" }, IssueJson.Deserialize("""{"source":"x.html","diagnostics":[{"code":"X","message":"m"}],"title":"a","sections":[],"more":{"b":[1]}}"""));

    [Fact]
    public void A_content_of_text_alone_gets_its_paragraphs_as_HTML() =>
        Assert.Equal(new Content("<p>a &lt; b</p><p>c</p>", "a < b\n\nc"), IssueJson.Deserialize("""{"title":null,"preface":{"text":"a < b\n\nc"},"sections":[]}""").Preface);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"title":1}""")]
    [InlineData("""{"published":"yesterday"}""")]
    [InlineData("""{"published":5}""")]
    [InlineData("""{"authors":[{"url":"https://example.org/"}]}""")]
    [InlineData("""{"authors":[{"name":"a","role":"boss"}]}""")]
    [InlineData("""{"authors":[{"name":"a","role":1}]}""")]
    [InlineData("""{"preface":"text"}""")]
    [InlineData("""{"preface":{"html":["a"],"text":"a"}}""")]
    [InlineData("""{"title":"cut""")]
    public void What_is_no_issue_is_refused_with_a_JsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => IssueJson.Deserialize(json));
}
