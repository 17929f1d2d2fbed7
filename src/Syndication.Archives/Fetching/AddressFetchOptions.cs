namespace Syndication.Archives.Fetching;

/// <summary>How addresses are fetched. The defaults are polite to the servers and safe for whoever runs it.</summary>
public sealed record AddressFetchOptions
{
    /// <summary>The name that servers see, and by which <c>robots.txt</c> may speak to it.</summary>
    public string UserAgent { get; init; } = "syndication-import/1.0";

    /// <summary>How long to wait between two requests to one host. Default: one second; a <c>Crawl-delay</c> in <c>robots.txt</c> may ask for more, up to a minute.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one attempt may take. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request that failed for a reason that may pass is made again. Default: 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>For how long a page that was fetched is not asked for again. Default: one hour; then it is asked for with its validators.</summary>
    public TimeSpan FreshFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether addresses in private networks are fetched. Default: no, since a list from outside could reach what its writer cannot.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>How many redirects are followed. Default: 5.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How many bytes one page may have. Default: 16 MiB.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;
}
