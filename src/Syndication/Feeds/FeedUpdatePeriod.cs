namespace Syndication.Feeds;

/// <summary>The units of <see cref="FeedUpdateCycle"/>, as the RSS syndication module names them.</summary>
public enum FeedUpdatePeriod
{
    /// <summary><c>hourly</c>.</summary>
    Hourly,

    /// <summary><c>daily</c>.</summary>
    Daily,

    /// <summary><c>weekly</c>.</summary>
    Weekly,

    /// <summary><c>monthly</c>.</summary>
    Monthly,

    /// <summary><c>yearly</c>.</summary>
    Yearly,
}
