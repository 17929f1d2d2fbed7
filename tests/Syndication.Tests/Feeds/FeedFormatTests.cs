using Syndication.Feeds;

namespace Syndication.Tests.Feeds;

public class FeedFormatTests
{
    public static TheoryData<string, string?> Names => new()
    {
        { ".rss", "RSS" }, { "ATOM", "Atom" }, { "json", "JSON Feed" }, { "JSON Feed", "JSON Feed" }, { ".html", "HTML" },
        { "application/rss+xml", "RSS" }, { " Application/Atom+XML ; charset=utf-8", "Atom" }, { "application/feed+json", "JSON Feed" }, { "application/json", "JSON Feed" },
        { "text/html; charset=utf-8", "HTML" }, { "application/xml", null }, { "", null }, { ";", null }, { null!, null },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_format_is_found_by_extension_name_and_media_type(string? text, string? name)
    {
        Assert.Equal(name is not null, FeedFormat.TryParse(text, out FeedFormat? format));
        Assert.Equal(name, format?.Name);
    }
}
