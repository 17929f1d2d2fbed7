namespace Syndication.Feeds;

/// <summary>
/// How much of a feed's history a document holds (RFC 5005). RSS 2.0 and Atom 1.0 <c>fh:complete</c>, <c>fh:archive</c> · JSON Feed 1.1
/// <c>_newsletter.history</c>.
/// </summary>
public enum FeedHistory
{
    /// <summary>The newest entries; the document to subscribe to. Nothing is written.</summary>
    Newest,

    /// <summary>Every entry there is: what is missing is gone (RFC 5005 §2). <c>fh:complete</c> · <c>"complete"</c>.</summary>
    Complete,

    /// <summary>An archive document, which does not change any more and to which nobody subscribes (RFC 5005 §4). <c>fh:archive</c> · <c>"archive"</c>.</summary>
    Archive,
}
