using System.Globalization;
using System.Text;
using CsCheck;
using Syndication.Feeds;

namespace Syndication.Tests.Feeds;

public class FeedDateTests
{
    [Fact]
    public void Dates_are_written_as_the_platform_writes_them() =>
        Gen.Select(Gen.OneOf(Gen.Long[DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks], Gen.Long[0, 3_000_000_000].Select(static s => new DateTime(2000, 1, 1).AddTicks(s * 1000).Ticks)), Gen.Int[-12 * 60, 14 * 60]).Sample(static (ticks, minutes) =>
        {
            var date = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
            Span<byte> buffer = stackalloc byte[FeedDate.MaxLength];
            string zone = date.ToString("zzz", CultureInfo.InvariantCulture);
            Assert.Equal(date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + zone.Remove(3, 1), Encoding.UTF8.GetString(FeedDate.Rfc822(date, buffer)));
            Assert.Equal(date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + (minutes == 0 ? "Z" : zone), Encoding.UTF8.GetString(FeedDate.Rfc3339(date, buffer)));
        });
}
