using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Syndication.Archives.Sources;
using Syndication.Text;

namespace Syndication.Archives.Fetching;

/// <summary>
/// Fetches pages and keeps them in a folder as WARC records (ISO 28500), one file each: what was fetched is not fetched again unless its server says that it has
/// changed (conditional requests, RFC 9110 §13). Asks <c>robots.txt</c>, one request at a time to each host and with a pause, follows redirects only to where it may go.
/// </summary>
public sealed class AddressFetcher : IDisposable
{
    private const int MostHosts = 4;

    private readonly AddressFetchOptions options;
    private readonly string folder;
    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly Dictionary<string, RobotsRules> robots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a fetcher.</summary>
    /// <param name="folder">Where pages are kept; made where it is missing.</param>
    /// <param name="options">The options; the defaults where left out.</param>
    /// <param name="time">The clock; the system's where left out.</param>
    public AddressFetcher(string folder, AddressFetchOptions? options = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        this.folder = folder;
        this.options = options ?? new AddressFetchOptions();
        this.time = time ?? TimeProvider.System;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false, ConnectTimeout = this.options.Timeout, ConnectCallback = ConnectAsync };
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = this.time }
            .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = Math.Max(1, this.options.Retries), UseJitter = true, ShouldHandle = args => ValueTask.FromResult(this.options.Retries > 0 && HttpClientResiliencePredicates.IsTransient(args.Outcome)) })
            .AddTimeout(this.options.Timeout)
            .Build();
        client = new HttpClient(new ResilienceHandler(pipeline) { InnerHandler = handler }) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(this.options.UserAgent);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,text/markdown,text/plain;q=0.5");
    }

    /// <summary>Fetches what is not there yet or has changed: hosts side by side, each host one page after the other.</summary>
    /// <param name="addresses">Absolute http and https addresses.</param>
    /// <param name="progress">Told of each address and, where it could not be fetched, why.</param>
    /// <param name="cancellationToken">Stops the fetching; what was fetched is kept.</param>
    /// <returns>Why an address could not be fetched, for each that could not.</returns>
    public async Task<IReadOnlyDictionary<string, string>> FetchAsync(IEnumerable<string> addresses, Action<string, string?>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        Directory.CreateDirectory(folder);
        var failures = new Dictionary<string, string>(StringComparer.Ordinal);
        IGrouping<string, string>[] hosts = [.. addresses.Distinct(StringComparer.Ordinal).GroupBy(a => Uri.TryCreate(a, UriKind.Absolute, out Uri? uri) ? uri.Authority : "", StringComparer.OrdinalIgnoreCase)];
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = MostHosts, CancellationToken = cancellationToken }, async (host, token) =>
        {
            bool isFirst = true;
            foreach (string address in host)
            {
                string? failure = null;
                try
                {
                    if (!IsFresh(address))
                    {
                        if (!isFirst) await PauseAsync(address, token).ConfigureAwait(false);
                        isFirst = false;
                        await FetchAsync(address, token).ConfigureAwait(false);
                    }
                }
                catch (Exception e) when (e is FetchRefusedException or HttpRequestException or IOException or Polly.Timeout.TimeoutRejectedException || e is OperationCanceledException && !token.IsCancellationRequested)
                {
                    failure = e.InnerException is FetchRefusedException inner ? inner.Message : e.Message;
                }

                lock (failures)
                {
                    if (failure is not null) failures[address] = failure;
                    progress?.Invoke(address, failure);
                }
            }
        }).ConfigureAwait(false);
        return failures;
    }

    /// <summary>The pages of addresses, as they are kept; those that could not be fetched come as refused.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="failures">Why some could not be fetched.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The documents, in the order of the addresses, each called by its address.</returns>
    public async IAsyncEnumerable<ArchivedDocument> ReadAsync(IEnumerable<string> addresses, IReadOnlyDictionary<string, string> failures, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(failures);
        foreach (string address in addresses.Distinct(StringComparer.Ordinal))
        {
            string file = FileOf(address);
            if (!File.Exists(file))
            {
                yield return ArchiveWalk.Refuse(address, DiagnosticCodes.FetchRefused, failures.GetValueOrDefault(address) ?? "It was not fetched.");
                continue;
            }

            ArchivedDocument? page = null;
            await foreach (ArchivedDocument document in new ArchiveReader(new ArchiveLimits { MaxDocumentBytes = options.MaxBytes + 65536 }).ReadAsync(file, cancellationToken).ConfigureAwait(false)) page ??= document;
            yield return page is null ? ArchiveWalk.Refuse(address, DiagnosticCodes.FetchRefused, "What came is no page.") : page with { Name = address };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private string FileOf(string address) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16)) + ".warc");

    private bool IsFresh(string address)
    {
        var file = new FileInfo(FileOf(address));
        return file.Exists && time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc < options.FreshFor;
    }

    private async Task PauseAsync(string address, CancellationToken cancellationToken)
    {
        TimeSpan delay = options.Delay;
        lock (robots)
        {
            if (robots.TryGetValue(new Uri(address).Authority, out RobotsRules? rules) && rules.Delay > delay) delay = rules.Delay.Value;
        }

        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
    }

    private async Task FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)) throw new FetchRefusedException("It is no absolute address.");
        (string? etag, string? modified) = Validators(address);
        for (int redirects = 0; ; redirects++)
        {
            if (uri.Scheme is not ("http" or "https")) throw new FetchRefusedException($"Only http and https are fetched, not {uri.Scheme}.");
            if (!(await RobotsAsync(uri, cancellationToken).ConfigureAwait(false)).Allows(uri.PathAndQuery)) throw new FetchRefusedException("The site's robots.txt forbids it.");
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            if (etag is not null && EntityTagHeaderValue.TryParse(etag, out EntityTagHeaderValue? tag)) request.Headers.IfNoneMatch.Add(tag);
            if (modified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                File.SetLastWriteTimeUtc(FileOf(address), time.GetUtcNow().UtcDateTime);
                return;
            }

            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                if (redirects >= options.MaxRedirects) throw new FetchRefusedException($"It redirects more than {options.MaxRedirects} times.");
                uri = new Uri(uri, location);
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK) throw new FetchRefusedException($"{(int)response.StatusCode} {response.ReasonPhrase}");
            byte[] body = await BodyAsync(response, cancellationToken).ConfigureAwait(false);
            Keep(address, uri, response, body);
            return;
        }
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var all = new MemoryStream();
            byte[] chunk = new byte[32 * 1024];
            using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            slow.CancelAfter(options.Timeout);
            while (await stream.ReadAsync(chunk, slow.Token).ConfigureAwait(false) is > 0 and int read)
            {
                all.Write(chunk, 0, read);
                if (all.Length > options.MaxBytes) throw new FetchRefusedException($"It is larger than {options.MaxBytes} bytes.");
            }

            return all.ToArray();
        }
    }

    /// <summary>Keeps a page: a response record, moved to its place as a whole.</summary>
    private void Keep(string address, Uri uri, HttpResponseMessage response, byte[] body)
    {
        var http = new StringBuilder("HTTP/1.1 200 OK\r\n");
        Add("Content-Type", response.Content.Headers.ContentType?.ToString());
        Add("ETag", response.Headers.ETag?.ToString());
        Add("Last-Modified", response.Content.Headers.LastModified?.ToString("r", CultureInfo.InvariantCulture));
        byte[] head = Encoding.Latin1.GetBytes(http.Append("\r\n").ToString());
        string record = string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16))}>\r\nWARC-Date: {time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}\r\nWARC-Target-URI: {uri.AbsoluteUri}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {head.Length + body.Length}\r\n\r\n");
        string place = FileOf(address), beside = place + ".new";
        File.WriteAllBytes(beside, [.. Encoding.UTF8.GetBytes(record), .. head, .. body, .. "\r\n\r\n"u8]);
        File.Move(beside, place, overwrite: true);
        File.SetLastWriteTimeUtc(place, time.GetUtcNow().UtcDateTime);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) http.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        }
    }

    private (string? ETag, string? Modified) Validators(string address)
    {
        if (!File.Exists(FileOf(address))) return default;
        string? etag = null, modified = null;
        foreach (string line in File.ReadLines(FileOf(address), Encoding.Latin1).Take(20))
        {
            if (line.StartsWith("ETag: ", StringComparison.Ordinal)) etag = line[6..];
            else if (line.StartsWith("Last-Modified: ", StringComparison.Ordinal)) modified = line[15..];
        }

        return (etag, modified);
    }

    private async Task<RobotsRules> RobotsAsync(Uri uri, CancellationToken cancellationToken)
    {
        lock (robots)
        {
            if (robots.TryGetValue(uri.Authority, out RobotsRules? known)) return known;
        }

        using HttpResponseMessage response = await client.GetAsync(new Uri(uri, "/robots.txt"), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        RobotsRules rules = (int)response.StatusCode switch
        {
            200 => RobotsRules.Parse(Encoding.UTF8.GetString(await BodyAsync(response, cancellationToken).ConfigureAwait(false)), options.UserAgent),
            >= 500 => RobotsRules.All,
            _ => RobotsRules.None,
        };
        lock (robots) robots[uri.Authority] = rules;
        return rules;
    }

    /// <summary>Connects only to where it may: looked at after the name is resolved, so that no name can point inside.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        IPAddress[] all = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = options.AllowPrivate ? all : [.. all.Where(a => !PrivateAddress.Is(a))];
        if (allowed.Length == 0) throw new FetchRefusedException("It leads into a private network.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
