namespace Syndication.Feeds;

/// <summary>
/// How often a feed has something new: a weekly is <c>new(FeedUpdatePeriod.Weekly)</c>. RSS 2.0 and Atom 1.0 <c>sy:updatePeriod</c> and
/// <c>sy:updateFrequency</c> (web.resource.org/rss/1.0/modules/syndication) · JSON Feed 1.1 <c>_newsletter.update_period</c> and <c>update_frequency</c>.
/// RSS's own <c>ttl</c> says how long a copy may be kept and not how often there is news, so it is not written.
/// </summary>
/// <param name="Period">The period.</param>
/// <param name="Frequency">How many times in the period; less than one counts as one.</param>
public sealed record FeedUpdateCycle(FeedUpdatePeriod Period, int Frequency = 1);
