using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>
/// Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1. Whatever the bytes, it does not throw: a value that cannot be
/// read is left out and the rest read, with a diagnostic. Document types and external entities are never resolved. HTML is taken as the feed has it and is
/// not safe to show before it has been cleaned; <c>IssueReader</c> does that.
/// </summary>
public static class FeedReader
{
    /// <summary>Reads a feed from its bytes.</summary>
    /// <param name="bytes">The whole document.</param>
    /// <param name="options">Limits; the defaults where left out.</param>
    /// <returns>The feed, its format and what was noticed.</returns>
    public static FeedReadResult Read(ReadOnlySpan<byte> bytes, FeedReaderOptions? options = null)
    {
        options ??= FeedReaderOptions.Default;
        DecodedText decoded = TextDecoder.Decode(bytes, options.ContentType, options.MaxBytes);
        var log = new ReadLog();
        log.Decoded(decoded.Diagnostics);
        return Read(decoded.Text, options, log);
    }

    /// <summary>Reads a feed from its text.</summary>
    /// <param name="text">The whole document.</param>
    /// <param name="options">Limits; the defaults where left out.</param>
    /// <returns>The feed, its format and what was noticed.</returns>
    public static FeedReadResult Read(string text, FeedReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, options ?? FeedReaderOptions.Default, new ReadLog());
    }

    /// <summary>Reads a feed from a stream: its bytes are awaited, up to the limit, and then read as one document.</summary>
    /// <param name="stream">Where the bytes come from; left open.</param>
    /// <param name="options">Limits; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The feed, its format and what was noticed.</returns>
    public static async Task<FeedReadResult> ReadAsync(Stream stream, FeedReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= FeedReaderOptions.Default;
        using var bytes = new MemoryStream();
        byte[] chunk = new byte[64 * 1024];
        // One byte more than the limit, so that the decoder sees that there is more.
        while (bytes.Length <= options.MaxBytes && await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            bytes.Write(chunk.AsSpan(0, (int)Math.Min(read, options.MaxBytes + 1L - bytes.Length)));
        }

        return Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), options);
    }

    private static FeedReadResult Read(string text, FeedReaderOptions options, ReadLog log)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        Feed? feed = null;
        FeedFormat? format = null;
        if (start.StartsWith("{")) (feed, format) = JsonFeedReader.Read(start.ToString(), options, log);
        else if (start.StartsWith("<")) (feed, format) = XmlFeedReader.Read(text, options, log);
        else log.NotAFeed("The document is neither XML nor JSON.");
        return new FeedReadResult(feed, format, log.ToImmutable());
    }
}
