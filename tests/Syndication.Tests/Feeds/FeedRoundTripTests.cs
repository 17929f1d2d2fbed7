using System.Globalization;
using System.Text;
using System.Xml;
using CsCheck;
using Syndication.Feeds;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

/// <summary>Any feed → each format → <see cref="FeedReader"/>.</summary>
public class FeedRoundTripTests
{
    /// <summary>How many random feeds: <c>CsCheck_Iter</c> where it is set.</summary>
    private static readonly long Times = long.TryParse(Environment.GetEnvironmentVariable("CsCheck_Iter"), CultureInfo.InvariantCulture, out long iterations) ? iterations : 1_000;

    public static TheoryData<string> Formats => ["RSS", "Atom", "Atom with XHTML", "JSON Feed"];

    /// <summary>What a format requires and a feed lacks is derived once; what has been read with it stays the same from then on.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void What_was_read_is_written_and_read_again_the_same(string name) => RandomFeeds.Feed.Sample(feed =>
    {
        FeedFormat format = Format(name);
        Feed read = Read(format, Read(format, feed));
        Feed again = Read(format, read);
        if (format == FeedFormat.Rss)
        {
            // A description may be plain text or HTML, and RSS has no way to say which.
            read = WithoutDescribed(read);
            again = WithoutDescribed(again);
        }

        Same(read, again);
        for (int i = 0; i < read.Entries.Length; i++) Same(read.Entries[i], again.Entries[i]);
    }, iter: Times);

    [Fact]
    public void Atom_brings_every_value_back() => RandomFeeds.Feed.Sample(static feed =>
    {
        Feed read = Read(FeedFormat.Atom, feed);
        SameHeads(feed, read);
        Assert.Equal(XmlText(feed.Rights), read.Rights);
        Assert.Equal(XmlText(feed.Generator, whole: true), read.Generator);
        Assert.Equal(feed.Tombstones.Select(static tombstone => tombstone.Deleted), read.Tombstones.Select(static tombstone => tombstone.Deleted));
        for (int i = 0; i < read.Entries.Length; i++)
        {
            (FeedEntry expected, FeedEntry entry) = (feed.Entries[i], read.Entries[i]);
            SameEntries(expected, entry, static text => XmlText(text));
            Assert.Equal(expected.Published, entry.Published);
            if (expected.Updated is not null) Assert.Equal(expected.Updated, entry.Updated);
            Assert.Equal(expected.Categories.Select(static c => XmlText(c.Term)).OfType<string>().Distinct(), entry.Categories.Select(static c => c.Term).Distinct());
            Assert.Equal(expected.Contributors.Length, entry.Contributors.Length);
            Assert.Equal(Addresses(expected.Enclosures.Select(static e => e.Url)), Addresses(entry.Enclosures.Select(static e => e.Url)));
            Assert.Equal(XmlText(expected.Summary), entry.Summary);
        }
    }, iter: Times);

    [Fact]
    public void JSON_Feed_brings_every_value_back() => RandomFeeds.Feed.Sample(static feed =>
    {
        Feed read = Read(FeedFormat.Json, feed);
        SameHeads(feed, read);
        Assert.Equal(Whole(feed.Id), read.Id);
        Assert.Equal(feed.Updated, read.Updated);
        Assert.Equal(feed.Tombstones.Where(static tombstone => tombstone.Id.Length > 0).Select(static tombstone => (Whole(tombstone.Id), tombstone.Deleted)), read.Tombstones.Select(static tombstone => ((string?)tombstone.Id, tombstone.Deleted)));
        for (int i = 0; i < read.Entries.Length; i++)
        {
            (FeedEntry expected, FeedEntry entry) = (feed.Entries[i], read.Entries[i]);
            SameEntries(expected, entry, Whole);
            Assert.Equal((expected.Published, expected.Updated, expected.IssueNumber), (entry.Published, entry.Updated, entry.IssueNumber));
            Assert.Equal((Whole(expected.SectionTitle), Whole(expected.SectionSlug), Whole(expected.Label), Whole(expected.Markdown), Whole(expected.Summary)),
                (entry.SectionTitle, entry.SectionSlug, entry.Label, entry.Markdown, entry.Summary));
            Assert.Equal(Addresses(expected.Enclosures.Select(static e => e.Url)), Addresses(entry.Enclosures.Select(static e => e.Url)));
        }
    }, iter: Times);

    [Fact]
    public void RSS_brings_every_value_back_that_it_can_say() => RandomFeeds.Feed.Sample(static feed =>
    {
        Feed read = Read(FeedFormat.Rss, feed);
        SameHeads(feed, read);
        Assert.Equal(feed.Updated is { } updated ? Seconds(updated) : null, read.Updated);
        for (int i = 0; i < read.Entries.Length; i++)
        {
            (FeedEntry expected, FeedEntry entry) = (feed.Entries[i], read.Entries[i]);
            SameEntries(expected, entry, static text => XmlText(text));
            Assert.Equal(expected.Published is { } published ? Seconds(published) : null, entry.Published);
            Assert.Equal(expected.Updated, entry.Updated);
            Assert.Equal(XmlText(expected.Markdown), entry.Markdown);
            Assert.Equal(expected.Contributors.Length, entry.Contributors.Length);
            Assert.Equal(Addresses(expected.Enclosures.Select(static e => e.Url)).Distinct(), Addresses(entry.Enclosures.Select(static e => e.Url)));
        }
    }, iter: Times);

    [Fact]
    public void Any_bytes_are_read_without_an_exception() => Gen.Select(RandomFeeds.Feed, Gen.OneOf(FeedFormat.ForReaders.ToArray()), Gen.Int[0, int.MaxValue].Array[0, 20], Gen.Byte.Array[0, 20]).Sample(static (feed, format, places, values) =>
    {
        byte[] bytes = Written.As(format, feed).Bytes;
        for (int i = 0; i < Math.Min(places.Length, values.Length); i++) bytes[places[i] % bytes.Length] = values[i];
        FeedReadResult result = FeedReader.Read(bytes.AsSpan(0, places.Length > 0 ? places[0] % bytes.Length : bytes.Length));
        Assert.Equal(result.Feed is null, result.Format is null);
        if (result.Feed is null) Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        else Written.As(format, result.Feed);
    }, iter: Times);

    // Only what differs is shown.
    private static void Same<T>(T expected, T actual) => Assert.Equal([], typeof(T).GetProperties().Where(static property => property.Name is not (nameof(Feed.Entries) or "EqualityContract"))
        .Select(property => (property.Name, Before: Shown(property.GetValue(expected)), After: Shown(property.GetValue(actual))))
        .Where(static pair => pair.Before != pair.After).Select(static pair => $"{pair.Name}: {pair.Before} ⇄ {pair.After}"));

    private static string Shown(object? value) => value is System.Collections.IEnumerable list and not string ? string.Join(" | ", list.Cast<object>()) : value?.ToString() ?? "null";

    private static FeedFormat Format(string name) => name == "Atom with XHTML" ? FeedFormat.AtomXhtml : FeedFormat.ForReaders.Single(format => format.Name == name);

    private static Feed Read(FeedFormat format, Feed feed)
    {
        FeedReadResult result = FeedReader.Read(Written.As(format, feed).Bytes);
        Assert.NotNull(result.Feed);
        Assert.Equal(format.Name, result.Format!.Name);
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Code is DiagnosticCodes.FeedBroken or DiagnosticCodes.FeedDateUnread or DiagnosticCodes.FeedValueUnread or DiagnosticCodes.FeedDateCorrected);
        Assert.Equal(feed.Entries.Length, result.Feed.Entries.Length);
        return result.Feed;
    }

    private static Feed WithoutDescribed(Feed feed) => feed with
    {
        Entries = [.. feed.Entries.Select(static entry => entry with { Summary = null, Content = entry.Content is { } content && entry.Summary is null ? content : null })],
    };

    private static void SameHeads(Feed expected, Feed read)
    {
        if (!string.IsNullOrWhiteSpace(XmlText(expected.Title))) Assert.Equal(XmlText(expected.Title), XmlText(read.Title));
        if (Addresses([expected.HomePageUrl]) is [var page]) Assert.Equal(page, Addresses([read.HomePageUrl]).Single());
        Assert.Equal(Addresses([expected.FeedUrl]), Addresses([read.FeedUrl]));
        Assert.Equal(expected.History, read.History);
        Assert.Equal(expected.UpdateCycle is { } cycle ? cycle with { Frequency = Math.Max(1, cycle.Frequency) } : null, read.UpdateCycle);
        Assert.Equal(expected.Contributors.Length, read.Contributors.Length);
        Assert.Equal(Addresses([expected.BaseUrl]), Addresses([read.BaseUrl]));
        Assert.Equal(LanguageTag.IsWellFormed(expected.Language) ? expected.Language : null, read.Language);
    }

    private static void SameEntries(FeedEntry expected, FeedEntry entry, Func<string?, string?> carried)
    {
        if (carried(expected.Title) is { } title) Assert.Equal(title, entry.Title);
        if (carried(expected.Content?.Html) is { } html && !string.IsNullOrWhiteSpace(html)) Assert.Equal(html, entry.Content!.Html);
        Assert.Equal(Addresses([expected.Url]), Addresses([entry.Url]));
        Assert.Equal(Addresses([expected.ImageUrl]), Addresses([entry.ImageUrl]));
        Assert.Equal(Addresses(expected.Links.Select(static link => link.Url)), Addresses(entry.Links.Select(static link => link.Url)));
        Assert.Equal(carried(expected.Rights), entry.Rights);
    }

    private static List<string> Addresses(IEnumerable<string?> addresses) =>
        [.. addresses.Where(static address => !string.IsNullOrWhiteSpace(address)).Select(static address => FeedAddress.Normalize(address, out _)).OfType<string>()];

    private static DateTimeOffset Seconds(DateTimeOffset date) => date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>A text after XML; <see langword="null"/> where no words are left.</summary>
    private static string? XmlText(string? text, bool whole = false)
    {
        if (text is null) return null;
        string carried = string.Concat((Whole(text) ?? "").Where(static c => XmlConvert.IsXmlChar(c) ? c is not (>= '\u007F' and <= '\u009F') : char.IsSurrogate(c)));
        return whole ? carried.Length == 0 ? null : carried : string.IsNullOrWhiteSpace(carried) ? null : carried;
    }

    private static string? Whole(string? text) => string.IsNullOrEmpty(text) ? null : Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
}
