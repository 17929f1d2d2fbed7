using Syndication.Text;

namespace Syndication.Tests.Text;

public class SourceTextTests
{
    [Theory]
    [InlineData(0, 1, 1), InlineData(1, 1, 2), InlineData(2, 2, 1), InlineData(4, 2, 3), InlineData(5, 3, 1), InlineData(6, 4, 1), InlineData(7, 4, 2), InlineData(99, 4, 2), InlineData(-1, 1, 1)]
    public void An_offset_has_a_line_and_a_column(int offset, int line, int column) =>
        Assert.Equal((line, column), new SourceText("a\nb\r\n\rc").At(offset));
}
