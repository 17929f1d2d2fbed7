using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class TableShapeTests
{
    [Theory]
    [InlineData("<table><tr><th>a<th>b<tr><td>c<td>d</table>", true)]
    [InlineData("<table><caption>x</caption><tr><td>c<td>d</table>", true)]
    [InlineData("<table><tr><td>c<td>d</table>", false)]
    [InlineData("<table role=presentation><tr><th>a<th>b</table>", false)]
    [InlineData("<table><tr><th>a<td><table><tr><td>x</table></table>", false)]
    [InlineData("<table><tr><th>alone</table>", false)]
    public void A_table_holds_data_where_it_says_so_and_holds_no_other(string html, bool holdsData)
    {
        FlatDocument document = HtmlDocumentReader.Read(html, new Limits(512, 1_000), null, TestContext.Current.CancellationToken);
        Box outermost = document.Boxes.First(static box => box.Kind is BoxKind.Table or BoxKind.Layout);
        Assert.Equal(holdsData ? BoxKind.Table : BoxKind.Layout, outermost.Kind);
    }

    [Fact]
    public void A_table_within_a_layout_may_hold_data()
    {
        FlatDocument document = HtmlDocumentReader.Read("<table><tr><td><table><tr><th>a<th>b</table></table>", new Limits(512, 1_000), null, TestContext.Current.CancellationToken);
        Assert.Equal([BoxKind.Layout, BoxKind.Table], document.Boxes.Where(static box => box.Kind is BoxKind.Table or BoxKind.Layout).Select(static box => box.Kind));
    }
}
