using Syndication.Model;

namespace Syndication.Tests.Model;

public class PublicationDateTests
{
    [Theory]
    [InlineData("2019-09-11")]
    [InlineData("2019-04-23T10:44:45+08:00")]
    [InlineData("2016-12-09T16:00:00Z")]
    [InlineData("2016-12-09T16:00:00.123Z")]
    public void An_RFC_3339_date_is_written_as_it_was_read(string text)
    {
        Assert.True(PublicationDate.TryParse(text, out PublicationDate date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2019-02-30")]
    [InlineData("09/10/2019")]
    [InlineData("2019-04-23T10:44:45")]
    public void Anything_else_is_refused(string text) => Assert.False(PublicationDate.TryParse(text, out _));
}
