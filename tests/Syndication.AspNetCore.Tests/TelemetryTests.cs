using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Syndication.AspNetCore.Telemetry;

namespace Syndication.AspNetCore.Tests;

/// <summary>What is measured.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)", "Feedly", 16)]
    [InlineData("NewsBlur Feed Fetcher - 3 subscribers - https://www.newsblur.com/site/1 (Mozilla/5.0)", "NewsBlur Feed Fetcher", 3)]
    [InlineData("Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 1 subscriber; )", "Inoreader", 1)]
    [InlineData("FeedBin feed-id:1 - 12 subscribers", "FeedBin feed-id:1", 12)]
    [InlineData("Bloglovin/1.0 (http://www.bloglovin.com; 99999999999 subscribers)", "Bloglovin", null)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", null, null)]
    [InlineData("", null, null)]
    [InlineData("x/1 (-5 subscribers)", "x", 5)]
    public void Subscribers_are_those_that_a_reader_reports(string userAgent, string? reader, int? count)
    {
        SubscriberCount? read = SubscriberCount.Read(userAgent);
        Assert.Equal(count, read?.Subscribers);
        if (count is not null) Assert.Equal(reader, read!.Value.Reader);
    }

    [Fact]
    public async Task Requests_are_counted_by_format_and_status_and_subscribers_by_feed()
    {
        await using FeedServer server = await FeedServer.StartAsync();
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        IMeterFactory own = server.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, each) =>
        {
            if (instrument.Meter.Name == "Syndication.AspNetCore" && ReferenceEquals(instrument.Meter.Scope, own)) each.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Add(Line(value, tags)));
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => counted.Add(Line(value, tags)));
        listener.Start();
        using HttpResponseMessage first = await server.GetAsync("/weekly/issues.rss", ("User-Agent", "Feedly/1.0 (16 subscribers)"));
        using HttpResponseMessage second = await server.GetAsync("/weekly/issues.rss", ("If-None-Match", first.Headers.ETag!.ToString()));
        listener.RecordObservableInstruments();
        Assert.Equal(["1 rss 200", "1 rss 304", "16 weekly/issues.rss Feedly"], counted.Order(StringComparer.Ordinal));
    }

    private static string Line<T>(T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', [Convert.ToString(value, CultureInfo.InvariantCulture), .. tags.ToArray().Select(static tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture))]);
}
