using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Syndication.AspNetCore.WebSub;

/// <summary>
/// Tells the WebSub hubs that a feed has changed (W3C WebSub §7), after it is served and apart from all requests: one hub after another, and again after a
/// while where one does not answer (the client's resilience handler).
/// </summary>
internal sealed partial class HubPing(IOptions<SyndicationOptions> options, IHttpClientFactory clients, ILogger<HubPing> logger) : BackgroundService
{
    /// <summary>The name of the client, for those who want to configure it.</summary>
    public const string Client = "Syndication.WebSub";

    private const int MaxWaiting = 10_000;

    // A feed that changes faster than hubs answer is told of once: the newest are kept.
    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Notes that the feed at an absolute address has changed. Never waits.</summary>
    public void Tell(string topic)
    {
        if (options.Value.Hubs.Count > 0) waiting.Writer.TryWrite(topic);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (string topic in waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await Task.WhenAll(options.Value.Hubs.Select(hub => TellAsync(hub, topic, stoppingToken))).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(string hub, string topic, CancellationToken cancellationToken)
    {
        // The two names by which hubs know the topic: PubSubHubbub 0.4 and what most hubs since read.
        using var form = new FormUrlEncodedContent([new("hub.mode", "publish"), new("hub.url", topic), new("hub.topic", topic)]);
        try
        {
            using HttpClient client = clients.CreateClient(Client);
            using HttpResponseMessage answer = await client.PostAsync(new Uri(hub), form, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode) LogTold(hub, topic);
            else LogRefused(hub, topic, (int)answer.StatusCode);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, hub, topic);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The hub {Hub} was told of {Topic}.")]
    private partial void LogTold(string hub, string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} refused {Topic} with {Status}.")]
    private partial void LogRefused(string hub, string topic, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} could not be told of {Topic}.")]
    private partial void LogFailed(Exception failure, string hub, string topic);
}
