using System.Globalization;
using System.Net;
using System.Text;
using Syndication.Archives.Fetching;
using Syndication.Text;

namespace Syndication.Archives.Tests;

public sealed class AddressFetcherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LocalSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        site.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Pages_are_fetched_once_and_then_asked_for_with_their_validators()
    {
        string[] addresses = [site.Url("/1"), site.Url("/2"), site.Url("/moved"), site.Url("/private/3"), site.Url("/none")];
        List<ArchivedDocument> first = await FetchAsync(addresses);
        Assert.Equal([false, false, false, true, true], first.Select(d => d.IsRefused));
        Assert.Equal(addresses, first.Select(d => d.Name));
        Assert.Contains("page /2", Encoding.UTF8.GetString(first[2].Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(site.Url("/2"), first[2].Source.Address);
        Assert.Equal(["The site's robots.txt forbids it.", "404 X"], first.Where(d => d.IsRefused).Select(d => d.Diagnostics[0].Message));
        Assert.DoesNotContain("GET /private/3", site.Requests);

        site.Requests.Clear();
        List<ArchivedDocument> second = await FetchAsync(addresses[..2], new AddressFetchOptions { FreshFor = TimeSpan.Zero, AllowPrivate = true });
        Assert.Equal(["GET /robots.txt", "GET /1 304", "GET /2 304"], site.Requests);
        Assert.Equal(first.Take(2).Select(d => Encoding.UTF8.GetString(d.Bytes.Span)), second.Select(d => Encoding.UTF8.GetString(d.Bytes.Span)));

        site.Requests.Clear();
        await FetchAsync(addresses[..2]);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_it_is_allowed_also_behind_a_name()
    {
        foreach (string address in (string[])[site.Url("/1"), site.Url("/1").Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "file:///etc/passwd", "nonsense"])
        {
            ArchivedDocument refused = Assert.Single(await FetchAsync([address], new AddressFetchOptions()));
            Assert.Equal(DiagnosticCodes.FetchRefused, refused.Diagnostics[0].Code);
        }

        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task What_fails_for_a_while_is_tried_again_and_what_is_too_large_is_refused()
    {
        List<ArchivedDocument> read = await FetchAsync([site.Url("/flaky"), site.Url("/large")], new AddressFetchOptions { MaxBytes = 10_000, Retries = 2, AllowPrivate = true });
        Assert.Equal([false, true], read.Select(d => d.IsRefused));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: syndication-import\nDisallow: /x", "/y", true)]
    [InlineData("User-agent: other\nUser-agent: syndication-import\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    public void Robots_rules_are_read_as_RFC_9309_has_them(string text, string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Parse(text, "syndication-import/1.0").Allows(path));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("192.168.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("172.32.0.1", false)]
    [InlineData("2001:4860:4860::8888", false)]
    public void Private_addresses_are_known(string address, bool isPrivate) => Assert.Equal(isPrivate, PrivateAddress.Is(IPAddress.Parse(address)));

    private async Task<List<ArchivedDocument>> FetchAsync(string[] addresses, AddressFetchOptions? options = null)
    {
        using var fetcher = new AddressFetcher(folder["fetched"], (options ?? new AddressFetchOptions { AllowPrivate = true }) with { Delay = TimeSpan.Zero, Timeout = TimeSpan.FromMinutes(5) });
        var failures = await fetcher.FetchAsync(addresses, cancellationToken: Cancel);
        return await fetcher.ReadAsync(addresses, failures, Cancel).ToListAsync(Cancel);
    }

    /// <summary>A small site on this machine.</summary>
    private sealed class LocalSite : IDisposable
    {
        private readonly HttpListener listener = new() { IgnoreWriteExceptions = true };
        private readonly string root;
        private int flaky;

        internal LocalSite()
        {
            root = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LocalPort.Free()}");
            listener.Prefixes.Add(root + "/");
            listener.Start();
            _ = ServeAsync();
        }

        internal List<string> Requests { get; } = [];

        internal string Url(string path) => root + path;

        public void Dispose() => listener.Close();

        private async Task ServeAsync()
        {
            while (listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                string path = context.Request.Url!.AbsolutePath;
                bool isKnown = context.Request.Headers["If-None-Match"] == $"\"{path}\"";
                Requests.Add($"GET {path}{(isKnown ? " 304" : "")}");
                HttpListenerResponse response = context.Response;
                byte[] body = path switch
                {
                    "/robots.txt" => "User-agent: *\nDisallow: /private/\n"u8.ToArray(),
                    "/large" => new byte[20_000],
                    _ => Encoding.UTF8.GetBytes($"<html><body><p>page {path}</p></body></html>"),
                };
                response.ContentType = path == "/robots.txt" ? "text/plain" : "text/html; charset=utf-8";
                response.Headers["ETag"] = $"\"{path}\"";
                response.StatusCode = path switch
                {
                    _ when isKnown => 304,
                    "/moved" => 301,
                    "/none" => 404,
                    "/flaky" when ++flaky == 1 => 503,
                    _ => 200,
                };
                response.StatusDescription = "X";
                if (path == "/moved") response.Headers["Location"] = "/2";
                if (response.StatusCode == 200) await response.OutputStream.WriteAsync(body);
                response.Close();
            }
        }
    }
}
