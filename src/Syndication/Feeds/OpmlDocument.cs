using System.Buffers;
using System.Collections.Immutable;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>A list of feeds in OPML 2.0 (opml.org/spec2.opml), which feed readers import.</summary>
public sealed record OpmlDocument
{
    /// <summary>The media type with its charset.</summary>
    public const string MediaType = "text/x-opml; charset=utf-8";

    /// <summary>The title of the list. <c>head/title</c>. Optional.</summary>
    public string? Title { get; init; }

    /// <summary>When the list last changed. <c>head/dateModified</c>. Optional, never the clock.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who keeps the list. <c>head/ownerName</c>. Optional.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The lines. <c>body/outline</c>; the format requires one, so an empty list is written with a line that repeats its title.</summary>
    public ImmutableArray<OpmlOutline> Outlines { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Lists feeds, in the order given; those without a <see cref="Feed.FeedUrl"/> cannot be subscribed to and become plain lines.</summary>
    /// <param name="title">The title of the list.</param>
    /// <param name="feeds">The feeds; of a feed in several formats give one, since a reader subscribes to every line.</param>
    public static OpmlDocument FromFeeds(string? title, IEnumerable<Feed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        Feed[] listed = [.. feeds];
        return new OpmlDocument
        {
            Title = title,
            Updated = listed.Max(static feed => feed.Updated),
            OwnerName = listed.SelectMany(static feed => feed.Authors).FirstOrDefault()?.Name,
            Outlines = [.. listed.Select(static feed => new OpmlOutline(feed.Title ?? feed.FeedUrl ?? "Feed")
            {
                XmlUrl = feed.FeedUrl,
                HtmlUrl = feed.HomePageUrl,
                Description = feed.Description,
                Language = feed.Language,
            })],
        };
    }

    /// <summary>Writes the list as UTF-8 without a byte order mark. Whatever it holds, the document is well-formed.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <returns>What had to be repaired or left out; empty where nothing had to.</returns>
    public ImmutableArray<Diagnostic> Write(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var log = new WriteLog();
        using var writer = new OpmlWriter(output, log);
        writer.Write(this);
        return log.ToImmutable();
    }

    /// <summary>Writes the list as UTF-8 without a byte order mark.</summary>
    /// <param name="stream">Where the bytes go; flushed and left open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>What had to be repaired or left out; empty where nothing had to.</returns>
    public async Task<ImmutableArray<Diagnostic>> WriteAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new ArrayBufferWriter<byte>();
        ImmutableArray<Diagnostic> diagnostics = Write(buffer);
        await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        return diagnostics;
    }

    /// <inheritdoc/>
    public bool Equals(OpmlDocument? other) =>
        other is not null && Title == other.Title && Nullable.Equals(Updated, other.Updated) && OwnerName == other.OwnerName
        && Outlines.AsSpan().SequenceEqual(other.Outlines.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Updated, OwnerName, Outlines.Length);
}
