using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Syndication.AspNetCore.Telemetry;

/// <summary>
/// What is measured, for OpenTelemetry and whoever else listens to the meter <c>Syndication.AspNetCore</c>: requests by format and status (the share of 304
/// follows from it), and subscribers as readers report them.
/// </summary>
internal sealed class FeedMetrics
{
    public const string MeterName = "Syndication.AspNetCore";

    private const int MaxReaders = 10_000;

    private readonly ConcurrentDictionary<(string Path, string Reader), int> subscribers = new();
    private readonly Counter<long> requests;

    public FeedMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        requests = meter.CreateCounter<long>("syndication.feed.requests", "{request}", "Requests for feeds, by format and status.");
        meter.CreateObservableGauge("syndication.feed.subscribers", Subscribers, "{subscriber}", "Subscribers of a feed, as readers last reported them in User-Agent.");
    }

    public void Request(string format, int status) =>
        requests.Add(1, new KeyValuePair<string, object?>("format", format), new KeyValuePair<string, object?>("http.response.status_code", status));

    /// <summary>Notes what a reader says of its subscribers to a feed that there is.</summary>
    public void Reader(string path, string? userAgent)
    {
        if (SubscriberCount.Read(userAgent) is not { } count) return;
        if (subscribers.ContainsKey((path, count.Reader)) || subscribers.Count < MaxReaders) subscribers[(path, count.Reader)] = count.Subscribers;
    }

    private IEnumerable<Measurement<int>> Subscribers() => subscribers.Select(static each =>
        new Measurement<int>(each.Value, new KeyValuePair<string, object?>("feed", each.Key.Path), new KeyValuePair<string, object?>("reader", each.Key.Reader)));
}
