using System.Text.Json;
using CsCheck;
using Syndication.Model;
using Syndication.Tests.Model;
using Syndication.Text;

namespace Syndication.Tests;

public class IssueResultJsonTests
{
    private static readonly IssueResult result = new()
    {
        Issue = new Issue { Title = "周报", Number = 18 },
        IsIssue = true,
        Confidence = 0.93,
        Coverage = 1,
        Encoding = "gbk",
        SetAside = [new SetAsideText("comments", "评论")],
        Diagnostics =
        [
            new Diagnostic(DiagnosticCodes.EncodingGuessed, DiagnosticSeverity.Warning, "GBK, from the bytes", 1, 2),
            new Diagnostic(DiagnosticCodes.StructureChosen, DiagnosticSeverity.Info, "four sections"),
        ],
    };

    [Fact]
    public void A_result_is_the_object_of_its_issue_with_what_was_noticed()
    {
        string json = IssueResultJson.Serialize(result, "vol-18.html");
        Assert.StartsWith("""{"source":"vol-18.html","number":18,"title":"周报","sections":[],"isIssue":true,"confidence":0.93,"coverage":1,"encoding":"gbk",""", json, StringComparison.Ordinal);
        Assert.Contains(""""setAside":[{"reason":"comments","text":"评论"}]"""", json, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            "diagnostics":[{"code":"SYN1001","severity":"warning","message":"GBK, from the bytes","line":1,"column":2},{"code":"SYN2004","severity":"info","message":"four sections"}]}
            """, json, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_issue_reads_back_from_the_result() => RandomIssue.Any.Sample(issue =>
        Assert.Equal(issue, IssueJson.Deserialize(IssueResultJson.Serialize(result with { Issue = issue }, "a\n\"b\"", indented: true))), iter: 100);

    [Theory]
    [InlineData("of the package")]
    [InlineData("of the shared folder")]
    public void The_schema_finds_nothing_wrong_with_any_result(string schema)
    {
        string path = schema == "of the package"
            ? Path.Combine(Repository.Root, "src", "Syndication", "Model", "issue.schema.json")
            : SharedFolder.Require("issue.schema.json");
        using JsonSchemaJudge judge = JsonSchemaJudge.For(path);
        Assert.NotEmpty(judge.Complaints("""{"title":1,"sections":[{"title":"no items"}]}"""));
        RandomIssue.Any.Sample(issue =>
        {
            Assert.Empty(judge.Complaints(IssueJson.Serialize(issue)));
            Assert.Empty(judge.Complaints(IssueResultJson.Serialize(result with { Issue = issue }, "a.html", indented: true)));
        }, iter: 100, threads: 1);
    }
}
