using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.ServiceModel.Syndication;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>
/// A feed, independent of its format. RSS 2.0 <c>channel</c> · Atom 1.0 <c>feed</c> (RFC 4287 §4.1.1) · JSON Feed 1.1 the top object.
/// Everything is optional here; what a format requires and the feed lacks is derived while writing and reported as a diagnostic.
/// </summary>
public sealed record Feed
{
    private static readonly StreamPipeWriterOptions LeftOpen = new(minimumBufferSize: 64 * 1024, leaveOpen: true);

    /// <summary>
    /// What makes a reader take two addresses for the same feed. Atom <c>id</c> (required, an IRI; falls back to <see cref="FeedUrl"/>,
    /// <see cref="HomePageUrl"/>, then a UUID made from the title) · JSON <c>_newsletter.id</c> · not in RSS.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The title as plain text. RSS, Atom and JSON <c>title</c> (required by all). Falls back to the description, then an address.</summary>
    public string? Title { get; init; }

    /// <summary>What the feed is about, as plain text. RSS <c>description</c> (required; falls back to the title) · Atom <c>subtitle</c> · JSON <c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The absolute address of the page that the feed belongs to. RSS <c>link</c> (required; falls back to <see cref="FeedUrl"/>, then the id) ·
    /// Atom <c>link rel="alternate"</c> · JSON <c>home_page_url</c>.
    /// </summary>
    public string? HomePageUrl { get; init; }

    /// <summary>The feed's own absolute address; it differs by format, so set it with <c>feed with { FeedUrl = … }</c>. RSS <c>atom:link rel="self"</c> · Atom <c>link rel="self"</c> · JSON <c>feed_url</c>.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>The language as a BCP 47 tag. RSS <c>language</c> · Atom <c>xml:lang</c> · JSON <c>language</c>. Left out where it is no such tag.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Who wrote it. RSS <c>managingEditor</c> for a single one with an e-mail address, else <c>dc:creator</c> · Atom <c>author</c> (required where an entry
    /// has none; falls back to the title) · JSON <c>authors</c>.
    /// </summary>
    public ImmutableArray<Person> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who else works on it. RSS <c>dc:contributor</c> · Atom <c>contributor</c> · JSON <c>_newsletter.contributors</c>.</summary>
    public ImmutableArray<Person> Contributors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// When the feed last changed in a way that matters. RSS <c>lastBuildDate</c> · Atom <c>updated</c> (required; falls back to the newest date of an
    /// entry, then to 1970-01-01, never to the clock) · JSON <c>_newsletter.updated</c>.
    /// </summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The absolute address of a small square picture. Atom <c>icon</c> · JSON <c>favicon</c> · RSS <c>image</c> where there is no <see cref="Logo"/>.</summary>
    public string? Icon { get; init; }

    /// <summary>The absolute address of a large picture. RSS <c>image</c> · Atom <c>logo</c> · JSON <c>icon</c>.</summary>
    public string? Logo { get; init; }

    /// <summary>Rights in the feed. RSS <c>copyright</c> · Atom <c>rights</c> · JSON <c>_newsletter.rights</c>.</summary>
    public string? Rights { get; init; }

    /// <summary>The software that made the feed. RSS and Atom <c>generator</c> · JSON <c>_newsletter.generator</c>.</summary>
    public string? Generator { get; init; }

    /// <summary>What the feed is about. RSS and Atom <c>category</c> · not in JSON Feed, which has tags for entries only.</summary>
    public ImmutableArray<FeedCategory> Categories { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Other links, such as <c>hub</c> or <c>prev-archive</c>. RSS <c>atom:link</c> · Atom <c>link</c> · JSON <c>hubs</c>, <c>next_url</c>, <c>_newsletter.links</c>.</summary>
    public ImmutableArray<FeedLink> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How much of the feed's history the document holds (RFC 5005). RSS and Atom <c>fh:complete</c>, <c>fh:archive</c> · JSON <c>_newsletter.history</c>.</summary>
    public FeedHistory History { get; init; }

    /// <summary>Entries that were withdrawn (RFC 6721). Atom <c>at:deleted-entry</c> · JSON <c>_newsletter.deleted</c> · not in RSS.</summary>
    public ImmutableArray<FeedTombstone> Tombstones { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How often there is something new. RSS and Atom <c>sy:updatePeriod</c> · JSON <c>_newsletter.update_period</c>. Optional.</summary>
    public FeedUpdateCycle? UpdateCycle { get; init; }

    /// <summary>
    /// Whether recordings have what is not for children, where somebody states it. RSS <c>itunes:explicit</c>, which directories of podcasts require · not in Atom and
    /// JSON. Optional, never assumed.
    /// </summary>
    public bool? IsExplicit { get; init; }

    /// <summary>
    /// The absolute address that relative addresses in the contents start from. RSS and Atom <c>xml:base</c> · JSON <c>_newsletter.base_url</c>. Optional:
    /// contents of issues have absolute addresses only.
    /// </summary>
    public string? BaseUrl { get; init; }

    /// <summary>
    /// The address, absolute or relative to the document, of a CSS style sheet that shows the feed in a browser. RSS and Atom the processing instruction
    /// <c>xml-stylesheet</c> (www.w3.org/TR/xml-stylesheet) · not in JSON. Optional.
    /// </summary>
    public string? Stylesheet { get; init; }

    /// <summary>The entries, newest first. RSS <c>item</c> · Atom <c>entry</c> · JSON <c>items</c>.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The order that the feed was made in.</summary>
    internal FeedOrder Order { get; init; }

    /// <summary>Whether entries were left out when the feed was made.</summary>
    internal bool IsCut { get; init; }

    /// <summary>The entries, newest first.</summary>
    internal ImmutableArray<FeedEntry> NewestFirst => InItsOrder(Entries);

    /// <summary>
    /// Makes a feed of issues. The newest issue comes first (by date, an undated issue beside the issue with the next lower number), items in the order
    /// of their issue. The same input gives an equal feed: nothing depends on clock, culture or machine.
    /// </summary>
    /// <param name="publication">The newsletter: the feed's title, page, description, language and authors.</param>
    /// <param name="issues">The issues, in any order.</param>
    /// <param name="scope">What becomes an entry.</param>
    /// <param name="options">What the issues do not say; the defaults where left out.</param>
    /// <returns>The feed.</returns>
    public static Feed FromIssues(Publication publication, IEnumerable<Issue> issues, FeedScope scope, FeedOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(scope);
        return IssueSelection.ToFeed(publication, issues, scope, options ?? new FeedOptions());
    }

    /// <summary>
    /// Takes over a feed of System.ServiceModel.Syndication: its members, and of the extension elements those that <see cref="FeedReader"/> knows. A date that
    /// it holds and cannot parse is left out.
    /// </summary>
    /// <param name="feed">The feed.</param>
    /// <returns>The same as a <see cref="Feed"/>.</returns>
    public static Feed FromSyndicationFeed(SyndicationFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return SyndicationFeedImport.Head(feed) with { Entries = [.. feed.Items.Select(SyndicationFeedImport.Entry)] };
    }

    /// <summary>
    /// The feed as System.ServiceModel.Syndication has it, with extension elements for what its members cannot say. <see cref="Stylesheet"/>, the fields of an
    /// entry about its issue, and addresses that no feed can carry are not in it. To write it, use <see cref="FeedSyndicationFormatter"/>.
    /// </summary>
    /// <returns>A new feed.</returns>
    public SyndicationFeed ToSyndicationFeed() => SyndicationFeedExport.Feed(this);

    /// <summary>Writes the feed as UTF-8 without a byte order mark. Whatever the feed holds, the document is well-formed.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="format">The format.</param>
    /// <returns>What had to be derived, repaired or left out; empty where nothing had to.</returns>
    public ImmutableArray<Diagnostic> Write(IBufferWriter<byte> output, FeedFormat format)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(format);
        var log = new WriteLog();
        using FeedWriter writer = format.Open(output, log, WrittenIds.All());
        DateTimeOffset[] dates = EntryDates.Assume(Entries);
        writer.WriteHead(this);
        for (int i = 0; i < Entries.Length; i++) writer.WriteEntry(Entries[i], dates[i]);
        writer.WriteTail();
        return log.ToImmutable();
    }

    /// <summary>Writes the feed as UTF-8 without a byte order mark, entry by entry, so that the document is never in memory as a whole.</summary>
    /// <param name="stream">Where the bytes go; flushed and left open.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the writing between two entries.</param>
    /// <returns>What had to be derived, repaired or left out; empty where nothing had to.</returns>
    public async Task<ImmutableArray<Diagnostic>> WriteAsync(Stream stream, FeedFormat format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        PipeWriter pipe = PipeWriter.Create(stream, LeftOpen);
        ImmutableArray<Diagnostic> diagnostics = await FeedPipe.WriteAsync(pipe, format, this, cancellationToken).ConfigureAwait(false);
        await pipe.CompleteAsync().ConfigureAwait(false);
        return diagnostics;
    }

    /// <summary>Writes the feed as UTF-8 into a pipe, such as the body of an HTTP response; flushed and not completed.</summary>
    /// <param name="pipe">Where the bytes go. Where its reader has gone, writing stops without an exception.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the writing between two entries.</param>
    /// <returns>What had to be derived, repaired or left out; empty where nothing had to.</returns>
    public Task<ImmutableArray<Diagnostic>> WriteAsync(PipeWriter pipe, FeedFormat format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        ArgumentNullException.ThrowIfNull(format);
        return FeedPipe.WriteAsync(pipe, format, this, cancellationToken);
    }

    /// <summary>
    /// Writes a feed whose entries come one by one, in constant memory: this feed's head, and <paramref name="entries"/> in place of <see cref="Entries"/>.
    /// What only the whole feed can tell must be said beforehand: <see cref="Updated"/>, and <see cref="FeedEntry.AssumedDate"/> of undated entries, which
    /// otherwise take the date of the entry before. Equal ids are told apart where they are among the last 8 192.
    /// </summary>
    /// <param name="stream">Where the bytes go; flushed and left open.</param>
    /// <param name="format">The format.</param>
    /// <param name="entries">The entries, newest first.</param>
    /// <param name="cancellationToken">Stops the writing between two entries.</param>
    /// <returns>What had to be derived, repaired or left out, a thousand of each kind at the most.</returns>
    public async Task<ImmutableArray<Diagnostic>> WriteAsync(Stream stream, FeedFormat format, IAsyncEnumerable<FeedEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        PipeWriter pipe = PipeWriter.Create(stream, LeftOpen);
        ImmutableArray<Diagnostic> diagnostics = await WriteAsync(pipe, format, entries, cancellationToken).ConfigureAwait(false);
        await pipe.CompleteAsync().ConfigureAwait(false);
        return diagnostics;
    }

    /// <inheritdoc cref="WriteAsync(Stream, FeedFormat, IAsyncEnumerable{FeedEntry}, CancellationToken)"/>
    /// <param name="pipe">Where the bytes go; flushed and not completed. Where its reader has gone, writing stops without an exception.</param>
    /// <param name="format">The format.</param>
    /// <param name="entries">The entries, newest first.</param>
    /// <param name="cancellationToken">Stops the writing between two entries.</param>
    public Task<ImmutableArray<Diagnostic>> WriteAsync(PipeWriter pipe, FeedFormat format, IAsyncEnumerable<FeedEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(entries);
        return FeedPipe.WriteAsync(pipe, format, this, entries, cancellationToken);
    }

    /// <summary>Entries that are newest first, in the order of the feed; and the other way round.</summary>
    internal ImmutableArray<FeedEntry> InItsOrder(ImmutableArray<FeedEntry> entries) => Order == FeedOrder.NewestFirst ? entries : [.. entries.Reverse()];

    /// <inheritdoc/>
    public bool Equals(Feed? other) =>
        other is not null && Id == other.Id && Title == other.Title && Description == other.Description && HomePageUrl == other.HomePageUrl
        && FeedUrl == other.FeedUrl && Language == other.Language && Nullable.Equals(Updated, other.Updated) && Icon == other.Icon && Logo == other.Logo
        && Rights == other.Rights && Generator == other.Generator && History == other.History && UpdateCycle == other.UpdateCycle && IsExplicit == other.IsExplicit
        && BaseUrl == other.BaseUrl && Stylesheet == other.Stylesheet && Tombstones.AsSpan().SequenceEqual(other.Tombstones.AsSpan())
        && Authors.AsSpan().SequenceEqual(other.Authors.AsSpan()) && Contributors.AsSpan().SequenceEqual(other.Contributors.AsSpan())
        && Categories.AsSpan().SequenceEqual(other.Categories.AsSpan()) && Links.AsSpan().SequenceEqual(other.Links.AsSpan())
        && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title, HomePageUrl, FeedUrl, Updated, Entries.Length);
}
