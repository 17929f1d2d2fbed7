using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Syndication.Archives.Stores;

namespace Syndication.AspNetCore.Tests;

/// <summary>An application that serves feeds on free ports of this machine: one for HTTP/1.1, one for HTTP/2.</summary>
public sealed class FeedServer : IAsyncDisposable
{
    /// <summary>What stands in the feeds.</summary>
    public const string Address = "https://feeds.example.org/";

    private readonly WebApplication app;
    private readonly DirectoryInfo? folder;

    private FeedServer(WebApplication app, IIssueStore store, DirectoryInfo? folder)
    {
        this.app = app;
        Store = store;
        this.folder = folder;
        string[] addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        Root = new Uri(addresses[0]);
        Http2 = new Uri(addresses[1]);
        Client = NewClient(Root);
    }

    /// <summary>Where HTTP/1.1 is spoken.</summary>
    public Uri Root { get; }

    /// <summary>Where HTTP/2 is spoken.</summary>
    public Uri Http2 { get; }

    /// <summary>A client that follows nothing, decodes nothing and keeps no cookies.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    internal IIssueStore Store { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts one with three issues, or with what a given store has.</summary>
    public static async Task<FeedServer> StartAsync(Action<SyndicationOptions>? configure = null, TimeProvider? clock = null, IIssueStore? store = null, Action<WebApplication>? map = null, Action<IServiceCollection>? services = null)
    {
        DirectoryInfo? files = null;
        if (store is null)
        {
            files = Directory.CreateTempSubdirectory("feed-server-");
            store = new SqliteIssueStore(Path.Combine(files.FullName, "issues.db"));
            await store.PutIssuesAsync(Issues.UpTo(3), Cancel);
        }

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2);
        });
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(store);
        builder.Services.AddSyndication(options =>
        {
            options.Address = Address;
            options.RefreshInterval = TimeSpan.FromMilliseconds(50);
            configure?.Invoke(options);
        });
        services?.Invoke(builder.Services);
        WebApplication application = builder.Build();
        if (map is null) application.MapFeeds();
        else map(application);
        await application.StartAsync(Cancel);
        return new FeedServer(application, store, files);
    }

    public static HttpClient NewClient(Uri root) => new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false }) { BaseAddress = root };

    /// <summary>Stores issues and publishes them.</summary>
    internal async Task PublishAsync(params StoredIssue[] issues)
    {
        await Store.PutIssuesAsync(issues, Cancel);
        await Services.GetRequiredService<FeedPublisher>().PublishAsync(Cancel);
    }

    /// <summary>Sends a request with fields of its own.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach ((string name, string value) in fields) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, Cancel);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] fields) => SendAsync(HttpMethod.Get, path, fields);

    /// <summary>Sends lines over a bare socket and reads to the end, byte by byte as they come.</summary>
    public async Task<string> RawAsync(params string[] lines)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Root.Host, Root.Port, Cancel);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", [.. lines, "Connection: close", "", ""])), Cancel);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        if (folder is null) return;
        if (Store is IAsyncDisposable store) await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
