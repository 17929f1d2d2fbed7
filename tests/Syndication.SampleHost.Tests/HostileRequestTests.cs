using System.Net.Sockets;
using System.Text;

namespace Syndication.SampleHost.Tests;

/// <summary>Requests that no browser sends, over a bare socket.</summary>
public sealed class HostileRequestTests(OpenSite site) : IClassFixture<OpenSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/security-letter/..%2f..%2fappsettings.json")]
    [InlineData("/security-letter/..%5c..%5cappsettings.json")]
    [InlineData("/security-letter/letter-07.html")]
    [InlineData("/security-letter/publication.json")]
    [InlineData("/syndication.db")]
    [InlineData("/security-letter/letter-07%00")]
    [InlineData("//evil.example/")]
    public async Task A_path_leads_to_a_page_or_to_none_and_never_to_a_file(string path)
    {
        string answer = await SendAsync($"GET {path} HTTP/1.1", "Host: localhost");
        Assert.Matches("^HTTP/1.1 (400|404) ", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/security-letter/letter-07")]
    [InlineData("/security-letter")]
    [InlineData("/search?q=rust")]
    [InlineData("/security-letter/issues.rss")]
    [InlineData("/nothing-here")]
    public async Task Neither_the_host_nor_a_proxy_s_fields_nor_unknown_parameters_get_into_an_answer(string path)
    {
        string plain = await SendAsync($"GET {path} HTTP/1.1", "Host: localhost");
        string poisoned = await SendAsync(
            $"GET {path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}evil=evil.example HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: evil", "X-Original-URL: /evil", "Forwarded: host=evil.example");
        Assert.DoesNotContain("evil", poisoned, StringComparison.Ordinal);
        Assert.Equal(WithoutDate(plain), WithoutDate(poisoned));
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused()
    {
        Assert.StartsWith("HTTP/1.1 414 ", await SendAsync($"GET /{new string('a', 5000)} HTTP/1.1", "Host: localhost"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ", await SendAsync("GET / HTTP/1.1", "Host: localhost", $"X-Long: {new string('a', 20_000)}"), StringComparison.Ordinal);
        Assert.Matches("^HTTP/1.1 (405|413) ", await SendAsync("POST / HTTP/1.1", "Host: localhost", "Content-Length: 1000000000"));
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("DELETE", "/security-letter/letter-07")]
    [InlineData("PUT", "/search?q=rust")]
    public async Task A_page_is_for_reading(string method, string path)
    {
        string answer = await SendAsync($"{method} {path} HTTP/1.1", "Host: localhost", "Content-Length: 0");
        Assert.StartsWith("HTTP/1.1 405 ", answer, StringComparison.Ordinal);
        Assert.Contains("Allow: GET, HEAD", answer, StringComparison.Ordinal);
    }

    private static string WithoutDate(string answer) => string.Join('\n', answer.Split('\n').Where(static line => !line.StartsWith("Date:", StringComparison.Ordinal)));

    private async Task<string> SendAsync(params string[] lines)
    {
        site.StartServer();
        using var client = new TcpClient();
        await client.ConnectAsync(site.Root.Host, site.Root.Port, Cancel);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", [.. lines, "Connection: close", "", ""])), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = new StringBuilder();
        char[] buffer = new char[4096];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer, Cancel)) > 0;) answer.Append(buffer, 0, read);
        }
        catch (IOException)
        {
            // Who refuses a request need not read it to the end.
        }

        return answer.ToString();
    }
}
