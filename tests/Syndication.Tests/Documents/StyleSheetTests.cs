using Syndication.Documents;

namespace Syndication.Tests.Documents;

public sealed class StyleSheetTests
{
    [Fact]
    public void A_class_or_an_id_says_how_text_looks_and_later_rules_win()
    {
        StyleSheet sheet = Of("/* a; { */ .big{font-size:20pt;color:#C00} p.big , #lead { font-weight:700 } .big{color:#00c}");
        InlineStyle paragraph = sheet.Of("p", "other big", "");
        Assert.Equal(((short)27, "#00c", (bool?)true), (paragraph.Size, paragraph.Color, paragraph.Bold));
        Assert.Null(sheet.Of("span", "big", "").Bold);
        Assert.True(sheet.Of("div", "", "lead").Bold);
    }

    [Theory]
    [InlineData("@media print { .a { font-weight: bold } }")]
    [InlineData("@import url(a.css); div .a { font-weight: bold }")]
    [InlineData(".a:hover{font-weight:bold} .b>.a{font-weight:bold} .a.b{font-weight:bold}")]
    [InlineData(".a{")]
    [InlineData("}}{{;;@@")]
    public void Rules_for_a_medium_a_state_or_a_place_are_passed_over(string css) => Assert.Equal(default, Of(css).Of("p", "a", ""));

    [Fact]
    public void No_rule_hides_anything() => Assert.False(Of(".a{display:none;visibility:hidden;font-size:0}").Of("p", "a", "") is { IsHidden: true } or { HidesText: true });

    [Fact]
    public void The_attribute_of_an_element_wins_over_the_sheet()
    {
        InlineStyle style = InlineStyle.Parse("font-size:12px").Over(Of(".a{font-size:30px;font-weight:bold}").Of("p", "a", ""));
        Assert.Equal(((short)12, (bool?)true), (style.Size, style.Bold));
    }

    private static StyleSheet Of(string css)
    {
        var sheet = new StyleSheet();
        sheet.Add(css);
        return sheet;
    }
}
