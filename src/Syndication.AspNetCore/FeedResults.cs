using Microsoft.AspNetCore.Http;
using Syndication.Feeds;

namespace Syndication.AspNetCore;

/// <summary>Feeds as results of one's own endpoints: <c>app.MapGet("/news", () =&gt; Results.Feed(feed))</c>.</summary>
public static class FeedResults
{
    extension(Results)
    {
        /// <summary>Answers with a feed.</summary>
        /// <param name="feed">The feed.</param>
        /// <param name="format">The format; by default the reader chooses by <c>Accept</c>, and gets RSS where it does not.</param>
        public static IResult Feed(Feed feed, FeedFormat? format = null)
        {
            ArgumentNullException.ThrowIfNull(feed);
            return new FeedResult(feed, format);
        }
    }
}
