using CsCheck;
using Syndication.Documents;
using Syndication.Structure;
using Syndication.Text;
using Outline = Syndication.Tests.Documents.Outline;

namespace Syndication.Tests.Structure;

/// <summary>No text lost: every visible character stands in one block, and every block in one place of the model or set aside.</summary>
public class LedgerLawTests
{
    public static TheoryData<string> All => IssueFiles.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_visible_character_of_a_page_stands_in_a_block(string name)
    {
        string text = TextDecoder.Decode(IssueFiles.Read(name), null, int.MaxValue).Text;
        if (!name.EndsWith(".html", StringComparison.Ordinal)) return;
        FlatDocument document = Understood.Page(text);
        Outline.CheckLaws(document);
        Assert.Equal(VisibleText.Of(text), VisibleText.WithoutSpace(document.Text));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_block_of_an_issue_stands_in_one_place(string name)
    {
        IssueResult result = Laws.Check(IssueFiles.Read(name), name);
        Assert.Equal(1, result.Coverage);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_word_of_the_content_stands_in_the_model(string name)
    {
        var reader = new IssueReader(new IssueReaderOptions { Explain = true });
        IssueResult result = reader.Read(IssueFiles.Read(name), new IssueSource { FileName = name });
        var model = new ModelTexts(result.Issue);
        var lost = result.Decisions.Where(static decision => decision.Role is "content" or "related")
            .Where(decision => !model.HoldsSplit(VisibleText.Seen(decision.Text))).Select(static decision => $"{decision.Place}: {decision.Text}");
        Assert.Empty(lost);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_set_aside_is_not_in_the_model_and_the_other_way_round(string name)
    {
        var reader = new IssueReader(new IssueReaderOptions { Explain = true });
        IssueResult result = reader.Read(IssueFiles.Read(name), new IssueSource { FileName = name });
        Assert.All(result.Decisions, static decision => Assert.Equal(decision.Role == "content", decision.Place is not null));
        string[] aside = [.. result.Decisions.Where(static decision => decision.Role is not ("content" or "related")).Select(static decision => decision.Text)];
        Assert.Equal(aside, result.SetAside.Select(static text => text.Text));
    }

    [Fact]
    public void Generated_pages_lose_nothing() => RandomPage.Html.Sample(
        static html =>
        {
            FlatDocument document = HtmlDocumentReader.Read(html, Understood.Limits, null, default);
            Outline.CheckLaws(document);
            Assert.All(document.Runs, static run => Assert.True(run.Length >= 0 && (run.Image < 0 || run.Length == 0)));
            Assert.Equal(VisibleText.Of(html), VisibleText.WithoutSpace(document.Text));
            Understanding understanding = Understood.Of(document);
            Assert.Equal(1, understanding.Ledger.Coverage());
            for (int i = 0; i < document.Blocks.Count; i++)
            {
                if (document.Blocks[i].Length > 0) Assert.Equal(understanding.Reading.RoleOf(i) == BlockRole.Content, understanding.Ledger.PlaceOf(i) is not null);
            }

            IssueResult result = Laws.Check(html);
            Assert.Equal(1, result.Coverage);
        },
        iter: 3_000, seed: Environment.GetEnvironmentVariable("CsCheck_Seed"), print: static html => html);

    [Fact]
    public void Every_word_of_the_content_of_a_generated_page_stands_in_the_model() => RandomPage.Html.Sample(
        static html =>
        {
            IssueResult result = new IssueReader(new IssueReaderOptions { Explain = true }).Read(html);
            var model = new ModelTexts(result.Issue);
            Assert.Empty(result.Decisions.Where(static decision => decision.Role is "content" or "related").Where(decision => !model.HoldsSplit(VisibleText.Seen(decision.Text))).Select(static decision => $"{decision.Place}: {decision.Text}"));
        },
        iter: 3_000, seed: Environment.GetEnvironmentVariable("CsCheck_Seed"), print: static html => html);
}
