using CsCheck;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tests.Feeds;

/// <summary>Random feeds of everything the model can hold, with a liking for what breaks feeds.</summary>
internal static class RandomFeeds
{
    private static readonly string[] Nasty =
    [
        "", " ", "]]>", "<![CDATA[", "<br>", "<p>云原生</p>", "&amp;", "&#0;", "&", "<", ">", "\"", "'", "--", "<?xml?>", "<!DOCTYPE x>", "\0", "\u0001", "\b", "\v", "\f",
        "\t", "\n", "\r", "\r\n", "\u007F", "\u0085", "\u009F", "\u00A0", "\u2028", "\u202E", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\uFDD0", "\uD83D", "\uDE80", "\uDE80\uD83D", "🚀", "👩‍💻",
        "مرحبا", "שלום", "한국어", "日本語", "é", "e\u0301", "\U0001FFFF", "word", "A sentence. Another! 第三句。", "%", "%zz", "#", "[", "{", "\\", "javascript:",
    ];

    public static readonly Gen<string> Text = Gen.OneOf(Gen.OneOf(Nasty), Gen.String, Gen.String[Gen.Char['a', 'z'], 0, 30]).Array[0, 6].Select(static parts => string.Concat(parts));

    private static readonly Gen<string> Host = Gen.OneOf(Gen.String[Gen.Char["az019.-"], 0, 90], Gen.OneOf("weekly.example", "例子.example", "[::1]", "user@weekly.example:8080", "a!b", "", "[x", "a_b", "x:99999", "-", "a..b", "1.2.3"));

    public static readonly Gen<string> Address = Gen.OneOf(
        Text,
        Gen.Select(Gen.OneOf("http://", "https://", "HTTPS://", "ftp://", "//", "/", "", "gemini://", "javascript:", "data:", "mailto:", "tag:", "urn:x:"), Host, Text, static (scheme, host, rest) => scheme + host + rest),
        Gen.Select(Host, Text, static (host, rest) => $"https://{host}/{rest}"));

    private static readonly Gen<DateTimeOffset> Date = Gen.Select(Gen.Long[DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks], Gen.Int[-14 * 60, 14 * 60],
        static (ticks, minutes) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)));

    private static readonly Gen<Person> Person = Gen.Select(Text, Address.Null(0.5), Gen.OneOf(Text, Gen.Const("a@b.example")).Null(0.5),
        static (name, url, email) => new Person(name) { Url = url, Email = email });

    private static readonly Gen<FeedCategory> Category = Gen.Select(Text, Address.Null(0.5), Text.Null(0.5),
        static (term, scheme, label) => new FeedCategory(term) { Scheme = scheme, Label = label });

    private static readonly Gen<FeedEnclosure> Enclosure = Gen.Select(Address, Gen.OneOf(Text, Gen.OneOf("audio/mpeg", "text/html; charset=utf-8")), Gen.Long.Nullable(0.3), Text.Null(0.5),
        static (url, type, length, title) => new FeedEnclosure(url, type) { Length = length, Title = title });

    private static readonly Gen<FeedLink> Link = Gen.Select(Gen.OneOf(Text, Gen.OneOf("via", "related", "hub", "next", "prev-archive", "replies")), Address, Text.Null(0.5), Text.Null(0.5),
        static (relation, url, title, type) => new FeedLink(relation, url) { Title = title, MediaType = type });

    private static readonly Gen<FeedSource> Source = Gen.Select(Address.Null(0.3), Text.Null(0.3), Address.Null(0.3), Address.Null(0.3), Date.Nullable(0.3),
        static (id, title, url, page, updated) => new FeedSource { Id = id, Title = title, FeedUrl = url, HomePageUrl = page, Updated = updated });

    private static readonly Gen<string> Language = Gen.OneOf(Text, Gen.OneOf("zh-Hans", "en", "x"));

    public static readonly Gen<FeedEntry> Entry =
        from id in Address.Null(0.2)
        from title in Text.Null(0.3)
        from url in Address.Null(0.3)
        from html in Text.Null(0.3)
        from text in Text
        from summary in Text.Null(0.5)
        from published in Date.Nullable(0.3)
        from updated in Date.Nullable(0.5)
        from authors in Person.Array[0, 2]
        from contributors in Person.Array[0, 1]
        from categories in Category.Array[0, 2]
        from enclosures in Enclosure.Array[0, 2]
        from links in Link.Array[0, 2]
        from source in Source.Null(0.7)
        from language in Language.Null(0.5)
        from rights in Text.Null(0.7)
        from number in Gen.Int.Nullable(0.5)
        from assumed in Date.Nullable(0.7)
        from image in Address.Null(0.7)
        from markdown in Text.Null(0.7)
        from start in Address.Null(0.8)
        select new FeedEntry
        {
            Id = id, Title = title, Url = url, Content = html is null ? null : new Content(html, text), Summary = summary, Published = published, Updated = updated,
            Authors = [.. authors], Contributors = [.. contributors], Categories = [.. categories], Enclosures = [.. enclosures], Links = [.. links], Source = source,
            Language = language, Rights = rights, IssueNumber = number, IssueTitle = title, SectionTitle = summary, SectionSlug = title, Label = rights,
            AssumedDate = assumed, ImageUrl = image, Markdown = markdown, BaseUrl = start,
        };

    private static readonly Gen<FeedTombstone> Tombstone = Gen.Select(Address, Date, Text.Null(0.5),
        static (id, deleted, comment) => new FeedTombstone(id, deleted) { Comment = comment });

    private static readonly Gen<FeedUpdateCycle> UpdateCycle = Gen.Select(Gen.Enum<FeedUpdatePeriod>(), Gen.Int, static (period, frequency) => new FeedUpdateCycle(period, frequency));

    public static readonly Gen<Feed> Feed =
        from id in Address.Null(0.3)
        from title in Text.Null(0.2)
        from description in Text.Null(0.3)
        from page in Address.Null(0.3)
        from self in Address.Null(0.3)
        from language in Language.Null(0.5)
        from authors in Person.Array[0, 2]
        from contributors in Person.Array[0, 1]
        from updated in Date.Nullable(0.5)
        from icon in Address.Null(0.5)
        from logo in Address.Null(0.5)
        from rights in Text.Null(0.5)
        from generator in Text.Null(0.5)
        from categories in Category.Array[0, 2]
        from links in Link.Array[0, 3]
        from entries in Entry.Array[0, 4]
        from history in Gen.Enum<FeedHistory>()
        from cycle in UpdateCycle.Null(0.7)
        from tombstones in Tombstone.Array[0, 2]
        from start in Address.Null(0.8)
        from stylesheet in Gen.OneOf(Address, Gen.Const("feed.css")).Null(0.5)
        select new Feed
        {
            Id = id, Title = title, Description = description, HomePageUrl = page, FeedUrl = self, Language = language, Authors = [.. authors], Contributors = [.. contributors],
            Updated = updated, Icon = icon, Logo = logo, Rights = rights, Generator = generator, Categories = [.. categories], Links = [.. links], Entries = [.. entries],
            History = history, UpdateCycle = cycle, Tombstones = [.. tombstones], BaseUrl = start, Stylesheet = stylesheet,
        };
}
