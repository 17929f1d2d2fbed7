using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class InlineStyleTests
{
    [Theory]
    [InlineData("font-size: 20px", 20, 0f)]
    [InlineData("FONT-SIZE:20PX !important", 20, 0f)]
    [InlineData("font-size:15pt", 20, 0f)]
    [InlineData("font-size:1.5rem", 24, 0f)]
    [InlineData("font-size:1.5em", 0, 1.5f)]
    [InlineData("font-size:120%", 0, 1.2f)]
    [InlineData("font-size:large", 18, 0f)]
    [InlineData("font-size:smaller", 0, 0.83f)]
    [InlineData("font-size:calc(1px)", 0, 0f)]
    [InlineData("font-size:1..2px", 0, 0f)]
    [InlineData("font-size:99999999999999px", 500, 0f)]
    [InlineData("font-size", 0, 0f)]
    [InlineData(":;;:", 0, 0f)]
    public void A_size_is_pixels_or_a_scale(string css, int size, float scale)
    {
        InlineStyle style = InlineStyle.Parse(css);
        Assert.Equal((size, scale), (style.Size, style.Scale));
    }

    [Fact]
    public void What_tells_headings_from_text_is_read()
    {
        InlineStyle style = InlineStyle.Parse("color:#0AA; background-color: White;font-weight:700;font-style:italic;text-align:center;display:block;margin:0");
        Assert.Equal(new InlineStyle(0, 0, "#0aa", "white", true, true, true, false, true), style);
    }

    [Theory]
    [InlineData("display:none")]
    [InlineData("DISPLAY : NONE ! important")]
    [InlineData("visibility:hidden")]
    [InlineData("font-size:0")]
    [InlineData("opacity:0")]
    [InlineData("max-height:0px")]
    [InlineData("mso-hide:all")]
    public void Hidden_text_is_seen(string css) => Assert.True(InlineStyle.Parse(css) is { IsHidden: true } or { HidesText: true });

    [Theory]
    [InlineData("display:block")]
    [InlineData("opacity:0.9")]
    [InlineData("font-size:0.9em")]
    [InlineData("max-height:none")]
    [InlineData("visibility:visible")]
    public void Visible_text_is_not_hidden(string css) => Assert.False(InlineStyle.Parse(css).IsHidden);
}
