using System.Globalization;
using Syndication.Structure;

namespace Syndication.Tests.Structure;

public sealed class DateFinderTests
{
    [Theory]
    [InlineData("发表于 2019年4月16日 星期二", "2019-04-16")]
    [InlineData("2016年 12月 10日", "2016-12-10")]
    [InlineData("二〇一九年四月十六日", "2019-04-16")]
    [InlineData("二零一九年十二月三十一日", "2019-12-31")]
    [InlineData("２０１９年４月１６日", "2019-04-16")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("民國108年4月16日", "2019-04-16")]
    [InlineData("2023년 11월 7일", "2023-11-07")]
    [InlineData("جمعه، ۲۲ اسفند ۹۹", "2021-03-12")]
    [InlineData("۱ فروردین ۱۴۰۳", "2024-03-20")]
    [InlineData("12 مارس 2021", "2021-03-12")]
    [InlineData("2015-08-05", "2015-08-05")]
    [InlineData("2015/8/5", "2015-08-05")]
    [InlineData("2015.8.5", "2015-08-05")]
    [InlineData("2023. 11. 7.", "2023-11-07")]
    [InlineData("16 April 2019", "2019-04-16")]
    [InlineData("April 16th, 2019", "2019-04-16")]
    [InlineData("September 15 2016", "2016-09-15")]
    [InlineData("Sept. 3, 2016", "2016-09-03")]
    [InlineData("the 3rd of May, 2016", "2016-05-03")]
    [InlineData("2015 January 27", "2015-01-27")]
    [InlineData("16. April 2019", "2019-04-16")]
    [InlineData("le 16 avril 2019", "2019-04-16")]
    [InlineData("le 1er août 2019", "2019-08-01")]
    [InlineData("16 de abril de 2019", "2019-04-16")]
    [InlineData("16 апреля 2019 г.", "2019-04-16")]
    [InlineData("16 באפריל 2019", "2019-04-16")]
    [InlineData("١٦ أبريل ٢٠١٩", "2019-04-16")]
    [InlineData("16.04.2019", "2019-04-16")]
    [InlineData("25/12/2019", "2019-12-25")]
    [InlineData("12/25/2019", "2019-12-25")]
    [InlineData("Issue #100 - 2013-06-24 - Holidays", "2013-06-24")]
    [InlineData("Some News, issue number 55, January 27 2015", "2015-01-27")]
    [InlineData("Friday, 16 April 2019", "2019-04-16")]
    public void A_date_is_read_as_its_language_writes_it(string text, string expected) =>
        Assert.Equal(expected, DateFinder.First(text)?.Date?.ToString());

    [Theory]
    [InlineData("每周精选【8/26 - 8/30】")]
    [InlineData("2019年04月")]
    [InlineData("April 2019")]
    [InlineData("12.4-12.10")]
    [InlineData("2019-02-30")]
    [InlineData("1789-07-14")]
    [InlineData("192.168.2019.10")]
    [InlineData("v2015.8.5.1")]
    [InlineData("id 120190830412")]
    [InlineData("January 8 – 14, 2018")]
    [InlineData("8–14 January 2018")]
    [InlineData("https://example.org/2019/04/16/post")]
    [InlineData("may 20 percent")]
    [InlineData("")]
    public void What_names_no_day_is_no_date(string text) => Assert.Null(DateFinder.First(text));

    [Theory]
    [InlineData("2019-09-11T10:44:45+08:00", "2019-09-11T10:44:45+08:00")]
    [InlineData("2016-12-09T16:00:00.000Z", "2016-12-09T16:00:00Z")]
    [InlineData("2023-12-25T21:29:12-0500", "2023-12-25T21:29:12-05:00")]
    [InlineData("Tue, 16 Apr 2019 19:35:39 +0800", "2019-04-16T19:35:39+08:00")]
    [InlineData("Mon, 16 Apr 2019 19:35 GMT", "2019-04-16T19:35:00Z")]
    [InlineData("2018-12-25 00:00:00 -0000", "2018-12-25T00:00:00Z")]
    [InlineData("2019-04-16T19:35:39.125+05:30", "2019-04-16T19:35:39.125+05:30")]
    [InlineData("20190416T193539Z", "2019-04-16T19:35:39Z")]
    [InlineData("20190416", "2019-04-16")]
    [InlineData("2019-04-16T19:35:39", "2019-04-16")]
    [InlineData("Tue, 16 Apr 2019 19:35:39 CST", "2019-04-16")]
    [InlineData("2019-04-16T99:00:00Z", "2019-04-16")]
    [InlineData("2019-04", null)]
    [InlineData("undefined", null)]
    public void A_metadata_value_keeps_its_offset_and_gets_none_that_it_has_not(string value, string? expected) =>
        Assert.Equal(expected, DateFinder.Parse(value)?.ToString());

    [Theory]
    [InlineData(null, null)]
    [InlineData("en", null)]
    [InlineData("en-US", "2019-09-10")]
    [InlineData("en-GB", "2019-10-09")]
    [InlineData("de", "2019-10-09")]
    public void Day_and_month_that_could_be_swapped_are_told_apart_by_language_only(string? language, string? expected)
    {
        FoundDate found = Assert.Single(DateFinder.All("on 09/10/2019 here", language));
        Assert.Equal(expected, found.Date?.ToString());
        Assert.Equal("09/10/2019", "on 09/10/2019 here".Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("https://example.org/blog/2016/12/10/weekly/weekly-1111/", "2016-12-10")]
    [InlineData("2016-02-01-this-and-that.md", "2016-02-01")]
    [InlineData("news/20231107-report-09.md", "2023-11-07")]
    [InlineData("posts/2016/02/01/index.html", "2016-02-01")]
    [InlineData("backup-2024-01-01/issue-5.html", null)]
    [InlineData("https://example.org/a/1201908304.html", null)]
    [InlineData("https://2019-01-01.example.org/a?d=2019-01-01", null)]
    [InlineData("weekly-0430.md", null)]
    public void An_address_gives_a_date_where_the_digits_stand_alone(string address, string? expected) =>
        Assert.Equal(expected, DateFinder.InAddress(address)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void All_dates_of_a_text_are_found_with_their_places()
    {
        const string text = "From 2019-08-26 to 2019-08-30.";
        Assert.Equal(["2019-08-26", "2019-08-30"], DateFinder.All(text).Select(found => text.Substring(found.Start, found.Length)));
    }
}
