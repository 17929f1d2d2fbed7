using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class FlatDocumentBuilderTests
{
    [Fact]
    public void The_space_at_the_end_of_a_link_is_not_part_of_it()
    {
        var builder = Builder();
        builder.AddText("see ");
        builder.AddText("this page ", RunStyle.None, builder.AddLink("https://e.example/"));
        builder.AddText("for more");
        Assert.Equal("p: see [this page](https://e.example/) for more", Built(builder));
    }

    [Fact]
    public void White_space_between_blocks_and_at_their_ends_is_none()
    {
        var builder = Builder();
        builder.AddText("  a  ");
        builder.EndBlock();
        builder.AddText(" \n ");
        builder.EndBlock();
        builder.AddText(" b");
        Assert.Equal("p: a\np: b", Built(builder));
    }

    [Fact]
    public void Text_beyond_the_limit_of_blocks_goes_into_the_last_one()
    {
        var builder = new FlatDocumentBuilder(DocumentFormat.Html, new Limits(512, 2), null);
        foreach (string text in (string[])["a", "b", "c", "d"])
        {
            builder.AddText(text);
            builder.EndBlock();
        }

        FlatDocument document = builder.Build();
        Outline.CheckLaws(document);
        Assert.Equal(["a", "bcd"], document.Blocks.Select(block => document.TextOf(block).ToString()));
        Assert.Single(document.Diagnostics);
    }

    [Fact]
    public void The_same_look_is_kept_once()
    {
        var builder = Builder();
        short first = builder.AddLook(new Look(20, "#fff", null, false));
        Assert.Equal(first, builder.AddLook(new Look(20, "#fff", null, false)));
        Assert.NotEqual(first, builder.AddLook(new Look(21, "#fff", null, false)));
        Assert.Equal(0, builder.AddLook(default));
    }

    [Fact]
    public void More_looks_than_can_be_counted_are_taken_for_none()
    {
        var builder = Builder();
        for (int i = 0; i < 40_000; i++) builder.AddLook(new Look(0, $"#{i}", null, false));
        Assert.Equal(0, builder.AddLook(new Look(0, "#39999", null, false)));
        Assert.Equal(1, builder.AddLook(new Look(0, "#0", null, false)));
    }

    private static FlatDocumentBuilder Builder() => new(DocumentFormat.Html, new Limits(512, 1_000), null);

    private static string Built(FlatDocumentBuilder builder)
    {
        FlatDocument document = builder.Build();
        Outline.CheckLaws(document);
        return Outline.Of(document);
    }
}
