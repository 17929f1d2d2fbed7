using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Syndication.Archives.Stores;
using Syndication.AspNetCore;
using Syndication.Model;

namespace Syndication.Benchmarks;

/// <summary>A feed over a socket, next to bare endpoints of the same server that give the same bytes and a bare 304. One connection, one request after another.</summary>
internal sealed class HostRatios : IDisposable
{
    private const string Gzip = "Accept-Encoding: gzip";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("host-ratios-");
    private readonly WebApplication app;
    private readonly Socket socket;

    private readonly Uri address;
    private readonly string tag;

    private HostRatios()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSyndication(options =>
        {
            options.Address = "https://feeds.example.org/";
            options.Database = Path.Combine(folder.FullName, "issues.db");
            options.ScopesAtLeast = 0;
        });
        app = builder.Build();
        app.MapFeeds();
        byte[] body = [], coded = [];
        app.MapGet("/bare", async context =>
        {
            context.Response.ContentType = "application/atom+xml; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        });
        app.MapGet("/bare-gzip", async context =>
        {
            context.Response.ContentType = "application/atom+xml; charset=utf-8";
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.ContentLength = coded.Length;
            await context.Response.BodyWriter.WriteAsync(coded, context.RequestAborted);
        });
        app.MapGet("/bare-304", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = "\"0123456789abcdef0123456789abcdef\"";
            return Task.CompletedTask;
        });
        app.Services.GetRequiredService<IIssueStore>().PutIssuesAsync([.. Enumerable.Range(1, 40).Select(Issue)]).GetAwaiter().GetResult();
        app.StartAsync().GetAwaiter().GetResult();
        address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(address.Host, address.Port);
        (string head, body) = Whole("/weekly/issues.atom");
        tag = head.Split("\r\n").First(static line => line.StartsWith("ETag: ", StringComparison.Ordinal))["ETag: ".Length..];
        (_, coded) = Whole("/weekly/issues.atom", Gzip);
        Feed = Exchange("/weekly/issues.atom");
        Bare = Exchange("/bare");
        FeedUnchanged = Exchange("/weekly/issues.atom", "If-None-Match: " + tag);
        BareUnchanged = Exchange("/bare-304");
        FeedCoded = Exchange("/weekly/issues.atom", Gzip);
        BareCoded = Exchange("/bare-gzip", Gzip);
    }

    private Func<object> Feed { get; }

    private Func<object> Bare { get; }

    private Func<object> FeedCoded { get; }

    private Func<object> BareCoded { get; }

    private Func<object> FeedUnchanged { get; }

    private Func<object> BareUnchanged { get; }

    /// <summary>Gives each comparison: its name, ours and the bare one.</summary>
    public static void Each(Action<string, Func<object>, Func<object>> compare)
    {
        using var host = new HostRatios();
        compare("host-200/kestrel", host.Feed, host.Bare);
        compare("host-304/kestrel", host.FeedUnchanged, host.BareUnchanged);
        compare("host-gzip/kestrel", host.FeedCoded, host.BareCoded);
    }

    /// <summary>Serves until the input ends, for a load from elsewhere; says where, and the field by which nothing is new.</summary>
    public static void Serve(TextReader input, TextWriter output)
    {
        using var host = new HostRatios();
        output.WriteLine($"{Environment.ProcessId} {host.address.GetLeftPart(UriPartial.Authority)} /weekly/issues.atom /bare /bare-304 {host.tag}");
        input.ReadToEnd();
    }

    public void Dispose()
    {
        socket.Dispose();
        app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)app).Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>One request and its answer, whose length does not change.</summary>
    private Func<object> Exchange(string path, string? field = null)
    {
        (string head, byte[] body) = Whole(path, field);
        byte[] request = Request(path, field), answer = new byte[head.Length + body.Length];
        return () =>
        {
            socket.Send(request);
            for (int read = 0; read < answer.Length;) read += socket.Receive(answer, read, answer.Length - read, SocketFlags.None);
            return answer;
        };
    }

    private (string Head, byte[] Body) Whole(string path, string? field = null)
    {
        socket.Send(Request(path, field));
        var received = new List<byte>();
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            received.AddRange(buffer.AsSpan(0, socket.Receive(buffer)));
            string text = Encoding.Latin1.GetString([.. received]);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            if (end < 4) continue;
            if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && !text.StartsWith("HTTP/1.1 304", StringComparison.Ordinal)) throw new InvalidOperationException(text);
            string? length = text[..end].Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))?["Content-Length: ".Length..];
            if (received.Count >= end + int.Parse(length ?? "0", CultureInfo.InvariantCulture)) return (text[..end], [.. received.Skip(end)]);
        }
    }

    private static byte[] Request(string path, string? field) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: x\r\n{(field is null ? "" : field + "\r\n")}\r\n");

    private static StoredIssue Issue(int number)
    {
        string text = string.Join(' ', Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"word{(i * number) % 97}")));
        return new StoredIssue("weekly", string.Create(CultureInfo.InvariantCulture, $"vol-{number}"), new Issue
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"tag:weekly.example.org,2020:{number}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"Volume {number}"),
            Published = new PublicationDate(new DateOnly(2020, 1, 1).AddDays(number)),
            Preface = new Content($"<p>{text}</p>", text),
        });
    }
}
